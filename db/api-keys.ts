import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

export type ApiKeyRow = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly prefix: string;
  readonly createdBy: string;
  /** Real time, like the two that follow. */
  readonly createdAt: DateTime;
  readonly lastUsedAt: DateTime | null;
  readonly revokedAt: DateTime | null;
};

type NewApiKey = Omit<ApiKeyRow, "lastUsedAt" | "revokedAt"> & { readonly keyHash: Uint8Array };

/** Its route is made with it (`route_api_key`). */
export async function insertApiKey(tx: Tx, businessId: string, key: NewApiKey): Promise<void> {
  await tx`
    insert into api_key (business_id, id, name, role, key_hash, prefix, created_by, created_at)
    values (${businessId}, ${key.id}, ${key.name}, ${key.role}, ${key.keyHash}, ${key.prefix}, ${key.createdBy}, ${key.createdAt})`;
}

/** All that there ever were, newest first: whoever looks for one that leaked wants to see that it is revoked. */
export async function apiKeysOf(tx: Tx, businessId: string): Promise<ApiKeyRow[]> {
  return tx<ApiKeyRow[]>`
    select id, name, role, prefix, created_by, created_at, last_used_at, revoked_at from api_key
    where business_id = ${businessId} order by id desc`;
}

/** The key of this hash, whether it stands or was revoked. */
export async function keyWithHash(tx: Tx, businessId: string, keyHash: Uint8Array): Promise<string | undefined> {
  const [found] = await tx<{ id: string }[]>`
    select id from api_key where business_id = ${businessId} and key_hash = ${keyHash}`;
  return found?.id;
}

/** What the key was before: only one that stood is revoked now. Its route goes with it. */
export async function revokeKey(
  tx: Tx,
  businessId: string,
  { id, at }: { id: string; at: DateTime },
): Promise<"standing" | "revoked-before" | "not-found"> {
  const { count } = await tx`
    update api_key set revoked_at = ${at} where business_id = ${businessId} and id = ${id} and revoked_at is null`;
  if (count === 1) return "standing";
  const [known] = await tx`select from api_key where business_id = ${businessId} and id = ${id}`;
  return known === undefined ? "not-found" : "revoked-before";
}

/** Written once a minute at most: a program may ask many times a second, and each time would be a commit. */
const USED_WRITTEN_AFTER_SECONDS = 60;

/** The key as a request needs it, and that it was used at this moment of real time; nothing when it has been revoked. */
export async function useKey(
  tx: Tx,
  businessId: string,
  { id, at }: { id: string; at: DateTime },
): Promise<{ name: string; role: string } | undefined> {
  const [key] = await tx<Pick<ApiKeyRow, "name" | "role" | "lastUsedAt">[]>`
    select name, role, last_used_at from api_key where business_id = ${businessId} and id = ${id} and revoked_at is null`;
  if (!key) return undefined;
  const { name, role, lastUsedAt } = key;
  const stale = at.minus({ seconds: USED_WRITTEN_AFTER_SECONDS });
  if (lastUsedAt === null || lastUsedAt <= stale)
    await tx`
      update api_key set last_used_at = ${at}
      where business_id = ${businessId} and id = ${id} and (last_used_at is null or last_used_at <= ${stale})`;
  return { name, role };
}

const ACTOR = "api-key:";

/** What rows name a key by, where they would name a person by their id. */
export function keyActor(id: string): string {
  return `${ACTOR}${id}`;
}

export function isKeyActor(actor: string): boolean {
  return actor.startsWith(ACTOR);
}

/** Names of these keys, by what rows name them by; a revoked one keeps its name on what it did. */
export async function keyNames(tx: Tx, businessId: string, actors: readonly string[]): Promise<[string, string][]> {
  const ids = actors.map((actor) => actor.slice(ACTOR.length));
  const found = await tx<{ id: string; name: string }[]>`
    select id, name from api_key where business_id = ${businessId} and id = any(${ids}::uuid[])`;
  return found.map(({ id, name }) => [keyActor(id), name]);
}
