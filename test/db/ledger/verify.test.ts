import { expect, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import type { FindingKind } from "../../../db/ledger/finding.ts";
import { recordAll } from "../../../db/ledger/record.ts";
import { reverse } from "../../../db/ledger/reverse.ts";
import { type Head, seal } from "../../../db/ledger/seal.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { present } from "../../../src/domain/assert.ts";
import { debtRaised } from "../../../src/domain/ledger/debts.ts";
import { cop, debtOf, told } from "../../domain/ledger/sample.ts";
import { useLedger } from "./ledger.ts";

const ledger = useLedger({ connections: 4 });

const raised = (reference: string, units = 100) =>
  debtRaised({ debt: debtOf(1), principal: cop(units), ...told(reference) });

/** A superuser who disables the triggers, changes something and enables them again: what no guard can refuse. */
async function tamper(change: (tx: Tx) => Promise<unknown>, { seals = true } = {}): Promise<FindingKind[]> {
  const undo = new Error("rolled back on purpose");
  let found: FindingKind[] = [];
  const attempt = ledger.asOwner(async (tx) => {
    await recordAll(tx, [raised("kept:1"), raised("kept:2"), raised("kept:3")], { actor: "agent:1" });
    await reverse(tx, { undo: "kept:3", ...told("kept:4") });
    if (seals) {
      await seal(tx, { limit: 2 });
      await seal(tx, { limit: 2 });
    }
    expect(await verify(tx)).toEqual([]);
    await tx`set local session_replication_role = replica`;
    await change(tx);
    found = (await verify(tx)).map(({ what }) => what);
    throw undo;
  });
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return found;
}

const entry = (tx: Tx, reference: string) => tx`(select id from ledger_entry where reference = ${reference})`;

test("books that nobody touched verify", async () => {
  expect(await tamper(async () => undefined)).toEqual([]);
});

test("an amount that was changed is noticed, before it is sealed and after", async () => {
  const change = (tx: Tx) =>
    tx`update ledger_posting set amount_minor = amount_minor + 1 where position = 1 and entry_id = ${entry(tx, "kept:1")}`;
  expect(await tamper(change, { seals: false })).toEqual(["money changed", "entry off balance"]);
  expect(await tamper(change)).toEqual(["money changed", "entry off balance"]);
});

test("an amount that was changed on both sides is noticed although the books balance", async () => {
  expect(
    await tamper(
      (tx) => tx`update ledger_posting set amount_minor = amount_minor * 2 where entry_id = ${entry(tx, "kept:1")}`,
    ),
  ).toEqual(["money changed"]);
});

test("money that was moved to another debt is noticed", async () => {
  const found = await tamper(
    (tx) =>
      tx`update ledger_posting set debt_id = ${debtOf(2).id} where debt_id is not null and entry_id = ${entry(tx, "kept:1")}`,
  );
  expect(found).toEqual(["money changed", "debt differs"]);
});

test.each([
  ["the day it counts from", "effective_on = '2020-01-01'", "money changed"],
  ["its kind", "kind = 'payout'", "money changed"],
  ["its reference", "reference = 'other'", "entry changed"],
  ["who made it", "actor = 'nobody'", "entry changed"],
  ["what it came from", "source = 'elsewhere'", "entry changed"],
  ["its description", "description = 'other words'", "entry changed"],
  ["when it was recorded", "recorded_at = '2020-01-01'", "block changed"],
])("an entry of which %s was changed is noticed", async (_, change, what) => {
  expect(await tamper((tx) => tx.unsafe(`update ledger_entry set ${change} where reference = 'kept:1'`))).toContain(
    what,
  );
});

test("a change whose fingerprints were made anew is noticed by the chain", async () => {
  const found = await tamper(async (tx) => {
    await tx`update ledger_entry set content_hash = sha256('anew') where reference = 'kept:1'`;
  });
  expect(found).toEqual(["entry changed", "block changed"]);
});

test("a block that was made anew does not fit the one after it", async () => {
  const found = await tamper((tx) => tx`update ledger_block set hash = sha256('anew') where height = 1`);
  expect(found).toEqual(["block changed", "block changed"]);
});

test("an entry that was deleted is noticed, with and without its postings", async () => {
  const whole = async (tx: Tx) => {
    await tx`delete from ledger_posting where entry_id = ${entry(tx, "kept:1")}`;
    await tx`delete from ledger_entry where reference = 'kept:1'`;
  };
  expect(await tamper(whole)).toEqual(["block changed", "entry missing"]);
  expect(await tamper((tx) => tx`delete from ledger_entry where reference = 'kept:1'`)).toEqual([
    "posting without entry",
    "block changed",
    "entry missing",
  ]);
  expect(await tamper((tx) => tx`delete from ledger_posting where entry_id = ${entry(tx, "kept:1")}`)).toEqual([
    "entry without postings",
  ]);
});

test("a posting that was taken from an entry of three, or added to one of two, is noticed", async () => {
  const found = await tamper(
    (tx) => tx`
      insert into ledger_posting (business_id, entry_id, position, account_code, amount_minor, currency)
      values (current_business(), ${entry(tx, "kept:1")}, 4, 1210, 5, 'COP'), (current_business(), ${entry(tx, "kept:1")}, 5, 2110, -5, 'COP')`,
  );
  expect(found).toEqual(["entry not whole", "money changed"]);
});

test("a reversal that is no mirror image any more is noticed", async () => {
  const found = await tamper(
    (tx) => tx`update ledger_posting set amount_minor = amount_minor * 2 where entry_id = ${entry(tx, "kept:4")}`,
  );
  expect(found).toContain("reversal differs");
});

test("a block that was deleted is noticed, whichever it was", async () => {
  expect(await tamper((tx) => tx`delete from ledger_block where height = 1`)).toEqual([
    "block missing",
    "entry unsealed",
    "entry unsealed",
  ]);
  expect(await tamper((tx) => tx`delete from ledger_block where height = 2`)).toEqual([
    "entry unsealed",
    "entry unsealed",
  ]);
});

test("an entry that was kept from being sealed is noticed, and one that would be sealed again", async () => {
  expect(await tamper((tx) => tx`delete from ledger_unsealed`, { seals: false })).toEqual(
    Array.from({ length: 4 }, () => "entry unsealed"),
  );
  expect(
    await tamper((tx) => tx`insert into ledger_unsealed values (current_business(), ${entry(tx, "kept:1")})`),
  ).toEqual(["entry sealed twice"]);
});

test("findings of one kind are told up to a limit, and say which entry", async () => {
  const all = await ledger.asOwner(async (tx) => {
    await recordAll(
      tx,
      Array.from({ length: 5 }, (_, index) => raised(`limit:${index}`)),
    );
    await tx`set local session_replication_role = replica`;
    await tx`update ledger_entry set actor = 'nobody' where reference like 'limit:%'`;
    const findings = await verify(tx, { atMost: 3 });
    await tx`update ledger_entry set actor = 'system' where reference like 'limit:%'`;
    return findings;
  });
  expect(all).toHaveLength(3);
  expect(all[0]?.message).toMatch(/^entry [0-9a-f-]{36} \(limit:0\) is not as it was recorded/);
});

test("sealing puts every waiting entry into one chain, in blocks of at most the limit, and then has nothing to do", async () => {
  const business = await ledger.anotherBusiness();
  const sealNext = () => ledger.in(business, (tx) => seal(tx, { limit: 4 }));
  expect(await sealNext()).toBeUndefined();
  await ledger.in(business, (tx) =>
    recordAll(
      tx,
      Array.from({ length: 10 }, (_, index) => raised(`seal:${index}`)),
    ),
  );
  const heads = [await sealNext(), await sealNext(), await sealNext()];
  expect(heads.map((head) => head?.height)).toEqual([1, 2, 3]);
  expect(new Set(heads.map((head) => head?.hash)).size).toBe(3);
  expect(await sealNext()).toBeUndefined();
  expect(await ledger.in(business, (tx) => verify(tx))).toEqual([]);
});

test("an entry that began first and commits last is sealed late, and not never", async () => {
  const business = await ledger.anotherBusiness();
  const [begun, mayCommit] = [signal(), signal()];
  const slow = ledger.in(business, async (tx) => {
    await recordAll(tx, [raised("slow:1")]);
    begun.give();
    await mayCommit.given;
  });
  await begun.given;
  await ledger.in(business, (tx) => recordAll(tx, [raised("quick:1")]));
  const sealed = await ledger.in(business, async (tx) => ({ head: await seal(tx), inBlock: await sealedCount(tx) }));
  expect(sealed.inBlock).toBe(1);
  mayCommit.give();
  await slow;
  const later = await ledger.in(business, async (tx) => ({ head: await seal(tx), inBlock: await sealedCount(tx) }));
  expect(later).toMatchObject({ head: { height: 2 }, inBlock: 2 });
  expect(await ledger.in(business, (tx) => verify(tx))).toEqual([]);
});

test("sealers of one business take turns: nothing is sealed twice", async () => {
  const business = await ledger.anotherBusiness();
  await ledger.in(business, (tx) =>
    recordAll(
      tx,
      Array.from({ length: 40 }, (_, index) => raised(`turns:${index}`)),
    ),
  );
  const heads = await Promise.all(Array.from({ length: 8 }, () => ledger.in(business, (tx) => seal(tx, { limit: 5 }))));
  const heights = heads.map((head) => present<Head>(head, "a block").height);
  expect(heights.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await ledger.in(business, (tx) => verify(tx))).toEqual([]);
});

async function sealedCount(tx: Tx): Promise<number> {
  const [row] = await tx<
    { count: number }[]
  >`select coalesce(sum(cardinality(entry_ids)), 0)::int as count from ledger_block where business_id = current_business()`;
  return present(row, "a count").count;
}

/** Something one side waits for and the other gives. */
function signal() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { given: promise, give: () => resolve() };
}
