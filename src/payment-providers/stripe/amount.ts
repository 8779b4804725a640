import { assert } from "../../domain/assert.ts";
import { type Currency, DECIMALS, isCurrency, type Money, money, toText } from "../../domain/money.ts";

/**
 * Decimals that Stripe counts in, which need not be ISO's (docs.stripe.com/currencies#zero-decimal): CLP has none; COP
 * has two at Stripe although nobody writes them.
 */
const STRIPE_DECIMALS = {
  ARS: 2,
  BRL: 2,
  CLP: 0,
  COP: 2,
  EUR: 2,
  GBP: 2,
  MXN: 2,
  PEN: 2,
  USD: 2,
} as const satisfies Record<Currency, number>;

/** An amount as Stripe writes it: a JSON number and a small-letter code. */
export type StripeAmount = { readonly amount: number; readonly currency: string };

/** The one place where an amount of ours becomes a JavaScript number. @throws {BrokenInvariant} when it cannot, exactly. */
export function toStripeAmount(sum: Money, decimals: Record<Currency, number> = STRIPE_DECIMALS): StripeAmount {
  const scaled = rescale(sum.minor, DECIMALS[sum.currency], decimals[sum.currency]);
  assert(scaled !== undefined, `Stripe cannot count ${toText(sum)} exactly`);
  const amount = Number(scaled);
  assert(Number.isSafeInteger(amount) && amount > 0, `${toText(sum)} is no amount to ask for`);
  return { amount, currency: sum.currency.toLowerCase() };
}

/** `undefined` for a currency in which we keep no books, or a fraction of its smallest unit. */
export function fromStripeAmount(
  { amount, currency }: StripeAmount,
  decimals: Record<Currency, number> = STRIPE_DECIMALS,
): Money | undefined {
  const code = currency.toUpperCase();
  if (!isCurrency(code) || !Number.isSafeInteger(amount)) return undefined;
  const minor = rescale(BigInt(amount), decimals[code], DECIMALS[code]);
  return minor === undefined ? undefined : money(minor, code);
}

function rescale(count: bigint, from: number, to: number): bigint | undefined {
  if (to >= from) return count * 10n ** BigInt(to - from);
  const factor = 10n ** BigInt(from - to);
  return count % factor === 0n ? count / factor : undefined;
}
