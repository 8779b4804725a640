import type { Tx } from "../../../db/client.ts";
import { forgetAddressed, forgetHashed, keysAddressed, storedCreds } from "../../../db/session-keys.ts";
import { spellings } from "../../channels/is-same-phone.ts";
import { hashesOf, otherName, TYPES_BY_ADDRESS, TYPES_BY_HASH } from "../../channels/keys-of-person.ts";
import { makeSecrets } from "../../secrets.ts";
import { LINKED_KEYS } from "../channels/linked-keys.ts";
import type { Deps } from "../deps.ts";

/**
 * Forgets what linked phones keep of somebody by their numbers and hidden ids, also by the one that only the phone's store knows to be the
 * other's. Their next message to a linked phone is read by WhatsApp's own second try, as from a phone that is new to it. A session that
 * runs has its own copies until it ends or they are displaced, and writes again what they write to it anew.
 */
export async function forgetSessionKeys(
  tx: Tx,
  businessId: string,
  { secrets, identities }: { readonly secrets: Deps["secrets"]; readonly identities: readonly string[] },
): Promise<void> {
  const known = identities.filter((one) => /^\d+$/.test(one)).flatMap(spellings);
  if (known.length === 0) return;
  const ofKeys = makeSecrets(secrets.derive(LINKED_KEYS));
  const mapped = await keysAddressed(tx, businessId, { types: ["lid-mapping"], names: known });
  const names = [...new Set([...known, ...mapped.flatMap(({ value }) => otherName(ofKeys.unseal(value)) ?? [])])];
  await forgetAddressed(tx, businessId, { types: TYPES_BY_ADDRESS, names });
  for (const { channelId, value } of await storedCreds(tx, businessId))
    await forgetHashed(tx, businessId, { channelId, types: TYPES_BY_HASH, ids: hashesOf(ofKeys.unseal(value), names) });
}
