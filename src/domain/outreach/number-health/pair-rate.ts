/**
 * How many messages one number may send to one person: one each 6 s (10 a minute, 600 an hour). Up to 45 within 6 s are lent;
 * after n of them nothing goes for as long as n would have taken, so 2 minutes after 20. What is more fails with error 131056 and
 * may be tried again after 4ˣ seconds, where x is 0 at first and one more after each failure. Milliseconds.
 */
export const PAIR_RATE = { everyMs: 6_000, burst: 45, lentWithinMs: 6_000, backoffBase: 4 } as const;

export const PAIR_RATE_SOURCE =
  "developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform#pair-rate-limits";

/**
 * How we borrow. A burst begins only with what is said at once, within half of Meta's time; one that has begun is paid for anyway, and
 * goes on for nearly all of it; the rest is for a slow line, since Meta counts as it receives.
 *
 * One thing more than Meta's words allow: the bot's answer to what a person just wrote goes on borrowing up to `burst`, as a token bucket
 * does, until Meta refuses one (131056). Held to the words, five answers in ten seconds leave the person waiting for half a minute.
 */
export const BORROW = {
  beginWithinMs: PAIR_RATE.lentWithinMs / 2,
  burstWithinMs: PAIR_RATE.lentWithinMs - 500,
} as const;
