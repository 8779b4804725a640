import { isoDate } from "../../time.ts";
import { type Clause, policy, statute } from "../clause.ts";
import { type HolidayCalendar, type HolidayCorrection, holidaysOf } from "../holidays.ts";
import type { Hours, Profile, Reading, Weekday } from "../profile.ts";
import { STATE_UNKNOWN } from "./brazil-area-codes.ts";
import { AMAZONAS_UNTIL_19, BRAZILIAN_STATES, type BrazilianState, STATES_WITHOUT_HOURS } from "./brazil-states.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Brazil: the Código de Defesa do Consumidor binds every supplier and names no hours; states do (`brazil-states.ts`).
 * Its text was read as others quote it. Penalties: detention of three months to a year (art. 71), double refund of what was
 * charged unduly (art. 42). Who lives in a state without such a law gets the hours of São Paulo, as practitioners advise; where
 * the state is not known, what all the state laws allow: any of them may be the one that holds.
 */
const VERSION = "BR-2026.11.3";

const CDC = {
  law: "Lei 8.078/1990 (CDC)",
  confidence: "secondary",
  source: "https://guedert.adv.br/?p=905",
} as const;

export const BR = {
  ...houseClauses("BR"),
  ...houseLimits("BR"),
  hours: policy({
    id: "BR.hours",
    article: "15",
    text: {
      es: "Sin saber el estado de la persona se escribe solo cuando todas las leyes estatales lo permiten.",
      "pt-BR": "Sem saber o estado da pessoa só se escreve quando todas as leis estaduais permitem.",
      en: "Where the person's state is not known we write only when all the state laws allow it.",
    },
    source: CDC.source,
  }),
  everyState: policy({
    id: "BR.state.every",
    article: "7",
    text: {
      es: "Sin estado en la ficha valen las leyes de todos los estados: el código de área dice dónde se contrató el número, no dónde vive su dueño.",
      "pt-BR":
        "Sem estado no cadastro valem as leis de todos os estados: o DDD diz onde o número foi contratado, não onde vive o dono.",
      en: "Without a state on file the laws of all states hold: an area code tells where a number was taken out, not where its owner lives.",
    },
    source: "src/domain/contact-law/README.md",
  }),
  stateOfAreaCode: policy({
    id: "BR.state.area-code",
    article: "7",
    text: {
      es: "Lectura elegida por la empresa: sin estado en la ficha vale la ley del estado del código de área. Quien se mudó puede recibir mensajes fuera de las horas de su estado.",
      "pt-BR":
        "Leitura escolhida pela empresa: sem estado no cadastro vale a lei do estado do DDD. Quem se mudou pode receber mensagens fora das horas do seu estado.",
      en: "A reading chosen by the business: without a state on file the law of the area code's state holds. Who moved may be written to outside the hours of their own.",
    },
    source: "src/domain/contact-law/README.md",
  }),
  hoursElsewhere: policy({
    id: "BR.hours.elsewhere",
    article: "15",
    text: {
      es: "Donde el estado no fija horas se escribe de lunes a viernes de 8:00 a 20:00 y los sábados de 8:00 a 14:00.",
      "pt-BR": "Onde o estado não fixa horas escreve-se de segunda a sexta das 8h às 20h e aos sábados das 8h às 14h.",
      en: "Where the state names no hours we write Monday to Friday 8:00 to 20:00 and Saturday 8:00 to 14:00.",
    },
    source: "https://efic.com.br/?p=368",
  }),
  holidaysElsewhere: policy({
    id: "BR.holidays.elsewhere",
    article: "16",
    text: {
      es: "Donde el estado no fija horas tampoco se escribe en feriados nacionales ni del estado.",
      "pt-BR": "Onde o estado não fixa horas tampouco se escreve em feriados nacionais ou do estado.",
      en: "Where the state names no hours we do not write on national or state holidays either.",
    },
    source: "https://efic.com.br/?p=368",
  }),
  holidays: policy({
    id: "BR.holidays",
    article: "16",
    text: {
      es: "Sin saber el estado no se escribe en los feriados nacionales ni en los de los estados con horario propio.",
      "pt-BR": "Sem saber o estado não se escreve nos feriados nacionais nem nos dos estados com horário próprio.",
      en: "Where the state is not known we write neither on national holidays nor on those of the states with hours of their own.",
    },
    source: CDC.source,
  }),
  zumbi: statute({
    id: "BR.holidays.zumbi",
    law: "Lei 14.759/2023",
    article: "art. 1",
    text: {
      es: "El 20 de noviembre es feriado en todo el país desde 2024.",
      "pt-BR": "O dia 20 de novembro é feriado em todo o país desde 2024.",
      en: "20 November is a holiday in the whole country from 2024 on.",
    },
    confidence: "secondary",
    source: "https://legisweb.com.br/legislacao/?legislacao=453626",
  }),
  holidayList: statute({
    id: "BR.holidays.list",
    law: "Lei 662/1949",
    article: "art. 1 (Lei 10.607/2002)",
    text: {
      es: "La lista de feriados nacionales no incluye los días de elecciones.",
      "pt-BR": "A lista de feriados nacionais não inclui os dias de eleição.",
      en: "The list of national holidays does not hold the days of elections.",
    },
    confidence: "secondary",
    source: "https://www.planalto.gov.br/ccivil_03/leis/2002/L10607.htm",
  }),
  dignity: statute({
    ...CDC,
    id: "BR.dignity",
    article: "art. 42",
    text: {
      es: "A quien debe no se le ridiculiza, ni se le amenaza, ni se le pone en aprietos.",
      "pt-BR": "Quem deve não é ridicularizado, ameaçado nem constrangido.",
      en: "Who owes is neither ridiculed, nor threatened, nor put under constraint.",
    },
  }),
  /** What a person said of their times tells us when we would interfere. */
  inconvenient: statute({
    ...CDC,
    id: "BR.inconvenient",
    article: "art. 71",
    text: {
      es: "La cobranza no interfiere con el trabajo, el descanso ni el ocio de la persona.",
      "pt-BR": "A cobrança não interfere no trabalho, no descanso nem no lazer da pessoa.",
      en: "Collection does not interfere with the person's work, rest or leisure.",
    },
  }),
  supplier: policy({
    id: "BR.supplier",
    law: CDC.law,
    article: "art. 42-A",
    text: {
      es: "Cada documento de cobro lleva el nombre, la dirección y el CPF o CNPJ del proveedor.",
      "pt-BR": "Cada documento de cobrança traz nome, endereço e CPF ou CNPJ do fornecedor.",
      en: "Each demand carries the supplier's name, address and CPF or CNPJ.",
    },
    source: CDC.source,
  }),
};

