import { assert } from "../assert.ts";

// Crockford's base 32: no I, L, O or U, so that nobody copies a letter for a digit by hand.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * What the debtor writes on a bank transfer so that it can be found again: `7KQ4-M2XD`, always the same for a link.
 * It is 40 of the random bits of the link's UUIDv7, so among 10,000 open links two share one with a chance of 1 in 20,000:
 * look it up among the open links, and let an agent choose when there are two.
 */
export function transferReference(paymentLinkId: string): string {
  const random = paymentLinkId.replaceAll("-", "").slice(-10);
  assert(/^[0-9a-f]{10}$/.test(random), `${paymentLinkId} is no id of a payment link`);
  let rest = BigInt(`0x${random}`);
  let letters = "";
  for (let place = 0; place < 8; place += 1) {
    letters = ALPHABET.charAt(Number(rest % 32n)) + letters;
    rest /= 32n;
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Reads a reference out of what somebody typed: small letters, spaces, O for 0, I or L for 1. */
export function readTransferReference(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters)) return undefined;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
