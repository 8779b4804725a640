import type { Moment } from "./common.ts";

/**
 * `GET /api/templates` → `Templates`: what the business sends outside WhatsApp's 24 hours, as Meta has it and as our copy needs it. Read
 * from Meta each hour; `POST /api/templates/sync` reads it now.
 */
export type Templates = {
  /** One for each account at Meta that a number of the business belongs to. None: no number's account is known. */
  readonly accounts: readonly TemplateAccountView[];
  /** Messages that wait until a template may be sent. */
  readonly waiting: number;
  /** By which prices are shown; null where no card holds on this day. */
  readonly rateCard: { readonly holdsFrom: string; readonly currency: string; readonly source: string } | null;
};

export type TemplateAccountView = {
  readonly wabaId: string;
  /** A number of it, as people call it. */
  readonly number: string;
  readonly ours: readonly OurTemplateView[];
  /** What else is there: made by hand, and nothing of ours. */
  readonly others: readonly AtMeta[];
};

export type TemplateCategoryWord = "UTILITY" | "MARKETING" | "AUTHENTICATION";

export type AtMeta = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** Meta's word, such as `APPROVED`; `DELETED` is ours for what its list no longer has. */
  readonly status: string;
  readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly category: TemplateCategoryWord;
  readonly body: string;
  /** Why Meta refused or stopped it, in Meta's words. */
  readonly because: string | null;
  /** Why we send it no more: `quality`, or `meta.` and Meta's error code. */
  readonly pausedBecause: string | null;
  readonly syncedAt: Moment;
};

export type OurTemplateView = {
  readonly name: string;
  readonly language: string;
  /** What would be registered. */
  readonly category: TemplateCategoryWord;
  readonly body: string;
  readonly examples: readonly string[];
  readonly quickReplies: readonly string[];
  readonly timeToLiveSeconds: number;
  readonly atMeta: AtMeta | null;
  readonly differences: readonly TemplateDifferenceWord[];
  readonly problems: readonly TemplateProblemWord[];
  readonly action: "create" | "edit" | "nothing" | "by-hand";
  /** Of one message to a number of the business's own country, as it is categorised now. Null: nobody here knows the price. */
  readonly price: { readonly amount: string; readonly currency: string; readonly market: string } | null;
};

export type TemplateDifferenceWord =
  | "missing"
  | "body"
  | "quick-replies"
  | "header"
  | "footer"
  | "category"
  | "time-to-live";

export type TemplateProblemWord =
  | "name"
  | "body-length"
  | "variables-in-order"
  | "variable-count"
  | "variable-at-an-end"
  | "variables-side-by-side"
  | "too-many-variables"
  | "examples"
  | "line-breaks"
  | "quick-replies"
  | "time-to-live"
  | "promotional";

export type DeskRefusalWord =
  | "unavailable"
  | "too-fast"
  | "not-allowed"
  | "not-found"
  | "exists"
  | "deleted-lately"
  | "format"
  | "full"
  | "other";

/** `POST /api/templates/sync` → `TemplatesSynced`. A refusal of Meta's is an answer, and no failure: what is known stays as it was. */
export type TemplatesSynced = {
  readonly accounts: readonly ({ readonly wabaId: string } & (
    | { readonly seen: number; readonly changed: number }
    | { readonly because: DeskRefusalWord; readonly detail: string }
  ))[];
};

/**
 * `POST /api/templates/submit` → `TemplatesSubmitted`: registers or changes these at Meta, as `GET /api/templates` shows them, each on
 * the record. 404 for an account that no number of the business has.
 */
export type SubmitTemplates = {
  readonly wabaId: string;
  readonly templates: readonly { readonly name: string; readonly language: string }[];
};
export type TemplatesSubmitted = {
  /** Those that were tried, in order; after one that would be refused to all, no more were. */
  readonly submitted: readonly ({
    readonly name: string;
    readonly language: string;
    readonly action: "create" | "edit";
  } & (
    | { readonly done: true; readonly status: string }
    | { readonly done: false; readonly because: DeskRefusalWord; readonly detail: string }
  ))[];
};

/** `POST /api/templates/:id/resume` → 204: a template that we paused is sent again. 404 for none, 409 for one that is not paused here. */

/** `GET /api/costs?days=30` → `Costs`: what messages cost by day, number, category and market, newest day first. */
export type Costs = {
  /** The first of these days, in the business's zone. */
  readonly from: string;
  readonly days: readonly {
    readonly day: string;
    readonly channelId: string;
    /** Meta's: `utility`, `marketing`, `service` … */
    readonly category: string;
    readonly market: string;
    /** Of what was delivered, is billed and has a price. Null where nothing of it has. */
    readonly amount: { readonly amount: string; readonly currency: string } | null;
    readonly priced: number;
    /** Billed, at a price that no card names: the amount is at least what it says. */
    readonly unpriced: number;
    readonly free: number;
    /** Sent, and not known to be delivered: billed once it is. */
    readonly undelivered: number;
  }[];
};
