import { BUREAU, OF_BUREAUS } from "./bureaus.ts";
import { patterns, type WordRule } from "./rule.ts";

/** What the person would have to do: to pay, or to answer, agree, sign. */
const ACT =
  "(?:pag\\w+|abon\\w+|cancel\\w+|regulari\\w+|cumpl\\w+|cumpr\\w+|liquid\\w+|consign\\w+|deposit\\w+|transf\\w+|quit\\w+|negoci\\w+|acord\\w+|acuerd\\w+|acept\\w+|aceit\\w+|acert\\w+|respond\\w+|contest\\w+|firm\\w+|llam\\w+|comuni\\w+|(?:pon|fic|est)\\w+ (?:al|em) dia|pay\\w*|paid|settle\\w*|clear\\w*|answer\\w*|repl\\w+|sign\\w*|agree\\w*|accept\\w*|call\\w*|catch\\w* up)";

/** What would be said of them, and to whom: a report that names a fault or a wire is none. */
const DENIED = [
  "no (?:(?:le|te|lo|la|los|las|les) (?:vamos a |voy a |vayamos a |tendremos que |tenemos que |queremos |podemos )?report\\w+|(?:vamos|voy|tendremos que|tenemos que) (?:a )?report\\w+|(?:sera|seras|seran|va a ser|vas a ser|quedara|quedaras|va a quedar|vas a quedar|saldra|saldras|aparecera|apareceras) report\\w+|(?:habra|haremos|se hara) (?:el |ningun )?reporte|report(?:are|aremos|amos)(?! (?:el |la |los |un |una )?(?:error|falla|problema|caida|dano)))",
  `(?:no|nao|not|never|\\w{1,6}n't)(?: [^ .?!;]{1,15}){1,6}? ${BUREAU}`,
  "nao (?:(?:vamos|iremos|vou|sera|seras|serao|vai|ser|ficar|o|a|lhe|te|voce) ){0,3}(?:negativ\\w+|report\\w+|protest\\w+|(?:inclu\\w+|registr\\w+|suj\\w+|inscre\\w+) (?:o )?seu (?:nome|cpf))",
  "(?:not|never|\\w{1,6}n't) (?:be |going to |have to |need to |going to be |ever )?report(?:ed|ing)?(?: (?:you|your|this|that|the (?:debt|default|arrears|account)|anything|it|him|her|them))?\\b(?! (?:problem|fault|error|outage))",
  "(?:historial|vida credit\\w{0,6}|puntaje|nome|nombre|cpf|credit (?:score|file|record|history|report))(?: \\w{1,12}){0,2}? (?:no|nao|not|\\w{1,6}n't)(?: \\w{1,12}){0,3}? (?:afect\\w+|manch\\w+|dan\\w+|perjudic\\w+|prejudic\\w+|negativ\\w+|suj\\w+|report\\w+|affect\\w+|hurt|damag\\w+|harm\\w+|suffer)",
].join("|");

/**
 * A condition that the report hangs on. "Even if", "if you do not pay" and "if you have already paid" ask for nothing; the
 * Portuguese "se" is an if before the forms of its own verbs alone, since "se pagó" tells of a payment.
 */
const PROVIDED = `(?:(?<!\\b(?:incluso|aun|inclusive|even|mesmo|ni|nem) )\\b(?:si|if|siempre que|siempre y cuando|mientras(?: que)?|desde que|sempre que|enquanto|caso|con tal (?:de )?que|contanto que|a condicion de que|provided(?: that)?|providing|as long as|so long as|once|cuando|en cuanto|quando|assim que|a menos que|salvo que|a no ser que|unless)\\b(?! (?:(?:usted |voce |o senhor |a senhora )?(?:ya|ja|no|nao)\\b|you(?: have already|'ve already| already| do not| don't| did not| didn't))) [^.?!]{0,30}?\\b${ACT}|(?<!\\b(?:mesmo|nem) )\\bse (?:(?:voce|o senhor|a senhora|tudo|me|nos|for|a divida|o valor) ){0,2}(?:pagar|quitar|regularizar|negociar|responder|depositar|cumprir|acertar|acordar|aceitar|assinar|ligar|ficar em dia|fizer (?:o |um )?(?:pagamento|acordo|pix)|efetuar (?:o )?pagamento)\\b)`;

/** The same said outright, on the condition that the person does not pay; no bureau needs to be named for it. */
const REPORTED =
  "(?:(?:lo|la|los|las|te|le|les) (?:vamos a |voy a |tendremos que |tenemos que )?report(?!\\w*(?:error|pago))\\w+|(?:sera|seras|va a ser|vas a ser|quedara|quedaras|va a quedar) (?:\\w+ )?report\\w+|(?:vamos|iremos|vou|teremos que) (?:\\w+ )?negativ\\w+|(?:sera|vai ser|ficara|vai ficar) negativ\\w+|(?:will|'ll|shall|must|have to|going to) (?:be )?report(?:ed)?(?: you| it| this| your \\w+)?)\\b";
const UNPAID = `\\b(?:(?:si|se|if)(?: \\w{1,12}){0,2}? (?:no|nao|not|\\w{1,6}n't)|unless|a menos que|salvo que|a no ser que|hasta que|ate que|until)\\b(?: [^ .?!;]{1,12}){0,3}? ${ACT}`;

/** An order to pay that the report is held against: "pague hoy y no lo reportamos". */
const ORDER =
  "(?:pague|paga|pagando|abone|abona|abonando|cancele|regularice|regularize|quite|liquide|transfiera|consigne|deposite|(?:pongase|ponte|fique) (?:al|em) dia|pay|paying|settle|settling|clear)";

/**
 * A report denied on a condition is a report threatened: "no lo reportaremos si paga hoy". Nothing takes it back, so it is no
 * part of the rule whose denials are read as such.
 */
export const BUREAU_BARGAIN: WordRule = {
  ...OF_BUREAUS,
  id: "bureau_bargain",
  severity: "forbidden",
  patterns: patterns(
    { denied: DENIED, provided: PROVIDED, order: ORDER, bureau: BUREAU, reported: REPORTED, unpaid: UNPAID },
    "\\b(?:{denied})[^.?!]{0,60}?{provided}",
    "{provided}[^.?!]{0,40}?\\b(?:{denied})",
    "(?<!\\b(?:que|no|nao|not|n't) )\\b{order}\\b[^.?!]{0,40}?\\b(?:y|e|and|asi|assim|so|para que|para|to|then|entonces) (?:asi |usted |voce |we |we'll |we will |you |you'll |you will |seu nome |su nombre )?(?:{denied})",
    "(?<!\\b(?:no|nao|not|n't|nunca|never) )\\b{reported}[^.?!]{0,40}?{unpaid}",
    "{unpaid}[^.?!]{0,40}?(?<!\\b(?:no|nao|not|n't|nunca|never) )\\b{reported}",
    "\\bpara (?:que )?(?:no|nao) (?:(?:ser|sea|seas|seja|lo|la|te|le|tener que|ter que) ){0,3}(?:report\\w+|negativ\\w+)",
    "\\b(?:evit\\w+|avoid\\w*|prevent\\w*|escap\\w+ de) (?:(?:ser|un|el|este|que|lo|la|le|te|being|a|the|su nombre sea|to be) ){0,3}(?:report(?:e|es|ado|ada|emos|ed|ing)?|negativ(?:ad[oa]|acao)|{bureau})\\b(?! de (?:error|falla|problema))",
  ),
};
