import { misplaced } from "./figures.ts";

/** What became of messages that went one way. */
export type Outcome = { readonly lost: number; readonly doubled: number; readonly outOfOrder: number };

/** One person's messages by their names, as they were written and as they came. */
export type Exchange = { readonly written: readonly string[]; readonly came: readonly string[] };

/** What was written by several, beside what came of all of it, by who wrote it; what nobody wrote is an exchange of its own. */
export function byWriter(written: readonly (readonly string[])[], came: readonly string[]): Exchange[] {
  const writerOf = new Map(written.flatMap((names, writer) => names.map((name) => [name, writer] as const)));
  const cameOf = Map.groupBy(came, (name) => writerOf.get(name));
  return [
    ...written.map((names, writer) => ({ written: names, came: cameOf.get(writer) ?? [] })),
    { written: [], came: cameOf.get(undefined) ?? [] },
  ];
}

/** Puts side by side what each person was written and what they got, or the other way round. Order is kept per person. */
export function sideBySide(exchanges: readonly Exchange[]): Outcome {
  let [lost, doubled, outOfOrder] = [0, 0, 0];
  for (const { written, came } of exchanges) {
    const placeOf = new Map(written.map((name, place) => [name, place]));
    const known = came.filter((name) => placeOf.has(name));
    const different = [...new Set(known)];
    lost += written.length - different.length;
    // What nobody wrote is one too many as well.
    doubled += came.length - different.length;
    outOfOrder += misplaced(different.map((name) => placeOf.get(name) ?? 0));
  }
  return { lost, doubled, outOfOrder };
}

export function together(outcomes: readonly Outcome[]): Outcome {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, one) => total + of(one), 0);
  return {
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
  };
}
