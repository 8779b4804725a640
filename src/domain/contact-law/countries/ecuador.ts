import { addDays, type IsoDate, isoDate, weekdayOf } from "../../time.ts";
import { policy, statute } from "../clause.ts";
import { CHANNELS } from "../facts.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseClauses, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Ecuador: art. 49 of the Ley Orgánica de Defensa del Consumidor, reformed in February 2022, as the press tells it;
 * its text was not found. It speaks of firms that collect for suppliers, and the creditor answers too. WhatsApp is
 * named in it. Penalties: 1 to 10 basic salaries, twice that when repeated. The holidays of one city or province, and
 * days that a decree gives and lets be worked off later, are not in the calendar.
 */
const VERSION = "EC-2026.11";

const ART_49 = {
  law: "Ley Orgánica de Defensa del Consumidor",
  article: "art. 49",
  confidence: "secondary",
  source:
    "https://www.metroecuador.com.ec/noticias/2026/02/18/el-horario-y-el-numero-de-veces-que-te-pueden-llamar-en-el-dia-para-cobrar-una-deuda-en-ecuador",
} as const;

const EL_UNIVERSO =
  "https://www.eluniverso.com/noticias/ecuador/cuantas-veces-me-pueden-llamar-a-cobrar-deudas-una-empresa-durante-el-dia-nota/";

export const EC = {
  ...houseClauses("EC"),
  ...houseLimits("EC"),
  hours: statute({
    ...ART_49,
    id: "EC.hours",
    text: {
      es: "Se contacta de lunes a viernes entre las 7:00 y las 20:00, nunca en fin de semana.",
      "pt-BR": "O contato é feito de segunda a sexta entre 7h e 20h, nunca no fim de semana.",
      en: "Contact is made Monday to Friday between 7:00 and 20:00, never at weekends.",
    },
  }),
  hoursUntil22: policy({
    law: ART_49.law,
    id: "EC.hours.until-22",
    article: ART_49.article,
    text: {
      es: "Lectura de un solo medio, elegida por la empresa: se contacta hasta las 22:00.",
      "pt-BR": "Leitura de um único jornal, escolhida pela empresa: o contato vai até as 22h.",
      en: "The reading of one newspaper only, chosen by the business: contact is made until 22:00.",
    },
    source: "https://www.eldiario.ec/actualidad/ecuador/culebras-solo-pueden-llamar-una-vez-al-dia/",
  }),
  holidays: statute({
    ...ART_49,
    id: "EC.holidays",
    text: {
      es: "No se contacta en días feriados.",
      "pt-BR": "Não se contata em feriados.",
      en: "No contact on public holidays.",
    },
  }),
  holidayList: statute({
    id: "EC.holidays.list",
    law: "Código del Trabajo",
    article: "art. 65",
    text: {
      es: "La independencia de Guayaquil se celebra el 9 de octubre; el Jueves Santo no es feriado nacional.",
      "pt-BR": "A independência de Guayaquil é celebrada em 9 de outubro; a Quinta-feira Santa não é feriado nacional.",
      en: "The independence of Guayaquil is celebrated on 9 October; Holy Thursday is no national holiday.",
    },
    confidence: "secondary",
    source: "https://es.scribd.com/document/870412210/Primer-Deber-2do-Parcial-Laboral",
  }),
  holidayMoved: statute({
    id: "EC.holidays.moved",
    law: "Ley Orgánica Reformatoria a la LOSEP y al Código del Trabajo (2016)",
    article: "art. 2",
    text: {
      es: "El descanso de un feriado se mueve para juntarse con el fin de semana.",
      "pt-BR": "O descanso de um feriado muda de dia para se juntar ao fim de semana.",
      en: "The day of rest of a holiday moves so as to join the weekend.",
    },
    confidence: "secondary",
    source: "https://notimundo.com.ec/?p=66777",
  }),
  onceADay: statute({
    ...ART_49,
    id: "EC.day-cap",
    text: {
      es: "Se hace una sola gestión de cobro al día, por cualquier medio.",
      "pt-BR": "Faz-se um único contato de cobrança por dia, por qualquer meio.",
      en: "Only one contact to collect is made a day, by whatever means.",
    },
    source: EL_UNIVERSO,
  }),
  oncePerChannel: statute({
    ...ART_49,
    id: "EC.day-cap.channel",
    text: {
      es: "Por cada medio se hace a lo más una gestión de cobro al día.",
      "pt-BR": "Por cada meio faz-se no máximo um contato de cobrança por dia.",
      en: "By each means at most one contact to collect is made a day.",
    },
  }),
  recipients: statute({
    ...ART_49,
    id: "EC.recipients",
    text: {
      es: "Solo se contacta al deudor, al codeudor o al garante.",
      "pt-BR": "Só se contata o devedor, o codevedor ou o garantidor.",
      en: "Only the debtor, a co-debtor or a guarantor is contacted.",
    },
  }),
  thirdParties: statute({
    ...ART_49,
    id: "EC.third-parties",
    text: {
      es: "Ningún tercero se entera del atraso y con nadie se dejan recados.",
      "pt-BR": "Nenhum terceiro fica sabendo do atraso e não se deixam recados com ninguém.",
      en: "No third party learns of the default and no messages are left with anybody.",
    },
    source: "https://www.eldiario.ec/actualidad/ecuador/culebras-solo-pueden-llamar-una-vez-al-dia/",
  }),
  threats: statute({
    ...ART_49,
    id: "EC.threats",
    text: {
      es: "No se amenaza ni se ridiculiza a la persona, ni se le insiste una y otra vez.",
      "pt-BR": "Não se ameaça nem se ridiculariza a pessoa, nem se insiste repetidamente.",
      en: "The person is neither threatened nor ridiculed, nor pressed again and again.",
    },
    source: "https://ecuadorposts.com/hostigamiento-de-cobranza/",
  }),
  number: statute({
    ...ART_49,
    id: "EC.number",
    text: {
      es: "El número desde el que se cobra es identificable.",
      "pt-BR": "O número de onde se cobra é identificável.",
      en: "The number that asks for payment can be identified.",
    },
  }),
};

