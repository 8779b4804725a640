import { assert, BrokenInvariant, present } from "../../src/domain/assert.ts";
import type { Entry } from "../../src/domain/ledger/entry.ts";
import { newId } from "../../src/ids.ts";
import type { Tx } from "../client.ts";
import { arrayLiteral } from "./array-literal.ts";
import { contentHashOf, fingerprintOf, type Origin } from "./hashes.ts";

export type Recorded = "recorded" | "already recorded";

/**
 * Writes what happened to money. Telling it twice is normal and changes nothing.
 * @throws {BrokenInvariant} when the reference is known with other money in it.
 */
export async function record(tx: Tx, entry: Entry, origin: Origin = { actor: "system" }): Promise<Recorded> {
  const [recorded] = await recordAll(tx, [entry], origin);
  return present(recorded, "the entry's result");
}

/**
 * Writes many entries in one statement, in the order given; the answer for each stands at its place. Two of the same
 * reference in one list are one entry, as they would be in two.
 */
export async function recordAll(
  tx: Tx,
  entries: readonly Entry[],
  origin: Origin = { actor: "system" },
): Promise<Recorded[]> {
  const prepared = new Map<string, Prepared>();
  const results = entries.map((entry): Recorded => {
    const fingerprint = fingerprintOf(entry);
    const first = prepared.get(entry.reference);
    if (first === undefined) {
      prepared.set(entry.reference, prepare(entry, fingerprint, origin));
      return "recorded";
    }
    assertSame(entry.reference, first.fingerprint, fingerprint);
    return "already recorded";
  });
  if (entries.length === 0) return results;

  const written = await insert(tx, [...prepared.values()], origin);
  if (written === prepared.size) return results;

  const known = await findKnown(tx, [...prepared.values()]);
  return entries.map(({ reference }, index) =>
    known.has(reference) ? "already recorded" : present(results[index], reference),
  );
}

type Prepared = {
  readonly id: string;
  readonly entry: Entry;
  readonly fingerprint: string;
  readonly contentHash: string;
};

function prepare(entry: Entry, fingerprint: string, origin: Origin): Prepared {
  const id = newId();
  return { id, entry, fingerprint, contentHash: contentHashOf({ id, fingerprint, entry, origin }) };
}

function assertSame(reference: string, first: string, second: string): void {
  assert(first === second, `${reference} came back with different money in it`);
}

/** One statement for entries and postings, because the database takes the postings of an entry only all at once. */
async function insert(tx: Tx, prepared: readonly Prepared[], { actor, source }: Origin): Promise<number> {
  const entry = columnOf(prepared);
  const posting = columnOf(
    prepared.flatMap(({ id, entry: { postings } }) =>
      postings.map((one, index) => ({ ...one, id, position: index + 1 })),
    ),
  );
  const [row] = await tx<{ written: number }[]>`
    with written as (
      insert into ledger_entry
        (business_id, id, reference, kind, effective_on, description, reverses, actor, source, fingerprint, content_hash)
      select current_business(), e.id, e.reference, e.kind, e.effective_on, e.description, e.reverses,
        ${actor}, ${source ?? null}, decode(e.fingerprint, 'hex'), decode(e.content_hash, 'hex')
      from unnest(
        ${entry(({ id }) => id)}::text::uuid[],
        ${entry(({ entry: { reference } }) => reference)}::text::text[],
        ${entry(({ entry: { kind } }) => kind)}::text::text[],
        ${entry(({ entry: { effectiveOn } }) => effectiveOn)}::text::date[],
        ${entry(({ entry: { description } }) => description)}::text::text[],
        ${entry(({ entry: { reverses } }) => reverses)}::text::text[],
        ${entry(({ fingerprint }) => fingerprint)}::text::text[],
        ${entry(({ contentHash }) => contentHash)}::text::text[]
      ) as e(id, reference, kind, effective_on, description, reverses, fingerprint, content_hash)
      on conflict (business_id, reference) do nothing
      returning id
    ), posted as (
      insert into ledger_posting
        (business_id, entry_id, position, account_code, debtor_id, debt_id, provider, amount_minor, currency)
      select current_business(), w.id, p.position, p.code, p.debtor, p.debt, p.provider, p.minor, p.currency
      from unnest(
        ${posting(({ id }) => id)}::text::uuid[],
        ${posting(({ position }) => position)}::text::smallint[],
        ${posting(({ account }) => account.code)}::text::smallint[],
        ${posting(({ account }) => account.debtorId)}::text::uuid[],
        ${posting(({ account }) => account.debtId)}::text::uuid[],
        ${posting(({ account }) => account.provider)}::text::text[],
        ${posting(({ amount }) => amount.minor)}::text::bigint[],
        ${posting(({ amount }) => amount.currency)}::text::char(3)[]
      ) as p(entry, position, code, debtor, debt, provider, minor, currency)
      join written w on w.id = p.entry
    )
    select count(*)::int as written from written`;
  return present(row, "the count of what was written").written;
}

/** Rows taken apart into the columns that `unnest` puts together again. */
function columnOf<Row>(rows: readonly Row[]): (value: (row: Row) => string | number | bigint | undefined) => string {
  return (value) => arrayLiteral(rows.map(value));
}

/** References that somebody else recorded before us, after a look at the money that came with them. */
async function findKnown(tx: Tx, prepared: readonly Prepared[]): Promise<Set<string>> {
  const stored = await tx<{ id: string; reference: string; fingerprint: string }[]>`
    select id, reference, encode(fingerprint, 'hex') as fingerprint from ledger_entry
    where business_id = current_business() and reference = any(${prepared.map(({ entry }) => entry.reference)})`;
  const byReference = new Map(stored.map((row) => [row.reference, row]));
  const known = new Set<string>();
  for (const { id, entry, fingerprint } of prepared) {
    const row = byReference.get(entry.reference);
    if (row === undefined) throw new BrokenInvariant(`${entry.reference} was neither written nor found`);
    assertSame(entry.reference, row.fingerprint, fingerprint);
    if (row.id !== id) known.add(entry.reference);
  }
  return known;
}
