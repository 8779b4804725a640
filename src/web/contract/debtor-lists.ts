import type { ColumnUse, MappedColumn } from "../../domain/debtor-list/fields.ts";
import type { ProblemCode, WarningCode } from "../../domain/debtor-list/notes.ts";
import type { Question } from "../../domain/debtor-list/questions.ts";
import type { ListSettings } from "../../domain/debtor-list/settings.ts";
import type { ClauseView, Day, Moment, MoneyText, Page } from "./common.ts";

export type { ColumnUse, MappedColumn } from "../../domain/debtor-list/fields.ts";
export type { ProblemCode, WarningCode } from "../../domain/debtor-list/notes.ts";
export type { Question } from "../../domain/debtor-list/questions.ts";
export type { ListSettings } from "../../domain/debtor-list/settings.ts";

/**
 * `POST /api/debtor-lists`, the file itself as the body (`application/octet-stream`, at most 20 MB) and its name in
 * `X-File-Name`, percent-encoded → 201 `DebtorListView`. The same bytes again → 200 with the first one and `isRepeat`.
 */
export type DebtorListView = {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: "staged" | "committing" | "committed" | "failed" | "discarded";
  readonly isRepeat: boolean;
  readonly uploadedAt: Moment;
  readonly committedAt: Moment | null;
  readonly failedBecause: string | null;
  /** What was detected, to show and to change. */
  readonly format: {
    readonly kind: "csv" | "xlsx";
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly sheet: string | null;
    readonly headerRow: number | null;
  };
  readonly columns: readonly (MappedColumn & { readonly examples: readonly string[] })[];
  readonly settings: ListSettings;
  /** What only the business can say. While one that `blocks` is left, there is no `dryRun`. */
  readonly questions: readonly Question[];
  readonly dryRun: DryRun | null;
  /** Of a commit under way or done. */
  readonly progress: { readonly committedRows: number; readonly totalRows: number };
};

export type DryRun = {
  readonly rows: Readonly<Record<RowVerdict, number>>;
  readonly money: readonly { readonly inFile: MoneyText; readonly before: MoneyText; readonly after: MoneyText }[];
  readonly debtors: number;
  readonly problems: readonly NoteGroup<ProblemCode>[];
  readonly warnings: readonly NoteGroup<WarningCode>[];
  /** The business's time for which `contact` holds. */
  readonly judgedAt: Moment;
  /** Every debtor stands under one of these; who: `GET /api/debtor-lists/:id/contacts`. */
  readonly contact: readonly ContactVerdict[];
  readonly outlook: LimitOutlook | null;
  readonly cost: ExpectedCost | null;
};

/**
 * What the first messages to all who may be written to cost at list prices, one each; answers come on top. Null for a number that is
 * not billed, and for nobody.
 */
export type ExpectedCost = {
  /** Meta's category of the template that they are: `utility`, `marketing`. */
  readonly category: string;
  /** By the market of whoever gets them, the dearest first and those without a known price last. */
  readonly markets: readonly MarketCost[];
  /** Of those with a known price; null where none has. */
  readonly amount: { readonly amount: string; readonly currency: string } | null;
  readonly priced: number;
  /** To markets whose price is not known here: on top, and never zero. */
  readonly unpriced: number;
  readonly rateCard: Day | null;
};

export type MarketCost = {
  /** As the rate card names it; a country's code where none names it, `unknown` where not even the country is known. */
  readonly market: string;
  readonly messages: number;
  /** Of one message, and of all. Null: unknown, never zero. */
  readonly each: string | null;
  readonly amount: string | null;
  /** The card that has the price: an earlier one than that of the day where this has none. */
  readonly rateCard: Day | null;
};

/**
 * How long the business's number needs to write first to so many people: on so many days, the last of which this is. Null where its
 * number has no messaging limit.
 */
export type LimitOutlook = {
  readonly people: number;
  /** Different people in any 24 hours. */
  readonly limit: number;
  readonly days: number;
  readonly lastDay: Day;
};

/** One rule, and the debtors whom it lets be written to, or forbids. */
export type ContactVerdict = {
  readonly reason: string;
  readonly clause: ClauseView | null;
  readonly debtors: number;
  /** Of the moments from which they may be written to, the first and the last; null: not by the passing of time alone. */
  readonly earliest: Moment | null;
  readonly latest: Moment | null;
};

/**
 * `GET /api/debtor-lists/:id/contacts?judgedAt=…&verdict=0&after=…` → `ListContacts`: when each debtor may be written to, as the
 * dry run of that moment found it (409 once the list was judged anew); `verdict` is a place in its `contact`, without it all
 * of them come. Some fifty a page; none once the list is committed or discarded.
 */
export type ListContacts = Page<{
  readonly verdict: number;
  readonly name: string;
  readonly reference: string;
  readonly owed: MoneyText;
  readonly mayWriteAt: Moment | null;
}>;

export type RowVerdict = "new" | "changed" | "same" | "error" | "skipped";

/** One kind of problem, with the words for it in the session's language. */
export type NoteGroup<Code extends string> = {
  readonly code: Code;
  readonly rows: number;
  readonly says: string;
  readonly howToFix: string;
  readonly examples: readonly { readonly row: number; readonly column: string; readonly found: string }[];
};

/** `PUT /api/debtor-lists/:id/settings` → `DebtorListView`, judged anew. `columns`: what a header means, by header. */
export type AnswerQuestions = {
  readonly settings: ListSettings;
  readonly columns?: Readonly<Record<string, ColumnUse>>;
};

/** `POST /api/debtor-lists/:id/commit` `{}` → 202; `debtor-list.changed` events tell the progress; 409 while a question blocks. */
/** `POST /api/debtor-lists/:id/discard` `{}` → 204, before the commit. */
/** `GET /api/debtor-lists/:id/errors` → the errors file, CSV, as a download. */

/** `GET /api/debtor-lists` → `DebtorLists`, newest first. */
export type DebtorLists = Page<{
  readonly id: string;
  readonly fileName: string;
  readonly state: DebtorListView["state"];
  readonly uploadedAt: Moment;
  /** The name of the person, or of the API key, which says that it is one. Null: a command at the server did it. */
  readonly uploadedBy: string | null;
  readonly totalRows: number;
  readonly committedRows: number;
}>;

/** `GET /api/debtor-lists/:id/rows?verdict=error` → `DebtorListRows`. */
export type DebtorListRows = Page<{
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly cells: readonly string[];
  readonly problems: readonly { readonly code: string; readonly column: string; readonly found: string }[];
}>;

/**
 * `GET /api/debtor-lists/:id/openable` → `OpenableOfList`: how many debtors whom this list brought or changed owe, may be written
 * to, are under no hold that stops it and have no open conversation.
 */
export type OpenableOfList = { readonly count: number; readonly outlook: LimitOutlook | null };
/**
 * `POST /api/debtor-lists/:id/conversations` `{ after? }` → `OpenedOfList`: the bot writes first to the next of them. Where
 * `next` is not null, ask again with it as `after`.
 */
export type OpenedOfList = { readonly opened: number; readonly next: string | null };
