import { assert } from "../assert.ts";
import { WORD_CLASSES } from "./phrases/word-classes.ts";
import type { Token } from "./tokens.ts";

/**
 * A phrase over folded words, read from left to right:
 * `word`, `pre*` (how it begins, three letters or more), `(one|two|two words)`, `@class` (word-classes.ts), `#` (a number), `x?` (may be missing),
 * `..` (up to 3 words of the same sentence) or `..5`, `^` and `$` (the message's first and last word).
 */
export type Phrase = {
  readonly steps: readonly Step[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
};

/** Phrases are found by the first letters of a word; a beginning has at least as many. */
export const SHORTEST_BEGINNING = 3;

type Step =
  | { readonly kind: "gap"; readonly most: number }
  | {
      readonly kind: "word";
      readonly words: ReadonlySet<string>;
      readonly beginnings: readonly string[];
      /** Alternatives of several words. */
      readonly sequences: readonly (readonly string[])[];
      readonly number: boolean;
      readonly optional: boolean;
    };

/** @throws {BrokenInvariant} when the phrase names a class that is not there, or does not begin with a word. */
export function phrase(source: string): Phrase {
  const parts = source.match(/\([^)]*\)\??|\S+/g) ?? [];
  const fromStart = parts[0] === "^";
  const toEnd = parts.at(-1) === "$";
  const steps = parts.slice(fromStart ? 1 : 0, toEnd ? -1 : parts.length).map(step);
  const [first] = steps;
  assert(first?.kind === "word" && !first.optional, `"${source}" does not begin with a word`);
  return { steps, fromStart, toEnd };
}

/** The index after the last word it matches when read from `from`, or `undefined`. */
export function matchPhrase(
  { steps, fromStart, toEnd }: Phrase,
  words: readonly Token[],
  from: number,
): number | undefined {
  if (fromStart && from !== 0) return undefined;
  return matchSteps({ steps, toEnd, words }, 0, from);
}

/** The words a phrase can begin with, for an index: whole ones, and beginnings. */
export function openings({ steps }: Phrase): {
  words: readonly string[];
  beginnings: readonly string[];
  number: boolean;
} {
  const [first] = steps;
  assert(first?.kind === "word", "a phrase begins with a word");
  const { words, beginnings, sequences, number } = first;
  return { words: [...words, ...sequences.flatMap((sequence) => sequence.slice(0, 1))], beginnings, number };
}

/** Every whole word the phrase names. */
export function wordsOf({ steps }: Phrase): string[] {
  return steps.flatMap((each) => (each.kind === "word" ? [...each.words, ...each.sequences.flat()] : []));
}

function step(part: string): Step {
  if (part.startsWith("..")) return { kind: "gap", most: Number(part.slice(2) || "3") };
  const optional = part.endsWith("?");
  const bare = optional ? part.slice(0, -1) : part;
  const choices = bare.replace(/[()]/g, "").split("|").flatMap(expand);
  const beginnings = choices.filter((choice) => choice.endsWith("*")).map((choice) => choice.slice(0, -1));
  assert(
    beginnings.every((beginning) => beginning.length >= SHORTEST_BEGINNING),
    `a beginning in "${part}" is too short`,
  );
  return {
    kind: "word",
    words: new Set(choices.filter((choice) => !choice.endsWith("*") && !choice.includes(" ") && choice !== "#")),
    beginnings,
    sequences: choices.filter((choice) => choice.includes(" ")).map((choice) => choice.split(" ")),
    number: choices.includes("#"),
    optional,
  };
}

function expand(choice: string): readonly string[] {
  if (!choice.startsWith("@")) return [choice];
  const words = WORD_CLASSES.get(choice.slice(1));
  assert(words, `no word class ${choice}`);
  return words;
}

type Matching = { readonly steps: readonly Step[]; readonly toEnd: boolean; readonly words: readonly Token[] };

// Depth is the number of steps and each gap tries at most its few words, so a long message costs no more than a short one.
function matchSteps(matching: Matching, stepIndex: number, at: number): number | undefined {
  const { steps, toEnd, words } = matching;
  const current = steps[stepIndex];
  if (!current) return toEnd && at !== words.length ? undefined : at;

  if (current.kind === "gap") {
    for (let skipped = 0; skipped <= current.most; skipped++) {
      const next = words[at + skipped];
      if (next && next.clause !== words[at - 1]?.clause) return stepIndex === steps.length - 1 ? at : undefined;
      const end = matchSteps(matching, stepIndex + 1, at + skipped);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  const token = words[at];
  if (token && fits(current, token)) {
    const end = matchSteps(matching, stepIndex + 1, at + 1);
    if (end !== undefined) return end;
  }
  for (const sequence of current.sequences) {
    if (!sequence.every((word, offset) => words[at + offset]?.word === word)) continue;
    const end = matchSteps(matching, stepIndex + 1, at + sequence.length);
    if (end !== undefined) return end;
  }
  return current.optional ? matchSteps(matching, stepIndex + 1, at) : undefined;
}

function fits(current: Extract<Step, { kind: "word" }>, { kind, word }: Token): boolean {
  if (current.words.has(word)) return true;
  if (current.number && kind === "number") return true;
  return kind === "word" && current.beginnings.some((beginning) => word.startsWith(beginning));
}
