import { expect, test } from "vitest";
import { balance } from "../../../db/ledger/balance.ts";
import { findEntry } from "../../../db/ledger/find-entry.ts";
import { journal } from "../../../db/ledger/journal.ts";
import { record, recordAll } from "../../../db/ledger/record.ts";
import { recordedAmong } from "../../../db/ledger/recorded-among.ts";
import { reverse } from "../../../db/ledger/reverse.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { debtRaised } from "../../../src/domain/ledger/debts.ts";
import type { Entry } from "../../../src/domain/ledger/entry.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { owedOn } from "../../../src/domain/ledger/scope.ts";
import { cop, debtOf, told } from "../../domain/ledger/sample.ts";
import { useLedger } from "./ledger.ts";

const ledger = useLedger({ connections: 20 });

const raised = (reference: string, units = 100, debt = debtOf(1)) =>
  debtRaised({ debt, principal: cop(units), ...told(reference) });
const owed = (debt = debtOf(1)) => ledger((tx) => balance(tx, { of: owedOn(debt.id), currency: "COP" }));

test("what is recorded is owed, and comes back as it was told", async () => {
  const entry = debtRaised({
    debt: debtOf(2),
    principal: cop(100),
    fees: cop(3),
    ...told("record:1"),
    description: 'Factura «7» \\ "é"',
  });
  expect(await ledger((tx) => record(tx, entry, { actor: "agent:1", source: "upload:7" }))).toBe("recorded");
  expect(await owed(debtOf(2))).toEqual(cop(103));
  const stored = await ledger((tx) => findEntry(tx, "record:1"));
  expect(stored).toMatchObject({ ...content(entry), actor: "agent:1", source: "upload:7" });
  expect(await ledger((tx) => findEntry(tx, "record:none"))).toBeUndefined();
});

test("the same happening told twice is recorded once, also in one transaction and in one list", async () => {
  const before = await owed();
  const results = await ledger(async (tx) => [
    await record(tx, raised("twice:1")),
    await record(tx, raised("twice:1")),
  ]);
  expect(results).toEqual(["recorded", "already recorded"]);
  expect(await ledger((tx) => record(tx, raised("twice:1")))).toBe("already recorded");
  const list = [raised("twice:2"), raised("twice:1"), raised("twice:2"), raised("twice:3")];
  expect(await ledger((tx) => recordAll(tx, list))).toEqual([
    "recorded",
    "already recorded",
    "already recorded",
    "recorded",
  ]);
  expect((await owed()).minor - before.minor).toBe(cop(300).minor);
});

test("the same reference with other money is our own bug, and nothing of that transaction stays", async () => {
  await ledger((tx) => record(tx, raised("same:1")));
  const before = await owed();
  const again = ledger((tx) => recordAll(tx, [raised("same:2"), raised("same:1", 101)]));
  await expect(again).rejects.toThrow("same:1 came back with different money in it");
  await expect(ledger((tx) => recordAll(tx, [raised("same:3"), raised("same:3", 5)]))).rejects.toThrow(BrokenInvariant);
  expect(await owed()).toEqual(before);
  expect(await ledger((tx) => findEntry(tx, "same:2"))).toBeUndefined();
});

test("the same words in another description are the same happening: the first stays", async () => {
  await ledger((tx) => record(tx, { ...raised("described:1"), description: "first" }));
  expect(await ledger((tx) => record(tx, { ...raised("described:1"), description: "second" }))).toBe(
    "already recorded",
  );
  expect((await ledger((tx) => findEntry(tx, "described:1")))?.description).toBe("first");
});

test("one can ask which happenings are known before allocating their money", async () => {
  await ledger((tx) => recordAll(tx, [raised("known:1"), raised("known:2")]));
  const known = await ledger((tx) => recordedAmong(tx, ["known:2", "known:3", "known:1"]));
  expect(known).toEqual(new Set(["known:1", "known:2"]));
  expect(await ledger((tx) => recordedAmong(tx, []))).toEqual(new Set());
});

test("nothing to record is recorded without asking the database", async () => {
  expect(await ledger((tx) => recordAll(tx, []))).toEqual([]);
});

test("twenty who tell the same at once record it once, and all the others learn that it is known", async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => ledger((tx) => record(tx, raised("race:1")))));
  expect(results.toSorted()).toEqual([...Array.from({ length: 19 }, () => "already recorded"), "recorded"]);
});

