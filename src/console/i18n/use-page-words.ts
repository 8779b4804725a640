import { use } from "react";
import { useLanguage } from "./language-context.tsx";
import { loadPageWords } from "./load-words.ts";
import type { ConsoleLanguage } from "./plural.ts";
import type { PageWords, Words } from "./words.ts";

export type AllWords = Words & PageWords;

const loaded = new Map<ConsoleLanguage, Promise<PageWords>>();

/** All words, for the pages that are not the inbox. The page waits, as for its own code, until they have come. */
export function usePageWords(): AllWords {
  const { language, words } = useLanguage();
  return { ...words, ...use(pageWordsIn(language)) };
}

function pageWordsIn(language: ConsoleLanguage): Promise<PageWords> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = loadPageWords(language);
  loaded.set(language, loading);
  return loading;
}
