import type { DateTime } from "luxon";
import type { ColumnUse, MappedColumn } from "../../src/domain/debtor-list/fields.ts";
import type { ProblemCode, WarningCode } from "../../src/domain/debtor-list/notes.ts";
import type { Question } from "../../src/domain/debtor-list/questions.ts";
import type { ListSettings } from "../../src/domain/debtor-list/settings.ts";
import type { SkipReason } from "../../src/domain/debtor-list/skip-row.ts";

export type ListState = "staged" | "committing" | "committed" | "failed" | "discarded";
export type RowVerdict = "new" | "changed" | "same" | "error" | "skipped";

/** What the business said about a file: answers to our questions, and what a column means, by header. */
export type ListAnswers = {
  readonly settings: ListSettings;
  readonly columns: Readonly<Record<string, ColumnUse>>;
};

/** One kind of finding: how many rows have it, and the first of them. */
export type StoredNotes<Code extends string> = {
  readonly code: Code;
  readonly rows: number;
  readonly examples: readonly { readonly row: number; readonly column: string; readonly found: string }[];
};

/** One debtor: `mayWriteAt` is null where no passing of time alone lets them be written to (a hold, no permission). */
export type ContactLine = {
  readonly name: string;
  readonly reference: string;
  /** As `toText` writes it, here and below. */
  readonly owed: string;
  readonly mayWriteAt: string | null;
};

/**
 * What was found of all debtors whom one rule lets be written to, or forbids; of the moments, the first and the last. Under one
 * rule those whom time alone never frees stand apart from the others, with no moment.
 */
export type ContactVerdict = {
  readonly reason: string;
  /** Names the rule; null when none was asked. */
  readonly clauseId: string | null;
  readonly debtors: number;
  readonly earliest: string | null;
  readonly latest: string | null;
};

/** What a commit would do, without the words for it: those depend on who reads. */
export type StoredDryRun = {
  readonly rows: Readonly<Record<RowVerdict, number>>;
  readonly money: readonly { readonly inFile: string; readonly before: string; readonly after: string }[];
  readonly debtors: number;
  /** Debtors by what the file says of writing to them. */
  readonly permission: Readonly<Record<"given" | "refused" | "none", number>>;
  /** Numbers that belong to another debtor already: no contact is made of them. */
  readonly sharedPhones: { readonly count: number; readonly rows: readonly number[] };
  readonly problems: readonly StoredNotes<ProblemCode>[];
  readonly warnings: readonly StoredNotes<WarningCode>[];
  readonly skipped: readonly { readonly because: SkipReason; readonly rows: number }[];
  /** The business's time for which `contact` holds. */
  readonly judgedAt: string;
  /** Every debtor is counted under one of these; their lines are kept beside, by its place here. */
  readonly contact: readonly ContactVerdict[];
  /**
   * How long the number needs for those who may be written to, now or later, by its messaging limit. Null without a limit, or
   * where there is nobody.
   */
  readonly outlook: {
    readonly people: number;
    readonly limit: number;
    readonly days: number;
    readonly lastDay: string;
  } | null;
  /** What the openings of those who may be written to cost. Null for a number that is not billed, or for nobody. */
  readonly cost: {
    readonly category: string;
    readonly markets: readonly {
      readonly market: string;
      readonly messages: number;
      readonly each: string | null;
      readonly amount: string | null;
      readonly rateCard: string | null;
    }[];
    readonly amount: { readonly amount: string; readonly currency: string } | null;
    readonly priced: number;
    readonly unpriced: number;
    readonly rateCard: string | null;
  } | null;
};

export type ListSummary = {
  readonly format: {
    readonly kind: "csv" | "xlsx";
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly sheet: string | null;
    /** Null when the file has no header row. */
    readonly headerRow: number | null;
  };
  readonly signature: string;
  readonly columns: readonly (MappedColumn & { readonly examples: readonly string[] })[];
  readonly questions: readonly Question[];
  /** Null while a question that blocks is open. */
  readonly dryRun: StoredDryRun | null;
};

/** As it is kept: what rows say of people is sealed (base64), and only what queries need is plain. */
export type StoredSummary = {
  readonly signature: string;
  /** 0 when the file has no header row. */
  readonly headerRow: number;
  /** No question that blocks is open, and the rows are staged. */
  readonly isJudged: boolean;
  readonly sealed: string;
};

/** Rows of the file are counted from the one under the header; blank ones count. */
export type StoredList = {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: ListState;
  readonly settings: ListAnswers;
  readonly summary: StoredSummary;
  /** The file's own number of the last row committed. */
  readonly committedRows: number;
  readonly totalRows: number;
  readonly uploadedBy: string;
  readonly uploadedAt: DateTime;
  readonly committedAt: DateTime | null;
  readonly failedBecause: string | null;
};
