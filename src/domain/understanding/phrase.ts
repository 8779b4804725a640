import { assert } from "../assert.ts";
import { WORD_CLASSES } from "./phrases/word-classes.ts";
import { fold, type Token } from "./tokens.ts";

/**
 * A phrase over folded words, read from left to right:
 * `word`, `pre*` (how it begins, three letters or more), `(one|two|two (nested|@class) words)`, `@class` (word-classes.ts), `#` (a number),
 * `x?` (may be missing), `..` (up to 3 words of the same sentence) or `..5`, `^` and `$` (the message's first and last word, emojis
 * aside), `[` and `]` (a sentence's; `(mas|])` is "mas" or the sentence's end). A word written with its accent asks for the accent: `pagó` is past, `pago` may be
 * anything; one with `!` asks that there is none: `pague!` may be a request.
 */
export type Phrase = {
  readonly steps: readonly Step[];
  readonly start: Edge | undefined;
  readonly end: Edge | undefined;
};

type Edge = "message" | "sentence";

/** Phrases are found by the first letters of a word; a beginning has at least as many. */
export const SHORTEST_BEGINNING = 3;

type OneWord = {
  readonly words: ReadonlySet<string>;
  /** As they are written, accents and all; and those that must be written without. */
  readonly accented: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly number: boolean;
};

type Step =
  | { readonly kind: "gap"; readonly most: number }
  | (OneWord & {
      readonly kind: "word";
      /** Alternatives of several words. */
      readonly sequences: readonly (readonly OneWord[])[];
      readonly optional: boolean;
      /** The sentence may end here instead. */
      readonly orEnd: boolean;
    });

/** @throws {BrokenInvariant} when the phrase names a class that is not there, or has nothing it must begin with. */
export function phrase(source: string): Phrase {
  const parts = cut(source, /\s/);
  const start = parts[0] === "^" ? "message" : parts[0] === "[" ? "sentence" : undefined;
  const end = parts.at(-1) === "$" ? "message" : parts.at(-1) === "]" ? "sentence" : undefined;
  const steps = parts.slice(start ? 1 : 0, end ? -1 : parts.length).map(step);
  const firstNeeded = steps.find((each) => each.kind === "gap" || !each.optional);
  assert(firstNeeded?.kind === "word", `"${source}" does not begin with a word`);
  return { steps, start, end };
}

/**
 * The index after the last word it matches when read from `from`, or `undefined`. `needed` is the least strength of a match over
 * corrected words: see `strengthOf`.
 */
export function matchPhrase(phrase: Phrase, words: readonly Token[], from: number, needed = 0): number | undefined {
  if (phrase.start && !opens(words, from, phrase.start)) return undefined;
  // A whole message tells by itself: "sotp" is nothing but a stop.
  const isWhole = phrase.start === "message" && phrase.end === "message";
  return matchSteps({ ...phrase, words, from, needed: isWhole ? Math.min(needed, 1) : needed }, 0, from, 0);
}

/** Words by which a phrase is filed: whole ones, beginnings, and whether it is a number. */
export type Ways = {
  readonly words: readonly string[];
  readonly beginnings: readonly string[];
  readonly number: boolean;
};

/** What a phrase can begin with. */
export function openings({ steps }: Phrase): Ways {
  const words = steps.filter((each) => each.kind === "word");
  return waysInto(
    words
      .slice(0, words.findIndex(({ optional }) => !optional) + 1)
      .flatMap((each) => [each, ...each.sequences.flatMap((sequence) => sequence.slice(0, 1))]),
  );
}

/** One of these is in every text the phrase fits: the words of that step which everyday texts have least. */
export function rarest({ steps }: Phrase): Ways {
  const [best] = steps
    .filter((each) => each.kind === "word" && !each.optional && !each.orEnd)
    .map((each) => (each.kind === "word" ? [each, ...each.sequences.map(rarestOf)] : []))
    .map((ways) => ({ ways, common: Math.max(...ways.map(commonness)) }))
    .sort((a, b) => a.common - b.common);
  assert(best, "a phrase has a word it cannot be without");
  return waysInto(best.ways);
}

