/**
 * Meta's messaging limit of a number: to how many different people messages may go in any 24 hours outside WhatsApp's service
 * window (developers.facebook.com/docs/whatsapp/messaging-limits). Meta raises it by itself, tier by tier, and above the last one there is
 * no limit. It counts over all numbers of one portfolio: a business with several gives each its share.
 */
export const MESSAGING_TIERS = [250, 2_000, 10_000, 100_000] as const;

/** A number's limit is the least of what somebody set, of Meta's tier and of its health. Null: none of them sets one. */
export function leastLimit(number: {
  readonly messagingLimit: number | null;
  readonly tierLimit: number | null;
  readonly peopleADay: number | null;
}): number | null {
  const known = [number.messagingLimit, number.tierLimit, number.peopleADay].filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Every number begins at Meta's first tier. */
export const FIRST_MESSAGING_LIMIT = MESSAGING_TIERS[0];

/** What the database can hold; Meta's largest tier is far below. */
export const LARGEST_MESSAGING_LIMIT = 1_000_000_000;

/** The moving day in which Meta counts people. */
export const LIMIT_HOURS = 24;
export const LIMIT_MS = LIMIT_HOURS * 3_600_000;
