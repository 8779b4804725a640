import type { ClauseView, ContactLaw, CountryLaw, ReadingChoice } from "../../src/web/contract.ts";

export const LAW: ContactLaw = {
  countries: [
    { country: "CO", name: "Colombia", isOwn: true, debtors: 1204, version: "CO-2026.11" },
    { country: "BR", name: "Brasil", isOwn: false, debtors: 12, version: "BR-2026.11" },
    { country: "AR", name: "Argentina", isOwn: false, debtors: 0, version: "AR-2026.11" },
  ],
  unwritten: [{ country: "UY", name: "Uruguay", debtors: 3 }],
  unknown: [{ country: "CO", reading: "contact", option: "by_telegraph" }],
};

const clause = (id: string, text: string, changes: Partial<ClauseView> = {}): ClauseView => ({
  id,
  standing: "law",
  law: "Ley 2300 de 2023",
  article: "art. 3",
  confidence: "secondary",
  source: "https://www.funcionpublica.gov.co/eva/gestornormativo/norma.php?i=213990",
  text,
  ...changes,
});

const ONE_CHANNEL = clause(
  "CO.week-channel",
  "Tras un contacto directo no se puede usar otro canal dentro de la misma semana.",
);
const ONE_CONTACT = clause(
  "CO.week-cap",
  "Lectura más estricta, elegida por la empresa: un solo contacto por semana.",
  { standing: "policy", confidence: "unverified" },
);
const EACH_SEND = clause("CO.contact.each-send", "Un envío cuenta como contacto aunque la persona no responda.", {
  standing: "policy",
  law: "SFC, concepto 2023111476",
});
const TWO_WAY = clause("CO.contact.two-way", "Solo cuenta como contacto la interacción de doble vía.", {
  standing: "policy",
  law: "SFC, Consejo Asesor (según Colcob, 2024)",
});

const CHOSEN: ReadingChoice = {
  id: "choice-2",
  at: "2026-11-20T15:20:00.000Z",
  by: "Alba de muestra",
  reading: "week",
  about: "¿Cuántas veces por semana se puede contactar a la persona?",
  from: { name: "one_contact", says: ONE_CONTACT.text },
  to: { name: "one_channel", says: ONE_CHANNEL.text },
  reason: "Volvemos a la lectura de antes",
};

const OFFICE_HOURS = [{ start: "07:00", end: "19:00" }];

export const LAW_OF_COLOMBIA: CountryLaw = {
  country: "CO",
  name: "Colombia",
  version: "CO-2026.11",
  part: null,
  parts: [],
  zones: ["America/Bogota"],
  hours: {
    week: [
      ...["lunes", "martes", "miércoles", "jueves", "viernes"].map((name) => ({ name, open: OFFICE_HOURS })),
      { name: "sábado", open: [{ start: "08:00", end: "15:00" }] },
      { name: "domingo", open: [] },
    ],
    clause: clause("CO.hours", "Se puede contactar de lunes a viernes de 7:00 a 19:00 y los sábados de 8:00 a 15:00."),
  },
  holidays: {
    next: ["2026-12-08", "2026-12-25", "2027-01-01", "2027-01-11"],
    clause: clause("CO.holidays", "Los días festivos excluyen cualquier tipo de contacto."),
  },
  limits: [
    { says: "un contacto al día", clause: clause("CO.day-cap", "Tras un contacto no se puede repetir el mismo día.") },
    { says: "un solo canal por semana", clause: ONE_CHANNEL },
  ],
  counts: "Cada envío que salió cuenta como contacto, también sin respuesta. Responder a la persona no cuenta.",
  chapters: [
    {
      topic: "who",
      heading: "A quién",
      note: "Se puede escribir a: quien debe.",
      rules: [{ says: null, clause: clause("CO.third-parties", "Solo al deudor, codeudor o avalista.") }],
    },
    {
      topic: "stops",
      heading: "Cuándo se deja de escribir",
      note: null,
      rules: [
        {
          says: "La persona tiene abogado: una respuesta a cada mensaje suyo",
          clause: clause("CO.attorney", "A quien tiene abogado no se le escribe.", {
            standing: "policy",
            law: "Saldar",
            article: "2",
            confidence: "unverified",
            source: "src/domain/contact-law/README.md",
          }),
        },
        { says: "Las reglas no conocen horas distintas a petición de la persona.", clause: null },
      ],
    },
  ],
  readings: [
    {
      name: "contact",
      about: "¿Qué cuenta como contacto con la persona?",
      options: [
        { name: "each_send", clause: EACH_SEND, isInForce: true, strictness: "default", changes: [] },
        {
          name: "two_way_only",
          clause: TWO_WAY,
          isInForce: false,
          strictness: "looser",
          changes: [{ topic: "counts", part: null, before: "Cada envío cuenta.", after: "Solo lo que se respondió." }],
        },
      ],
      chosen: null,
    },
    {
      name: "week",
      about: "¿Cuántas veces por semana se puede contactar a la persona?",
      options: [
        { name: "one_channel", clause: ONE_CHANNEL, isInForce: true, strictness: "default", changes: [] },
        {
          name: "one_contact",
          clause: ONE_CONTACT,
          isInForce: false,
          strictness: "stricter",
          changes: [
            {
              topic: "caps",
              part: null,
              before: "un contacto al día; un solo canal por semana",
              after: "un contacto al día; un solo canal por semana; un contacto por semana (de lunes a domingo)",
            },
          ],
        },
      ],
      chosen: CHOSEN,
    },
  ],
  history: [
    CHOSEN,
    {
      ...CHOSEN,
      id: "choice-1",
      by: null,
      from: { name: "by_telegraph", says: null },
      to: CHOSEN.from ?? CHOSEN.to,
      reason: "Nuestra abogada pidió la más estricta",
    },
  ],
};

export const LAW_OF_BRAZIL: CountryLaw = {
  ...LAW_OF_COLOMBIA,
  country: "BR",
  name: "Brasil",
  version: "BR-2026.11",
  parts: ["AM", "RJ", "SP"],
  zones: ["America/Sao_Paulo", "America/Manaus"],
  holidays: null,
  limits: [],
  readings: [],
  history: [],
};