function rarestOf(sequence: readonly OneWord[]): OneWord {
  const [rarest] = [...sequence].sort((a, b) => commonness(a) - commonness(b));
  assert(rarest, "an alternative has a word");
  return rarest;
}

/** The shorter a word, the more texts have it. */
function commonness(one: OneWord): number {
  const shortest = Math.min(
    ...[...one.words, ...one.accented, ...one.plain, ...one.beginnings].map(({ length }) => length),
  );
  return one.number ? 10 : Math.max(0, 10 - (Number.isFinite(shortest) ? shortest : 10));
}

function waysInto(ways: readonly OneWord[]): Ways {
  return {
    words: ways.flatMap(wordsOfOne),
    beginnings: ways.flatMap(({ beginnings }) => beginnings),
    number: ways.some(({ number }) => number),
  };
}

/** Every whole word the phrase names. */
export function wordsOf({ steps }: Phrase): string[] {
  return steps.flatMap((each) =>
    each.kind === "word" ? [...wordsOfOne(each), ...each.sequences.flat().flatMap(wordsOfOne)] : [],
  );
}

/** How the words begin that the phrase names by their beginning only. */
export function beginningsOf({ steps }: Phrase): string[] {
  return steps.flatMap((each) =>
    each.kind === "word" ? [...each.beginnings, ...each.sequences.flat().flatMap(({ beginnings }) => beginnings)] : [],
  );
}

function wordsOfOne({ words, accented, plain }: OneWord): string[] {
  return [...words, ...[...accented].map(fold), ...plain];
}

/** Pieces between separators, those within brackets kept whole. */
function cut(source: string, separator: RegExp): string[] {
  const pieces = [""];
  let depth = 0;
  for (const letter of source) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0 && separator.test(letter)) pieces.push("");
    else pieces.push(`${pieces.pop()}${letter}`);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length > 0);
}

/** `(a|b (c|d)? e)` as what it can stand for, word by word: `a`, `b e`, `b c e`, `b d e`. */
function waysOf(part: string): string[] {
  const optional = part.endsWith("?");
  const bare = optional ? part.slice(0, -1) : part;
  const ways = bare.startsWith("(")
    ? cut(bare.slice(1, -1), /\|/).flatMap((choice) =>
        cut(choice, /\s/)
          .map(waysOf)
          .reduce<string[]>(
            (before, next) => before.flatMap((head) => next.map((tail) => `${head} ${tail}`.trim())),
            [""],
          ),
      )
    : [bare];
  return optional ? ["", ...ways] : ways;
}

/** Alike in every phrase that has it: thousands hold a class of hundreds of words, and each of its own would fill the memory. */
const STEPS = new Map<string, Step>();

function step(part: string): Step {
  const before = STEPS.get(part);
  if (before) return before;
  const made = makeStep(part);
  STEPS.set(part, made);
  return made;
}

function makeStep(part: string): Step {
  if (part.startsWith("..")) return { kind: "gap", most: Number(part.slice(2) || "3") };
  const optional = part.endsWith("?");
  const ways = waysOf(optional ? part.slice(0, -1) : part);
  const choices = ways.filter((choice) => choice !== "]");
  const sequences = choices.filter((choice) => choice.includes(" "));
  return {
    kind: "word",
    ...oneWord(choices.filter((choice) => !choice.includes(" "))),
    sequences: sequences.map((sequence) => sequence.split(" ").map(wordOfSequence)),
    optional,
    orEnd: choices.length < ways.length,
  };
}

const WORDS_OF_SEQUENCES = new Map<string, OneWord>();

function wordOfSequence(word: string): OneWord {
  const before = WORDS_OF_SEQUENCES.get(word);
  if (before) return before;
  const made = oneWord([word]);
  WORDS_OF_SEQUENCES.set(word, made);
  return made;
}

function oneWord(choices: readonly string[]): OneWord {
  const expanded = choices.flatMap(expand);
  const beginnings = expanded.filter((choice) => choice.endsWith("*")).map((choice) => choice.slice(0, -1));
  assert(
    beginnings.every((beginning) => beginning.length >= SHORTEST_BEGINNING),
    `a beginning in "${choices.join("|")}" is too short`,
  );
  const whole = expanded.filter((choice) => choice !== "#" && !choice.endsWith("*"));
  return {
    words: new Set(whole.filter((word) => fold(word) === word && !word.endsWith("!"))),
    accented: new Set(whole.filter((word) => fold(word) !== word)),
    plain: new Set(whole.filter((word) => word.endsWith("!")).map((word) => word.slice(0, -1))),
    beginnings,
    number: expanded.includes("#"),
  };
}

