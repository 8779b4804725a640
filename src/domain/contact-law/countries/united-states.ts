import { policy, statute } from "../clause.ts";
import { hours, type Profile, type Reading } from "../profile.ts";
import type { Choice, CountryLaw } from "./country-law.ts";
import { houseCaps, houseClauses, houseFrequency, houseLimits, houseStops, weekOf } from "./house.ts";

/**
 * United States, federal: the FDCPA and Regulation F (12 CFR 1006) bind "debt collectors", who collect for others. A creditor
 * that collects in its own name is generally outside them, though inside the law on unfair practices and that of its state;
 * we keep to them for both, and the clauses say whom the law binds. States and cities (MA, NYC, CA, FL) may be stricter and
 * are not written here. Damages: 15 USC 1692k. The law judges a message by when it is sent.
 */
const VERSION = "US-2026.11.1";

const REG_F = "Regulation F (12 CFR 1006)";
const FDCPA = {
  law: "Fair Debt Collection Practices Act",
  confidence: "secondary",
  source: "https://lawserver.com/law/country/us/code/15_usc_1692d",
} as const;
const TEXT_OF_6 = "https://lawserver.com/law/country/us/cfr/12_cfr_1006-6";
const TEXT_OF_14 = "https://www.consumerfinance.gov/rules-policy/regulations/1006/14/";
const TEXT_OF_18 = "https://www.consumerfinance.gov/rules-policy/regulations/1006/18/";

