/** What Meta says of a number or its account, as one word of ours. */
export const NUMBER_EVENT_KINDS = [
  "quality",
  "limit",
  "throughput",
  "name",
  /** It may not do something for a while: begin conversations, most often. */
  "restricted",
  "unrestricted",
  "banned",
  "reinstated",
  /** The account is about to be, or was, taken out of use. */
  "disabled",
  /** Its quality is low: people block or report it. */
  "flagged",
  "unflagged",
  "review",
  "alert",
  "capability",
  "security",
  "template",
  /** Somebody wants, or wants no more, what Meta calls marketing. */
  "preference",
  /** An error outside any message. */
  "problem",
  /** Of a linked phone: WhatsApp lets it write to nobody new, or to nobody; its link ended, and a person is needed. */
  "link.restricted",
  "link.ended",
  "other",
] as const;
export type NumberEventKind = (typeof NUMBER_EVENT_KINDS)[number];
