import { policy, statute } from "../clause.ts";
import type { Channel } from "../facts.ts";
import { type Cap, hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseClauses, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Chile: Ley 19.496 art. 37, as Ley 21.320 of 2021 changed it, binds who gives consumer credit and who collects it for
 * them. SERNAC's page gives the hours and was read; the caps are `secondary`, as law firms quote the article. By the
 * letter the hours are those of calls and visits; that they hold for messages too is policy. A regulation was in consultation in
 * 2025; whether it was published is not known. A region's own holidays (Arica, Chillán) and days of elections are not
 * in the calendar. The type and the number of contacts of each debtor are kept for two years (`CL.log`). Penalties: up
 * to 300 UTM.
 */
const VERSION = "CL-2026.11.2";

const SERNAC = {
  law: "Ley 19.496",
  article: "art. 37",
  confidence: "verified",
  source: "https://www.sernac.cl/portal/617/w3-propertyvalue-62993.html",
} as const;

const LEY_21320 = {
  law: "Ley 19.496, modificada por la Ley 21.320",
  article: "art. 37",
  confidence: "secondary",
  source: "https://www.az.cl/az-alert-nueva-regulacion-a-la-cobranza-extrajudicial-a-consumidores/",
} as const;

export const CL = {
  ...houseClauses("CL"),
  ...houseLimits("CL"),
  hours: policy({
    law: SERNAC.law,
    article: SERNAC.article,
    source: SERNAC.source,
    lawOn: { channels: ["voice", "visit"], confidence: SERNAC.confidence },
    id: "CL.hours",
    text: {
      es: "Para llamadas y visitas la ley fija de lunes a sábado de 8:00 a 20:00; por política vale igual para los mensajes.",
      "pt-BR":
        "Para ligações e visitas a lei fixa de segunda a sábado das 8h às 20h; por política vale igual para as mensagens.",
      en: "For calls and visits the law names Monday to Saturday, 8:00 to 20:00; by policy the same holds for messages.",
    },
  }),
  holidays: policy({
    law: SERNAC.law,
    article: SERNAC.article,
    source: SERNAC.source,
    lawOn: { channels: ["voice", "visit"], confidence: SERNAC.confidence },
    id: "CL.holidays",
    text: {
      es: "En días feriados la ley excluye llamadas y visitas; por política tampoco se envían mensajes.",
      "pt-BR": "Nos feriados a lei exclui ligações e visitas; por política também não se enviam mensagens.",
      en: "On public holidays the law excludes calls and visits; by policy no messages leave either.",
    },
  }),
  holidayList: statute({
    id: "CL.holidays.list",
    law: "Ley 2.977",
    article: "art. 1",
    text: {
      es: "El Viernes y el Sábado Santo son feriados; el Domingo de Pascua es un domingo como los demás.",
      "pt-BR": "A Sexta-feira e o Sábado Santo são feriados; o Domingo de Páscoa é um domingo como os outros.",
      en: "Good Friday and Holy Saturday are holidays; Easter Sunday is a Sunday like the others.",
    },
    confidence: "secondary",
    source: "https://www.feriadoschilenos.cl/",
  }),
  weekMessages: statute({
    ...LEY_21320,
    id: "CL.week-messages",
    text: {
      es: "Por mensajes, correos y SMS se hacen a lo más dos gestiones por semana.",
      "pt-BR": "Por mensagens, e-mails e SMS fazem-se no máximo dois contatos por semana.",
      en: "By messages, emails and SMS together at most two contacts a week are made.",
    },
  }),
  gap: statute({
    ...LEY_21320,
    id: "CL.gap",
    text: {
      es: "Entre una gestión por mensaje y la siguiente pasan al menos dos días, leídos como 48 horas.",
      "pt-BR": "Entre um contato por mensagem e o seguinte passam ao menos dois dias, lidos como 48 horas.",
      en: "Between one contact by message and the next lie at least two days, read as 48 hours.",
    },
  }),
  gapWholeDays: policy({
    law: LEY_21320.law,
    id: "CL.gap.whole-days",
    article: LEY_21320.article,
    text: {
      es: "Lectura más estricta, elegida por la empresa: entre dos mensajes hay dos días completos de calendario.",
      "pt-BR":
        "Leitura mais estrita, escolhida pela empresa: entre duas mensagens há dois dias inteiros de calendário.",
      en: "A stricter reading, chosen by the business: two whole calendar days lie between two messages.",
    },
    source: LEY_21320.source,
  }),
  weekCalls: statute({
    ...LEY_21320,
    id: "CL.week-calls",
    text: {
      es: "Se hace a lo más una llamada o una visita por semana.",
      "pt-BR": "Faz-se no máximo uma ligação ou uma visita por semana.",
      en: "At most one call or one visit a week is made.",
    },
  }),
  recipients: statute({
    ...SERNAC,
    id: "CL.recipients",
    text: {
      es: "No se informa a terceros del atraso de la persona.",
      "pt-BR": "Não se informa a terceiros o atraso da pessoa.",
      en: "Third parties are not told of the person's default.",
    },
  }),
  judicial: statute({
    ...LEY_21320,
    id: "CL.judicial",
    text: {
      es: "No se envía nada que sea, parezca o mencione un escrito o una actuación judicial.",
      "pt-BR": "Não se envia nada que seja, pareça ou mencione uma peça ou um ato judicial.",
      en: "Nothing is sent that is, looks like or speaks of a court's writing or act.",
    },
  }),
  privacy: statute({
    ...LEY_21320,
    id: "CL.privacy",
    text: {
      es: "El cobro no perturba la vida del hogar ni el trabajo de la persona.",
      "pt-BR": "A cobrança não perturba a vida do lar nem o trabalho da pessoa.",
      en: "Collecting disturbs neither the person's home life nor their work.",
    },
  }),
  firstNotice: statute({
    ...SERNAC,
    id: "CL.first-notice",
    text: {
      es: "En los primeros quince días de cada atraso se hace al menos una gestión útil sin costo.",
      "pt-BR": "Nos primeiros quinze dias de cada atraso faz-se ao menos um aviso útil sem custo.",
      en: "Within the first fifteen days of each missed payment at least one useful notice is given free of charge.",
    },
  }),
  fees: statute({
    ...SERNAC,
    id: "CL.fees",
    text: {
      es: "Solo después de veinte días de atraso puede haber gastos de cobranza.",
      "pt-BR": "Só depois de vinte dias de atraso pode haver despesas de cobrança.",
      en: "Only after twenty days of arrears may collection fees be charged.",
    },
  }),
  log: statute({
    ...LEY_21320,
    id: "CL.log",
    text: {
      es: "El tipo y la frecuencia de las gestiones a cada persona se registran y se guardan dos años.",
      "pt-BR": "O tipo e a frequência dos contatos com cada pessoa são registrados e guardados por dois anos.",
      en: "The type and number of contacts with each person are recorded and kept for two years.",
    },
    source: "https://emerix.net/post/novedades/nuevas-regulaciones-chile-cobranzas",
  }),
};

/** How "separated by at least two days" is counted. */
const READINGS = [
  {
    name: "gap",
    about: {
      es: "¿Cuánto tiempo pasa entre un contacto y otro?",
      "pt-BR": "Quanto tempo passa entre um contato e outro?",
      en: "How long must lie between one contact and the next?",
    },
    whyDefault: {
      es: "No es la más estricta a propósito: quienes ejercen leen «al menos dos días» como 48 horas. Que un abogado lo confirme.",
      "pt-BR":
        "Não é a mais estrita de propósito: quem advoga lê «ao menos dois dias» como 48 horas. Que um advogado o confirme.",
      en: "Not the strictest on purpose: practitioners read 'at least two days' as 48 hours. A lawyer should confirm it.",
    },
    options: [
      { name: "48_hours", clause: CL.gap, strictness: "default" },
      { name: "two_full_days", clause: CL.gapWholeDays, strictness: "stricter" },
    ],
  },
] as const satisfies readonly Reading[];

const MESSAGES = ["whatsapp", "sms", "email"] as const satisfies readonly Channel[];
const CALLS = ["voice", "visit"] as const satisfies readonly Channel[];

const CHILEAN_HOLIDAYS = {
  country: "CL",
  corrections: [{ clause: CL.holidayList, addsRules: ["easter -1"], strikes: ["easter"] }],
};

function gapOf(readings: Choice["readings"]): Cap {
  if (readings["gap"] === "two_full_days") {
    return { kind: "min_days_between", days: 2, channels: MESSAGES, clause: CL.gapWholeDays };
  }
  return { kind: "min_gap", hours: 48, channels: MESSAGES, clause: CL.gap };
}

function profile({ readings }: Choice): Profile {
  return {
    country: "CL",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique", "Pacific/Easter"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: CL.recipients },
    stops: houseStops(CL),
    holds: { clause: CL.holds },
    content: { clause: CL.content },
    reply: { clause: CL.reply },
    confirmation: { exempt: false, clause: CL.confirmation },
    permission: { clause: CL.permission },
    channel: { clause: CL.channel },
    zone: { clause: CL.zone },
    holidays: { calendar: CHILEAN_HOLIDAYS, clause: CL.holidays },
    hours: { week: weekOf([hours("08:00", "20:00")], [hours("08:00", "20:00")]), clause: CL.hours },
    requestedHours: undefined,
    inconvenient: { clause: CL.inconvenient },
    caps: [
      { kind: "per_week", max: 2, channels: MESSAGES, clause: CL.weekMessages },
      { kind: "per_week", max: 1, channels: CALLS, clause: CL.weekCalls },
      gapOf(readings),
    ],
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const CHILE: CountryLaw = { country: "CL", readings: READINGS, clauses: CL, subdivisions: [], profile };
