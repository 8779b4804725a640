import { policy, statute } from "../clause.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Argentina: Ley 24.240 binds every supplier and asks for dignified treatment (art. 8 bis). It was read and names
 * neither hours nor a number of contacts, so those here are the house's. Provinces vary: in the City of Buenos Aires
 * Ley 6171 binds who collects for others; hours in it were not found. Penalties: 0.5 to 2,100 baskets (art. 47), and
 * punitive damages (art. 52 bis). Bridge days are decreed each year (Ley 27.399 art. 7): `AR.holidays.bridges` has to
 * be looked at every December.
 */
const VERSION = "AR-2026.11.1";

const LEY_24240 = {
  law: "Ley 24.240",
  confidence: "verified",
  source: "http://servicios.infoleg.gob.ar/infolegInternet/anexos/0-4999/638/texact.htm",
} as const;

const LEY_25326 = {
  law: "Ley 25.326",
  confidence: "verified",
  source: "http://servicios.infoleg.gob.ar/",
} as const;

export const AR = {
  ...houseClauses("AR"),
  ...houseLimits("AR"),
  holyThursday: statute({
    id: "AR.holidays.holy-thursday",
    law: "Ley 27.399",
    article: "art. 1",
    text: {
      es: "El Jueves Santo es día no laborable en todo el país.",
      "pt-BR": "A Quinta-feira Santa é dia não útil em todo o país.",
      en: "Holy Thursday is a non-working day in the whole country.",
    },
    confidence: "secondary",
    source: "http://prensasantiago.com.ar/index/2022/04/jueves-y-viernes-santo-dias-no-laborables/",
  }),
  bridges: statute({
    id: "AR.holidays.bridges",
    law: "Ley 27.399",
    article: "art. 7",
    text: {
      es: "El Poder Ejecutivo fija cada año hasta tres días puente, en lunes o viernes, para el turismo.",
      "pt-BR": "O Poder Executivo fixa a cada ano até três dias de ponte, em segunda ou sexta, para o turismo.",
      en: "The Executive sets up to three bridge days a year, on Mondays or Fridays, for tourism.",
    },
    confidence: "secondary",
    source: "https://www.argentina.gob.ar/jefatura/feriados-nacionales-2026",
  }),
  dignity: statute({
    ...LEY_24240,
    id: "AR.dignity",
    article: "art. 8 bis",
    text: {
      es: "El trato es digno: nada que avergüence, veje o intimide a la persona.",
      "pt-BR": "O trato é digno: nada que envergonhe, humilhe ou intimide a pessoa.",
      en: "Treatment is dignified: nothing that shames, humiliates or intimidates the person.",
    },
  }),
  judicial: statute({
    ...LEY_24240,
    id: "AR.judicial",
    article: "art. 8 bis",
    text: {
      es: "Un cobro fuera de los tribunales no se presenta como si fuera judicial.",
      "pt-BR": "Uma cobrança fora dos tribunais não se apresenta como se fosse judicial.",
      en: "A claim made out of court is not dressed up as one of a court.",
    },
  }),
  thirdParties: policy({
    id: "AR.third-parties.city",
    law: "Ley 6171 de la Ciudad de Buenos Aires",
    article: "prohibiciones",
    text: {
      es: "En la Ciudad de Buenos Aires la ley prohíbe informar de la deuda a terceros y publicar listas; en el resto del país es política.",
      "pt-BR":
        "Na Cidade de Buenos Aires a lei proíbe informar a dívida a terceiros e publicar listas; no resto do país é política.",
      en: "In the City of Buenos Aires the law forbids telling third parties of the debt and publishing lists; in the rest of the country it is policy.",
    },
    source: "https://actualidadjuridicaonline.com/limites-legales-para-las-cobranzas",
  }),
  plan: statute({
    ...LEY_24240,
    id: "AR.plan",
    article: "art. 36",
    text: {
      es: "Una financiación dice su tasa anual, su costo total y el número, el plazo y el monto de las cuotas.",
      "pt-BR": "Um financiamento diz sua taxa anual, seu custo total e o número, o prazo e o valor das parcelas.",
      en: "Credit says its yearly rate, its total cost and the number, dates and amounts of its instalments.",
    },
  }),
  creditData: statute({
    ...LEY_25326,
    id: "AR.data.credit",
    article: "art. 26.4",
    text: {
      es: "Los datos de crédito se conservan cinco años, y dos desde que la deuda se pagó.",
      "pt-BR": "Os dados de crédito são conservados por cinco anos, e por dois desde que a dívida foi paga.",
      en: "Credit data are kept for five years, and for two once the debt is paid.",
    },
  }),
  erasure: statute({
    ...LEY_25326,
    id: "AR.data.erasure",
    article: "art. 16.2 y 16.5",
    text: {
      es: "Lo que la persona pide corregir o borrar se hace en cinco días hábiles, salvo deber legal de conservar.",
      "pt-BR":
        "O que a pessoa pede para corrigir ou apagar é feito em cinco dias úteis, salvo dever legal de conservar.",
      en: "What the person asks to correct or erase is done in five working days, unless the law has it kept.",
    },
  }),
};

const READINGS = [houseFrequency(AR)] as const satisfies readonly Reading[];

const ARGENTINE_HOLIDAYS = {
  country: "AR",
  corrections: [
    { clause: AR.holyThursday, addsRules: ["easter -3"] },
    // Those of 2026. Those of 2027 were not decreed when this was written.
    { clause: AR.bridges, addsRules: ["2026-03-23", "2026-07-10", "2026-12-07"] },
  ],
};

function profile({ readings }: Choice): Profile {
  return {
    country: "AR",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ["America/Argentina/Buenos_Aires"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: AR.recipients },
    stops: houseStops(AR),
    holds: { clause: AR.holds },
    content: { clause: AR.content },
    reply: { clause: AR.reply },
    confirmation: { exempt: false, clause: AR.confirmation },
    permission: { clause: AR.permission },
    channel: { clause: AR.channel },
    zone: { clause: AR.zone },
    holidays: { calendar: ARGENTINE_HOLIDAYS, clause: AR.holidays },
    hours: { week: weekOf([hours("09:00", "19:00")]), clause: AR.hours },
    requestedHours: undefined,
    inconvenient: { clause: AR.inconvenient },
    caps: houseCaps(AR, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const ARGENTINA: CountryLaw = { country: "AR", readings: READINGS, clauses: AR, subdivisions: [], profile };
