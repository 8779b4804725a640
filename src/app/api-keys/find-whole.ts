import { keyWithHash } from "../../../db/api-keys.ts";
import { apiKeyOf } from "../../../db/lookups.ts";
import { hashToken } from "../../secrets.ts";
import type { Deps } from "../deps.ts";

/** Whose this key is, while it stands. */
export async function businessOfKey({ db }: Pick<Deps, "db">, secret: string): Promise<string | undefined> {
  return (await apiKeyOf(db.lookups, hashToken(secret)))?.businessId;
}

/** The id of this key of the business, revoked or not. */
export async function idOfKey(
  { db }: Pick<Deps, "db">,
  { businessId, secret }: { readonly businessId: string; readonly secret: string },
): Promise<string | undefined> {
  return db.inBusiness(businessId, (tx) => keyWithHash(tx, businessId, hashToken(secret)));
}
