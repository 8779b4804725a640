import { policy, statute } from "../clause.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * Mexico: CONDUSEF's rules for collection offices, published on 7 October 2014, as the press tells them; the official
 * text was not found, so articles have no number here. They bind financial entities and the offices they hire, who
 * must be in REDECO; other creditors are under PROFECO, whose rules were not read. The press of 2014 reports 7:00 to
 * 22:00 every day, that of 2026 Monday to Friday and no holidays. The default is the house's, no wider than either: the
 * days of 2026, and shorter hours. Penalties of 2014: 13,458 to 134,580 pesos.
 */
const VERSION = "MX-2026.11.1";

const CONDUSEF = {
  law: "CONDUSEF, disposiciones a despachos de cobranza (DOF 7-10-2014)",
  confidence: "secondary",
  source: "https://pagalojusto.org/t10466-8-nuevas-reglas-para-despachos",
} as const;

const PRESS_2026 = {
  law: "CONDUSEF, según la prensa de 2026",
  confidence: "secondary",
  source: "https://tribunademexico.com/despachos-cobranza-deuda-bancos/",
} as const;

const EXPANSION =
  "https://expansion.mx/finanzas-personales/2025/12/10/despachos-de-cobranza-difundir-fotos-o-datos-personales";

export const MX = {
  ...houseClauses("MX"),
  ...houseLimits("MX"),
  hours: policy({
    law: CONDUSEF.law,
    id: "MX.hours",
    article: "horario",
    text: {
      es: "Las fuentes difieren y vale lo más estricto de cada una: se escribe de lunes a viernes de 8:00 a 20:00.",
      "pt-BR": "As fontes divergem e vale o mais estrito de cada uma: escreve-se de segunda a sexta das 8h às 20h.",
      en: "Sources differ and the stricter part of each holds: we write Monday to Friday from 8:00 to 20:00.",
    },
    source: CONDUSEF.source,
  }),
  hoursSaturday: policy({
    law: CONDUSEF.law,
    id: "MX.hours.saturday",
    article: "horario",
    text: {
      es: "Elegido por la empresa: también los sábados de 9:00 a 14:00, que las reglas de 2014 permiten y la prensa de 2026 no.",
      "pt-BR":
        "Escolhido pela empresa: também aos sábados das 9h às 14h, que as regras de 2014 permitem e a imprensa de 2026 não.",
      en: "Chosen by the business: Saturdays from 9:00 to 14:00 too, which the rules of 2014 allow and the press of 2026 does not.",
    },
    source: CONDUSEF.source,
  }),
  hours2014: statute({
    ...CONDUSEF,
    id: "MX.hours.2014",
    article: "horario",
    text: {
      es: "Se contacta entre las 7:00 y las 22:00 del lugar de la persona, cualquier día.",
      "pt-BR": "O contato é feito entre 7h e 22h do lugar da pessoa, em qualquer dia.",
      en: "Contact is made between 7:00 and 22:00 where the person is, on any day.",
    },
    source: "http://www.elfinanciero.com.mx/economia/reglas-para-cobranza-de-bancos-en-enero-de-2015.html",
  }),
  hours2026: statute({
    ...PRESS_2026,
    id: "MX.hours.2026",
    article: "horario",
    text: {
      es: "Se contacta de lunes a viernes entre las 7:00 y las 22:00.",
      "pt-BR": "O contato é feito de segunda a sexta entre 7h e 22h.",
      en: "Contact is made Monday to Friday between 7:00 and 22:00.",
    },
  }),
  holidays2026: statute({
    ...PRESS_2026,
    id: "MX.holidays.2026",
    article: "días",
    text: {
      es: "No se contacta en días festivos.",
      "pt-BR": "Não se contata em feriados.",
      en: "No contact on public holidays.",
    },
  }),
  scope: statute({
    ...CONDUSEF,
    id: "MX.scope",
    article: "ámbito",
    text: {
      es: "Obligan a las entidades financieras y a sus despachos; otros acreedores están bajo PROFECO, y aquí valen para todos por política.",
      "pt-BR":
        "Obrigam as entidades financeiras e os seus escritórios; outros credores estão sob a PROFECO, e aqui valem para todos por política.",
      en: "They bind financial entities and the offices they hire; other creditors are under PROFECO, and here all keep to them by policy.",
    },
  }),
  recipients: statute({
    ...CONDUSEF,
    id: "MX.recipients",
    article: "prohibiciones",
    text: {
      es: "Solo se cobra al deudor, al obligado solidario o al aval; nunca a familiares ni compañeros de trabajo.",
      "pt-BR": "Só se cobra do devedor, do coobrigado ou do avalista; nunca de familiares nem colegas de trabalho.",
      en: "Only the debtor, a co-debtor or a guarantor is asked to pay; never family or co-workers.",
    },
  }),
  firstContact: statute({
    ...CONDUSEF,
    id: "MX.first-contact",
    article: "primer contacto",
    text: {
      es: "El primer contacto dice quién cobra y dónde está, qué entidad dio el crédito y por qué contrato.",
      "pt-BR": "O primeiro contato diz quem cobra e onde está, que entidade deu o crédito e por qual contrato.",
      en: "The first contact says who collects and where they are, which entity gave the credit and by which contract.",
    },
  }),
  computed: policy({
    law: CONDUSEF.law,
    id: "MX.first-contact.amount",
    article: "primer contacto",
    text: {
      es: "No se sigue: el primer contacto diría cuánto se debe y cómo se calculó, pero no se nombra a quien aún no mostró quién es.",
      "pt-BR":
        "Não se segue: o primeiro contato diria quanto se deve e como se calculou, mas isso não se diz a quem ainda não mostrou quem é.",
      en: "Not followed: the first contact would say how much is owed and how it was computed, which is not told to who has not shown who they are.",
    },
    source: CONDUSEF.source,
  }),
  agreements: statute({
    ...CONDUSEF,
    id: "MX.agreements",
    article: "convenios",
    text: {
      es: "Todo acuerdo de pago o reestructura consta por escrito.",
      "pt-BR": "Todo acordo de pagamento ou renegociação fica por escrito.",
      en: "Every agreement to pay or restructure is put in writing.",
    },
    source: "http://www.elfinanciero.com.mx/economia/reglas-para-cobranza-de-bancos-en-enero-de-2015.html",
  }),
  threats: statute({
    ...CONDUSEF,
    id: "MX.threats",
    article: "prohibiciones",
    text: {
      es: "No se amenaza, insulta ni intimida a la persona, a su familia ni a sus compañeros de trabajo.",
      "pt-BR": "Não se ameaça, insulta nem intimida a pessoa, a família nem os colegas de trabalho.",
      en: "Neither the person nor their family or co-workers are threatened, insulted or intimidated.",
    },
  }),
  officialNames: statute({
    ...CONDUSEF,
    id: "MX.official-names",
    article: "prohibiciones",
    text: {
      es: "No se usan nombres que parezcan de una institución pública ni se oculta el número.",
      "pt-BR": "Não se usam nomes que pareçam de uma instituição pública nem se oculta o número.",
      en: "No names are used that look like those of a public body, and the number is not hidden.",
    },
  }),
  exposure: statute({
    ...CONDUSEF,
    id: "MX.exposure",
    article: "prohibiciones",
    text: {
      es: "La deuda no se hace pública, ni en carteles ni en redes sociales.",
      "pt-BR": "A dívida não se torna pública, nem em cartazes nem em redes sociais.",
      en: "The debt is not made public, neither on posters nor on social media.",
    },
    source: EXPANSION,
  }),
};

