import type { Clause, Texts } from "../clause.ts";

/** `forbidden` stops a message; `doubtful` asks the person who wrote it. */
export type Severity = "forbidden" | "doubtful";

/**
 * What may not be said, as patterns over folded text (lower case, no accents, single spaces; `fold`). The languages are
 * not told apart: a debtor in Bogotá may be written to in any of them.
 */
export type ContentRule = {
  readonly id: string;
  readonly severity: Severity;
  readonly patterns: readonly RegExp[];
  /** Read on the sentence up to the end of the match: "no te preguntamos por qué…" asks nothing. */
  readonly unless?: RegExp;
  /** When the whole text says this, a forbidden finding is only doubtful: the steps the law asks for are named. */
  readonly softenedBy?: RegExp;
  /** The clause by country, and the house's own for the rest; without one the rule does not apply there. */
  readonly clauses: { readonly [country: string]: Clause; readonly elsewhere?: Clause };
  /** What to do about it. */
  readonly advice: Texts;
};

/** Patterns whose parts are named once: `{pay}` in the text is replaced by the part of that name. */
export function patterns(parts: Readonly<Record<string, string>>, ...sources: readonly string[]): RegExp[] {
  return sources.map((source) => {
    const filled = source.replace(/\{([a-z]+)\}/gi, (whole, name: string) => parts[name] ?? whole);
    return new RegExp(filled, "g");
  });
}