export const US = {
  ...houseClauses("US"),
  ...houseLimits("US"),
  scope: statute({
    id: "US.scope",
    law: "Fair Debt Collection Practices Act",
    article: "15 USC 1692a",
    text: {
      es: "La ley federal obliga a quien cobra deudas de otros; quien cobra las suyas en su propio nombre suele quedar fuera.",
      "pt-BR":
        "A lei federal obriga quem cobra dívidas de outros; quem cobra as suas em nome próprio costuma ficar de fora.",
      en: "Federal law binds who collects the debts of others; who collects their own in their own name is generally outside it.",
    },
    confidence: "secondary",
    source: "https://nafcu.org/compliance-blog/debt-collection-rule-and-call-limits-second-look",
  }),
  hours: statute({
    id: "US.hours",
    law: REG_F,
    article: "1006.6(b)(1)(i)",
    text: {
      es: "Quien cobra deudas de otros no contacta antes de las 8:00 ni después de las 21:00, hora de donde está la persona.",
      "pt-BR":
        "Quem cobra dívidas de outros não contata antes das 8h nem depois das 21h, na hora de onde a pessoa está.",
      en: "A debt collector makes no contact before 8:00 or after 21:00, by the clock where the person is.",
    },
    confidence: "verified",
    source: TEXT_OF_6,
  }),
  holidays: policy({
    id: "US.holidays",
    law: REG_F,
    article: "1006.6(b)(1)(i)",
    text: {
      es: "La norma no cierra ningún día: vale igual en domingos y festivos.",
      "pt-BR": "A norma não fecha nenhum dia: vale igual em domingos e feriados.",
      en: "The rule closes no day: it is the same on Sundays and public holidays.",
    },
    source: TEXT_OF_6,
  }),
  inconvenient: statute({
    id: "US.inconvenient",
    law: REG_F,
    article: "1006.6(b)(1)(i)",
    text: {
      es: "Quien cobra deudas de otros no contacta a una hora que sabe o debe saber incómoda para la persona.",
      "pt-BR": "Quem cobra dívidas de outros não contata em hora que sabe ou deve saber incômoda para a pessoa.",
      en: "A debt collector makes no contact at a time it knows or should know to be inconvenient to the person.",
    },
    confidence: "verified",
    source: TEXT_OF_6,
  }),
  attorney: statute({
    id: "US.attorney",
    law: REG_F,
    article: "1006.6(b)(2)",
    text: {
      es: "A quien se sabe que tiene abogado no se le contacta, salvo que el abogado no responda o lo consienta.",
      "pt-BR": "Quem se sabe que tem advogado não é contatado, salvo se o advogado não responder ou consentir.",
      en: "Who is known to have a lawyer is not contacted, unless the lawyer does not respond or consents.",
    },
    confidence: "verified",
    source: TEXT_OF_6,
  }),
  recipients: policy({
    id: "US.recipients",
    law: REG_F,
    article: "1006.6(d)(1)",
    text: {
      es: "Quien cobra deudas de otros no habla de ellas con terceros; escribimos solo a quien debe o garantiza.",
      "pt-BR": "Quem cobra dívidas de outros não fala delas com terceiros; só escrevemos a quem deve ou garante.",
      en: "A debt collector does not speak of a debt with third parties; we write only to who owes or guarantees it.",
    },
    source: TEXT_OF_6,
  }),
  channel: statute({
    id: "US.channel",
    law: REG_F,
    article: "1006.14(h)(1)",
    text: {
      es: "El medio que la persona pidió no usar no se usa; los demás, solo con su permiso.",
      "pt-BR": "O meio que a pessoa pediu para não usar não se usa; os demais, só com a permissão dela.",
      en: "A medium the person asked not to be used is not used; the others only with their permission.",
    },
    confidence: "secondary",
    source:
      "https://www.acainternational.org/news/reg-f-question-of-the-week-can-a-person-limit-debt-collector-communications/",
  }),
  /** An answer for each message the person writes: `answers: "one"`, of which the confirmation is the first. */
  optOut: policy({
    id: "US.opt-out",
    law: REG_F,
    article: "1006.6(e), 1006.14(h)(2)",
    text: {
      es: "La baja se confirma una vez y nada más; si la persona vuelve a escribir se le responde una vez.",
      "pt-BR": "O descadastro é confirmado uma vez e nada mais; se a pessoa voltar a escrever, responde-se uma vez.",
      en: "An opt-out is confirmed once and that is all; if the person writes again they are answered once.",
    },
    source: TEXT_OF_14,
  }),
  optOutNotice: statute({
    id: "US.opt-out-notice",
    law: REG_F,
    article: "1006.6(e)",
    text: {
      es: "Cada mensaje electrónico de quien cobra deudas de otros dice, a la vista, cómo darse de baja de forma sencilla.",
      "pt-BR": "Cada mensagem eletrônica de quem cobra dívidas de outros diz, à vista, como sair de forma simples.",
      en: "Each electronic message of a debt collector says plainly how to opt out in a simple way.",
    },
    confidence: "secondary",
    source: "http://online.collector.com/collectormagazine/202104/?&startid=24",
  }),
  validation: statute({
    id: "US.validation",
    law: REG_F,
    article: "1006.34(a)(1)",
    text: {
      es: "Quien cobra deudas de otros da los datos que permiten comprobarla en el primer mensaje o en los cinco días siguientes.",
      "pt-BR":
        "Quem cobra dívidas de outros dá os dados que permitem conferi-la na primeira mensagem ou nos cinco dias seguintes.",
      en: "A debt collector gives what is needed to check the debt in the first message or within five days of it.",
    },
    confidence: "verified",
    source:
      "https://casetext.com/regulation/code-of-federal-regulations/title-12-banks-and-banking/chapter-x-consumer-financial-protection-bureau/part-1006-debt-collection-practices-regulation-f/subpart-b-rules-for-fdcpa-debt-collectors/section-100634-notice-for-validation-of-debts",
  }),
  miniMiranda: policy({
    id: "US.mini-miranda",
    law: REG_F,
    article: "1006.18(e)",
    text: {
      es: "No se sigue: el primer mensaje diría que se intenta cobrar una deuda, y la deuda no se nombra a quien aún no mostró quién es.",
      "pt-BR":
        "Não se segue: a primeira mensagem diria que se tenta cobrar uma dívida, e ela não se diz a quem ainda não mostrou quem é.",
      en: "Not followed: the first message would say that it is an attempt to collect a debt, which is not told to who has not shown who they are.",
    },
    source: TEXT_OF_18,
  }),
  threats: statute({
    ...FDCPA,
    id: "US.threats",
    article: "15 USC 1692e(4), (5)",
    text: {
      es: "Quien cobra deudas de otros no habla de prisión ni de embargos, ni amenaza con lo que no puede o no piensa hacer.",
      "pt-BR":
        "Quem cobra dívidas de outros não fala de prisão nem de penhora, nem ameaça com o que não pode ou não pretende fazer.",
      en: "A debt collector does not speak of prison or seizure, nor threaten what it may not or will not do.",
    },
    source:
      "https://frrsdigital.com/display-section/GUID-FF0340BB-7F25-4003-98E9-56B590A0A304=1=en=/GUID-DBCD639C-DAAF-4067-84CF-E308C158B0B5=1=en=/GUID-1DDF9230-4777-429A-A8E4-CC7239815A01=1=en=/GUID-EAF90E55-9C92-432B-8446-1AC17AC0158B.html",
  }),
  abuse: statute({
    ...FDCPA,
    id: "US.abuse",
    article: "15 USC 1692d(2)",
    text: {
      es: "Quien cobra deudas de otros no usa lenguaje obsceno ni que humille a quien lo lee.",
      "pt-BR": "Quem cobra dívidas de outros não usa linguagem obscena nem que humilhe quem a lê.",
      en: "A debt collector uses no obscene language and none that abuses who reads it.",
    },
  }),
  exposure: statute({
    ...FDCPA,
    id: "US.exposure",
    article: "15 USC 1692d(3)",
    text: {
      es: "Quien cobra deudas de otros no publica listas de quienes no pagan.",
      "pt-BR": "Quem cobra dívidas de outros não publica listas de quem não paga.",
      en: "A debt collector publishes no list of people who do not pay.",
    },
  }),
  sevenCalls: statute({
    id: "US.seven-calls",
    law: REG_F,
    article: "1006.14(b)(2)(i)(A)",
    text: {
      es: "Más de siete llamadas en siete días seguidos se presumen acoso de quien cobra deudas de otros.",
      "pt-BR": "Mais de sete ligações em sete dias seguidos presumem-se assédio de quem cobra dívidas de outros.",
      en: "More than seven calls in seven consecutive days are presumed to be harassment by a debt collector.",
    },
    confidence: "secondary",
    source: "https://nafcu.org/compliance-blog/debt-collection-rule-and-call-limits-second-look",
  }),
  afterConversation: statute({
    id: "US.after-conversation",
    law: REG_F,
    article: "1006.14(b)(2)(i)(B)",
    text: {
      es: "Tras una conversación por teléfono quien cobra deudas de otros no vuelve a llamar en siete días.",
      "pt-BR": "Depois de uma conversa por telefone, quem cobra dívidas de outros não liga de novo por sete dias.",
      en: "After a conversation by telephone a debt collector does not call again for seven days.",
    },
    confidence: "secondary",
    source: "https://nafcu.org/compliance-blog/debt-collection-rule-and-call-limits-second-look",
  }),
  noCap: statute({
    id: "US.no-cap",
    law: REG_F,
    article: "1006.14(a), comment 14(a)-1",
    text: {
      es: "Para mensajes la norma no pone número; muchos al día durante varios días son probablemente acoso.",
      "pt-BR": "Para mensagens a norma não fixa número; muitas por dia durante vários dias são provavelmente assédio.",
      en: "For messages the rule names no number; many a day for several days are likely to be harassment.",
    },
    confidence: "verified",
    source: TEXT_OF_14,
  }),
};

