import type { Sql } from "./client.ts";

/** What may be asked before the business is known. The database answers nothing else; test/db/lookups.test.ts says so. */
export async function channelOf(
  sql: Sql,
  routingKey: string,
): Promise<{ businessId: string; channelId: string } | undefined> {
  const [found] = await sql<{ businessId: string; channelId: string }[]>`select * from lookup_channel(${routingKey})`;
  return found;
}

export async function paymentLinkOf(
  sql: Sql,
  tokenHash: Uint8Array,
): Promise<{ businessId: string; paymentLinkId: string } | undefined> {
  const [found] = await sql<
    { businessId: string; paymentLinkId: string }[]
  >`select * from lookup_payment_link(${tokenHash})`;
  return found;
}

export async function apiKeyOf(
  sql: Sql,
  keyHash: Uint8Array,
): Promise<{ businessId: string; apiKeyId: string } | undefined> {
  const [found] = await sql<{ businessId: string; apiKeyId: string }[]>`select * from lookup_api_key(${keyHash})`;
  return found;
}

export type Membership = { readonly businessId: string; readonly role: string };

/** The business this person acts for: the one chosen while they belong to it, or else the first they joined. */
export async function membershipOf(
  sql: Sql,
  userId: string,
  chosenBusinessId?: string,
): Promise<Membership | undefined> {
  const [found] = await sql<Membership[]>`select * from lookup_membership(${userId}, ${chosenBusinessId ?? null})`;
  return found;
}

/** Every business this person belongs to, the first they joined first. */
export async function membershipsOf(sql: Sql, userId: string): Promise<Membership[]> {
  return sql<Membership[]>`select * from lookup_memberships(${userId})`;
}

export async function businessIds(sql: Sql): Promise<string[]> {
  const found = await sql<{ businessId: string }[]>`select * from lookup_business_ids()`;
  return found.map(({ businessId }) => businessId);
}
