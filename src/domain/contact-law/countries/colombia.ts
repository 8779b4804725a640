import { isoDate } from "../../time.ts";
import { policy, statute } from "../clause.ts";
import { movedToMonday } from "../holidays.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseClauses, houseStops, weekOf } from "./house.ts";

/**
 * Colombia: Ley 2300 of 2023 ("dejen de fregar"), in force since 10 October 2023, upheld by C-278 of 2024. Its text was
 * read as others quote it, so its articles are `secondary`. It binds everyone who collects from consumers: the creditor,
 * a collector, a buyer of the debt (art. 1). Penalties: up to 2,000 monthly minimum wages (Ley 1266 art. 18, by art. 9).
 */
const VERSION = "CO-2026.11.1";

const LEY_2300 = {
  law: "Ley 2300 de 2023",
  confidence: "secondary",
  source: "https://www.funcionpublica.gov.co/eva/gestornormativo/norma.php?i=213990",
} as const;

export const CO = {
  ...houseClauses("CO"),
  hours: statute({
    ...LEY_2300,
    id: "CO.hours",
    article: "art. 3",
    text: {
      es: "Se puede contactar de lunes a viernes de 7:00 a 19:00 y los sábados de 8:00 a 15:00; nunca los domingos.",
      "pt-BR":
        "O contato é permitido de segunda a sexta das 7h às 19h e aos sábados das 8h às 15h; nunca aos domingos.",
      en: "Contact is allowed Monday to Friday from 7:00 to 19:00 and on Saturdays from 8:00 to 15:00; never on Sundays.",
    },
  }),
  holidays: statute({
    ...LEY_2300,
    id: "CO.holidays",
    article: "art. 3",
    text: {
      es: "Los días festivos excluyen cualquier tipo de contacto.",
      "pt-BR": "Nos feriados não se admite nenhum tipo de contato.",
      en: "On public holidays no contact of any kind is allowed.",
    },
  }),
  holidayMoved: statute({
    id: "CO.holidays.2026",
    law: "Ley 2578 de 2026",
    article: "art. 6",
    text: {
      es: "El 9 de julio es festivo desde 2026 y se traslada al lunes siguiente.",
      "pt-BR": "O dia 9 de julho é feriado desde 2026 e passa para a segunda-feira seguinte.",
      en: "9 July is a public holiday from 2026 on, moved to the following Monday.",
    },
    confidence: "secondary",
    source:
      "https://lector.ramajudicial.gov.co/SIDN/NORMATIVA/TEXTOS_COMPLETOS/7_LEYES/LEYES%202026/Ley%202578%20de%202026.pdf",
  }),
  holidayList: statute({
    id: "CO.holidays.list",
    law: "Ley 51 de 1983",
    article: "art. 1",
    text: {
      es: "La lista de festivos nombra el Jueves y el Viernes Santo; el Domingo de Pascua no está en ella.",
      "pt-BR": "A lista de feriados inclui a Quinta e a Sexta-feira Santa; o Domingo de Páscoa não está nela.",
      en: "The list of holidays names Holy Thursday and Good Friday; Easter Sunday is not on it.",
    },
    confidence: "verified",
    source: "https://www.suin-juriscol.gov.co/viewDocument.asp?id=1605519",
  }),
  oncePerDay: statute({
    ...LEY_2300,
    id: "CO.day-cap",
    article: "art. 3",
    text: {
      es: "Tras un contacto directo no se puede contactar a la persona otra vez el mismo día.",
      "pt-BR": "Depois de um contato direto, a pessoa não pode ser contatada de novo no mesmo dia.",
      en: "After a direct contact the person may not be contacted again on the same day.",
    },
  }),
  oneChannel: statute({
    ...LEY_2300,
    id: "CO.week-channel",
    article: "art. 3",
    text: {
      es: "Tras un contacto directo no se puede usar otro canal dentro de la misma semana.",
      "pt-BR": "Depois de um contato direto, não se pode usar outro canal na mesma semana.",
      en: "After a direct contact no other channel may be used within the same week.",
    },
  }),
  oncePerWeek: policy({
    law: "Ley 2300 de 2023",
    id: "CO.week-cap",
    article: "art. 3",
    text: {
      es: "Lectura más estricta, elegida por la empresa: un solo contacto por semana.",
      "pt-BR": "Leitura mais estrita, escolhida pela empresa: um único contato por semana.",
      en: "The strictest reading, chosen by the business: one contact a week in all.",
    },
    source: LEY_2300.source,
  }),
  eachSend: policy({
    law: "SFC, concepto 2023111476",
    id: "CO.contact.each-send",
    article: "Ley 2300 art. 3",
    text: {
      es: "Un envío a un canal autorizado cuenta como contacto aunque la persona no responda.",
      "pt-BR": "Um envio a um canal autorizado conta como contato mesmo sem resposta.",
      en: "A send to an authorised channel counts as a contact even without an answer.",
    },
    source: LEY_2300.source,
  }),
  twoWayOnly: policy({
    law: "SFC, Consejo Asesor (según Colcob, 2024)",
    id: "CO.contact.two-way",
    article: "Ley 2300 art. 3",
    text: {
      es: "Lectura elegida por la empresa: solo cuenta como contacto la interacción de doble vía.",
      "pt-BR": "Leitura escolhida pela empresa: só a interação de mão dupla conta como contato.",
      en: "A reading chosen by the business: only a two-way interaction counts as a contact.",
    },
    source: "https://colcob.com/contacto-directo-deberia-entenderse-contacto-doble-via/",
  }),
  channels: statute({
    ...LEY_2300,
    id: "CO.channels",
    article: "art. 2",
    text: {
      es: "Solo se contacta por los canales que la persona autorizó, informados de antemano.",
      "pt-BR": "Só se contata pelos canais que a pessoa autorizou, informados com antecedência.",
      en: "Contact only through the channels the person authorised, told to them beforehand.",
    },
  }),
  requestedHours: statute({
    ...LEY_2300,
    id: "CO.requested-hours",
    article: "art. 3 par.",
    text: {
      es: "En otro horario solo si la persona lo pide, en documento aparte y posterior al contrato.",
      "pt-BR": "Em outro horário só se a pessoa pedir, em documento separado e posterior ao contrato.",
      en: "At other hours only if the person asks for it, in a document apart from and later than the contract.",
    },
  }),
  thirdParties: statute({
    ...LEY_2300,
    id: "CO.third-parties",
    article: "art. 4",
    text: {
      es: "Solo al deudor, codeudor o avalista; nunca a referencias ni a terceros.",
      "pt-BR": "Só ao devedor, codevedor ou avalista; nunca a referências nem a terceiros.",
      en: "Only the debtor, a co-debtor or a guarantor; never references or third parties.",
    },
  }),
  visits: statute({
    ...LEY_2300,
    id: "CO.visits",
    article: "art. 6",
    text: {
      es: "No se visita a la persona para cobrar; la ley exceptúa el microcrédito y el crédito agropecuario, y aquí no se distinguen.",
      "pt-BR":
        "Não se visita a pessoa para cobrar; a lei excetua o microcrédito e o crédito agropecuário, que aqui não se distinguem.",
      en: "Nobody is visited to collect; the law excepts microcredit and farm credit, which are not told apart here.",
    },
  }),
  reason: statute({
    ...LEY_2300,
    id: "CO.reason",
    article: "art. 7",
    text: {
      es: "No se puede preguntar el motivo del incumplimiento; sí ofrecer alternativas de pago.",
      "pt-BR": "Não se pode perguntar o motivo do atraso; oferecer alternativas de pagamento, sim.",
      en: "The reason for not paying may not be asked; offering ways to pay is allowed.",
    },
  }),
  requested: statute({
    ...LEY_2300,
    id: "CO.reply",
    article: "art. 8",
    text: {
      es: "La información que la persona pide no está sujeta a los horarios ni a los límites.",
      "pt-BR": "A informação que a pessoa pede não está sujeita a horários nem a limites.",
      en: "Information the person asked for is not bound by hours or limits.",
    },
  }),
  operation: statute({
    ...LEY_2300,
    id: "CO.operation",
    article: "art. 8",
    text: {
      es: "La confirmación de una operación está exceptuada y no lleva ningún cobro.",
      "pt-BR": "A confirmação de uma operação é exceção e não traz nenhuma cobrança.",
      en: "The confirmation of an operation is exempt and carries no demand.",
    },
  }),
  bureauNotice: statute({
    id: "CO.bureau",
    law: "Ley 1266 de 2008",
    article: "art. 12",
    text: {
      es: "Un reporte negativo exige aviso previo y veinte días calendario.",
      "pt-BR": "Um registro negativo exige aviso prévio e vinte dias corridos.",
      en: "A negative credit report needs prior notice and twenty calendar days.",
    },
    confidence: "verified",
    source: "https://www.suin-juriscol.gov.co/viewDocument.asp?id=1676616",
  }),
} as const;

