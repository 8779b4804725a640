import type { ContactWords } from "../en/contacts.ts";

export const contactsEs: ContactWords = {
  mayWrite: "¿Podemos escribirle ahora?",
  inTheirTime: (zone) => `Las horas son las del deudor: ${zone}.`,
  inOurTime: (zone) => `No sabemos el huso horario del deudor. Las horas son las de la empresa: ${zone}.`,
  noNumber: "No hay un número al que escribir.",
  judgedAt: (moment) => `Juzgado: ${moment}, con lo que se sabía entonces. Cada mensaje se juzga de nuevo al salir.`,
  exportTitle: "Todos los contactos, para una auditoría",
  exportNote:
    "Cada mensaje con su decisión, los permisos y las bajas; ninguna palabra del chat. Cada descarga queda en la auditoría.",
  exportCsv: "Descargar CSV",
  exportPdf: "Descargar PDF",
  title: "No enviados",
  about: "Lo que no se envió, por la regla que lo detuvo. Un mensaje detenido dos veces cuenta dos veces.",
  from: "Desde",
  to: "Hasta",
  empty: "Nada se detuvo en estos días",
  emptyNext: "Cuando una regla detiene un mensaje, aparece aquí con su artículo.",
  latest: (moment) => `Último: ${moment}`,
  debtor: "Deudor",
  kind: "Mensaje",
  at: "Detenido",
  became: "Qué fue de él",
  waits: (moment) => `Espera hasta ${moment}`,
  stranger: "Número desconocido",
  end: { given_up: "Se desistió", withdrawn: "Retirado", left: "Salió después" },
};