/** Until when, and what the one contact a day is counted over. */
const READINGS = [
  {
    name: "hours",
    about: {
      es: "¿Hasta qué hora se puede contactar?",
      "pt-BR": "Até que hora se pode contatar?",
      en: "Until what hour may the person be contacted?",
    },
    options: [
      { name: "until_20", clause: EC.hours, strictness: "default" },
      { name: "until_22", clause: EC.hoursUntil22, strictness: "looser" },
    ],
  },
  {
    name: "day",
    about: {
      es: "¿El límite diario es uno solo, o uno por canal?",
      "pt-BR": "O limite diário é um só, ou um por canal?",
      en: "Is there one limit a day in all, or one for each channel?",
    },
    options: [
      { name: "in_all", clause: EC.onceADay, strictness: "default" },
      { name: "per_channel", clause: EC.oncePerChannel, strictness: "looser" },
    ],
  },
] as const satisfies readonly Reading[];

function capsOf(readings: Choice["readings"]): Profile["caps"] {
  if (readings["day"] !== "per_channel") return [{ kind: "per_day", max: 1, clause: EC.onceADay }];
  return CHANNELS.map((channel) => ({ kind: "per_day", max: 1, channels: [channel], clause: EC.oncePerChannel }));
}

function hoursOf(readings: Choice["readings"]): Profile["hours"] {
  if (readings["hours"] === "until_22") return { week: weekOf([hours("07:00", "22:00")]), clause: EC.hoursUntil22 };
  return { week: weekOf([hours("07:00", "20:00")]), clause: EC.hours };
}

function profile({ readings }: Choice): Profile {
  return {
    country: "EC",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ["America/Guayaquil", "Pacific/Galapagos"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: EC.recipients },
    stops: houseStops(EC),
    holds: { clause: EC.holds },
    content: { clause: EC.content },
    reply: { clause: EC.reply },
    confirmation: { exempt: false, clause: EC.confirmation },
    permission: { clause: EC.permission },
    channel: { clause: EC.channel },
    zone: { clause: EC.zone },
    holidays: { calendar: ECUADORIAN_HOLIDAYS, clause: EC.holidays },
    hours: hoursOf(readings),
    requestedHours: undefined,
    inconvenient: { clause: EC.inconvenient },
    caps: capsOf(readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

/**
 * Where the rest of a holiday moves, by its weekday from Monday to Sunday; undefined where it stays. New Year's Day
 * and Christmas only leave a weekend. Two holidays in a row keep two days of rest: the second is told by the weekday
 * of the first.
 */
const MOVES = {
  alone: [0, -1, 2, 1, 0, -1, 1],
  fixed: [0, 0, 0, 0, 0, -1, 1],
  firstOfTwo: [0, 0, 2, 0, 0, -1, 2],
  secondOfTwo: [0, -2, 0, 0, -2, 1, 0],
} as const;

/** The days of rest of a year. The holiday's own date stays closed too, as the stricter of the two. */
function restDays(year: number): readonly IsoDate[] {
  const on = (monthAndDay: string) => isoDate(`${year}-${monthAndDay}`);
  const dead = on("11-02");
  return [
    ...[on("05-01"), on("05-24"), on("08-10"), on("10-09")].map((day) => moved(day, "alone")),
    // The rest of a New Year's Day on a Saturday lies in the year before it.
    ...[on("01-01"), on("12-25"), isoDate(`${year + 1}-01-01`)].map((day) => moved(day, "fixed")),
    moved(dead, "firstOfTwo"),
    addDays(moved(dead, "secondOfTwo"), 1),
  ].filter((day) => day.startsWith(`${year}-`));
}

function moved(day: IsoDate, how: keyof typeof MOVES): IsoDate {
  return addDays(day, MOVES[how][weekdayOf(day) - 1] ?? 0);
}

const ECUADORIAN_HOLIDAYS = {
  country: "EC",
  corrections: [
    { clause: EC.holidayList, addsRules: ["10-09"], strikes: ["easter -3", "09-10"] },
    { clause: EC.holidayMoved, adds: restDays },
  ],
};

export const ECUADOR: CountryLaw = { country: "EC", readings: READINGS, clauses: EC, subdivisions: [], profile };
