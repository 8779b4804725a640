/**
 * What the console and the server say to each other: every request, answer and event, as plain types. The console imports
 * nothing else of ours. Paths are in each type's comment; bodies are JSON unless said otherwise.
 *
 * Unsafe methods need the page's own origin (`Origin` or `Sec-Fetch-Site: same-origin`), which a browser sends by itself.
 * Lists take `?after=<next>&limit=<1…200>` and answer with `next`, to be given back unread, or null at the end.
 */
export type * from "./contract/blocked.ts";
export type * from "./contract/channels.ts";
export type * from "./contract/common.ts";
export type * from "./contract/contact-records.ts";
export type * from "./contract/debtor-lists.ts";
export type * from "./contract/debtors.ts";
export type * from "./contract/decisions.ts";
export type * from "./contract/events.ts";
export type * from "./contract/inbox.ts";
export type * from "./contract/law.ts";
export type * from "./contract/ledger.ts";
export type * from "./contract/number-health.ts";
export type * from "./contract/number-link.ts";
export type * from "./contract/number-page.ts";
export type * from "./contract/outside-contacts.ts";
export type * from "./contract/readings.ts";
export type * from "./contract/receipts.ts";
export type * from "./contract/session.ts";
export type * from "./contract/simulator.ts";
export type * from "./contract/templates.ts";
export type * from "./contract/thread.ts";