/** Where sources conflict; the first option of each is in force unless the business chooses another by name. */
const READINGS = [
  {
    name: "contact",
    about: {
      es: "¿Qué cuenta como contacto con la persona?",
      "pt-BR": "O que conta como contato com a pessoa?",
      en: "What counts as a contact with the person?",
    },
    options: [
      { name: "each_send", clause: CO.eachSend, strictness: "default" },
      { name: "two_way_only", clause: CO.twoWayOnly, strictness: "looser" },
    ],
  },
  {
    name: "week",
    about: {
      es: "¿Cuántas veces por semana se puede contactar a la persona?",
      "pt-BR": "Quantas vezes por semana a pessoa pode ser contatada?",
      en: "How many times a week may the person be contacted?",
    },
    whyDefault: {
      es: "No es la más estricta a propósito: el artículo cuenta los canales por semana y los contactos por día, y así lo leen nuestras fuentes. Que un abogado lo confirme.",
      "pt-BR":
        "Não é a mais estrita de propósito: o artigo conta os canais por semana e os contatos por dia, e assim o leem as nossas fontes. Que um advogado o confirme.",
      en: "Not the strictest on purpose: the article counts channels by the week and contacts by the day, and our sources read it so. A lawyer should confirm it.",
    },
    options: [
      { name: "one_channel", clause: CO.oneChannel, strictness: "default" },
      { name: "one_contact", clause: CO.oncePerWeek, strictness: "stricter" },
    ],
  },
] as const satisfies readonly Reading[];

