import type { Tx } from "../../../db/client.ts";
import { type NewCost, recordCosts } from "../../../db/message-costs.ts";
import type { ChannelIdentity, InboundStatus, StatusPricing } from "../../channels/channel.ts";
import { present } from "../../domain/assert.ts";
import { priceOf, type RateCard } from "../../domain/outreach/rate-card.ts";
import { countryOfNumber } from "../../domain/phone.ts";
import { rateCards } from "./rate-cards.ts";

/**
 * Keeps what these statuses say of their messages' cost, at the price that holds on their day: once a message, in the transaction that
 * keeps the statuses and after them. Nothing is asked where none says anything of it.
 */
export async function keepCosts(tx: Tx, businessId: string, { channelId, statuses, hashOf }: OfChannel): Promise<void> {
  const priced = statuses.flatMap((status) => (status.pricing ? [{ status, pricing: status.pricing }] : []));
  if (priced.length === 0) return;
  const cards = await rateCards(tx, businessId);
  await recordCosts(
    tx,
    businessId,
    priced.map(({ status, pricing }) => ({
      channelId,
      providerId: status.providerId,
      erasedId: hashOf(status.providerId),
      outboxId: status.outboxId ?? null,
      at: status.at,
      ...costOf(cards, status, pricing),
    })),
  );
}

type OfChannel = {
  readonly channelId: string;
  readonly statuses: readonly InboundStatus[];
  readonly hashOf: (providerId: string) => string;
};

type Cost = Pick<NewCost, "category" | "market" | "billable" | "micros" | "currency" | "rateCard">;

/** Zero only where Meta says that it is not billed. */
function costOf(
  cards: readonly RateCard[],
  { at, recipient }: Pick<InboundStatus, "at" | "recipient">,
  { category, billable }: StatusPricing,
): Cost {
  const day = present(at.toUTC().toISODate(), "a valid moment");
  const price = priceOf(cards, { country: countryOf(recipient), category, day });
  return {
    category,
    market: price.market,
    billable,
    micros: billable ? (price.micros ?? null) : 0n,
    currency: price.currency ?? null,
    rateCard: price.rateCard ?? null,
  };
}

/** By the number; of somebody who is known by Meta's id alone, by the country that it begins with. */
function countryOf({ phone, bsuid }: ChannelIdentity): string | undefined {
  return phone ? countryOfNumber(phone) : /^([A-Z]{2})\./.exec(bsuid ?? "")?.[1];
}
