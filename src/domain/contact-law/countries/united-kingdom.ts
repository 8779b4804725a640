import { isoDate } from "../../time.ts";
import { type Clause, policy, statute } from "../clause.ts";
import type { HolidayCalendar } from "../holidays.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * United Kingdom: CONC 7.9 of the FCA's Handbook binds lenders and collectors of regulated credit; for other debts we keep
 * to it all the same. It names no hours. Scotland and Northern Ireland have bank holidays of their own and are outside the
 * breathing space of England and Wales; who lives in a part that is not known is judged as in England, which is policy.
 */
const VERSION = "GB-2026.11.2";

const CONC = {
  law: "FCA Handbook, CONC 7.9",
  confidence: "verified",
  source: "https://www.handbook.fca.org.uk/handbook/CONC/7/9.html",
} as const;

export const GB = {
  ...houseClauses("GB"),
  ...houseLimits("GB"),
  hours: policy({
    id: "GB.hours",
    article: "15",
    text: {
      es: "CONC 7.9.4R prohíbe las horas irrazonables sin nombrarlas: escribimos de lunes a viernes de 8:00 a 21:00.",
      "pt-BR": "A CONC 7.9.4R proíbe horas não razoáveis sem nomeá-las: escrevemos de segunda a sexta das 8h às 21h.",
      en: "CONC 7.9.4R forbids unreasonable times and names none: we write Monday to Friday 8:00 to 21:00.",
    },
    source: CONC.source,
  }),
  inconvenient: statute({
    ...CONC,
    id: "GB.inconvenient",
    article: "7.9.4R",
    text: {
      es: "No se contacta a horas irrazonables y se atiende lo que la persona pide sobre cuándo, dónde y cómo.",
      "pt-BR": "Não se contata em horas não razoáveis e se atende o que a pessoa pede sobre quando, onde e como.",
      en: "Nobody is contacted at unreasonable times, and what they reasonably ask of when, where and how is heeded.",
    },
  }),
  recipients: statute({
    ...CONC,
    id: "GB.recipients",
    article: "7.9.6R, 7.9.7R",
    text: {
      es: "Se cuida que terceros no lleguen a saber de la deuda, y no se les revela.",
      "pt-BR": "Cuida-se para que terceiros não venham a saber da dívida, e ela não lhes é revelada.",
      en: "Care is taken that third parties do not come to know of the debt, and it is not told to them.",
    },
  }),
  identity: statute({
    ...CONC,
    id: "GB.identity",
    article: "7.9.10R",
    text: {
      es: "Antes de dar detalles de la deuda se comprueba que quien los lee es la persona que la debe.",
      "pt-BR": "Antes de dar detalhes da dívida verifica-se que quem os lê é a pessoa que a deve.",
      en: "Before any detail of the debt is told it is made sure that who reads it is the borrower.",
    },
  }),
  embarrassment: statute({
    ...CONC,
    id: "GB.embarrassment",
    article: "7.9.6R(1)",
    text: {
      es: "No se actúa de un modo que pueda avergonzar en público a la persona.",
      "pt-BR": "Não se age de um modo que possa envergonhar a pessoa em público.",
      en: "Nothing is done that is likely to embarrass the person in public.",
    },
  }),
  legalPosition: statute({
    id: "GB.legal-position",
    law: "FCA Handbook, CONC 7.11",
    article: "7.11.1R, 7.11.6R",
    text: {
      es: "No se falsea la posición legal ni se insinúa una acción que legalmente no puede tomarse.",
      "pt-BR": "Não se deturpa a posição legal nem se insinua uma ação que a lei não permite tomar.",
      en: "The legal position is not misrepresented, and no action is suggested that cannot lawfully be taken.",
    },
    confidence: "verified",
    source: "https://www.handbook.fca.org.uk/handbook/CONC/7/11.html",
  }),
  breathingSpace: statute({
    id: "GB.breathing-space",
    law: "Debt Respite Scheme Regulations 2020",
    article: "regs. 7 and 11",
    text: {
      es: "En Inglaterra y Gales, durante el respiro (hasta 60 días, o una crisis y 30 días más) no se cobra; lo que la persona pregunta se responde.",
      "pt-BR":
        "Na Inglaterra e no País de Gales, durante o respiro (até 60 dias, ou uma crise e mais 30 dias) não se cobra; o que a pessoa pergunta se responde.",
      en: "In England and Wales nothing is collected in a breathing space (up to 60 days, or a crisis treatment and 30 days more); what the person asks is answered.",
    },
    confidence: "secondary",
    source: "https://www.legislation.gov.uk/uksi/2020/1311/contents/made",
  }),
  breathingSpaceUnknown: policy({
    id: "GB.breathing-space.unknown",
    law: "Debt Respite Scheme Regulations 2020",
    article: "regs. 7 and 11",
    text: {
      es: "El respiro rige en Inglaterra y Gales; quien vive en una parte del Reino Unido que no se conoce se protege igual.",
      "pt-BR":
        "O respiro vale na Inglaterra e no País de Gales; quem vive numa parte do Reino Unido que não se conhece é protegido igualmente.",
      en: "The breathing space is of England and Wales; who lives in a part of the United Kingdom that is not known is protected all the same.",
    },
    source: "https://www.legislation.gov.uk/uksi/2020/1311/contents/made",
  }),
  scottishWorldCup: statute({
    id: "GB.holidays.2026",
    law: "Banking and Financial Dealings Act 1971",
    article: "s. 1(3), proclamation of 4 February 2026",
    text: {
      es: "El 15 de junio de 2026 es festivo bancario en Escocia.",
      "pt-BR": "O dia 15 de junho de 2026 é feriado bancário na Escócia.",
      en: "15 June 2026 is a bank holiday in Scotland.",
    },
    confidence: "secondary",
    source: "https://www.wired-gov.net/wg/news.nsf/articles/world+cup+bank+holiday+confirmed+05022026150500?open",
  }),
};

