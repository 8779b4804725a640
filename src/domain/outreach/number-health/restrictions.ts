/** Meta's webhook `account_update` told that the account may not write, or not to whom it wants. */
export const ACCOUNT_RESTRICTED = "account.restricted";

/**
 * What says that WhatsApp itself has restricted a number: going on after it is what loses the number for good. Meta's error codes, the
 * code of a linked phone that may write to nobody new (463), the states of a link, and what Meta's webhook says of the whole account.
 */
export const RESTRICTIONS = [
  "368",
  "131031",
  "131048",
  "463",
  "link.restricted",
  "link.banned",
  ACCOUNT_RESTRICTED,
] as const;

export function isRestriction(code: string): boolean {
  return RESTRICTIONS.some((known) => known === code);
}

/** Hours that a number rests after a restriction, however many people want it to go on: more after each of the last 30 days. */
const REST_HOURS = [24, 72, 168] as const;

export const RESTRICTIONS_COUNT_DAYS = 30;

/** `restrictions`: of the last 30 days, this one included. Hours; 0 for none. */
export function restHours(restrictions: number): number {
  if (restrictions <= 0) return 0;
  return REST_HOURS[Math.min(restrictions, REST_HOURS.length) - 1] ?? REST_HOURS[0];
}
