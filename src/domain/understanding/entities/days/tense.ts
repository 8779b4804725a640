import type { Token } from "../../tokens.ts";
import { wordAt } from "../day-grammar.ts";
import { wordSet } from "../day-words.ts";

/** Verbs of the past that no ending tells, folded. */
const PAST = wordSet(`
  hice hizo hicimos di dio fui fue estuve estuvo volvi tuve vino vencia naci pagamos depositamos transferimos consignamos quedamos
  recibi transferi perdi vendi pedi recebi descobri saiu foi fiz fez veio
  paid sent made was were went did bought born met sold got
`);
/** Of these endings words are of the past; `NOT_PAST` has those that are not. */
const PAST_ENDING =
  /(?:ieron|jeron|aron|asteis|isteis|aste|aram|eram|iram|[^r]ei|[^aeo]ou|[rcdt]eu|[^q]iu|[a-z]{3}ed)$/;
const NOT_PAST = wordSet(`
  estou vou sou dou meu seu teu europeu need needed indeed speed feed exceed proceed scheduled planned supposed united limited unemployed
  contraste desastre sei lei rei hei frei
`);
/** With an accent on its last vowel, "pagó", "recibí" and "consigné" are of the past; "pagaré" is not, nor are these. */
const STRESSED_PAST = /(?:[^i]o|io|[^aiou]i|[gqcntdslvbpjyñ]u?e)$/;
const NOT_STRESSED_PAST = wordSet(
  "ate voce avo vovo cade comite asi aqui ahi alli ali daqui que porque por se te de este cafe usted mi si ti bebe no yo",
);
/** Without their accents these are a past or a subjunctive: "pagué" and "que pague". */
const PERHAPS_PAST = wordSet(
  "pague deposite consigne abone mande envie cancele compre liquide gire entregue saque quede llegue cobre",
);
/** Before a participle these make it a past: "he pagado", "había liquidado". */
const AUXILIARIES = wordSet("he ha hemos han habia habiamos tenho tinha have has had");
const PARTICIPLE = /(?:ado|ido|cho|sto|ago|to)$/;
/** Verbs that look ahead, and what is still to be paid: what stands beside them is not over. */
const AHEAD = wordSet(`
  pago pagare pagaria pagar pagarle pagarlo pagarte deposito depositare depositar transfiero transferire transferir consigno consignare
  consignar abono abonare abonar mando mandare mandar envio enviare enviar cancelo cancelare cancelar giro girare hago hare hacer doy dare dar
  voy vamos puedo podria podre quiero quedo llega cobro cobrare recibo recibire tengo tendre vence pagan depositan liquido liquidare
  pagarei acerto acertar quito quitar faco farei depositarei posso vou consigo dou recebo cai
  pay will can could going gonna send transfer deposit ill
  resto restante faltante demas saldo diferencia otra outra rest remaining remainder
`);
/** "Hice el pago el viernes", "foi pago dia 12": a noun behind its article, or a participle. */
const NOUNS = wordSet(
  "pago deposito abono giro envio consigno cobro saldo recibo liquido pay transfer deposit payment",
);
const BEFORE_NOUN = wordSet("el un mi este ese del su los mis o um meu the a my foi foram sido de");
const SUBJUNCTIVE_LEADS = wordSet("que cuando me nos para ojala");
const GETS = wordSet("get gets getting be am im are is being");
/** How far from the day its verb may stand. Words. */
const REACH_BACK = 8;
const REACH_ON = 4;

/**
 * Whether a verb of the past governs the days at these tokens: the nearest before them in the sentence, else the one right
 * after. "Me pagaron ayer, el viernes deposito" has one on either side, and the nearer does not look back: perhaps.
 */
export function isPastAt(tokens: readonly Token[], first: number, end: number): Tense {
  const before = nearestTense(tokens, first - 1, { step: -1, reach: REACH_BACK });
  const after = nearestTense(tokens, end, { step: 1, reach: REACH_ON });
  if (!before) return after?.tense ?? "no";
  const isNearer = after !== undefined && after.distance < before.distance;
  return isNearer && before.tense === "yes" && after.tense === "no" ? "perhaps" : before.tense;
}

type Tense = "yes" | "perhaps" | "no";

function nearestTense(
  tokens: readonly Token[],
  from: number,
  { step, reach }: { step: 1 | -1; reach: number },
): { tense: Tense; distance: number } | undefined {
  const { clause } = tokens[from - step] ?? {};
  for (let distance = 0; distance < reach; distance++) {
    const at = from + step * distance;
    if (clause === undefined || tokens[at]?.clause !== clause) return undefined;
    const tense = tenseAt(tokens, at);
    if (tense) return { tense, distance };
  }
  return undefined;
}

function tenseAt(tokens: readonly Token[], at: number): Tense | undefined {
  const word = wordAt(tokens, at);
  const [before, earlier] = [wordAt(tokens, at - 1), wordAt(tokens, at - 2)];
  // "Pagó", and not "pago".
  if (tokens[at]?.stressed && word.endsWith("o") && isPastVerb(tokens, at)) return "yes";
  if (AHEAD.has(word)) return NOUNS.has(word) && BEFORE_NOUN.has(before) ? undefined : "no";
  if (AUXILIARIES.has(word) && PARTICIPLE.test(wordAt(tokens, at + 1))) return "yes";
  if (PERHAPS_PAST.has(word)) {
    if (tokens[at]?.stressed || before === "ya" || earlier === "ya") return "yes";
    return SUBJUNCTIVE_LEADS.has(before) || SUBJUNCTIVE_LEADS.has(earlier) ? "no" : "perhaps";
  }
  return isPastVerb(tokens, at) ? (GETS.has(before) ? "no" : "yes") : undefined;
}

function isPastVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  const { word, stressed } = token;
  if (PAST.has(word)) return true;
  if (stressed) return word.length > 2 && STRESSED_PAST.test(word) && !NOT_STRESSED_PAST.has(word);
  return word.length > 3 && PAST_ENDING.test(word) && !NOT_PAST.has(word);
}