const READINGS = [houseFrequency(GB)] as const satisfies readonly Reading[];

const ENGLAND_AND_WALES: HolidayCalendar = { country: "GB", state: "ENG", corrections: [] };
const CALENDARS: ReadonlyMap<string, HolidayCalendar> = new Map([
  ["ENG", ENGLAND_AND_WALES],
  ["WLS", ENGLAND_AND_WALES],
  [
    "SCT",
    {
      country: "GB",
      state: "SCT",
      corrections: [{ clause: GB.scottishWorldCup, adds: (year) => (year === 2026 ? [isoDate("2026-06-15")] : []) }],
    },
  ],
  ["NIR", { country: "GB", state: "NIR", corrections: [] }],
]);

function moratoriumIn(subdivision: string | undefined): Clause {
  if (subdivision === undefined) return GB.breathingSpaceUnknown;
  return subdivision === "ENG" || subdivision === "WLS" ? GB.breathingSpace : GB.moratorium;
}

function profile({ readings, subdivision }: Choice): Profile {
  const calendar = CALENDARS.get(subdivision ?? "") ?? ENGLAND_AND_WALES;
  return {
    country: "GB",
    subdivision,
    version: VERSION,
    readings,
    zones: ["Europe/London"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: GB.recipients },
    stops: houseStops({ ...GB, moratorium: moratoriumIn(subdivision) }),
    holds: { clause: GB.holds },
    content: { clause: GB.content },
    reply: { clause: GB.reply },
    confirmation: { exempt: false, clause: GB.confirmation },
    permission: { clause: GB.permission },
    channel: { clause: GB.channel },
    zone: { clause: GB.zone },
    holidays: { calendar, clause: GB.holidays },
    hours: { week: weekOf([hours("08:00", "21:00")]), clause: GB.hours },
    requestedHours: undefined,
    inconvenient: { clause: GB.inconvenient },
    caps: houseCaps(GB, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const UNITED_KINGDOM: CountryLaw = {
  country: "GB",
  readings: READINGS,
  clauses: GB,
  subdivisions: [...CALENDARS.keys()],
  profile,
};
