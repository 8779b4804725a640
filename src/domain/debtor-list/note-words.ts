import { english } from "./note-words.en.ts";
import { spanish } from "./note-words.es.ts";
import { portuguese } from "./note-words.pt-BR.ts";
import type { NoteLanguage, NoteTexts, NoteWords, ProblemCode, WarningCode } from "./notes.ts";
import type { SkipReason } from "./skip-row.ts";
import type { UnreadableReason } from "./unreadable.ts";

export function noteWords(code: ProblemCode | WarningCode, language: NoteLanguage): NoteWords {
  return TEXTS[language][code];
}

/** Why a row was passed over, in words. */
export function skipWords(because: SkipReason, language: NoteLanguage): string {
  return TEXTS[language].skipped[because];
}

/** Why a file could not be read at all, and what to do. */
export function unreadableWords(reason: UnreadableReason, language: NoteLanguage): string {
  return TEXTS[language].unreadable[reason];
}

const TEXTS: Readonly<Record<NoteLanguage, NoteTexts>> = { es: spanish, "pt-BR": portuguese, en: english };
