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

/**
 * What one of Meta's words for a limit means: `TIER_250`, `TIER_2K`, `TIER_UNLIMITED`, or a bare number, of which −1 is none. Null: no
 * limit; undefined: the word says nothing, such as `TIER_NOT_SET`.
 */
export function limitOfTier(word: string): number | null | undefined {
  if (/^(TIER_)?UNLIMITED$/.test(word) || word === "-1") return null;
  const [, digits, thousands] = /^(?:TIER_)?(\d{1,9})(K?)$/.exec(word) ?? [];
  const limit = Number(digits) * (thousands === "K" ? 1000 : 1);
  return Number.isSafeInteger(limit) && limit > 0 && limit <= LARGEST_MESSAGING_LIMIT ? limit : undefined;
}

/** Messages a second by Meta's throughput level; a number that is used on a phone too has less (Meta, "Throughput"). */
export function throughputOf({
  level,
  isOnPhoneToo,
}: {
  level: string | undefined;
  isOnPhoneToo: boolean;
}): number | undefined {
  if (level === "HIGH") return 1000;
  if (level !== "STANDARD") return undefined;
  return isOnPhoneToo ? 20 : 80;
}
