/** Why a file cannot be read at all; `unreadableWords` says what to do. The edges throw `debtor-list.unreadable` with it. */
export const UNREADABLE_REASONS = [
  "empty",
  "header-only",
  "too-large",
  "too-many-rows",
  "old-excel",
  "html",
  "not-a-table",
  "broken-excel",
  "too-large-inside",
  "too-slow",
  "no-such-sheet",
  "too-many-broken-rows",
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];
