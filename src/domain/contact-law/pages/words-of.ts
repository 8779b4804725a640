import { english } from "./words.en.ts";
import { spanish } from "./words.es.ts";
import { portuguese } from "./words.pt-BR.ts";
import type { PageLanguage, PageWords } from "./words.ts";

/** What is said of a country's law besides its rules, in the language of whoever reads it. */
export const WORDS: Readonly<Record<PageLanguage, PageWords>> = { es: spanish, "pt-BR": portuguese, en: english };
