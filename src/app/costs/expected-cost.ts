import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { channelFor } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { sendableTemplates } from "../../../db/templates.ts";
import { TEMPLATE_LANGUAGES, TEMPLATES } from "../../../flows/collect/messages.ts";
import { present } from "../../domain/assert.ts";
import { cardOn, lastKnownPriceOf, microsText, type Price } from "../../domain/outreach/rate-card.ts";
import { rateCards } from "./rate-cards.ts";

/** What so many openings cost at list prices, one message each. Answers cost too, and nobody knows how many there will be. */
export type ExpectedCost = {
  /** Meta's category of the template that they are: `utility`, `marketing`. */
  readonly category: string;
  /** By market, the dearest first and those without a known price last. */
  readonly markets: readonly MarketCost[];
  /** Of those with a known price. Null where none has. */
  readonly amount: { readonly amount: string; readonly currency: string } | null;
  readonly priced: number;
  /** To markets for which no rate card has a price: unknown, and on top. */
  readonly unpriced: number;
  /** By which card, named by its first day; null where none holds. */
  readonly rateCard: string | null;
};

export type MarketCost = {
  /** As the rate card names it; a country's code where none names it, `unknown` where not even the country is. */
  readonly market: string;
  readonly messages: number;
  /** Of one message, and of all. Null: unknown. */
  readonly each: string | null;
  readonly amount: string | null;
  /** The card that has the price: an earlier one where that of the day has none. Null: unknown. */
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
  const markets = byMarket(
    [...people].map(([country, count]) => ({ count, ...lastKnownPriceOf(cards, { country, category, day }) })),
  );
  const priced = markets.filter(({ micros }) => micros !== undefined);
  const countOf = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
  const sum = priced.reduce((total, { micros = 0n, count }) => total + micros * BigInt(count), 0n);
  // One currency: an estimate takes none of another's.
  const currency = priced[0]?.currency;
  return {
    category,
    markets: markets.map(marketCost),
    amount: currency === undefined ? null : { amount: microsText(sum), currency },
    priced: countOf(priced),
    unpriced: countOf(markets) - countOf(priced),
    rateCard: cardOn(cards, day)?.holdsFrom ?? null,
  };
}

type Counted = Price & { readonly count: number };

function byMarket(counted: readonly Counted[]): Counted[] {
  const markets = Map.groupBy(counted, ({ market }) => market);
  return [...markets.values()]
    .flatMap((same) => {
      const [first] = same;
      return first ? [{ ...first, count: same.reduce((total, { count }) => total + count, 0) }] : [];
    })
    .toSorted((a, b) => Number(total(b) - total(a)) || a.market.localeCompare(b.market, "en"));
}

const total = ({ micros, count }: Counted): bigint => (micros === undefined ? -1n : micros * BigInt(count));

function marketCost({ market, count, micros, rateCard }: Counted): MarketCost {
  if (micros === undefined) return { market, messages: count, each: null, amount: null, rateCard: null };
  const amount = microsText(micros * BigInt(count));
  return { market, messages: count, each: microsText(micros), amount, rateCard: rateCard ?? null };
}
