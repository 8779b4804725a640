import { createHmac } from "node:crypto";
import type { Secrets } from "../../secrets.ts";

/**
 * What the suppression list keeps instead of a number. Keyed, since all numbers there are could be tried against a plain hash;
 * each business has a key of its own, so that two lists cannot be compared.
 */
export function suppressionHash(secrets: Pick<Secrets, "derive">, businessId: string): (waKey: string) => string {
  const key = secrets.derive(`suppression list ${businessId}`);
  return (waKey) => createHmac("sha256", key).update(waKey).digest("hex");
}
