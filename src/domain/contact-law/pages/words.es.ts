import type { Cap } from "../profile.ts";
import type { PageWords } from "./words.ts";

export const spanish: PageWords = {
  title: (country) => `Cuándo se puede escribir: ${country}`,
  made: (file, command) => `Página hecha de \`${file}\`; \`${command}\` la escribe de nuevo.`,
  noLawyer:
    "**Ningún abogado ha leído esto.** Es nuestra lectura, no una asesoría: cada regla nombra su fuente para que se pueda corregir.",
  version: "Versión de las reglas, que cada decisión guarda",
  headings: {
    hours: "Horas",
    holidays: "Festivos",
    caps: "Cuántas veces",
    who: "A quién",
    answers: "Respuestas, confirmaciones y horas pedidas",
    stops: "Cuándo se deja de escribir",
    content: "Lo que no se dice",
    readings: "Donde las fuentes difieren",
    parts: "Partes del país con reglas propias",
    rules: "Todas las reglas",
    secondary: "Lo que descansa en fuentes secundarias",
  },
  hours: {
    day: "Día",
    from: "Horas del lugar de la persona; la última ya no entra",
    closed: "cerrado",
    zone: "Huso del país",
    zones: "Husos del país. Si no se sabe en cuál vive la persona, todos deben permitirlo",
  },
  holidays: {
    month: "Mes",
    none: "Las reglas no cierran ningún día festivo.",
    corrected: "El calendario de la biblioteca se corrige por",
  },
  caps: {
    none: "Las reglas no ponen un número.",
    cap: capOf,
    counts: {
      each_send: "Cada envío que salió cuenta como contacto, también sin respuesta. Responder a la persona no cuenta.",
      two_way_only: "Solo cuenta como contacto lo que la persona respondió.",
    },
  },
  who: {
    roles: "Se puede escribir a",
    role: { debtor: "quien debe", co_debtor: "quien debe con otro", guarantor: "quien garantiza" },
  },
  answers: {
    reply: "Responder a lo que la persona escribió",
    exempt: "La confirmación de una operación está exceptuada de horas y límites",
    notExempt: "La confirmación de una operación respeta horas y límites",
    requested: "Otras horas, a petición de la persona",
    separate: "en documento aparte",
    after: "posterior al contrato",
    noRequested: "Las reglas no conocen horas distintas a petición de la persona.",
    inconvenient: "Horas que la persona llamó incómodas",
  },
  stops: {
    state: "La persona…",
    left: "Lo que queda permitido",
    rule: "Regla",
    states: {
      optedOut: "pidió no recibir más mensajes",
      attorney: "tiene abogado",
      moratorium: "está protegida de sus acreedores",
      deceased: "falleció",
      wrongPerson: "no es quien debe",
    },
    answers: { none: "nada", one: "una respuesta a cada mensaje suyo", any: "responder a lo que escriba" },
    holds: "Promesa, acuerdo, reclamo o dificultad",
  },
  content: { forbidden: "prohibido: el mensaje no sale", doubtful: "dudoso: se pregunta a quien lo escribió" },
  readings: {
    explain:
      "Rige la primera lectura de cada lista. La empresa puede elegir otra por su nombre, y cada decisión guarda cuál regía.",
    byDefault: "rige",
  },
  parts: {
    explain:
      "Donde la parte no se conoce rige lo dicho arriba. Los días propios se suman a los comunes a todas las partes.",
    part: "Parte",
    hours: "Horas",
    own: (year) => `Días propios de ${year}`,
  },
  rules: {
    columns: ["Regla", "Norma y artículo", "Qué dice", "Rango", "Confianza", "Fuente"],
    standing: { law: "ley", policy: "política de la casa" },
    confidence: {
      verified: "leída en un texto oficial",
      secondary: "citada por otros",
      unverified: "sin verificar",
    },
  },
  channel: { whatsapp: "WhatsApp", sms: "SMS", email: "correos", voice: "llamadas", visit: "visitas" },
  secondary: {
    explain: "Son ley según otros la citan; su texto oficial no se leyó. Conviene empezar por aquí.",
    none: "Ninguna.",
  },
};

function capOf(cap: Cap): string {
  switch (cap.kind) {
    case "per_day":
      return `${times(cap.max)} al día`;
    case "one_channel_per_week":
      return "un solo canal por semana";
    case "per_week":
      return `${times(cap.max)} por semana (de lunes a domingo)`;
    case "per_days":
      return `${times(cap.max)} en ${cap.days} días`;
    case "min_gap":
      return `${cap.hours} horas entre un contacto y otro`;
    case "min_days_between":
      return `${cap.days} días enteros entre un contacto y otro`;
    case "after_conversation":
      return `${cap.days} días sin llamar desde que se conversó`;
  }
}

function times(max: number): string {
  return max === 1 ? "un contacto" : `${max} contactos`;
}
