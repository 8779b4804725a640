import type { NumberWords } from "../en/numbers.ts";
import { counting } from "../plural.ts";

const count = counting("es");

export const numbersEs: NumberWords = {
  title: "Números de WhatsApp",
  about:
    "Meta permite que un número escriba primero solo a cierta cantidad de personas distintas en 24 horas, y la sube por sí misma a medida que la gente lee y responde. Lo que excede espera su turno; las respuestas nunca esperan.",
  kinds: {
    cloud: "WhatsApp Cloud API",
    simulator: "Simulado",
    baileys: "Teléfono vinculado (Baileys)",
    whatsapp_web: "Teléfono vinculado (WhatsApp Web)",
  },
  works: "Funciona",
  blocked: (code) => `Bloqueado (${code})`,
  rests: (moment) => `Descansa hasta ${moment}`,
  limit: "Puede escribir primero a",
  perDay: (n) =>
    count(n, { one: "# persona en 24 horas", other: "# personas en 24 horas", many: "# de personas en 24 horas" }),
  unlimited: "Cualquier cantidad de personas",
  reached: "Escribió en las últimas 24 horas a",
  people: (n) => count(n, { one: "# persona", other: "# personas" }),
  waiting: "Esperan su turno",
  messages: (n) => count(n, { one: "# mensaje", other: "# mensajes" }),
  until: (moment) => `el último sale ${moment}`,
  change: "Cambiar",
  changeTitle: "¿A cuántas personas puede escribir primero?",
  changeNote:
    "Ponga lo que el WhatsApp Manager de Meta muestra para este número, no más: lo que excede es rechazado y daña el número. Si varios números comparten un portafolio, Meta los cuenta juntos: dé a cada uno su parte. El cambio queda registrado con su nombre.",
  tier: "Límite de Meta",
  other: "Otra cantidad",
  howMany: "Personas en 24 horas",
  wholeNumber: "Dé un número entero de personas, 1 o más.",
  save: "Guardar",
  saved: "Guardado. Lo que espera se mira de nuevo enseguida.",
  none: "Todavía no hay ningún número.",
};