const READINGS = [
  houseFrequency(BR),
  {
    name: STATE_UNKNOWN.reading,
    about: {
      es: "¿Qué ley vale para quien vive en un estado que no se conoce?",
      "pt-BR": "Que lei vale para quem vive num estado que não se conhece?",
      en: "Which law holds for somebody whose state is not known?",
    },
    options: [
      { name: "every_state", clause: BR.everyState, strictness: "default" },
      { name: STATE_UNKNOWN.byAreaCode, clause: BR.stateOfAreaCode, strictness: "looser" },
    ],
  },
  {
    name: "amazonas",
    about: {
      es: "¿Hasta qué hora se puede contactar en Amazonas?",
      "pt-BR": "Até que hora se pode contatar no Amazonas?",
      en: "Until what hour may the person be contacted in Amazonas?",
    },
    options: [
      { name: "until_18", clause: BRAZILIAN_STATES.AM.clause, strictness: "default" },
      { name: "until_19", clause: AMAZONAS_UNTIL_19.clause, strictness: "looser" },
    ],
  },
] as const satisfies readonly Reading[];

/** The library counts both rounds of an election, always Sundays, and loses 20 November in states that once had it of their own. */
const NATIONAL: readonly HolidayCorrection[] = [
  { clause: BR.zumbi, adds: (year) => (year >= 2024 ? [isoDate(`${year}-11-20`)] : []) },
  {
    clause: BR.holidayList,
    strikes: ["1st sunday in October in even years", "1st sunday before 11-01 in even years"],
  },
];

