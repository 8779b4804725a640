import type { Money } from "../../money.ts";
import type { Entities } from "../entities/read-entities.ts";
import { readMoney } from "../entities/read-money.ts";
import { ONE, readNumber } from "../entities/read-number.ts";
import type { Content, Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { breathsOf } from "./breaths.ts";
import type { Located } from "./read-promise.ts";

/** The amount or the number of instalments that was asked for, said in the shortest way. */
export function readAwaited(text: Text, entities: Entities, context: Context): Located<Content> | undefined {
  const [first, last] = [text.tokens[0], text.tokens.at(-1)];
  const amount = awaitedAmount(text, entities, context);
  if (amount) return { content: { type: "proposal", firstAmount: amount }, intent: "counter_offer", first, last };
  if (!asksForMost(text, context)) return undefined;
  return { content: { type: "options" }, intent: "propose_installments", first, last };
}

/** Words. */
const LONGEST_AMOUNT = 8;

/** Around an amount that was asked for these add nothing. */
const AROUND: ReadonlySet<string> = new Set(
  `solo nomas apenas unos uns umas unas como hasta maximo max so ate tipo serian seria pues pe po puedo posso doy dou pago tengo
  tenho le te les consigo si sim por mes ahora agora porfa favor joven senorita senora senor mil pesos mes no`.split(
    /\s+/,
  ),
);

/**
 * An amount, where one was asked for: "15" is money there, and in Colombia and Chile it is thousands. Only where nothing else is
 * said: "el 15" is a day, "15 cuotas" is a count.
 */
function awaitedAmount({ words, questions }: Text, entities: Entities, context: Context): Money | undefined {
  if (context.expects !== "amount" || questions.includes(true) || entities.days.length > 0) return undefined;
  if (words.length > LONGEST_AMOUNT) return undefined;
  const said = words.filter(({ kind }) => kind !== "emoji");
  const places = said.flatMap((_, at) => (readNumber(said, at, context.country) ? [at] : []));
  const [first] = places;
  const number = first === undefined ? undefined : readNumber(said, first, context.country);
  if (first === undefined || !number || number.millionths <= 0n) return undefined;
  const others = said.filter((_, at) => at < first || at >= number.end);
  const isBare = others.every(({ word }) => AROUND.has(word)) && !others.some(({ word }) => word === "no");
  if (!isBare || (number.millionths >= 10n * ONE && entities.amounts.length > 0)) return undefined;
  // Under ten a bare number is no money anywhere else: it is read as one that says its currency.
  const [token] = said.slice(first);
  const sign: Token = {
    kind: "word",
    word: context.currency.toLowerCase(),
    start: token?.start ?? 0,
    end: token?.start ?? 0,
    clause: token?.clause ?? 0,
  };
  const thousands = ["COP", "CLP"].includes(context.currency) && number.plain && number.millionths < 1_000n * ONE;
  const scale: Token[] = thousands && token ? [{ ...token, kind: "word", word: "mil" }] : [];
  return readMoney([sign, ...said.slice(first, number.end), ...scale], context)[0]?.amount;
}

const SENT: ReadonlySet<string> = new Set(
  `mande mandado mandada envie enviado enviada adjunto adjunte subi subo pase paso va van ahi listo ya esta aqui aca este ese mandei
  enviei enviado anexei segue ta ai aqui foi sent attached uploaded here done comprobante comprovante recibo voucher foto captura
  pantallazo soporte papeleta constancia print pdf receipt screenshot`.split(/\s+/),
);

/** A reference of a payment: a long number, or letters and digits in one piece. */
const REFERENCE = /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N}./-]{4,39}$/u;

/** Words that say that there is none, or not yet. */
const NOT_SENT: ReadonlySet<string> = new Set(
  "no nao not aun todavia ainda perdi borro donde onde como manana amanha luego despues depois mas later".split(" "),
);

/** Where a receipt was asked for: "ya se lo mandé", "ahí va", "listo", or the number of the operation. */
export function isReceiptAnswer({ words, questions, raw }: Text, { expects }: Context): boolean {
  if (expects !== "receipt" || questions.includes(true) || words.length === 0 || words.length > 12) return false;
  if (words.some(({ word }) => NOT_SENT.has(word))) return false;
  if (raw.split(/\s+/).some((piece) => REFERENCE.test(piece) && (piece.match(/\d/g)?.length ?? 0) >= 4)) return true;
  return breathsOf({ raw, words, tokens: words, questions }).some(({ words: said }) =>
    said.some(({ word }) => SENT.has(word)),
  );
}

/** "En las que más se pueda", "o máximo que tiver": as many instalments as there are. */
function asksForMost({ words }: Text, { expects }: Context): boolean {
  if (expects !== "instalments" || words.length > 12 || words.some((_, at) => readNumber(words, at, ""))) return false;
  const said = words.map(({ word }) => word).join(" ");
  return /\b(maxim[oa]|mas que (se|haya|me|puedan)|mas largo|mais longo|lo que (se )?pueda|as many|longest|mas se pueda|mas bajita|menor parcela)\b/.test(
    said,
  );
}
