import { afterEach, beforeEach, expect, test } from "vitest";
import { openableOfList, openList } from "../../../src/app/conversations/open-list.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { csvOf, type Line, upload } from "../debtor-lists/lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
});
afterEach(() => world[Symbol.asyncDispose]());

/** A list in the books; its id. */
async function loaded(lines: readonly Line[]): Promise<string> {
  const { list } = await upload(world, csvOf(lines));
  await world.owner`update debtor_list set state = 'committing' where id = ${list.id}`;
  await commitLists(world.deps, world.business.id);
  return list.id;
}

const of = (listId: string) => ({ businessId: world.business.id, listId });
const openedIn = async (): Promise<string[]> => {
  const found = await world.owner<{ reference: string }[]>`
    select d.reference from conversation c join debtor d on d.id = c.debtor_id
    where c.business_id = ${world.business.id} order by d.reference`;
  return found.map(({ reference }) => reference);
};

test("opens with the debtors of its list and with nobody else, as many as it said before", async () => {
  await loaded([
    { client: "OLD-1", phone: "300 555 7001" },
    { client: "OLD-2", phone: "300 555 7002" },
  ]);
  const listId = await loaded([
    { client: "NEW-1", phone: "300 555 8001", document: "1020000001" },
    { client: "NEW-2", phone: "300 555 8002", document: "1020000002" },
    { client: "NEW-3", phone: "300 555 8003", document: "1020000003", permission: "No" },
  ]);
  expect(await openableOfList(world.deps, of(listId))).toEqual({ count: 2, outlook: null });
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 2, next: null });
  expect(await openedIn()).toEqual(["NEW-1", "NEW-2"]);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 0, next: null });
});

test("a debtor of an earlier list is of this one once it changes what they owe", async () => {
  await loaded([{ client: "A" }, { client: "B", invoice: "FV-2" }]);
  const listId = await loaded([{ client: "A" }, { client: "B", invoice: "FV-2", balance: "$ 990.000" }]);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 1, next: null });
  expect(await openedIn()).toEqual(["B"]);
});

test("leaves out whoever talks to us already, was told never to be written to, or owes nothing", async () => {
  const listId = await loaded([
    { client: "TALKS", phone: "300 555 9001" },
    { client: "SUPPRESSED", phone: "300 555 9002" },
    { client: "OWES-NOTHING", phone: "300 555 9003", balance: "$ 0" },
    { client: "OPEN", phone: "300 555 9004" },
  ]);
  await world.says("+573005559001", "hola");
  await world.settle();
  await world.owner`update contact set suppressed_at = now() where phone = '+573005559002'`;
  expect(await openableOfList(world.deps, of(listId))).toMatchObject({ count: 1 });
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 1, next: null });
  expect(await openedIn()).toEqual(["OPEN", "TALKS"]);
});

test("leaves out whoever is under a hold, until it is lifted or over by the business's clock", async () => {
  const listId = await loaded([
    { client: "FREE", phone: "300 555 6001" },
    { client: "PROMISED", phone: "300 555 6002" },
    { client: "LIFTED", phone: "300 555 6003" },
    { client: "PAUSED", phone: "300 555 6004" },
  ]);
  const tomorrow = WEDNESDAY.plus({ days: 1 });
  await world.says("+573005556002", "hola");
  await world.settle();
  await world.owner`insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    select business_id, gen_random_uuid(), debtor_id, id, '2026-11-18', '2026-11-25', 100, 'COP' from conversation
    where business_id = ${world.business.id}`;
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where business_id = ${world.business.id}`;
  await world.owner`insert into hold (business_id, id, debtor_id, kind, placed_at, until, lifted_at)
    select business_id, gen_random_uuid(), id, 'paused', ${WEDNESDAY}, ${tomorrow}::timestamptz,
      case when reference = 'LIFTED' then now() end from debtor where reference in ('LIFTED', 'PAUSED')`;
  expect(await openableOfList(world.deps, of(listId))).toEqual({ count: 2, outlook: null });
  await world.setTime(tomorrow);
  expect(await openableOfList(world.deps, of(listId))).toMatchObject({ count: 3 });
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 3, next: null });
  expect(await openedIn()).toEqual(["FREE", "LIFTED", "PAUSED", "PROMISED"]);
  expect(
    await world.owner`select from conversation where business_id = ${world.business.id} and closed_at is null`,
  ).toHaveLength(3);
});

test("a long list comes to its end even where each conversation ends as soon as it is opened", async () => {
  const lines = Array.from({ length: 501 }, (_, index) => ({ phone: `301 555 ${String(index).padStart(4, "0")}` }));
  const listId = await loaded(lines);
  const first = await openList(world.deps, { ...of(listId), userId: "user-7" });
  expect(first).toEqual({ opened: 500, next: expect.any(String) });
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where business_id = ${world.business.id}`;
  expect(await openableOfList(world.deps, of(listId))).toMatchObject({ count: 501 });
  const after = first?.next ?? undefined;
  expect(await openList(world.deps, { ...of(listId), userId: "user-7", after })).toEqual({ opened: 1, next: null });
}, 30_000);

test("stands in the audit, one row a call, with the list, how many were opened and who let them be", async () => {
  const listId = await loaded([
    { client: "A", phone: "300 555 5001" },
    { client: "B", phone: "300 555 5002" },
  ]);
  const said = () => world.owner`
    select actor, subject, subject_id, after from audit_event
    where business_id = ${world.business.id} and action = 'conversations.open' order by id`;
  await openList(world.deps, { ...of(listId), userId: "api-key:7" });
  const row = { actor: "api-key:7", subject: "debtor-list", subjectId: listId, after: { opened: 2 } };
  expect(await said()).toEqual([row]);
  await openList(world.deps, { ...of(listId), userId: "api-key:7" });
  expect(await said()).toEqual([row]);
});

test("a list that is not there opens nothing", async () => {
  expect(await openableOfList(world.deps, of(newId()))).toBeUndefined();
  expect(await openList(world.deps, { ...of(newId()), userId: "user-7" })).toBeUndefined();
});