function expand(choice: string): readonly string[] {
  if (!choice.startsWith("@")) return [choice];
  const words = WORD_CLASSES.get(choice.slice(1));
  assert(words, `no word class ${choice}`);
  return words;
}

function opens(words: readonly Token[], at: number, edge: Edge): boolean {
  const before = words[at - 1];
  if (!before) return true;
  if (before.kind === "emoji") return opens(words, at - 1, edge);
  return edge === "sentence" && before.clause !== words[at]?.clause;
}

function closes(words: readonly Token[], at: number, edge: Edge): boolean {
  const next = words[at];
  if (!next) return true;
  if (next.kind === "emoji") return closes(words, at + 1, edge);
  return edge === "sentence" && next.clause !== words[at - 1]?.clause;
}

type Matching = Phrase & { readonly words: readonly Token[]; readonly from: number; readonly needed: number };

// Depth is the number of steps and each gap tries at most its few words, so a long message costs no more than a short one.
function matchSteps(matching: Matching, stepIndex: number, at: number, strength: number): number | undefined {
  const { steps, end: edge, words, from, needed } = matching;
  const current = steps[stepIndex];
  if (!current) return strength < needed || (edge && !closes(words, at, edge)) ? undefined : at;

  if (current.kind === "gap") {
    for (let skipped = 0; skipped <= current.most; skipped++) {
      const next = words[at + skipped];
      if (next && next.clause !== words[at - 1]?.clause)
        return stepIndex === steps.length - 1 && strength >= needed ? at : undefined;
      const end = matchSteps(matching, stepIndex + 1, at + skipped, strength);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  if (current.orEnd && closes(words, at, "sentence")) {
    const end = matchSteps(matching, stepIndex + 1, at, strength);
    if (end !== undefined) return end;
  }
  const token = words[at];
  if (token && !(at > from && answersNo(words[at - 1], token))) {
    const fit = strengthOf(current, token);
    if (fit !== undefined) {
      const end = matchSteps(matching, stepIndex + 1, at + 1, strength + fit);
      if (end !== undefined) return end;
    }
    for (const sequence of current.sequences) {
      const fitting = strengthOfAll(sequence, words, at);
      if (fitting === undefined) continue;
      const end = matchSteps(matching, stepIndex + 1, at + sequence.length, strength + fitting);
      if (end !== undefined) return end;
    }
  }
  return current.optional ? matchSteps(matching, stepIndex + 1, at, strength) : undefined;
}

/** "No, debo 800" answers and then goes on: its no denies nothing of what follows. */
function answersNo(previous: Token | undefined, token: Token): boolean {
  return token.pause === true && (previous?.word === "no" || previous?.word === "nao");
}

function strengthOfAll(sequence: readonly OneWord[], words: readonly Token[], at: number): number | undefined {
  let total = 0;
  for (const [offset, word] of sequence.entries()) {
    const token = words[at + offset];
    const fit = token && !(offset > 0 && answersNo(words[at + offset - 1], token)) && strengthOf(word, token);
    if (fit === undefined || fit === false) return undefined;
    total += fit;
  }
  return total;
}

/** A word as it stands is as strong as it is long; one put right is weaker by what its slip costs; `undefined` does not fit. */
function strengthOf(one: OneWord, token: Token): number | undefined {
  const { kind, word, written, instead } = token;
  if (one.words.has(word) || (written === undefined ? one.plain.has(word) : one.accented.has(written)))
    return word.length;
  if (one.number && kind === "number") return word.length;
  const begins = (whole: string) => one.beginnings.some((beginning) => whole.startsWith(beginning));
  if (kind === "word" && begins(word)) return word.length;
  const better = instead?.find((other) => one.words.has(other.word) || one.plain.has(other.word) || begins(other.word));
  return better && better.word.length - better.cost;
}
