import { DECIMALS, type Money } from "../../domain/money.ts";
import { readDays } from "../../domain/understanding/entities/read-days.ts";
import { dayContextOf } from "../../domain/understanding/entities/read-entities.ts";
import { readFrequencies } from "../../domain/understanding/entities/read-frequency.ts";
import { readInstalments } from "../../domain/understanding/entities/read-instalments.ts";
import { readAllMoney } from "../../domain/understanding/entities/read-money.ts";
import { readQuantity } from "../../domain/understanding/entities/read-quantity.ts";
import { type Text, tokenise, verbatim } from "../../domain/understanding/tokens.ts";
import { understand } from "../../domain/understanding/understand.ts";
import type { ReadLine } from "./read-line.ts";

/** Another currency with the same sign as the one a placeless line is read in. */
const ELSEWHERE = "MXN";

type Placed = { readonly first: number; readonly end: number };

/** `amount` in units of the currency; of a range each end is an amount of its own. `currency` is null where none is known. */
export type AmountSaid = {
  readonly amount: number;
  readonly currency: string | null;
  readonly exactness?: string;
  readonly text: string;
};

export type Understood = ReturnType<typeof meaningOf>;

/** All that a line says, as `saldar understand --json` prints it. */
export function meaningOf({ id, text: body, kind, context, isPlaceless, unknownState }: ReadLine) {
  const text = tokenise(body);
  const reading = understand({ kind: "text", body }, context);
  const days = readDays(text.tokens, dayContextOf(context));
  const spanOf = ({ first, end }: Placed) => verbatim(text, text.tokens[first], text.tokens[end - 1]);
  const isNoDay = ({ first, end }: Placed) => !days.some((day) => first < day.end && day.first < end);
  const shares = readAllMoney(text.tokens, context).shares;
  const [percent] = shares;
  const [instalments] = readInstalments(text.tokens);
  const [frequency] = readFrequencies(text.tokens);
  return {
    id,
    intent: reading.meanings[0]?.intent ?? "unclear",
    intents: reading.meanings.map(({ intent, confidence, evidence }) => ({
      name: intent,
      confidence: Math.round(confidence * 1000) / 1000,
      evidence,
    })),
    act: reading.act,
    candidates: reading.candidates,
    money:
      kind === "number"
        ? quantityIn(text, context)
        : kind === "date"
          ? []
          : amountsIn(text, { context, isPlaceless, kind, isNoDay }),
    dates:
      kind === "number" || kind === "currency"
        ? []
        : days.map((day) => ({
            date: day.on,
            ambiguous: day.ambiguous,
            alternatives: day.alternatives,
            mismatch: day.mismatch,
            ...(day.range && { range: day.range }),
            text: spanOf(day),
          })),
    instalments: instalments && !instalments.bare ? instalments.count : null,
    frequency: frequency?.frequency ?? instalments?.frequency ?? null,
    percent: percent ? (100 * Number(percent.numerator)) / Number(percent.denominator) : null,
    language: reading.language ?? context.language,
    ...(unknownState !== undefined && { note: `no state "${unknownState}": read as an answer to nothing` }),
  };
}

type Place = Pick<ReadLine, "context" | "isPlaceless" | "kind"> & { readonly isNoDay: (at: Placed) => boolean };

function amountsIn(text: Text, { context, isPlaceless, kind, isNoDay }: Place): AmountSaid[] {
  const { tokens } = text;
  const read = readAllMoney(tokens, context);
  const elsewhere = isPlaceless ? readAllMoney(tokens, { ...context, currency: ELSEWHERE }).amounts : [];
  // What is in pesos as soon as the debt is, is in no currency that was named.
  const isUnnamed = ({ first }: Placed) =>
    elsewhere.some((other) => other.first === first && other.amount.currency === ELSEWHERE) && isPlaceless;
  const spanOf = ({ first, end }: Placed) => verbatim(text, tokens[first], tokens[end - 1]);
  const said = [
    ...read.amounts.map((amount) => ({
      at: amount,
      amount: unitsOf(amount.amount),
      currency: isUnnamed(amount) ? null : amount.amount.currency,
      exactness: amount.exactness,
    })),
    ...read.foreign.map((amount) => ({
      at: amount,
      amount: Number(amount.said),
      currency: amount.currency === "XXX" ? null : amount.currency,
      exactness: amount.exactness,
    })),
    ...read.shares.flatMap((share) =>
      share.amount
        ? [{ at: share, amount: unitsOf(share.amount), currency: share.amount.currency, exactness: "exact" as const }]
        : [],
    ),
  ]
    .filter(({ at }) => kind === "currency" || isNoDay(at))
    .sort((a, b) => a.at.first - b.at.first)
    .map(({ at, ...rest }) => ({ ...rest, text: spanOf(at) }));
  return said.length === 0 && kind === "currency" ? quantityIn(text, context) : said;
}

function quantityIn(text: Text, context: ReadLine["context"]): AmountSaid[] {
  const quantity = readQuantity(text.tokens, { country: context.country, language: context.language });
  if (!quantity) return [];
  const span = verbatim(text, text.tokens[quantity.first], text.tokens[quantity.end - 1]);
  return [{ amount: Number(quantity.decimal), currency: null, text: span }];
}

/** A number for a program to read: what is kept and agreed is never counted in floats. */
function unitsOf({ minor, currency }: Money): number {
  return Number(minor) / 10 ** DECIMALS[currency];
}