const READINGS = [houseFrequency(US)] as const satisfies readonly Reading[];

/**
 * Limits on calls, and on nothing else. The rule counts for each debt and in whole days with that of the call as the first;
 * we count for the person and in hours, which ends later. A conversation that the person began would start the rest of
 * seven days too; it is no contact of ours, so it is not among the facts and does not.
 */
const CALLS = [
  { kind: "per_days", days: 7, max: 7, channels: ["voice"], clause: US.sevenCalls },
  { kind: "after_conversation", days: 7, channels: ["voice"], clause: US.afterConversation },
] as const satisfies Profile["caps"];

function profile({ readings }: Choice): Profile {
  const everyDay = [hours("08:00", "21:00")];
  return {
    country: "US",
    subdivision: undefined,
    version: VERSION,
    readings,
    zones: ZONES,
    recipients: { allowed: ["debtor", "co_debtor", "guarantor"], clause: US.recipients },
    stops: houseStops(US),
    holds: { clause: US.holds },
    content: { clause: US.content },
    reply: { clause: US.reply },
    confirmation: { exempt: false, clause: US.confirmation },
    permission: { clause: US.permission },
    channel: { clause: US.channel },
    zone: { clause: US.zone },
    holidays: undefined,
    hours: { week: weekOf(everyDay, everyDay, everyDay), clause: US.hours },
    requestedHours: undefined,
    inconvenient: { clause: US.inconvenient },
    caps: [...CALLS, ...houseCaps(US, readings)],
    countsAsContact: "each_send",
    workingDays: [1, 2, 3, 4, 5],
  };
}

const ZONES = [
  "America/New_York",
  "America/Detroit",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
  "Pacific/Pago_Pago",
] as const;

export const UNITED_STATES: CountryLaw = {
  country: "US",
  readings: READINGS,
  clauses: US,
  subdivisions: [],
  profile,
};
