import { hash } from "node:crypto";
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
  const hashOf = keyedHash(secrets, `message ids ${businessId}`);
  return (providerId) => `${HASHED}${hashOf(providerId)}`;
}

/**
 * SHA-3 with its key in front, as KMAC does it (NIST SP 800-185 §4): unlike SHA-2 nothing can be appended to what it hashed. A
 * third of the time that `createHmac` takes, for each id that WhatsApp tells and each number of a list.
 */
function keyedHash(secrets: Keys, use: string): Hash {
  const key = secrets.derive(use);
  return (text) => hash("sha3-256", key + text);
}
