import type { WaitingMessage } from "../../../db/turns.ts";
import type { DayReading } from "../../domain/understanding/entities/read-days.ts";
import { readEntities } from "../../domain/understanding/entities/read-entities.ts";
import type { MoneyReading } from "../../domain/understanding/entities/read-money.ts";
import type { Context, Inbound, Reading } from "../../domain/understanding/reading.ts";
import { type Text, tokenise } from "../../domain/understanding/tokens.ts";
import { understand } from "../../domain/understanding/understand.ts";
import { inboundOf } from "./inbound-of.ts";

/** Where something stands in the message, in UTF-16 units, and its very words. */
type Found = { readonly start: number; readonly end: number; readonly text: string };

export type HeardAgain = {
  readonly reading: Reading;
  readonly amounts: readonly (Found & Pick<MoneyReading, "amount" | "exactness" | "range">)[];
  /** Of the debt, from 0 to 1. */
  readonly shares: readonly (Found & { readonly share: number })[];
  readonly days: readonly (Found & Pick<DayReading, "on" | "ambiguous" | "alternatives" | "mismatch">)[];
};

const NOTHING_FOUND = { amounts: [], shares: [], days: [] } as const;

/** Reads a message once more, for somebody who looks on: nothing comes of it. Undefined for what needs no answer. */
export function hearAgain(message: WaitingMessage, context: Context): HeardAgain | undefined {
  const inbound = inboundOf(message);
  if (!inbound) return undefined;
  const words = wordsIn(inbound);
  return { reading: understand(inbound, context), ...(words === undefined ? NOTHING_FOUND : foundIn(words, context)) };
}

function foundIn(words: string, context: Context): Omit<HeardAgain, "reading"> {
  const text = tokenise(words);
  const { amounts, shares, days } = readEntities(text, context);
  return {
    amounts: amounts.map((one) => ({ ...one, ...foundAt(text, one) })),
    shares: shares
      .filter(({ of }) => of === "debt")
      .map((one) => ({ share: Number(one.numerator) / Number(one.denominator), ...foundAt(text, one) })),
    days: days.map((one) => ({ ...one, ...foundAt(text, one) })),
  };
}

function wordsIn(inbound: Inbound): string | undefined {
  if (inbound.kind === "text") return inbound.body;
  return inbound.kind === "media" ? inbound.caption : undefined;
}

function foundAt({ raw, tokens }: Text, { first, end: past }: { readonly first: number; readonly end: number }): Found {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[past - 1]?.end ?? start;
  return { start, end, text: raw.slice(start, end) };
}
