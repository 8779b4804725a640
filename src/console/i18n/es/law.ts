import type { LawWords } from "../en/law.ts";
import { counting } from "../plural.ts";

const count = counting("es");

export const lawEs: LawWords = {
  title: "Ley de contacto",
  about:
    "Cuándo se puede escribir a quien le debe, cuántas veces y qué lo detiene. Cada mensaje se juzga con estas reglas al salir.",
  noLawyer:
    "Ningún abogado ha leído esto. Es nuestra lectura de las fuentes que cada regla nombra: muéstresela al suyo.",
  country: "País donde vive la persona",
  part: "Parte del país",
  whole: "Todo el país, o no se sabe qué parte",
  yours: (name) => `${name} (su empresa)`,
  debtors: (name, debtors) => `${name} (${count(debtors, { one: "# deudor", other: "# deudores" })})`,
  version: "Versión de las reglas, guardada con cada decisión:",
  unwritten: (names) => `No se escribe a nadie que viva en ${names}: esa ley aún no está escrita aquí.`,
  unknown: (country, reading) =>
    `${country}: la elección «${reading}» ya no se ofrece y rige la lectura por defecto. Elija de nuevo abajo.`,
  week: "Horas",
  day: "Día",
  hours: "Donde está la persona",
  closed: "Cerrado",
  zone: (zone) => `Huso: ${zone}.`,
  zones: (zones) => `Husos: ${zones}. Si no se sabe en cuál vive la persona, todos deben permitirlo.`,
  limits: "Cuántas veces",
  noLimit: "Las reglas no ponen un número.",
  holidays: "Festivos de los próximos 60 días",
  noneSoon: "Ninguno.",
  notClosed: "Las reglas no cierran ningún día festivo.",
  readings: "Donde las fuentes difieren",
  readingsNote: "Lo que elija aquí vale para todos sus deudores en este país, desde la próxima decisión.",
  noReadings: "Aquí no hay nada que elegir.",
  onlyAdmins: "Eligen los administradores.",
  inForce: "Rige",
  strictness: {
    default: "Por defecto",
    stricter: "Más estricta que la de defecto",
    looser: "Permite más que la de defecto",
    mixed: "Permite más de una cosa y menos de otra",
  },
  nobodyChose: "Nadie ha elegido: rige la lectura por defecto.",
  chosenBy: (name, moment) => `La eligió ${name}, ${moment}:`,
  somebody: "alguien",
  choose: "Elegir esta",
  chooseTitle: "¿Elegir otra lectura?",
  chooseNote:
    "Vale desde la próxima decisión, también para lo que ya espera. La elección, su nombre y el motivo quedan en el registro.",
  looser: "Saldrán mensajes que hoy se detienen. Que su abogado esté de acuerdo primero.",
  topics: {
    place: "De dónde vive",
    hours: "Horas",
    holidays: "Festivos",
    caps: "Cuántas veces",
    counts: "Qué cuenta como contacto",
  },
  onlyIn: (part) => `solo en ${part}`,
  now: "Hasta ahora",
  fromNow: "Desde ahora",
  noChange: "Las horas y los límites siguen igual.",
  confirm: "Elegirla",
  chosen: "Elegida. Vale desde la próxima decisión.",
  history: "Elecciones hechas aquí",
  noHistory: "Ninguna todavía.",
  instead: (before) => `en lugar de: ${before}`,
};
