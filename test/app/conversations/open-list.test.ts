import { afterEach, beforeEach, expect, test } from "vitest";
import { openableOfList, openList } from "../../../src/app/conversations/open-list.ts";
import { newId } from "../../../src/ids.ts";
import { commitLists } from "../../../src/jobs/commit-lists.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
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
  expect(await openableOfList(world.deps, of(listId))).toBe(2);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 2, left: 0 });
  expect(await openedIn()).toEqual(["NEW-1", "NEW-2"]);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 0, left: 0 });
});

test("a debtor of an earlier list is of this one once it changes what they owe", async () => {
  await loaded([{ client: "A" }, { client: "B", invoice: "FV-2" }]);
  const listId = await loaded([{ client: "A" }, { client: "B", invoice: "FV-2", balance: "$ 990.000" }]);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 1, left: 0 });
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
  expect(await openableOfList(world.deps, of(listId))).toBe(1);
  expect(await openList(world.deps, { ...of(listId), userId: "user-7" })).toEqual({ opened: 1, left: 0 });
  expect(await openedIn()).toEqual(["OPEN", "TALKS"]);
});

test("a list that is not there opens nothing", async () => {
  expect(await openableOfList(world.deps, of(newId()))).toBeUndefined();
  expect(await openList(world.deps, { ...of(newId()), userId: "user-7" })).toBeUndefined();
});
