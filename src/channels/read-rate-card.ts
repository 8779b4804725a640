import { z } from "zod";
import { microsOf, type RateCard } from "../domain/outreach/rate-card.ts";
import january2026 from "./rate-cards/2026-01-01.json" with { type: "json" };
import october2026 from "./rate-cards/2026-10-01.json" with { type: "json" };

const micros = z.string().transform((text, context) => {
  const read = microsOf(text);
  if (read !== undefined) return read;
  context.addIssue(`${text} is no price: write it as a text, such as "0.0125", with at most six decimals`);
  return z.NEVER;
});
const Market = z
  .object({
    name: z.string().min(1).max(60),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, "is a country's two letters, such as CO")).min(1),
    prices: z.record(z.string().regex(/^[a-z_]+$/, "is a category in small letters, such as utility"), micros),
  })
  .transform(({ name, countries, prices }) => ({ name, countries, micros: prices }));

const Card = z
  .object({
    holdsFrom: z.iso.date(),
    currency: z.string().regex(/^[A-Z]{3}$/, "is three capital letters, such as USD"),
    source: z.string().min(10, "says where the prices are from"),
    markets: z.array(Market).min(1),
  })
  .refine(
    ({ markets }) =>
      new Set(markets.flatMap(({ countries }) => countries)).size ===
      markets.flatMap(({ countries }) => countries).length,
    "a country is in one market",
  );

/** A rate card as its file has it, or what is wrong with it, for whoever wrote it. */
export function readRateCard(json: unknown): RateCard | { readonly wrong: string } {
  const parsed = Card.safeParse(json);
  return parsed.success ? parsed.data : { wrong: z.prettifyError(parsed.error) };
}

/** Those that come with this build, oldest first. A test holds each readable. */
export const SHIPPED_RATE_CARDS: readonly RateCard[] = [january2026, october2026].map((json) => Card.parse(json));
