import type { Tx } from "../client.ts";
import type { Finding } from "./finding.ts";
import { genesis, recordedMicros } from "./seal.ts";

/** The chain: each block hashes what it names and the block before, and each entry is in one block or waits for one. */
export async function verifyBlocks(tx: Tx, atMost: number): Promise<Finding[]> {
  return [
    ...(await brokenBlocks(tx, atMost)),
    ...(await missingEntries(tx, atMost)),
    ...(await misplacedEntries(tx, atMost)),
  ];
}

async function brokenBlocks(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ height: number; expectedHeight: number }[]>`
    with chain as (
      select b.height, b.hash, b.previous_hash, b.entry_ids, row_number() over (order by b.height) as expected_height,
        lag(b.hash, 1, ${genesis(tx)}) over (order by b.height) as before
      from ledger_block b where b.business_id = current_business()
    ), checked as (
      select c.height, c.expected_height,
        c.previous_hash = c.before and c.hash = sha256(c.previous_hash || int4send(c.height) || coalesce(body.hashes, '')) as same_hash
      from chain c
      left join lateral (
        select string_agg(e.content_hash || ${recordedMicros(tx)}, ''::bytea order by m.place) as hashes
        from unnest(c.entry_ids) with ordinality as m(id, place)
        join ledger_entry e on e.business_id = current_business() and e.id = m.id
      ) body on true
    )
    select height, expected_height::int from checked
    where not same_hash or height <> expected_height
    order by height limit ${atMost}`;
  return rows.map(({ height, expectedHeight }) =>
    height !== expectedHeight
      ? {
          what: "block missing",
          message: `block ${height} stands at place ${expectedHeight} of the chain: one before it is gone`,
        }
      : {
          what: "block changed",
          message: `block ${height} does not have the hash of what it holds and of the block before it`,
        },
  );
}

async function missingEntries(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ height: number; id: string }[]>`
    select b.height, m.id from ledger_block b cross join unnest(b.entry_ids) as m(id)
    where b.business_id = current_business()
      and not exists (select from ledger_entry e where e.business_id = b.business_id and e.id = m.id)
    order by b.height, m.id limit ${atMost}`;
  return rows.map(({ height, id }) => ({
    what: "entry missing",
    message: `block ${height} holds entry ${id}, which is gone`,
  }));
}

async function misplacedEntries(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ id: string; reference: string; places: number }[]>`
    with placed as (
      select m.id from ledger_block b cross join unnest(b.entry_ids) as m(id) where b.business_id = current_business()
      union all
      select entry_id from ledger_unsealed where business_id = current_business()
    ), counted as (
      select id, count(*)::int as places from placed group by id
    )
    select e.id, e.reference, coalesce(c.places, 0) as places
    from ledger_entry e left join counted c on c.id = e.id
    where e.business_id = current_business() and coalesce(c.places, 0) <> 1
    order by e.id limit ${atMost}`;
  return rows.map(({ id, reference, places }) =>
    places === 0
      ? { what: "entry unsealed", message: `entry ${id} (${reference}) is in no block and waits for none` }
      : {
          what: "entry sealed twice",
          message: `entry ${id} (${reference}) is in more than one block, or waits although it is sealed`,
        },
  );
}
