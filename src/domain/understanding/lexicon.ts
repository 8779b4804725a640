import {
  beginningsOf,
  matchPhrase,
  openings,
  type Phrase,
  phrase,
  rarest,
  SHORTEST_BEGINNING,
  type Ways,
  wordsOf,
} from "./phrase.ts";
import type { Token } from "./tokens.ts";

/** The phrases that say one thing, by language; `except` are phrases that look like it and are not. */
export type PhraseTable<Said extends string> = {
  readonly says: Said;
  readonly es: readonly string[];
  readonly pt: readonly string[];
  readonly en: readonly string[];
  readonly except?: readonly string[];
};

/** Words `first` up to but without `end`. */
export type Hit<Said extends string> = { readonly says: Said; readonly first: number; readonly end: number };

export type Lexicon<Said extends string> = {
  /**
   * All hits, in the order of the words. Every language at once: people mix them, and a border is not a wall. Over corrected
   * words a hit needs strength: see `matchPhrase`.
   */
  readonly find: (words: readonly Token[], needed?: number) => Hit<Said>[];
  /** Those hits, and what the words look like and are not: what an `except` of its table says. */
  readonly match: (words: readonly Token[]) => Matches<Said>;
  readonly vocabulary: ReadonlySet<string>;
  /** How the words begin that phrases name by their beginning only. */
  readonly beginnings: ReadonlySet<string>;
};

type Entry<Said> = { readonly says: Said; readonly phrase: Phrase; readonly exception: boolean };

export function lexicon<const Said extends string>(tables: readonly PhraseTable<Said>[]): Lexicon<Said> {
  const entries = tables.flatMap(({ says, es, pt, en, except = [] }) => [
    ...[...es, ...pt, ...en].map((source): Entry<Said> => ({ says, phrase: phrase(source), exception: false })),
    ...except.map((source): Entry<Said> => ({ says, phrase: phrase(source), exception: true })),
  ]);
  const index: Index<Said> = { byOpening: indexBy(entries, openings), byRarest: indexBy(entries, rarest) };
  return {
    vocabulary: new Set(entries.flatMap((entry) => wordsOf(entry.phrase))),
    beginnings: new Set(entries.flatMap((entry) => beginningsOf(entry.phrase))),
    find: (words, needed = 0) => match(index, words, needed).hits,
    match: (words) => match(index, words, 0),
  };
}

type Index<Said> = {
  /** By the word a phrase begins with. */
  readonly byOpening: ByWord<Said>;
  /** By the rarest word without which it cannot be: of a thousand phrases that begin with "no" few can be in a message. */
  readonly byRarest: ByWord<Said>;
};

type ByWord<Said> = {
  readonly byWord: ReadonlyMap<string, readonly Entry<Said>[]>;
  readonly byBeginning: ReadonlyMap<string, readonly Entry<Said>[]>;
  readonly byNumber: readonly Entry<Said>[];
};

function indexBy<Said>(entries: readonly Entry<Said>[], waysOf: (phrase: Phrase) => Ways): ByWord<Said> {
  const byWord = new Map<string, Entry<Said>[]>();
  const byBeginning = new Map<string, Entry<Said>[]>();
  const byNumber: Entry<Said>[] = [];
  for (const entry of entries) {
    const { words, beginnings, number } = waysOf(entry.phrase);
    for (const word of new Set(words)) put(byWord, word, entry);
    for (const beginning of new Set(beginnings.map((each) => each.slice(0, SHORTEST_BEGINNING))))
      put(byBeginning, beginning, entry);
    if (number) byNumber.push(entry);
  }
  return { byWord, byBeginning, byNumber };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

export type Matches<Said extends string> = { readonly hits: Hit<Said>[]; readonly excepted: ReadonlySet<Said> };

function match<Said extends string>(index: Index<Said>, words: readonly Token[], needed: number): Matches<Said> {
  const possible = new Set(words.flatMap((token) => under(index.byRarest, token)));
  if (possible.size === 0) return { hits: [], excepted: new Set() };
  const ofWord = new Map<string, readonly Entry<Said>[]>();
  const candidatesFor = (token: Token) => {
    if (token.instead) return [...new Set(under(index.byOpening, token))].filter((entry) => possible.has(entry));
    const before = ofWord.get(token.word);
    if (before) return before;
    const candidates = [...new Set(under(index.byOpening, token))].filter((entry) => possible.has(entry));
    ofWord.set(token.word, candidates);
    return candidates;
  };

  const hits: Hit<Said>[] = [];
  const excepted = new Map<Said, Set<number>>();
  words.forEach((token, first) => {
    for (const entry of candidatesFor(token)) {
      const end = matchPhrase(entry.phrase, words, first, entry.exception ? 0 : needed);
      if (end === undefined) continue;
      if (entry.exception) except(excepted, entry.says, first, end);
      else hits.push({ says: entry.says, first, end });
    }
  });
  const meant = hits.filter(({ says, first, end }) => {
    for (let at = first; at < end; at++) if (excepted.get(says)?.has(at)) return false;
    return true;
  });
  return { hits: meant, excepted: new Set(excepted.keys()) };
}

/** The phrases filed under a token, or under what it may be a slip of. */
function under<Said>(index: ByWord<Said>, { kind, word, instead = [] }: Token): Entry<Said>[] {
  const found = [
    index.byWord.get(word),
    kind === "number" ? index.byNumber : index.byBeginning.get(word.slice(0, SHORTEST_BEGINNING)),
    ...instead.flatMap((other) => [
      index.byWord.get(other.word),
      index.byBeginning.get(other.word.slice(0, SHORTEST_BEGINNING)),
    ]),
  ];
  return found.flatMap((each) => each ?? []);
}

function except<Said>(excepted: Map<Said, Set<number>>, says: Said, first: number, end: number): void {
  const words = excepted.get(says) ?? new Set();
  for (let at = first; at < end; at++) words.add(at);
  excepted.set(says, words);
}
