import { DECIMALS, isCurrency, money, toText } from "../../domain/money.ts";

/**
 * What somebody typed into an amount's field, as text for the server: "150.000", "150,000.00" and "1 500,5" are read by their
 * last mark, which is decimal only when at most two digits follow it. `undefined` when it is no amount above zero.
 */
export function readAmount(typed: string, currency: string): string | undefined {
  if (!isCurrency(currency)) return undefined;
  const plain = typed.replace(/[\s\u00a0$]/g, "");
  const match = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, whole = "", cents = ""] = match;
  if (!/^\d+$/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  const decimals = DECIMALS[currency];
  if (cents.length > decimals) return undefined;
  const minor = BigInt(whole.replace(/[.,]/g, "") + cents.padEnd(decimals, "0"));
  return minor > 0n ? toText(money(minor, currency)) : undefined;
}