function profile({ readings }: Choice): Profile {
  return {
    country: "CO",
    version: VERSION,
    subdivision: undefined,
    readings,
    zones: ["America/Bogota"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: CO.thirdParties },
    stops: houseStops(CO),
    holds: { clause: CO.holds },
    content: { clause: CO.content },
    reply: { clause: CO.requested },
    confirmation: { exempt: true, clause: CO.operation },
    permission: { clause: CO.permission },
    channel: { clause: CO.channels },
    barred: { channels: ["visit"], clause: CO.visits },
    zone: { clause: CO.zone },
    holidays: {
      calendar: COLOMBIAN_HOLIDAYS,
      clause: CO.holidays,
    },
    hours: {
      week: weekOf([hours("07:00", "19:00")], [hours("08:00", "15:00")]),
      clause: CO.hours,
    },
    requestedHours: { separateInstrument: true, afterContract: true, clause: CO.requestedHours },
    inconvenient: { clause: CO.inconvenient },
    caps: [
      { kind: "per_day", max: 1, clause: CO.oncePerDay },
      { kind: "one_channel_per_week", clause: CO.oneChannel },
      ...(readings["week"] === "one_contact" ? [{ kind: "per_week", max: 1, clause: CO.oncePerWeek } as const] : []),
    ],
    countsAsContact: readings["contact"] === "two_way_only" ? "two_way_only" : "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

/** Ley 51 of 1983 by the library, Ley 2578 of 2026 by us: the library in use knows it already, an older one would not. */
const COLOMBIAN_HOLIDAYS = {
  country: "CO",
  corrections: [
    {
      clause: CO.holidayMoved,
      adds: (year: number) => (year >= 2026 ? [movedToMonday(isoDate(`${year}-07-09`))] : []),
    },
    { clause: CO.holidayList, strikes: ["easter"] },
  ],
};

export const COLOMBIA: CountryLaw = { country: "CO", readings: READINGS, clauses: CO, subdivisions: [], profile };
