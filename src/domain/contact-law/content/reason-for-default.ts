import { CO } from "../countries/colombia.ts";
import { pattern, patterns, type WordRule } from "./rule.ts";

/** Inside one sentence; `¿` and `;` end one too. */
const PARTS = {
  near: "[^.?!;¿\\n]{0,30}?",
  far: "[^.?!;¿\\n]{0,45}?",
  start: "(?:^|[.?!;:¿,] ?)(?:y |e |pero |mas |entonces |hola,? )?",
  pay: "\\b(?:pag(?:a|o|u|as|an|ar|ue)\\w*|cancel\\w+|abon\\w+|cumpl\\w+|consign\\w+|sald(?:a|o)\\w*|quit(?:a|o)\\w*|cumpr\\w+|transfer\\w+)",
  arrears:
    "\\b(?:mora|morosidad|atras\\w+|retras\\w+|demora\\w*|impago\\w*|incumpl\\w+|inadimplencia|falta de pag\\w+|(?:no|nao) (?:ha\\w* |se ha |ter )?pag\\w+|no cumpl\\w+|vencid\\w+)",
  cause: "\\b(?:motivos?|razon(?:es)?|causas?|razao|razoes)",
  /** As people write it; `porque` is no question and has its own pattern. */
  why: "(?:por ?q(?:ue)?|x q(?:ue)?|xq|pq)",
  /** "¿Por qué no paga con PSE?" proposes a way to pay. */
  byway:
    "(?:lo |la |nos )?(?:pag|abon|cancel|transfer)\\w{1,4} (?:con|por|mediante|desde|usando|en|via|com|pel[oa]|no) (?:el |la |un |una |su |tu |nuestr[oa] )?(?:pse|nequi|daviplata|tarjeta|efectivo|enlace|link|app|aplicacion|pagina|portal|web|linea|cuotas|partes|transferencia|banco|corresponsal|celular|codigo|boton|qr|efecty|baloto|bre-?b|pix|boleto|cartao)\\b",
  /** Something of ours that does not work, which may be called "of the payment". */
  broken:
    "(?:\\w+ ){0,2}?(?:lleg|aparec|abr|funcion|carg|sirv|serv|ve|sale|cheg|recib)\\w* (?:el |la |su |tu |un |o |a |seu |sua )?(?:enlaces?|links?|boton|botao|codigo|pagina|recibos?|comprobantes?|mensajes?|app|aplicacion|correo|formulario|opcion)\\b",
  way: "(?: (?:con|por|en|mediante|desde|com|pel[oa]) (?:el |la )?(?:pse|nequi|daviplata|tarjeta|enlace|link|app|aplicacion|pagina|portal|web|linea|pix|boleto|cartao))\\b",
  tell: "\\b(?:indi(?:ca|que)\\w*|cuent\\w+|contar\\w*|dig(?:a|an|anos|ame)|dinos|dime|decir\\w*|diga-nos|conte\\w*|expli\\w+|compart\\w+|senal\\w+|saber|conocer|entender|entiendo|inform(?:e|a[rn])\\w*)",
};

const NOT_ASKED = pattern(
  {
    explain:
      "(?:dec(?:ir|irnos|irme)|cont(?:ar|arnos|arme)|expli\\w+|inform\\w+|justific\\w+|indic\\w+|dar\\w*|compartir\\w*)",
    explicar: "(?:dizer|contar|expli\\w+|informar|justific\\w+|dar)",
    /** What asks after all, in the same breath; "no le pedimos que nos explique" does not. */
    asks: "(?:pero|sino|but|(?:dig|cuent|expli|indi|inform|conte|respond)\\w*-?(?:me|nos)|dime|dinos|(?<!\\bque )(?:me|nos) (?:diga|conte|explique)|(?<!\\bto )(?:tell|explain))",
  },
  "\\b(?:no (?:te |le |les |se |os |nos )?(?:pregunt\\w+|vamos a preguntar\\w*|ped(?:imos|iremos)|(?:hace falta|necesit\\w+|tiene[sn]? que|debe[sn]?|es necesario) (?:que )?(?:nos |me )?{explain})|sin (?:preguntar\\w*|explicar\\w*|dar (?:explicacion\\w*|razon\\w*|motivo\\w*))|nao (?:perguntamos|vamos perguntar|pedimos|(?:precisa\\w*|e preciso) (?:nos |me )?{explicar})|sem (?:perguntar|explicar)|(?:do not|don.?t|won.?t|never) (?:ask|(?:need|have) to (?:tell|say|explain|give|share|justify)))\\b(?:(?!\\b{asks}\\b)[^,:]){0,60}$",
);

