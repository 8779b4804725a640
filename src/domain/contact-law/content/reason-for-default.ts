import { CO } from "../countries/colombia.ts";
import { patterns, type WordRule } from "./rule.ts";

/** Inside one sentence; `¿` and `;` end one too. */
const PARTS = {
  near: "[^.?!;¿\\n]{0,30}?",
  far: "[^.?!;¿\\n]{0,45}?",
  start: "(?:^|[.?!;:¿,] ?)(?:y |e |pero |mas |entonces |hola,? )?",
  pay: "\\b(?:pag(?:a|o|u|as|an|ar|ue)\\w*|cancel\\w+|abon\\w+|cumpl\\w+|consign\\w+|sald(?:a|o)\\w*|quit(?:a|o)\\w*|cumpr\\w+|transfer\\w+)",
  arrears:
    "\\b(?:mora|morosidad|atras\\w+|retras\\w+|demora\\w*|impago\\w*|incumpl\\w+|inadimplencia|falta de pag\\w+|(?:no|nao) (?:ha\\w* |se ha |ter )?pag\\w+|no cumpl\\w+|vencid\\w+)",
  why: "\\b(?:motivos?|razon(?:es)?|causas?|razao|razoes)",
  tell: "\\b(?:indi(?:ca|que)\\w*|cuent\\w+|contar\\w*|dig(?:a|an|anos|ame)|dinos|dime|decir\\w*|diga-nos|conte\\w*|expli\\w+|compart\\w+|senal\\w+|saber|conocer|entender|entiendo|informe\\w*)",
};

/** Asking why it was not paid, in the three languages: Ley 2300 art. 7. Ways to pay may be asked about. */
export const REASON_FOR_DEFAULT: WordRule = {
  id: "reason_for_default",
  severity: "forbidden",
  clauses: { CO: CO.reason },
  patterns: patterns(
    PARTS,
    "\\bpor que\\b{near}\\bno (?!podemos|pudimos|hemos|pod[ei]amos){near}{pay}",
    "\\b(?:por que|porq|pq|xq)\\b{near}\\bnao (?!podemos|conseguimos){near}{pay}",
    "\\b(?:xq|pq|porq)\\b{near}\\bno {near}{pay}",
    "{start}porque\\b{near}\\bn(?:o|ao) {near}{pay}[^.!;]{0,60}\\?",
    "\\bpor que (?:\\w+ ){0,3}?(?:se|te) (?:ha |has |han )?(?:atras|retras|demor)\\w+",
    "\\bpor que (?:\\w+ ){0,3}?(?:incumpl\\w+|atrasou|dejo de|dejaste de|dejaron de|deixou de)",
    "\\bpor que (?:\\w+ ){0,3}?(?:esta|estas|estan|estava|ficou|sigue|sigues|quedo|quedaste|cayo|caiste|entro|entraste)(?: \\w+){0,2}? (?:en mora|en atraso|em atraso|atrasad\\w+|retrasad\\w+|moros\\w+|sin pagar|debiendo|devendo|inadimplente)",
    "\\b(?:cual|cuales|que|qual|quais)\\b{near}{why}\\b{far}{arrears}",
    "{tell}{near}{why}\\b{far}{arrears}",
    "\\ba que se debe[n]?\\b{near}{arrears}",
    "\\b(?:que|lo que) (?:te|le|les|lhe|o|a)? ?(?:impidio|impide|impidieron|impediu|impede)\\b{near}{pay}",
    "\\b(?:que|lo que) (?:te|le|les|lhe)? ?(?:paso|pasa|ha pasado|ocurrio|sucedio|aconteceu|houve|ocorreu)\\b{near}\\b(?:no|nao) ",
    "\\bwhy (?:have|has|had|did|do|does|is|are|was|were|can|could|would|wo)(?:n.?t| (?:you|he|she|they) not| not)\\b{far}\\b(?:pa(?:y|id|ying)|payment|settle\\w*)",
    "\\bwhy (?:are|is|were|was|did) (?:you|your)\\b{far}\\b(?:late|behind|overdue|past due|in arrears|unpaid|in default|not pay|miss\\w*|stop\\w* paying|fail\\w*)",
    "\\bwhy (?:you|your)\\b{near}\\b(?:not paid|unpaid|late|did ?n.?t pay|have ?n.?t paid|missed)",
    "\\breasons? (?:for|why|behind|of)\\b{near}\\b(?:non-?payment|not pay\\w*|late payment|delay|default|arrears|missed|unpaid|have ?n.?t paid|did ?n.?t pay)",
    "\\bwhat(?:.s| is| has| have)? ?(?:stopped|stopping|prevented|preventing|prevents|kept|keeping|keeps) you\\b{near}\\bpay\\w*",
  ),
  unless:
    /\b(?:no (?:te |le |les |se |os |nos )?(?:pregunt\w+|vamos a preguntar|ped(?:imos|iremos)|hace falta|necesit\w+|tiene[sn]? que|debe[sn]?|es necesario)|sin (?:preguntar|explicar|dar)\w*|nao (?:perguntamos|vamos perguntar|precisa\w*|e preciso|pedimos)|sem (?:perguntar|explicar)|(?:do not|don.?t|won.?t|never) (?:ask|need|have to))\b/,
  advice: {
    es: "No preguntes el motivo. Ofrece alternativas: una fecha, cuotas o hablar con una persona.",
    "pt-BR": "Não pergunte o motivo. Ofereça alternativas: uma data, parcelas ou falar com uma pessoa.",
    en: "Do not ask for the reason. Offer ways ahead: a date, instalments, or talking to a person.",
  },
};

/** Words that come close to asking why: a person reads them again before they leave. */
export const REASON_HINT: WordRule = {
  id: "reason_hint",
  severity: "doubtful",
  clauses: { CO: CO.reason },
  patterns: patterns(
    PARTS,
    "\\b(?:que (?:paso|ha pasado|sucedio)|o que (?:houve|aconteceu)) com? ?(?:n )?(?:su|tu|el|la|sus|tus|o|a|seu|sua) (?:pago|cuota|abono|promesa|pagamento|parcela)",
    "\\b(?:por que|why) ?\\?",
    "\\b(?:cual|qual)\\b{near}{why} ?\\?",
    "\\bwhat happened (?:to|with) (?:your|the) (?:payment|instal?lment)",
    "\\b(?:perdi\\w+|perdeu|quedo sin|quedaste sin|ficou sem|lost) (?:su |tu |el |o |seu |your )?(?:empleo|trabajo|emprego|trabalho|job)\\b[^.!;]{0,20}\\?",
    "\\b(?:tiene|tienes|tuvo|tuviste|tem|teve) (?:algun |un |algum |um )?(?:problema|inconveniente|dificultad|dificuldade)s?\\b{near}{pay}[^.!;]{0,20}\\?",
  ),
  advice: {
    es: "Esto puede leerse como preguntar el motivo. Pregunta qué propone para pagar.",
    "pt-BR": "Isto pode soar como perguntar o motivo. Pergunte o que a pessoa propõe para pagar.",
    en: "This may read as asking for the reason. Ask what they propose instead.",
  },
};
