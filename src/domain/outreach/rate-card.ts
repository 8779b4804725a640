/**
 * What a channel asks for a message, as data: by the market of whoever gets it and the message's category. Cards are facts of
 * somebody else's, so each names its source and the day from which it holds. What a card does not name has no price: it is
 * unknown, and never zero.
 */
export type RateCard = {
  /** `2026-10-01`: from the start of that day, UTC. */
  readonly holdsFrom: string;
  /** Of all its prices. */
  readonly currency: string;
  readonly source: string;
  readonly markets: readonly Market[];
};

export type Market = {
  readonly name: string;
  /** ISO 3166-1 alpha-2, by the country calling code of the number. */
  readonly countries: readonly string[];
  /** Millionths of the currency's unit, by category (`utility`, `marketing`, `service` …). */
  readonly micros: Readonly<Record<string, bigint>>;
};

export type Price = {
  readonly market: string;
  /** Undefined: no card names it. */
  readonly micros: bigint | undefined;
  readonly currency: string | undefined;
  /** The card that was asked, by its day. */
  readonly rateCard: string | undefined;
};

/** The country's own code where no market names it; `unknown` where not even the country is known. */
const UNKNOWN_MARKET = "unknown";

/**
 * What one message to that country costs on that day. The card is the last of those that hold by then; of two for one day the
 * later in the list, since the owner's come after ours. A card replaces another as a whole: they may be in two currencies.
 */
export function priceOf(cards: readonly RateCard[], { country, category, day }: Asked): Price {
  const card = cardOn(cards, day);
  const market = country === undefined ? undefined : card?.markets.find(({ countries }) => countries.includes(country));
  const micros = market?.micros[category];
  return {
    market: market?.name ?? country ?? UNKNOWN_MARKET,
    micros,
    currency: micros === undefined ? undefined : card?.currency,
    rateCard: card?.holdsFrom,
  };
}

/**
 * The same as an estimate: where the card of the day has no price, the last one that an earlier card in its currency had. Prices change
 * by the quarter and market by market, so that is near; what is billed is priced by `priceOf` alone.
 */
export function lastKnownPriceOf(cards: readonly RateCard[], asked: Asked): Price {
  const price = priceOf(cards, asked);
  const current = cardOn(cards, asked.day);
  if (price.micros !== undefined || current === undefined) return price;
  const before = cards.filter(
    ({ holdsFrom, currency }) => holdsFrom < current.holdsFrom && currency === current.currency,
  );
  const days = before.map(({ holdsFrom }) => holdsFrom).toSorted();
  const known = days.map((day) => priceOf(before, { ...asked, day })).findLast(({ micros }) => micros !== undefined);
  return known ?? price;
}

type Asked = {
  readonly country: string | undefined;
  readonly category: string;
  /** ISO day, UTC. */
  readonly day: string;
};

export function cardOn(cards: readonly RateCard[], day: string): RateCard | undefined {
  return cards
    .filter(({ holdsFrom }) => holdsFrom <= day)
    .reduce<RateCard | undefined>((last, card) => (last && last.holdsFrom > card.holdsFrom ? last : card), undefined);
}

/** `0.0125` as 12,500 millionths. Undefined for what is no such number, or is finer than a millionth. */
export function microsOf(text: string): bigint | undefined {
  const [, units, parts = ""] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  return units === undefined ? undefined : BigInt(units) * 1_000_000n + BigInt(parts.padEnd(6, "0"));
}

/** The other way: as many decimals as it has, two at the least. */
export function microsText(micros: bigint): string {
  const parts = (micros % 1_000_000n)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${micros / 1_000_000n}.${parts}`;
}