/** Asking why it was not paid, in the three languages: Ley 2300 art. 7. Ways to pay may be asked about. */
export const REASON_FOR_DEFAULT: WordRule = {
  id: "reason_for_default",
  severity: "forbidden",
  clauses: { CO: CO.reason },
  patterns: patterns(
    PARTS,
    "\\b{why}\\b{near}\\bno (?!podemos|pudimos|hemos|pod[ei]amos|{byway}|{broken}){near}{pay}",
    "\\b{why}\\b{near}\\bnao (?!podemos|conseguimos|{byway}|{broken}){near}{pay}",
    "{start}porque\\b{near}\\bn(?:o|ao) {near}{pay}[^.!;]{0,60}\\?",
    "\\b{why} (?:\\w+ ){0,3}?(?:se|te) (?:ha |has |han )?(?:atras|retras|demor)\\w+",
    "\\b{why} (?:\\w+ ){0,3}?(?:incumpl\\w+|atrasou|dejo de|dejaste de|dejaron de|deixou de)",
    "\\b{why} (?:\\w+ ){0,3}?(?:esta|estas|estan|estava|ficou|sigue|sigues|quedo|quedaste|cayo|caiste|entro|entraste)(?: \\w+){0,2}? (?:en mora|en atraso|em atraso|atrasad\\w+|retrasad\\w+|moros\\w+|sin pagar|debiendo|devendo|inadimplente)",
    "\\b(?:cual|cuales|que|qual|quais)\\b{near}{cause}\\b{far}{arrears}",
    "{tell}{near}{cause}\\b{far}{arrears}",
    "\\ba que se debe[n]?\\b{near}{arrears}",
    "\\b(?:que|lo que) (?:te|le|les|lhe|o|a)? ?(?:impidio|impide|impidieron|impediu|impede)\\b{near}{pay}",
    "\\b(?:que|lo que) (?:te|le|les|lhe)? ?(?:paso|pasa|ha pasado|ocurrio|sucedio|aconteceu|houve|ocorreu)\\b{near}\\b(?:no|nao) ",
    "\\bcomo (?:asi|es) que\\b{near}\\bn(?:o|ao) {near}{pay}",
    "\\bque (?:\\w+ ){0,2}?(?:inconvenientes?|problemas?|dificultad(?:es)?|imprevistos?|impedimentos?) (?:le |te |les )?(?:tuv|tien|ha|hub|present|impid|surg)\\w*{near}\\b(?:para|al|que)\\b{near}{pay}\\b(?!{way})",
    "\\b{why} (?:hay |tiene |tienes )?(?:la|el|esa|ese|su|tu|este|esta|tanta|tanto) {arrears}",
    "\\b(?:(?:nos|me) (?:puede[sn]? |podria[sn]? )?expli\\w+|expli\\w+-?(?:nos|me)|(?:puede[sn]?|podria[sn]?) explicar){near}\\b(?:que|lo que) (?:le |te |les )?(?:paso|pasa|ha pasado|ocurrio|sucedio|aconteceu|houve|ocorreu)\\b{near}\\b(?:su|tu|el|la|sus|tus|seu|sua|o|a) (?:pago|cuota|abono|promesa|pagamento|parcela)",
    "\\b(?:expli\\w+-?(?:nos|me)|(?:nos|me) (?:puede[sn]? |podria[sn]? )?expli\\w+) (?:\\w+ ){0,2}?{arrears}",
    "\\bjustifi(?:que|car)\\w* (?:\\w+ ){0,3}?{arrears}",
    "\\bhow come\\b{far}\\b(?:pa(?:y|id|ying)|payment|late|behind|overdue|in arrears|unpaid|missed|settle\\w*)\\b",
    "\\breasons? (?:that |why )?(?:you|your)\\b{near}\\b(?:miss\\w*|late|overdue|unpaid|behind|default\\w*|fail\\w*|not paid|not pay|n.t paid|n.t pay)",
    "\\bwhy (?:have|has|had|did|do|does|is|are|was|were|can|could|would|wo)(?:n.?t| (?:you|he|she|they) not| not)\\b{far}\\b(?:pa(?:y|id|ying)|payment|settle\\w*)",
    "\\bwhy (?:are|is|were|was|did) (?:you|your)\\b{far}\\b(?:late|behind|overdue|past due|in arrears|unpaid|in default|not pay|miss\\w*|stop\\w* paying|fail\\w*)",
    "\\bwhy (?:you|your)\\b{near}\\b(?:not paid|unpaid|late|did ?n.?t pay|have ?n.?t paid|missed)",
    "\\breasons? (?:for|why|behind|of)\\b{near}\\b(?:non-?payment|not pay\\w*|late payment|delay|default|arrears|missed|unpaid|have ?n.?t paid|did ?n.?t pay)",
    "\\bwhat(?:.s| is| has| have)? ?(?:stopped|stopping|prevented|preventing|prevents|kept|keeping|keeps) you\\b{near}\\bpay\\w*",
  ),
  unless: NOT_ASKED,
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
    "\\b(?:que (?:le |te )?(?:paso|ha pasado|sucedio|ocurrio)|o que (?:houve|aconteceu)) com? ?(?:n )?(?:su|tu|el|la|sus|tus|o|a|seu|sua) (?:pago|cuota|abono|promesa|pagamento|parcela)",
    "\\b(?:{why}|why) ?\\?",
    "\\b(?:cual|qual)\\b{near}{cause} ?\\?",
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