/** On which days and hours, as the house, the rules of 2014 or the press of 2026 have it. */
const READINGS = [
  {
    name: "hours",
    about: {
      es: "¿En qué días y horas se puede contactar?",
      "pt-BR": "Em que dias e horas se pode contatar?",
      en: "On which days and hours may the person be contacted?",
    },
    options: [
      { name: "recommended", clause: MX.hours, strictness: "default" },
      { name: "saturday_morning", clause: MX.hoursSaturday, strictness: "looser" },
      { name: "dof_2014", clause: MX.hours2014, strictness: "looser" },
      { name: "press_2026", clause: MX.hours2026, strictness: "looser" },
    ],
  },
  houseFrequency(MX),
] as const satisfies readonly Reading[];

const MEXICAN_HOLIDAYS = { country: "MX", corrections: [] };

const OFFICE = [hours("08:00", "20:00")];
const LONG = [hours("07:00", "22:00")];

function openingOf(readings: Choice["readings"]): Pick<Profile, "hours" | "holidays"> {
  switch (readings["hours"]) {
    case "dof_2014":
      return { hours: { week: weekOf(LONG, LONG, LONG), clause: MX.hours2014 }, holidays: undefined };
    case "press_2026":
      return {
        hours: { week: weekOf(LONG), clause: MX.hours2026 },
        holidays: { calendar: MEXICAN_HOLIDAYS, clause: MX.holidays2026 },
      };
    case "saturday_morning":
      return {
        hours: { week: weekOf(OFFICE, [hours("09:00", "14:00")]), clause: MX.hoursSaturday },
        holidays: { calendar: MEXICAN_HOLIDAYS, clause: MX.holidays },
      };
    default:
      return {
        hours: { week: weekOf(OFFICE), clause: MX.hours },
        holidays: { calendar: MEXICAN_HOLIDAYS, clause: MX.holidays },
      };
  }
}

function profile({ readings }: Choice): Profile {
  return {
    country: "MX",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: [
      "America/Mexico_City",
      "America/Cancun",
      "America/Hermosillo",
      "America/Mazatlan",
      "America/Chihuahua",
      "America/Ciudad_Juarez",
      "America/Tijuana",
      "America/Monterrey",
      "America/Merida",
    ],
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: MX.recipients },
    stops: houseStops(MX),
    holds: { clause: MX.holds },
    content: { clause: MX.content },
    reply: { clause: MX.reply },
    confirmation: { exempt: false, clause: MX.confirmation },
    permission: { clause: MX.permission },
    channel: { clause: MX.channel },
    zone: { clause: MX.zone },
    ...openingOf(readings),
    requestedHours: undefined,
    inconvenient: { clause: MX.inconvenient },
    caps: houseCaps(MX, readings),
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

export const MEXICO: CountryLaw = { country: "MX", readings: READINGS, clauses: MX, subdivisions: [], profile };
