import { createHmac } from "node:crypto";
import { HASHED } from "../../../db/erasure/talks.ts";
import type { Secrets } from "../../secrets.ts";

type Keys = Pick<Secrets, "derive">;
type Hash = (text: string) => string;

/**
 * What the suppression list keeps instead of a number. Keyed, since all numbers there are could be tried against a plain hash;
 * each business has a key of its own, so that two lists cannot be compared.
 */
export function suppressionHash(secrets: Keys, businessId: string): (waKey: string) => string {
  return keyedHash(secrets, `suppression list ${businessId}`);
}

/** By what an erasure finds a list's wrong row without opening it: the same for each mark of the row (`marksOfRow`). */
export function rowHash(secrets: Keys, businessId: string): (mark: string) => string {
  return keyedHash(secrets, `wrong rows ${businessId}`);
}

/** What stands in the place of WhatsApp's id of an erased message, in which the number can be read: a repeat is still known as one. */
export function messageIdHash(secrets: Keys, businessId: string): (providerId: string) => string {
  const hash = keyedHash(secrets, `message ids ${businessId}`);
  return (providerId) => `${HASHED}${hash(providerId)}`;
}

function keyedHash(secrets: Keys, use: string): Hash {
  const key = secrets.derive(use);
  return (text) => createHmac("sha256", key).update(text).digest("hex");
}
