import { policy, statute } from "../clause.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { underEu } from "./eu.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Spain: no statute was found that names hours or a number of contacts for collection. The window is that of commercial
 * calls, by analogy. Holidays are the national ones of the library; a holiday that falls on a Sunday is moved by each region
 * by itself, and those days are not closed here. The law of the Union is laid over it (`eu.ts`). Penalties: RGPD art. 83.
 */
const VERSION = "ES-2026.11";

export const ES = {
  ...houseClauses("ES"),
  ...houseLimits("ES"),
  hours: policy({
    id: "ES.hours",
    article: "15",
    text: {
      es: "La ley no fija horas de cobro: se escribe de lunes a viernes de 9:00 a 21:00, como en las llamadas comerciales.",
      "pt-BR":
        "A lei não fixa horas de cobrança: escreve-se de segunda a sexta das 9h às 21h, como nas ligações comerciais.",
      en: "The law names no hours for collection: we write Monday to Friday 9:00 to 21:00, as for commercial calls.",
    },
    source: "https://quitatudeuda.com/cuantas-veces-pueden-llamarme-reclamar-una-deuda",
  }),
  recipients: statute({
    id: "ES.recipients",
    law: "Ley Orgánica 3/2018 (LOPDGDD)",
    article: "art. 5",
    text: {
      es: "Quien trata los datos de la persona guarda el secreto: de su deuda no se habla con terceros.",
      "pt-BR": "Quem trata os dados da pessoa guarda sigilo: da dívida dela não se fala com terceiros.",
      en: "Who handles the person's data keeps them secret: their debt is not spoken of with third parties.",
    },
    confidence: "verified",
    source: "https://www.boe.es/buscar/act.php?id=BOE-A-2018-16673",
  }),
  noCap: statute({
    id: "ES.no-cap",
    law: "Ley 3/1991 de Competencia Desleal",
    article: "art. 8",
    text: {
      es: "La ley no pone un número: el momento, el lugar y la persistencia dicen si hay acoso.",
      "pt-BR": "A lei não fixa um número: o momento, o lugar e a persistência dizem se há assédio.",
      en: "The law names no number: the moment, the place and the persistence tell whether it is harassment.",
    },
    confidence: "verified",
    source: "https://www.boe.es/buscar/act.php?id=BOE-A-1991-628",
  }),
  aggression: statute({
    id: "ES.aggression",
    law: "Ley 3/1991 de Competencia Desleal",
    article: "art. 8",
    text: {
      es: "No se usa un lenguaje amenazador o insultante ni se anuncia una acción que legalmente no puede ejercerse.",
      "pt-BR": "Não se usa linguagem ameaçadora ou ofensiva nem se anuncia uma ação que a lei não permite exercer.",
      en: "No threatening or insulting language is used, and no action is announced that cannot lawfully be taken.",
    },
    confidence: "secondary",
    source: "https://www.supercontable.com/informacion/ley_gestion/Art._8._Ley_3-1991-_de_Competencia_Desleal.html",
  }),
};

const READINGS = [houseFrequency(ES)] as const satisfies readonly Reading[];

function profile({ readings }: Choice): Profile {
  return {
    country: "ES",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ["Europe/Madrid", "Atlantic/Canary"],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: ES.recipients },
    stops: houseStops(ES),
    holds: { clause: ES.holds },
    content: { clause: ES.content },
    reply: { clause: ES.reply },
    confirmation: { exempt: false, clause: ES.confirmation },
    permission: { clause: ES.permission },
    channel: { clause: ES.channel },
    zone: { clause: ES.zone },
    holidays: { calendar: { country: "ES", corrections: [] }, clause: ES.holidays },
    hours: { week: weekOf([hours("09:00", "21:00")]), clause: ES.hours },
    requestedHours: undefined,
    inconvenient: { clause: ES.inconvenient },
    caps: houseCaps(ES, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const SPAIN: CountryLaw = underEu({
  country: "ES",
  readings: READINGS,
  clauses: ES,
  subdivisions: [],
  profile,
});
