import type { Tx } from "../../../db/client.ts";
import { rateCardsOf } from "../../../db/message-costs.ts";
import { readRateCard, SHIPPED_RATE_CARDS } from "../../channels/read-rate-card.ts";
import { assert } from "../../domain/assert.ts";
import type { RateCard } from "../../domain/outreach/rate-card.ts";

/** Those that come with Saldar, then those that the business loaded: of two for one day the later in this list holds. */
export async function rateCards(tx: Tx, businessId: string): Promise<readonly RateCard[]> {
  const own = (await rateCardsOf(tx, businessId)).map(({ card }) => {
    const read = readRateCard(card);
    assert(!("wrong" in read), "a stored rate card was read when it was loaded");
    return read;
  });
  return [...SHIPPED_RATE_CARDS, ...own];
}
