import { BORROW, PAIR_RATE } from "../domain/outreach/number-health/pair-rate.ts";
import type { PairRate } from "./channel.ts";

/** What Meta lets a number send to one person, borrowed as we borrow. */
export const META_PAIR_RATE: PairRate = { everyMs: PAIR_RATE.everyMs, burst: PAIR_RATE.burst, ...BORROW };