const STATES = [...Object.keys(BRAZILIAN_STATES), ...Object.keys(STATES_WITHOUT_HOURS)];

const STATE_CALENDARS: ReadonlyMap<string, HolidayCalendar> = new Map(
  STATES.map((state) => [state, { country: "BR", state, corrections: NATIONAL }]),
);

const CALENDAR_OF_ALL: HolidayCalendar = {
  country: "BR",
  corrections: [
    ...NATIONAL,
    {
      clause: BR.holidays,
      adds: (year) =>
        [...STATE_CALENDARS].flatMap(([state, calendar]) =>
          state in BRAZILIAN_STATES ? [...holidaysOf(calendar, year)] : [],
        ),
    },
  ],
};

/** The last start and the first end of that day in all the states; none where one of them is closed. */
function allowedByAll(weekday: Weekday): readonly Hours[] {
  const days = Object.values(BRAZILIAN_STATES).map(({ week }) => week[weekday]);
  if (days.some((day) => day.length === 0)) return [];
  const stretches = days.flat();
  return [
    {
      start: Math.max(...stretches.map(({ start }) => start)),
      end: Math.min(...stretches.map(({ end }) => end)),
    },
  ];
}

/** Where and when the law of the person's state applies, or what stands in its place. */
function placeOf({ subdivision, readings }: Choice): Pick<Profile, "zones" | "hours" | "holidays"> {
  const calendar = STATE_CALENDARS.get(subdivision ?? "");
  if (subdivision === undefined || !calendar) {
    return {
      zones: ZONES,
      hours: { week: weekOf(allowedByAll(1), allowedByAll(6), allowedByAll(7)), clause: BR.hours },
      holidays: { calendar: CALENDAR_OF_ALL, clause: BR.holidays },
    };
  }
  const state = stateOf(subdivision, readings);
  if (!state) {
    return {
      zones: STATES_WITHOUT_HOURS[subdivision] ?? ZONES,
      hours: { week: BRAZILIAN_STATES.SP.week, clause: BR.hoursElsewhere },
      holidays: { calendar, clause: BR.holidaysElsewhere },
    };
  }
  return {
    zones: state.zones,
    hours: { week: state.week, clause: state.clause },
    holidays: { calendar, clause: state.clause },
  };
}

function stateOf(subdivision: string, readings: Choice["readings"]): BrazilianState | undefined {
  if (subdivision === "AM" && readings["amazonas"] === "until_19") return AMAZONAS_UNTIL_19;
  return (BRAZILIAN_STATES as Readonly<Record<string, BrazilianState>>)[subdivision];
}

function profile(choice: Choice): Profile {
  const { readings, subdivision } = choice;
  return {
    country: "BR",
    subdivision,
    version: VERSION,
    readings,
    ...placeOf(choice),
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: BR.recipients },
    stops: houseStops(BR),
    holds: { clause: BR.holds },
    content: { clause: BR.content },
    reply: { clause: BR.reply },
    confirmation: { exempt: false, clause: BR.confirmation },
    permission: { clause: BR.permission },
    channel: { clause: BR.channel },
    zone: { clause: BR.zone },
    requestedHours: undefined,
    inconvenient: { clause: BR.inconvenient },
    caps: houseCaps(BR, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

const ZONES = [
  "America/Sao_Paulo",
  "America/Bahia",
  "America/Fortaleza",
  "America/Recife",
  "America/Belem",
  "America/Santarem",
  "America/Araguaina",
  "America/Maceio",
  "America/Manaus",
  "America/Eirunepe",
  "America/Cuiaba",
  "America/Campo_Grande",
  "America/Porto_Velho",
  "America/Boa_Vista",
  "America/Rio_Branco",
  "America/Noronha",
] as const;

const STATE_CLAUSES: Readonly<Record<string, Clause>> = Object.fromEntries(
  Object.entries(BRAZILIAN_STATES).map(([state, { clause }]) => [`hours${state}`, clause]),
);

export const BRAZIL: CountryLaw = {
  country: "BR",
  readings: READINGS,
  clauses: { ...BR, ...STATE_CLAUSES, amazonasUntil19: AMAZONAS_UNTIL_19.clause },
  subdivisions: STATES,
  profile,
};
