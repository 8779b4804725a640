import { createHmac, timingSafeEqual } from "node:crypto";
import type { DateTime } from "luxon";
import { assert } from "../src/domain/assert.ts";

export type StripeDelivery = {
  /** The body's bytes as they came: a parsed and written body is another body. */
  readonly body: Uint8Array;
  /** The `stripe-signature` header: `t=1792972800,v1=<hex>,v1=<hex>,v0=<hex>`. */
  readonly header: string | undefined;
  /** `whsec_…`, used as it is. */
  readonly secret: string;
  /** Real time. */
  readonly receivedAt: DateTime;
};

export type SignatureVerdict =
  | { readonly genuine: true; readonly signedAt: number }
  | { readonly genuine: false; readonly because: "unsigned" | "malformed" | "forged" | "too old" | "from the future" };

/** Stripe's own libraries allow five minutes (docs.stripe.com/webhooks/signature). */
const TOLERANCE_SECONDS = 300;

/**
 * Whether Stripe sent exactly these bytes, lately. Written here because the library reads the bytes as text before it
 * checks them, believes a timestamp from the future for ever, and throws where the answer is simply no.
 */
export function verifyStripeSignature({ body, header, secret, receivedAt }: StripeDelivery): SignatureVerdict {
  assert(secret !== "", "an empty webhook secret would make every forgery genuine");
  if (header === undefined || header === "") return { genuine: false, because: "unsigned" };
  const signed = readHeader(header);
  if (!signed) return { genuine: false, because: "malformed" };

  // The digits are signed as they were written, so the text is hashed and not the number read from it.
  const expected = createHmac("sha256", secret).update(`${signed.timestamp}.`).update(body).digest();
  if (!signed.signatures.some((signature) => timingSafeEqual(signature, expected))) {
    return { genuine: false, because: "forged" };
  }

  const signedAt = Number(signed.timestamp);
  const ageSeconds = Math.floor(receivedAt.toSeconds()) - signedAt;
  if (ageSeconds > TOLERANCE_SECONDS) return { genuine: false, because: "too old" };
  if (ageSeconds < -TOLERANCE_SECONDS) return { genuine: false, because: "from the future" };
  return { genuine: true, signedAt };
}

/** While a secret is being replaced Stripe signs with both, so several `v1` are normal; other schemes are not ours. */
function readHeader(header: string): { timestamp: string; signatures: Buffer[] } | undefined {
  const pairs = header.split(",").map((part) => part.trim().split("="));
  const timestamps = pairs.filter(([name]) => name === "t").map(([, value = ""]) => value);
  const signatures = pairs
    .filter(([name, value = ""]) => name === "v1" && /^[0-9a-f]{64}$/.test(value))
    .map(([, value = ""]) => Buffer.from(value, "hex"));
  const [timestamp] = timestamps;
  if (timestamps.length !== 1 || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return undefined;
  return signatures.length > 0 ? { timestamp, signatures } : undefined;
}
