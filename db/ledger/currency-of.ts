import { BrokenInvariant } from "../../src/domain/assert.ts";
import { type Currency, isCurrency } from "../../src/domain/money.ts";

/** @throws {BrokenInvariant} when a row holds a currency that this build does not count in. */
export function currencyOf(text: string): Currency {
  if (!isCurrency(text))
    throw new BrokenInvariant(`the ledger holds an amount in ${text}, which this build does not know`);
  return text;
}
