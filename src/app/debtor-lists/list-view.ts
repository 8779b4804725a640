import type {
  ContactVerdict,
  ListSummary,
  StoredDryRun,
  StoredList,
  StoredNotes,
} from "../../../db/debtor-lists/stored-list.ts";
import { findClause } from "../../domain/contact-law/profiles.ts";
import { noteWords } from "../../domain/debtor-list/note-words.ts";
import type { NoteLanguage, ProblemCode, WarningCode } from "../../domain/debtor-list/notes.ts";
import type { Secrets } from "../../secrets.ts";
import { unsealJson } from "./sealed-json.ts";
import { sharedPhoneWords } from "./shared-phone-words.ts";

export type ListView = ReturnType<typeof listView>;

/** A list as people see it, in their language. */
export function listView(
  { list, isRepeat }: { list: StoredList; isRepeat: boolean },
  { secrets, language }: { secrets: Secrets; language: NoteLanguage },
) {
  const { format, columns, questions, dryRun } = unsealJson<ListSummary>(secrets, list.summary.sealed);
  return {
    id: list.id,
    fileName: list.fileName,
    sizeBytes: list.sizeBytes,
    state: list.state,
    isRepeat,
    uploadedAt: list.uploadedAt.toJSON(),
    committedAt: list.committedAt?.toJSON() ?? null,
    failedBecause: list.failedBecause,
    format,
    columns,
    settings: list.settings.settings,
    questions,
    dryRun: dryRun && dryRunView(dryRun, language),
    progress: progressOf(list),
  };
}

/** Counted from the row under the header. */
export function progressOf({ committedRows, totalRows, summary }: StoredList): {
  committedRows: number;
  totalRows: number;
} {
  return { committedRows: Math.max(0, committedRows - summary.headerRow), totalRows };
}

function dryRunView({ problems, warnings, contact, sharedPhones, ...counts }: StoredDryRun, language: NoteLanguage) {
  return {
    ...counts,
    problems: problems.map((group) => groupView(group, language)),
    warnings: warnings.map((group) => groupView(group, language)),
    sharedPhones: { ...sharedPhones, says: sharedPhoneWords(language) },
    contact: contact.map((verdict) => contactView(verdict, language)),
  };
}

function groupView<Code extends ProblemCode | WarningCode>(
  { code, rows, examples }: StoredNotes<Code>,
  language: NoteLanguage,
) {
  const { says, howToFix } = noteWords(code, language);
  return { code, rows, says, howToFix, examples };
}

function contactView({ clauseId, ...verdict }: ContactVerdict, language: NoteLanguage) {
  const clause = clauseId === null ? undefined : findClause(clauseId);
  if (clause === undefined) return { ...verdict, clause: null };
  const { id, standing, law, article, confidence, source, text } = clause;
  return { ...verdict, clause: { id, standing, law, article, confidence, source, text: text[language] } };
}
