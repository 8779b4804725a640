import type { SkipReason } from "./skip-row.ts";
import type { UnreadableReason } from "./unreadable.ts";

/** What makes a row unusable until it is mended. */
export const PROBLEM_CODES = [
  "quote-not-closed",
  "row-too-long",
  "too-many-cells",
  "debtor-missing",
  "amount-missing",
  "not-an-amount",
  "other-currency",
  "unknown-currency",
  "unknown-country",
  "not-a-date",
  "phone-scientific",
  "phone-no-area-code",
  "phone-not-a-number",
  "phone-invalid",
  "paid-and-owing",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is worth a look, in a row that imports. */
export const WARNING_CODES = [
  "name-missing",
  "phone-missing",
  "phone-left-out",
  "phone-landline",
  "phone-third-party",
  "check-digit-wrong",
  "birth-date-unreadable",
  "due-date-missing",
  "amount-other-format",
  "amount-rounded",
  "paid-date-but-owing",
  "lines-summed",
  "lines-counted-once",
  "permission-undated",
  "permission-unclear",
  "other-numbers-unclear",
  "permission-other-channels",
  "email-unreadable",
  "reference-made",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** A finding in one cell: which column, and what stands there. */
export type Note<Code extends string> = { readonly code: Code; readonly column: string; readonly found: string };
export type Problem = Note<ProblemCode>;
export type Warning = Note<WarningCode>;

export type NoteLanguage = "es" | "pt-BR" | "en";

/** What is wrong, what was expected, and what the business can do about it: three short sentences, for a page or a file. */
export type NoteWords = { readonly says: string; readonly expected: string; readonly howToFix: string };
export type NoteTexts = Readonly<Record<ProblemCode | WarningCode, NoteWords>> & {
  readonly skipped: Readonly<Record<SkipReason, string>>;
  readonly unreadable: Readonly<Record<UnreadableReason, string>>;
};
