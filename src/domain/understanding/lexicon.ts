import { matchPhrase, openings, type Phrase, phrase, SHORTEST_BEGINNING, wordsOf } from "./phrase.ts";
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
  /** All hits, in the order of the words. Every language at once: people mix them, and a border is not a wall. */
  readonly find: (words: readonly Token[]) => Hit<Said>[];
  /** What the words look like and are not: what an `except` of its table says. */
  readonly excepted: (words: readonly Token[]) => ReadonlySet<Said>;
  readonly vocabulary: ReadonlySet<string>;
};

type Entry<Said> = { readonly says: Said; readonly phrase: Phrase; readonly exception: boolean };

export function lexicon<const Said extends string>(tables: readonly PhraseTable<Said>[]): Lexicon<Said> {
  const entries = tables.flatMap(({ says, es, pt, en, except = [] }) => [
    ...[...es, ...pt, ...en].map((source): Entry<Said> => ({ says, phrase: phrase(source), exception: false })),
    ...except.map((source): Entry<Said> => ({ says, phrase: phrase(source), exception: true })),
  ]);
  const index = indexByOpening(entries);
  return {
    vocabulary: new Set(entries.flatMap((entry) => wordsOf(entry.phrase))),
    find: (words) => {
      const { hits, exceptions } = match(index, words);
      return hits.filter((hit) => !exceptions.some((other) => other.says === hit.says && overlap(other, hit)));
    },
    excepted: (words) => new Set(match(index, words).exceptions.map(({ says }) => says)),
  };
}

type Index<Said> = {
  readonly byWord: ReadonlyMap<string, readonly Entry<Said>[]>;
  readonly byBeginning: ReadonlyMap<string, readonly Entry<Said>[]>;
  readonly byNumber: readonly Entry<Said>[];
};

function indexByOpening<Said>(entries: readonly Entry<Said>[]): Index<Said> {
  const byWord = new Map<string, Entry<Said>[]>();
  const byBeginning = new Map<string, Entry<Said>[]>();
  const byNumber: Entry<Said>[] = [];
  for (const entry of entries) {
    const { words, beginnings, number } = openings(entry.phrase);
    for (const word of words) put(byWord, word, entry);
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

type Matches<Said extends string> = { readonly hits: readonly Hit<Said>[]; readonly exceptions: readonly Hit<Said>[] };

function match<Said extends string>(index: Index<Said>, words: readonly Token[]): Matches<Said> {
  const hits: Hit<Said>[] = [];
  const exceptions: Hit<Said>[] = [];
  words.forEach((token, first) => {
    const candidates =
      token.kind === "number"
        ? [index.byNumber, index.byWord.get(token.word)]
        : [index.byWord.get(token.word), index.byBeginning.get(token.word.slice(0, SHORTEST_BEGINNING))];
    for (const entry of candidates.flatMap((each) => each ?? [])) {
      const end = matchPhrase(entry.phrase, words, first);
      if (end !== undefined) (entry.exception ? exceptions : hits).push({ says: entry.says, first, end });
    }
  });
  return { hits, exceptions };
}

function overlap(a: Hit<string>, b: Hit<string>): boolean {
  return a.first < b.end && b.first < a.end;
}
