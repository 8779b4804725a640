import { createHmac } from "node:crypto";
import { z } from "zod";
import { spellings } from "./is-same-phone.ts";

/** Types of a linked phone's store whose ids begin with a person's number or hidden id, or, of `sender-key`, have it after the group's. */
export const TYPES_BY_ADDRESS = [
  "session",
  "identity-key",
  "lid-mapping",
  "device-list",
  "tctoken",
  "sender-key",
] as const;

/** Our own types, under a hash of the number. */
export const ADDRESS = "saldar-address";
export const ALIAS = "saldar-alias";
export const TYPES_BY_HASH = [ADDRESS, ALIAS] as const;

/** Ids stand unsealed in the store. A hash by the link's own key says nothing without it, and ends with the link. */
export function hashedNumber(linkKey: Uint8Array, number: string): string {
  return createHmac("sha256", linkKey).update(number).digest("hex");
}

/** Baileys' bytes in JSON: all that is read here of a link's credentials. */
const Creds = z.object({ signedIdentityKey: z.object({ private: z.object({ data: z.base64() }) }) });

/** The hashes under which a link's store keeps these names, by its stored credentials; none where they are not Baileys'. */
export function hashesOf(creds: string, names: readonly string[]): string[] {
  const parsed = Creds.safeParse(JSON.parse(creds));
  if (!parsed.success) return [];
  const key = Buffer.from(parsed.data.signedIdentityKey.private.data, "base64");
  return names.flatMap(spellings).map((name) => hashedNumber(key, name));
}

/** What the store says of another name of the same person: a text in JSON, of digits. */
export function otherName(value: string): string | undefined {
  return z.string().regex(/^\d+$/).safeParse(JSON.parse(value)).data;
}
