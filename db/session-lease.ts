import { LINKED_KINDS, type LinkedKind } from "../src/domain/channel-kind.ts";
import type { Sql, Tx } from "./client.ts";

/**
 * Which process has a linked phone: two would be thrown out by each other, and spoil its keys. Moments are the database's own, so
 * that processes on machines whose clocks differ agree; whoever writes keys of a session asks for the lease in the same transaction.
 */
export type Lease = { readonly channelId: string; readonly owner: string };

export type LinkedNumber = {
  readonly id: string;
  readonly kind: LinkedKind;
  /** The number that is expected to be linked, E.164 digits. */
  readonly phone: string | null;
};

/** The linked phones of all businesses that are in use, in one statement. `isFree`: no process has it at this moment. */
export type PhoneInUse = LinkedNumber & { readonly businessId: string; readonly isFree: boolean };

export async function phonesInUse(sql: Sql): Promise<PhoneInUse[]> {
  return sql<PhoneInUse[]>`
    select business_id, channel_id as id, kind, phone, is_free from linked_phones(${[...LINKED_KINDS]}::text[])`;
}

/** Takes each of these that nobody has, or whose owner has not said for too long that it lives. Gives those that were taken now. */
export async function takeLeases(
  tx: Tx,
  businessId: string,
  { channelIds, owner, forMs }: { channelIds: readonly string[]; owner: string; forMs: number },
): Promise<string[]> {
  await boundLocks(tx);
  const taken = await tx<{ channelId: string }[]>`
    insert into session_lease (business_id, channel_id, owner, until)
    select ${businessId}, c.id, ${owner}, now() + ${forMs} * interval '1 millisecond'
    from unnest(${[...channelIds]}::uuid[]) as c(id) order by c.id
    on conflict (business_id, channel_id) do update set owner = excluded.owner, until = excluded.until
      where session_lease.until < now()
    returning channel_id`;
  return taken.map(({ channelId }) => channelId);
}

/** Says that the owner lives. Those that it does not give are another's by now. */
export async function renewLeases(
  tx: Tx,
  businessId: string,
  { channelIds, owner, forMs }: { channelIds: readonly string[]; owner: string; forMs: number },
): Promise<string[]> {
  await boundLocks(tx);
  const renewed = await tx<{ channelId: string }[]>`
    update session_lease set until = now() + ${forMs} * interval '1 millisecond'
    where business_id = ${businessId} and owner = ${owner} and channel_id = any(${[...channelIds]}::uuid[])
    returning channel_id`;
  return renewed.map(({ channelId }) => channelId);
}

/** For the next process at once. What is another's by now stays theirs. */
export async function releaseLeases(
  tx: Tx,
  businessId: string,
  { channelIds, owner }: { channelIds: readonly string[]; owner: string },
): Promise<void> {
  await tx`
    delete from session_lease
    where business_id = ${businessId} and owner = ${owner} and channel_id = any(${[...channelIds]}::uuid[])`;
}

/**
 * Of a number that is retired, whoever has it. Before the number's row is locked: who has the lease writes to that row under it, as where
 * the link stands, and the two would wait for each other.
 */
export async function endLease(tx: Tx, businessId: string, channelId: string): Promise<void> {
  await tx`delete from session_lease where business_id = ${businessId} and channel_id = ${channelId}`;
}

/**
 * Whether it is this owner's now. Who is about to write has it until the transaction ends: whoever takes it over waits for what is
 * being written, and what comes after the take-over is not written.
 */
export async function holdsLease(
  tx: Tx,
  businessId: string,
  { channelId, owner, to = "write" }: Lease & { readonly to?: "read" | "write" },
): Promise<boolean> {
  // Not awaited before the question: the two travel together, and a key is written in one round trip less.
  const bounded = to === "write" ? boundLocks(tx).execute() : undefined;
  const [held] = await Promise.all([
    tx`
      select from session_lease
      where business_id = ${businessId} and channel_id = ${channelId} and owner = ${owner} and until > now()
      ${to === "write" ? tx`for share` : tx``}`,
    bounded,
  ]);
  return held.count === 1;
}

/**
 * A process that is frozen in the middle of a transaction would keep its lease's row locked, and nobody could take the lease over:
 * Postgres ends such a transaction after five seconds between two statements, and we end it within one (`standing-transactions.ts`).
 * Whoever waits for such a row tries again instead.
 */
const boundLocks = (tx: Tx) =>
  tx`select set_config('idle_in_transaction_session_timeout', '5s', true), set_config('lock_timeout', '2s', true)`;
