import type { Sql, Tx } from "./client.ts";

/** What `saldar prove` looks at, and what it breaks on purpose in a database that is made for it and removed again. */

export type KeptMessage = {
  readonly direction: "in" | "out";
  readonly body: string;
  readonly turn: number | null;
  readonly statusRank: number;
  readonly failedCode: string | null;
  readonly conversationId: string;
};

/** Everything kept of a phone's conversations, in order. */
export async function messagesWith(tx: Tx, businessId: string, waKey: string): Promise<KeptMessage[]> {
  return tx<KeptMessage[]>`
    select m.direction, m.body, m.turn, m.status_rank, m.failed_code, m.conversation_id from message m
    join conversation c on c.business_id = m.business_id and c.id = m.conversation_id
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    where m.business_id = ${businessId} and k.wa_key = ${waKey} order by m.id`;
}

/** Cuts every connection of this database but the caller's own, as a restart of a proxy would. Returns how many. */
export async function cutConnections(owner: Sql): Promise<number> {
  const [cut] = await owner<{ count: number }[]>`
    select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  return cut?.count ?? 0;
}

/** As somebody who may switch triggers off: the first posting of a receivable grows by one unit. Returns what was changed. */
export async function tamperWithPosting(tx: Tx): Promise<number> {
  await tx`alter table ledger_posting disable trigger user`;
  const changed = await tx`
    update ledger_posting set amount_minor = amount_minor + 1
    where (business_id, entry_id, position) = (select business_id, entry_id, position from ledger_posting
      where business_id = current_business() and debt_id is not null order by entry_id limit 1)`;
  await tx`alter table ledger_posting enable trigger user`;
  return changed.count;
}

/** Each table that belongs to businesses. */
export async function tenantTables(tx: Tx): Promise<string[]> {
  const found = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('channel_route', 'payment_route', 'api_key_route', 'business_route', 'provider_delivery')
    order by 1`;
  return found.map(({ name }) => name);
}

/** How many rows of another business this transaction's business can see in that table: none. */
export async function foreignRows(tx: Tx, table: string, otherBusinessId: string): Promise<number> {
  const [seen] = await tx<
    { count: number }[]
  >`select count(*)::int as count from ${tx(table)} where business_id = ${otherBusinessId}`;
  return seen?.count ?? 0;
}

/** Writes a debtor for another business than the transaction's own. @throws always: row-level security refuses it. */
export async function insertForeignDebtor(tx: Tx, otherBusinessId: string, id: string): Promise<void> {
  await tx`insert into debtor (business_id, id, reference, kind, name) values (${otherBusinessId}, ${id}, ${id}, 'person', 'Intruso')`;
}

/** Changes another business's debtors. Returns how many it reached: none. */
export async function renameForeignDebtors(tx: Tx, otherBusinessId: string): Promise<number> {
  const changed = await tx`update debtor set name = 'Intruso' where business_id = ${otherBusinessId}`;
  return changed.count;
}

/** Where everything stands that was to be sent or was received: how many sends in each state, and what came in. */
export type Standing = {
  readonly sends: ReadonlyMap<string, number>;
  /** Of those that were given up, the ones that a person was told of. */
  readonly alarmed: number;
  readonly inbound: number;
  /** Messages of debtors that no turn has read. */
  readonly unread: number;
};

export async function standing(tx: Tx, businessId: string): Promise<Standing> {
  const sends = await tx<{ state: string; count: number }[]>`
    select state, count(*)::int as count from outbox where business_id = ${businessId} group by state`;
  const [given] = await tx<{ alarmed: number }[]>`
    select count(*)::int as alarmed from outbox o where o.business_id = ${businessId} and o.state = 'rejected'
      and exists (select from alarm a where a.business_id = o.business_id and a.subject_id = o.id)`;
  const [inbound] = await tx<{ all: number; unread: number }[]>`
    select count(*)::int as all, count(*) filter (where turn is null)::int as unread from message
    where business_id = ${businessId} and direction = 'in'`;
  return {
    sends: new Map(sends.map(({ state, count }) => [state, count])),
    alarmed: given?.alarmed ?? 0,
    inbound: inbound?.all ?? 0,
    unread: inbound?.unread ?? 0,
  };
}

/** Every message that is believed to have left, with the rank of the best status known of it. */
export async function acceptedSends(
  tx: Tx,
  businessId: string,
): Promise<{ id: string; providerId: string; statusRank: number }[]> {
  return tx<{ id: string; providerId: string; statusRank: number }[]>`
    select o.id, m.provider_id, m.status_rank from outbox o join message m on m.business_id = o.business_id and m.id = o.id
    where o.business_id = ${businessId} and o.state = 'accepted' and m.provider_id is not null`;
}