test("twenty lists that overlap and come in different orders record each happening once", async () => {
  const before = await owed();
  const all = Array.from({ length: 30 }, (_, index) => raised(`overlap:${String(index).padStart(2, "0")}`, 1));
  const lists = Array.from({ length: 20 }, (_, index) => all.slice(index, index + 11));
  const results = await Promise.all(lists.map((list) => ledger((tx) => recordAll(tx, list))));
  expect(results.flat().filter((result) => result === "recorded")).toHaveLength(30);
  expect((await owed()).minor - before.minor).toBe(cop(30).minor);
});

test("a transaction that fails after recording leaves nothing", async () => {
  const before = await owed();
  const failing = ledger(async (tx) => {
    await recordAll(tx, [raised("failing:1"), raised("failing:2")]);
    throw new Error("the power went out");
  });
  await expect(failing).rejects.toThrow("the power went out");
  expect(await owed()).toEqual(before);
});

test("a connection that is cut in the middle leaves nothing, and the same can be told again", async () => {
  const cut = ledger(async (tx) => {
    await record(tx, raised("cut:1"));
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await ledger.asOwner((owner) => owner`select pg_terminate_backend(${row?.pid ?? 0})`);
    await record(tx, raised("cut:2"));
  });
  await expect(cut).rejects.toThrow();
  expect(await ledger((tx) => findEntry(tx, "cut:1"))).toBeUndefined();
  expect(await ledger((tx) => record(tx, raised("cut:1")))).toBe("recorded");
});

test("a reversal undoes a whole entry, once", async () => {
  const before = await owed();
  const payment = paymentReceived({
    debtorId: debtOf(1).debtorId,
    amount: cop(70),
    allocation: [{ debt: debtOf(1), principal: cop(60) }],
    through: "stripe",
    ...told("stripe:pi_undone"),
  });
  await ledger((tx) => record(tx, payment));
  const undo = (reference: string) =>
    ledger((tx) => reverse(tx, { undo: "stripe:pi_undone", ...told(reference) }, { actor: "agent:1" }));
  expect(await undo("undo:1")).toBe("recorded");
  expect(await undo("undo:1")).toBe("already recorded");
  expect(await owed()).toEqual(before);
  await expect(undo("undo:2")).rejects.toThrow("ledger_entry_reversed_once");
  await expect(ledger((tx) => reverse(tx, { undo: "undo:1", ...told("undo:3") }))).rejects.toThrow(
    "undo:1 is a reversal itself",
  );
  await expect(ledger((tx) => reverse(tx, { undo: "nothing", ...told("undo:4") }))).rejects.toThrow(
    "the entry nothing to be reversed is absent",
  );
});

test("two who undo the same at once under different names: one is refused", async () => {
  await ledger((tx) => record(tx, raised("contested:1")));
  const undo = (by: string) => ledger((tx) => reverse(tx, { undo: "contested:1", ...told(by) }));
  const results = await Promise.allSettled([undo("contested:a"), undo("contested:b")]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("the journal pages through whole entries, the newest first, of everybody or of one debtor", async () => {
  const business = await ledger.anotherBusiness();
  await ledger.in(business, (tx) =>
    recordAll(
      tx,
      [1, 2, 3, 1, 2].map((debtor, index) =>
        debtRaised({ debt: debtOf(debtor), principal: cop(1, debtor === 3 ? "USD" : "COP"), ...told(`page:${index}`) }),
      ),
    ),
  );
  const references = async (page: Parameters<typeof journal>[1]) =>
    (await ledger.in(business, (tx) => journal(tx, page))).map(({ reference }) => reference);
  const [first] = await ledger.in(business, (tx) => journal(tx, { limit: 1 }));
  expect(first?.postings).toHaveLength(2);
  expect(await references({ limit: 2 })).toEqual(["page:4", "page:3"]);
  expect(await references({ limit: 9, before: first?.id ?? "" })).toEqual(["page:3", "page:2", "page:1", "page:0"]);
  expect(await references({ limit: 9, debtorId: debtOf(2).debtorId })).toEqual(["page:4", "page:1"]);
});

test("one reference in two businesses is two happenings, and neither sees the other's", async () => {
  const other = await ledger.anotherBusiness();
  await ledger((tx) => record(tx, raised("mine:1")));
  expect(await ledger.in(other, (tx) => record(tx, raised("mine:1", 55)))).toBe("recorded");
  expect(await ledger.in(other, (tx) => balance(tx, { of: owedOn(debtOf(1).id), currency: "COP" }))).toEqual(cop(55));
});

test("all that these tests recorded verifies", async () => {
  expect(await ledger((tx) => verify(tx))).toEqual([]);
});

function content({ reference, kind, effectiveOn, description, postings }: Entry) {
  return { reference, kind, effectiveOn, description, postings };
}
