import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readRateCard, SHIPPED_RATE_CARDS } from "../../../src/channels/read-rate-card.ts";
import {
  cardOn,
  lastKnownPriceOf,
  microsOf,
  microsText,
  priceOf,
  type RateCard,
} from "../../../src/domain/outreach/rate-card.ts";

const card = (holdsFrom: string, changes: Partial<RateCard> = {}): RateCard => ({
  holdsFrom,
  currency: "USD",
  source: "made for this test",
  markets: [{ name: "Colombia", countries: ["CO"], micros: { utility: 800n } }],
  ...changes,
});
const asked = { country: "CO", category: "utility", day: "2026-11-23" } as const;

test("a price is exact, however it is written, and its text reads as it again", () => {
  expect([microsOf("0.0125"), microsOf("1"), microsOf("0.000001"), microsOf("2280.5")]).toEqual([
    12_500n,
    1_000_000n,
    1n,
    2_280_500_000n,
  ]);
  for (const wrong of ["", "1.", ".5", "-1", "1e3", "0.0000001", "1,5", " 1"])
    expect(microsOf(wrong), wrong).toBeUndefined();
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (micros) => {
      expect(microsOf(microsText(micros))).toBe(micros);
    }),
  );
});

describe("a price is asked for", () => {
  it("by market, category and the last card that holds on the day; of two for one day the later loaded", () => {
    const cheap = { markets: [{ name: "Colombia", countries: ["CO"], micros: { utility: 1n } }] };
    const cards = [card("2026-10-01"), card("2027-01-01", cheap)];
    expect(priceOf(cards, asked)).toEqual({
      market: "Colombia",
      micros: 800n,
      currency: "USD",
      rateCard: "2026-10-01",
    });
    expect(priceOf(cards, { ...asked, day: "2027-01-01" })).toMatchObject({ micros: 1n, rateCard: "2027-01-01" });
    expect(cardOn([...cards, card("2026-10-01", cheap)], "2026-12-31")).toMatchObject(cheap);
  });

  it("and is unknown, never zero, where no card holds yet or none names the market or the category", () => {
    const unknown = { micros: undefined, currency: undefined };
    expect(priceOf([card("2026-10-01")], { ...asked, day: "2026-09-30" })).toEqual({
      market: "CO",
      ...unknown,
      rateCard: undefined,
    });
    expect(priceOf([card("2026-10-01")], { ...asked, country: "VE" })).toMatchObject({ market: "VE", ...unknown });
    expect(priceOf([card("2026-10-01")], { ...asked, country: undefined })).toMatchObject({
      market: "unknown",
      ...unknown,
    });
    expect(priceOf([card("2026-10-01")], { ...asked, category: "service" })).toMatchObject({
      market: "Colombia",
      ...unknown,
    });
  });
});

test("an estimate takes the last price that an earlier card had, in the same currency and never a later one's, and is unknown without one", () => {
  const peru = (price: bigint, changes: Partial<RateCard> = {}) => ({
    markets: [{ name: "Peru", countries: ["PE"], micros: { utility: price } }],
    ...changes,
  });
  const cards = [
    card("2026-01-01", peru(3n)),
    card("2026-04-01", peru(4n)),
    card("2026-07-01", peru(9n, { currency: "PEN" })),
    card("2026-10-01"),
    card("2027-01-01", peru(5n)),
  ];
  const inPeru = { ...asked, country: "PE" };
  expect(priceOf(cards, inPeru).micros).toBeUndefined();
  expect(lastKnownPriceOf(cards, inPeru)).toMatchObject({ micros: 4n, currency: "USD", rateCard: "2026-04-01" });
  expect(lastKnownPriceOf(cards, { ...inPeru, day: "2027-01-01" })).toMatchObject({
    micros: 5n,
    rateCard: "2027-01-01",
  });
  expect(lastKnownPriceOf(cards, { ...inPeru, country: "BO" }).micros).toBeUndefined();
  expect(lastKnownPriceOf([], inPeru).micros).toBeUndefined();
});

test("the cards that come with Saldar say where they are from, and give no message away", () => {
  expect(SHIPPED_RATE_CARDS.length).toBeGreaterThan(0);
  for (const { source, markets, holdsFrom } of SHIPPED_RATE_CARDS) {
    expect(source).toMatch(/Meta/);
    expect(holdsFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { micros } of markets) for (const price of Object.values(micros)) expect(price).toBeGreaterThan(0n);
  }
  expect(priceOf(SHIPPED_RATE_CARDS, { ...asked, category: "service" })).toMatchObject({
    micros: 800n,
    currency: "USD",
  });
  expect(priceOf(SHIPPED_RATE_CARDS, { ...asked, country: "PE" })).toMatchObject({
    market: "Peru",
    micros: undefined,
  });
  const utility = (country: string) => lastKnownPriceOf(SHIPPED_RATE_CARDS, { ...asked, country });
  expect(
    ["BR", "MX", "PE", "EC", "US", "ES"].map((country) => [
      country,
      utility(country).micros,
      utility(country).rateCard,
    ]),
  ).toEqual([
    ["BR", 6_800n, "2026-10-01"],
    ["MX", 8_500n, "2026-10-01"],
    ["PE", 20_000n, "2026-01-01"],
    ["EC", 11_300n, "2026-01-01"],
    ["US", 3_400n, "2026-10-01"],
    ["ES", 20_000n, "2026-01-01"],
  ]);
});

test("a card that is badly written is refused with what is wrong", () => {
  const good = {
    holdsFrom: "2027-01-01",
    currency: "COP",
    source: "a partner's own list",
    markets: [{ name: "Colombia", countries: ["CO"], prices: { utility: "3.5" } }],
  };
  expect(readRateCard(good)).toMatchObject({ currency: "COP", markets: [{ micros: { utility: 3_500_000n } }] });
  const twice = [...good.markets, { name: "Otra", countries: ["CO"], prices: {} }];
  for (const [changes, says] of [
    [{ holdsFrom: "1/1/2027" }, "holdsFrom"],
    [{ currency: "pesos" }, "currency"],
    [{ source: "" }, "source"],
    [{ markets: [] }, "markets"],
    [{ markets: twice }, "one market"],
    [{ markets: [{ name: "Colombia", countries: ["CO"], prices: { utility: 3.5 } }] }, "utility"],
    [{ markets: [{ name: "Colombia", countries: ["CO"], prices: { utility: "3,5" } }] }, "at most six decimals"],
  ] as const)
    expect(readRateCard({ ...good, ...changes })).toMatchObject({ wrong: expect.stringContaining(says) });
});
