import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { channelFor } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { sendableTemplates } from "../../../db/templates.ts";
import { TEMPLATE_LANGUAGES, TEMPLATES } from "../../../flows/collect/messages.ts";
import { present } from "../../domain/assert.ts";
import { microsText, priceOf } from "../../domain/outreach/rate-card.ts";
import { rateCards } from "./rate-cards.ts";

/** What so many openings cost at list prices, one message each. Answers cost too, and nobody knows how many there will be. */
export type ExpectedCost = {
  /** Of those with a known price. Null where none has. */
  readonly amount: { readonly amount: string; readonly currency: string } | null;
  readonly priced: number;
  /** To markets for which no rate card has a price: unknown, and on top. */
  readonly unpriced: number;
  /** By which card, named by its first day; null where none holds. */
  readonly rateCard: string | null;
};

/**
 * What writing first to so many people costs, by the countries of their numbers (undefined: of none). Null for nobody, and for a
 * number that Meta does not bill.
 */
export async function expectedCost(
  tx: Tx,
  { business, now }: { business: Business; now: DateTime },
  people: ReadonlyMap<string | undefined, number>,
): Promise<ExpectedCost | null> {
  const channel = await channelFor(tx, business.id);
  if (channel?.kind !== "cloud" || people.size === 0) return null;
  const { name } = TEMPLATES.opening;
  const [cards, known] = await Promise.all([
    rateCards(tx, business.id),
    sendableTemplates(tx, business.id, { channelIds: [channel.id], names: [name] }),
  ]);
  // As Meta has it in the business's own language, or as it is asked to have it.
  const atMeta = known.find(({ language }) => language === TEMPLATE_LANGUAGES[business.language]);
  const category = (atMeta?.category ?? "UTILITY").toLowerCase();
  const day = present(now.toUTC().toISODate(), "a valid moment");
  const prices = [...people].map(([country, count]) => ({ count, ...priceOf(cards, { country, category, day }) }));

  const priced = prices.flatMap(({ micros, currency, count }) =>
    micros === undefined || currency === undefined ? [] : [{ micros: micros * BigInt(count), currency, count }],
  );
  const [first] = priced;
  const sum = priced.reduce((total, { micros }) => total + micros, 0n);
  const pricedCount = priced.reduce((total, { count }) => total + count, 0);
  return {
    amount: first ? { amount: microsText(sum), currency: first.currency } : null,
    priced: pricedCount,
    unpriced: prices.reduce((total, { count }) => total + count, 0) - pricedCount,
    rateCard: prices[0]?.rateCard ?? null,
  };
}
