import { statute } from "../clause.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Peru: Ley 29571 (Código de Protección y Defensa del Consumidor), consolidated to February 2026, binds every supplier.
 * By the letter art. 62.b speaks of visits and calls; its last letter, "any analogous modality", is read to hold for messages.
 * Penalties: up to 450 UIT (art. 110). Persistence without a number is judged by art. 58.1.d.
 */
const VERSION = "PE-2026.11.1";

const LEY_29571 = {
  law: "Ley 29571",
  confidence: "verified",
  source: "https://lpderecho.pe/codigo-de-proteccion-y-defensa-del-consumidor-ley-29571/",
} as const;

export const PE = {
  ...houseClauses("PE"),
  ...houseLimits("PE"),
  hours: statute({
    ...LEY_29571,
    id: "PE.hours",
    article: "art. 62.b",
    text: {
      es: "Entre las 20:00 y las 7:00, los sábados y los domingos no hay visitas ni llamadas; tampoco mensajes, leídos como «modalidad análoga».",
      "pt-BR":
        "Entre 20h e 7h, aos sábados e aos domingos não há visitas nem ligações; nem mensagens, lidas como «modalidade análoga».",
      en: "No visits or calls between 20:00 and 7:00, on Saturdays or on Sundays; nor messages, read as 'any analogous modality'.",
    },
  }),
  holidays: statute({
    ...LEY_29571,
    id: "PE.holidays",
    article: "art. 62.b",
    text: {
      es: "En días feriados no hay visitas ni llamadas; tampoco mensajes, leídos como «modalidad análoga».",
      "pt-BR": "Nos feriados não há visitas nem ligações; nem mensagens, lidas como «modalidade análoga».",
      en: "No visits or calls on public holidays; nor messages, read as 'any analogous modality'.",
    },
  }),
  holidayList: statute({
    id: "PE.holidays.list",
    law: "Decreto Legislativo 713",
    article: "art. 6",
    text: {
      es: "La lista de feriados nombra el Jueves y el Viernes Santo; el Domingo de Pascua no está en ella.",
      "pt-BR": "A lista de feriados inclui a Quinta e a Sexta-feira Santa; o Domingo de Páscoa não está nela.",
      en: "The list of holidays names Holy Thursday and Good Friday; Easter Sunday is not on it.",
    },
    confidence: "verified",
    source: "https://github.com/crafter-research/legalize-pe",
  }),
  recipients: statute({
    ...LEY_29571,
    id: "PE.recipients",
    article: "art. 62.f",
    text: {
      es: "No se escribe ni se llama a terceros sobre el atraso de la persona.",
      "pt-BR": "Não se escreve nem se liga a terceiros sobre o atraso da pessoa.",
      en: "Third parties are neither written to nor called about the person's default.",
    },
  }),
  judicial: statute({
    ...LEY_29571,
    id: "PE.judicial",
    article: "art. 62.a",
    text: {
      es: "No se envía nada que parezca una notificación o un escrito judicial.",
      "pt-BR": "Não se envia nada que pareça uma notificação ou peça judicial.",
      en: "Nothing is sent that looks like a court's notice or writing.",
    },
  }),
  reputation: statute({
    ...LEY_29571,
    id: "PE.reputation",
    article: "art. 61",
    text: {
      es: "El cobro no daña la reputación, la intimidad del hogar, el trabajo ni la imagen de la persona.",
      "pt-BR": "A cobrança não fere a reputação, a intimidade do lar, o trabalho nem a imagem da pessoa.",
      en: "Collecting harms neither the person's reputation, nor their home, nor their work, nor their image.",
    },
  }),
  exposure: statute({
    ...LEY_29571,
    id: "PE.exposure",
    article: "art. 62.c, d y e",
    text: {
      es: "No se ponen carteles ni se difunden listas de deudores.",
      "pt-BR": "Não se colocam cartazes nem se divulgam listas de devedores.",
      en: "No posters are put up and no lists of debtors are made known.",
    },
  }),
};

const READINGS = [houseFrequency(PE)] as const satisfies readonly Reading[];

function profile({ readings }: Choice): Profile {
  return {
    country: "PE",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ["America/Lima"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: PE.recipients },
    stops: houseStops(PE),
    holds: { clause: PE.holds },
    content: { clause: PE.content },
    reply: { clause: PE.reply },
    confirmation: { exempt: false, clause: PE.confirmation },
    permission: { clause: PE.permission },
    channel: { clause: PE.channel },
    zone: { clause: PE.zone },
    holidays: {
      calendar: { country: "PE", corrections: [{ clause: PE.holidayList, strikes: ["easter"] }] },
      clause: PE.holidays,
    },
    hours: { week: weekOf([hours("07:00", "20:00")]), clause: PE.hours },
    requestedHours: undefined,
    inconvenient: { clause: PE.inconvenient },
    caps: houseCaps(PE, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const PERU: CountryLaw = { country: "PE", readings: READINGS, clauses: PE, subdivisions: [], profile };
