import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const sealed = async (): Promise<number> => (await world.owner`select from ledger_block`).length;

test("a ledger's block that cannot be made undoes nothing of what time has made due, and is made later", async () => {
  const debtor = await world.addDebtor(1);
  await world.says(debtor.phone, "hola");
  await world.settle();
  const { id: businessId } = world.business;
  const [conversation] = await world.owner<{ id: string }[]>`select id from conversation`;
  await world.owner`
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    values (${businessId}, ${newId()}, ${debtor.id}, ${present(conversation, "a conversation").id}, '2026-11-10', '2026-11-17', 100000, 'COP')`;
  const before = await sealed();
  await world.addDebtor(2);

  await world.owner`alter table ledger_block rename to ledger_block_away`;
  await expect(world.jobs.look(businessId)).rejects.toThrow("not everything that was due could be done");
  await world.owner`alter table ledger_block_away rename to ledger_block`;
  expect(await world.owner`select state from promise`).toEqual([{ state: "broken" }]);
  expect(await sealed()).toBe(before);

  await world.settle();
  expect(await sealed()).toBe(before + 1);
});
