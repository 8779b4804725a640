import type { MessageKind } from "../../outreach/holds.ts";
import type { Clause, Texts } from "../clause.ts";

/** `forbidden` stops a message; `doubtful` asks the person who wrote it. */
export type Severity = "forbidden" | "doubtful";

/** By country, and for all others; a country that is not named and has no `elsewhere` is outside the rule. */
export type ByCountry<T> = { readonly [country: string]: T; readonly elsewhere?: T };

type Rule = {
  readonly id: string;
  readonly severity: Severity;
  readonly clauses: ByCountry<Clause>;
  /** The kinds of message it is about; all of them when it does not say. */
  readonly kinds?: ByCountry<readonly MessageKind[]>;
  /** Only until the person has shown who they are. */
  readonly beforeProof?: true;
  /** What to do about it. */
  readonly advice: Texts;
};

/**
 * What may not be said, as patterns over folded text (lower case, no accents, single spaces; `fold`). The languages are
 * not told apart: a debtor in Bogotá may be written to in any of them.
 */
export type WordRule = Rule & {
  readonly patterns: readonly RegExp[];
  /** Read on the sentence up to the end of the match: "no te preguntamos por qué…" asks nothing. */
  readonly unless?: RegExp;
  /** When the whole text says this, a forbidden finding is only doubtful: the steps that country's law asks for are named. */
  readonly softenedBy?: ByCountry<RegExp>;
};

/** What has to be said. `isKept` reads folded text; `creditor` is folded too, undefined when the caller does not know it. */
export type DutyRule = Rule & { readonly isKept: (text: string, creditor: string | undefined) => boolean };

export type ContentRule = WordRule | DutyRule;

/** What a table says of a country. */
export function inCountry<T>(table: ByCountry<T>, country: string): T | undefined {
  return Object.hasOwn(table, country) ? table[country] : table.elsewhere;
}

/** Patterns whose parts are named once: `{pay}` in the text is replaced by the part of that name. */
export function patterns(parts: Readonly<Record<string, string>>, ...sources: readonly string[]): RegExp[] {
  return sources.map((source) => pattern(parts, source));
}

/** One pattern of named parts. */
export function pattern(parts: Readonly<Record<string, string>>, source: string): RegExp {
  const filled = source.replace(/\{([a-z]+)\}/gi, (whole, name: string) => parts[name] ?? whole);
  return new RegExp(filled, "g");
}
