import type { Token } from "../../tokens.ts";
import { readNumber } from "../read-number.ts";

/** `range`: between two ends; `either`: one of two or more, and nobody knows which. */
export type Exactness = "exact" | "about" | "atMost" | "atLeast" | "range" | "either";

type Hedges = readonly (readonly [says: Exactness, phrases: string])[];

// The longer phrase first: "no más de" is not "más de".
const BEFORE: Hedges = [
  [
    "atMost",
    `no mas de|no mais de|no more than|a lo mucho|como mucho|como maximo|como maximo de|a lo sumo|no maximo|maximo de|menos de
    |less than|up to|at most|maximo|max|tope|hasta|ate|under`,
  ],
  [
    "atLeast",
    `al menos|a lo menos|por lo menos|como minimo|pelo menos|no minimo|minimo de|at least|mas de|mais de|more than|a partir de
    |minimo|minimum|desde|over`,
  ],
  [
    "about",
    `mas o menos|mas menos|mais ou menos|more or less|alrededor de|cerca de|por ahi|por ahi de|perto de|em torno de|a eso de
    |un aproximado de|aproximadamente|aprox|approx|approximately|unos|unas|uns|umas|como|casi|quase|around|about|roughly
    |almost|nearly|tipo|~`,
  ],
];

const AFTER: Hedges = [
  ["about", `mas o menos|mais ou menos|more or less|or so|aproximadamente|aprox|approx|approximately|por ahi`],
  ["atMost", `como maximo|no maximo|a lo mucho|a lo sumo|como mucho|at most|maximo|max`],
  ["atLeast", `al menos|por lo menos|como minimo|pelo menos|no minimo|at least|minimo`],
];

const LEADS = compiled(BEFORE);
const TRAILS = compiled(AFTER);

/** What the words around an amount make of it: "unos 200", "máximo 100", "150 más o menos". */
export function howExact(tokens: readonly Token[], first: number, end: number): Exactness {
  const before = LEADS.find(({ words }) => words.every((word, at) => tokens[first - words.length + at]?.word === word));
  if (before) return before.says;
  const after = TRAILS.find(({ words }) => words.every((word, at) => isIn(tokens, end, end + at, word)));
  // "100, mínimo 50": the hedge is of the amount behind it.
  const hedgesNext = after !== undefined && readNumber(tokens, end + after.words.length, "") !== undefined;
  return after && !hedgesNext ? after.says : "exact";
}

function isIn(tokens: readonly Token[], end: number, at: number, word: string): boolean {
  return tokens[at]?.word === word && tokens[at]?.clause === tokens[end - 1]?.clause;
}

function compiled(hedges: Hedges): readonly { readonly says: Exactness; readonly words: readonly string[] }[] {
  return hedges
    .flatMap(([says, phrases]) => phrases.split("|").map((phrase) => ({ says, words: phrase.trim().split(/\s+/) })))
    .sort((a, b) => b.words.length - a.words.length);
}
