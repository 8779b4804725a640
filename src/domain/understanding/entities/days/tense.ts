import type { Token } from "../../tokens.ts";
import { wordAt } from "../day-grammar.ts";
import { wordSet } from "../day-words.ts";

/** Verbs that are of the past for certain, folded. */
const PAST = wordSet(`
  hice hicimos hizo pagamos pagaron pagado transferi transferimos consignamos depositamos di dimos fui fue estuve estuvo recibi
  vencio vencia naci nacio volvi tuve compramos quedamos abonado depositado consignado enviado mandado transferido cancelado girado
  paguei fiz fizemos depositei transferi mandei enviei recebi foi venceu comprei quitei nasci nasceu
  paid sent made transferred deposited was were went did bought born received owed sold died met
`);
/** Without their accents these are a past or a subjunctive: "pagué" and "que pague". */
const PERHAPS_PAST = wordSet(
  "pague deposite consigne abone mande envie cancele compre liquide gire entregue saque quede llegue cobre",
);
/** Verbs that look ahead: what stands beside them is not over. */
const AHEAD = wordSet(`
  pago pagare pagaria pagar pagarle pagarlo pagarte deposito depositare depositar transfiero transferire transferir consigno consignare
  consignar abono abonare abonar mando mandare mandar envio enviare enviar cancelo cancelare cancelar giro girare hago hare hacer doy dare dar
  voy vamos puedo podria podre quiero quedo llega cobro cobrare recibo recibire tengo tendre vence pagan depositan
  pagarei acerto acertar quito quitar faco farei depositarei posso vou consigo dou recebo cai
  pay will can could going gonna send transfer deposit ill
`);
const SUBJUNCTIVE_LEADS = wordSet("que cuando me nos para si ojala");
const GETS = wordSet("get gets getting be am im are is");
/** How far from the day its verb may stand. Words. */
const REACH = 8;

/** Whether a verb of the past governs the days at these tokens: the nearest before them in the sentence, else right after. */
export function isPastAt(tokens: readonly Token[], first: number, end: number): "yes" | "perhaps" | "no" {
  const { clause } = tokens[first] ?? { clause: -1 };
  for (let at = first - 1; at >= 0 && at >= first - REACH && tokens[at]?.clause === clause; at--) {
    const tense = tenseAt(tokens, at);
    if (tense) return tense;
  }
  for (let at = end; at < end + 4 && tokens[at]?.clause === clause; at++) {
    const tense = tenseAt(tokens, at);
    if (tense) return tense;
  }
  return "no";
}

function tenseAt(tokens: readonly Token[], at: number): "yes" | "perhaps" | "no" | undefined {
  const word = wordAt(tokens, at);
  if (PAST.has(word)) return GETS.has(wordAt(tokens, at - 1)) ? "no" : "yes";
  if (AHEAD.has(word)) return "no";
  if (!PERHAPS_PAST.has(word)) return undefined;
  if (tokens[at]?.stressed) return "yes";
  const [before, earlier] = [wordAt(tokens, at - 1), wordAt(tokens, at - 2)];
  if (before === "ya" || earlier === "ya") return "yes";
  return SUBJUNCTIVE_LEADS.has(before) || SUBJUNCTIVE_LEADS.has(earlier) ? "no" : "perhaps";
}
