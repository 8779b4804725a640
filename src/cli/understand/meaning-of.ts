import { DECIMALS, type Money } from "../../domain/money.ts";
import type { Exactness } from "../../domain/understanding/entities/money/how-exact.ts";
import { readSums } from "../../domain/understanding/entities/money/read-sums.ts";
import { NO_CURRENCY } from "../../domain/understanding/entities/money/said.ts";
import { readDays } from "../../domain/understanding/entities/read-days.ts";
import { dayContextOf } from "../../domain/understanding/entities/read-entities.ts";
import { readFrequencies } from "../../domain/understanding/entities/read-frequency.ts";
import { readInstalments } from "../../domain/understanding/entities/read-instalments.ts";
import { readAllMoney } from "../../domain/understanding/entities/read-money.ts";
import { readQuantity } from "../../domain/understanding/entities/read-quantity.ts";
import { intentOf } from "../../domain/understanding/reading.ts";
import { type Text, tokenise, verbatim } from "../../domain/understanding/tokens.ts";
import { understand } from "../../domain/understanding/understand.ts";
import type { ReadLine } from "./read-line.ts";

type Placed = { readonly first: number; readonly end: number };

/** `amount` in units of the currency; of a range each end is an amount of its own. `currency` is null where none is known. */
export type AmountSaid = {
  readonly amount: number;
  readonly currency: string | null;
  readonly exactness?: Exactness;
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
    intent: intentOf(reading),
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
  const said = isPlaceless ? saidAnywhere(tokens, context) : saidHere(tokens, context);
  const amounts = said
    .filter(({ at }) => kind === "currency" || isNoDay(at))
    .sort((a, b) => a.at.first - b.at.first)
    .map(({ at, ...amount }) => ({ ...amount, text: verbatim(text, tokens[at.first], tokens[at.end - 1]) }));
  return amounts.length === 0 && kind === "currency" ? quantityIn(text, context) : amounts;
}

type Said = Omit<AmountSaid, "text"> & { readonly at: Placed };

function saidHere(tokens: Text["tokens"], context: ReadLine["context"]): Said[] {
  const { amounts, foreign, shares } = readAllMoney(tokens, context);
  return [
    ...amounts.map((at) => ({ at, amount: unitsOf(at.amount), currency: at.amount.currency, exactness: at.exactness })),
    ...foreign.map((at) => ({ at, amount: Number(at.said), currency: at.currency ?? null, exactness: at.exactness })),
    ...shares.flatMap((at) =>
      at.amount ? [{ at, amount: unitsOf(at.amount), currency: at.amount.currency, exactness: "exact" as const }] : [],
    ),
  ];
}

/** Nobody knows in what: the number is that of the unit that was said, cents as cents, and only a named currency is one. */
function saidAnywhere(tokens: Text["tokens"], { country, language }: ReadLine["context"]): Said[] {
  return readSums(tokens, { country, language }).sums.map((at) => ({
    at,
    amount: Number(at.said),
    currency: at.currency === undefined || at.currency === NO_CURRENCY ? null : at.currency,
    exactness: at.exactness,
  }));
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
