import type { WaitingMessage } from "../../../db/turns.ts";
import type { Money } from "../../domain/money.ts";
import type { IsoDate } from "../../domain/time.ts";
import { readEntities } from "../../domain/understanding/entities/read-entities.ts";
import type { Context, Inbound, Reading } from "../../domain/understanding/reading.ts";
import { type Text, tokenise } from "../../domain/understanding/tokens.ts";
import { understand } from "../../domain/understanding/understand.ts";
import { inboundOf } from "./inbound-of.ts";

/** Where something stands in the message, in UTF-16 units, and its very words. */
type Found = { readonly start: number; readonly end: number; readonly text: string };

export type HeardAgain = {
  readonly reading: Reading;
  readonly amounts: readonly (Found & { readonly amount: Money })[];
  readonly days: readonly (Found & { readonly on: IsoDate; readonly ambiguous: boolean })[];
};

/** Reads a message once more, for somebody who looks on: nothing comes of it. Undefined for what needs no answer. */
export function hearAgain(message: WaitingMessage, context: Context): HeardAgain | undefined {
  const inbound = inboundOf(message);
  if (!inbound) return undefined;
  const reading = understand(inbound, context);
  const words = wordsIn(inbound);
  if (words === undefined) return { reading, amounts: [], days: [] };
  const text = tokenise(words);
  const { amounts, days } = readEntities(text, context);
  return {
    reading,
    amounts: amounts.map(({ amount, ...place }) => ({ amount, ...foundAt(text, place) })),
    days: days.map(({ on, ambiguous, ...place }) => ({ on, ambiguous, ...foundAt(text, place) })),
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
