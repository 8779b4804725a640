import { type Money, subtract } from "../../money.ts";
import type { IsoDate } from "../../time.ts";
import type { Context, ProposedPart } from "../reading.ts";
import { type Figures, shareOf } from "./figures.ts";

type Item = { readonly at: number } & (
  | {
      readonly kind: "payment";
      readonly amount: Money | undefined;
      readonly basisPoints?: number;
      readonly rest?: true;
    }
  | { readonly kind: "day"; readonly on: IsoDate | undefined }
);

/**
 * "200 hoy, 200 el 15 y 100 a fin de mes"; "la mitad ahora y el resto en diciembre": payments one by one, each with the day
 * that stands beside it. A day that two readings disagree about is left out, and a person or the debtor says which it is.
 * Undefined when fewer than two payments are named, or none has a day.
 */
export function readParts(figures: Figures, context: Context): readonly ProposedPart[] | undefined {
  const items = itemsOf(figures, context);
  const payments = items.filter((item) => item.kind === "payment");
  const days = items.filter((item) => item.kind === "day");
  if (payments.length < 2 || days.length === 0 || days.length < payments.length - 1) return undefined;

  const dayFirst = items[0]?.kind === "day";
  const parts = payments.map((payment, index): ProposedPart => {
    const before = payments[index - 1]?.at ?? -1;
    const after = payments[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const beside = dayFirst
      ? days.findLast(({ at }) => at > before && at < payment.at)
      : days.find(({ at }) => at > payment.at && at < after);
    return {
      ...(payment.amount && { amount: payment.amount }),
      ...(payment.basisPoints !== undefined && !payment.amount && { basisPoints: payment.basisPoints }),
      ...(payment.rest && { rest: true as const }),
      ...(beside?.on && { on: beside.on }),
    };
  });
  return withRest(inOrder(parts), context.owed);
}

/** "El 15 y a fin de mes" said on the 18th: payments are named one after the other, so a day before the last was misread. */
function inOrder(parts: readonly ProposedPart[]): readonly ProposedPart[] {
  return parts.map(({ on, ...part }, index) => {
    const before = parts.slice(0, index).flatMap((each) => each.on ?? []);
    return on !== undefined && before.every((day) => day < on) ? { ...part, on } : part;
  });
}

function itemsOf({ amounts, shares, cues, days, tokens }: Figures, context: Context): Item[] {
  const at = (first: number) => tokens[first]?.start ?? 0;
  const rests = cues.filter(({ says }) => says === "rest");
  const isRest = (place: number) => rests.some(({ start, end }) => place >= start && place < end);
  // "Ahora" where a day is named beside it says nothing more: "ahora el viernes".
  const nows = cues.filter(({ says }) => says === "now");
  const named = days.map(
    ({ first, on, ambiguous }): Item => ({
      kind: "day",
      at: at(first),
      on: ambiguous || on < context.today ? undefined : on,
    }),
  );
  const items: Item[] = [
    ...amounts.map(({ first, amount }): Item => ({ kind: "payment", at: at(first), amount })),
    ...shares
      .filter(({ first }) => !isRest(at(first)))
      .map(
        (share): Item => ({
          kind: "payment",
          at: at(share.first),
          amount: shareOf(share, context),
          basisPoints: share.basisPoints,
        }),
      ),
    ...rests.slice(0, 1).map(({ start }): Item => ({ kind: "payment", at: start, amount: undefined, rest: true })),
    ...named,
    ...nows.map(({ start }): Item => ({ kind: "day", at: start, on: context.today })),
  ];
  return items.sort((a, b) => a.at - b.at);
}

/** The rest in money, where the others and what is owed are known and leave something. */
function withRest(parts: readonly ProposedPart[], owed: Money | undefined): readonly ProposedPart[] {
  const others = parts.filter(({ rest }) => !rest);
  if (!owed || others.length !== parts.length - 1) return parts;
  if (others.some(({ amount }) => amount === undefined || amount.currency !== owed.currency)) return parts;
  const left = others.reduce((sum, { amount }) => (amount ? subtract(sum, amount) : sum), owed);
  return left.minor <= 0n ? parts : parts.map((part) => (part.rest ? { ...part, amount: left } : part));
}
