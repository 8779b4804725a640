import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../support/world.ts";

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

test("one look takes a bounded part of a flood and says that more is due; the next ones take the rest", async () => {
  await world.owner`update channel set blocks = '{"refused":"by this test"}'`;
  const phones = Array.from({ length: 1_100 }, (_, index) => `57311${String(index).padStart(7, "0")}`);
  await world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: phones.map((phone) => ({
      type: "message",
      providerId: `wamid.${phone}`,
      from: { phone },
      pushName: undefined,
      sentAt: WEDNESDAY,
      replyTo: undefined,
      content: { kind: "text", body: "hola" },
    })),
    statuses: [],
    receivedAt: WEDNESDAY,
  });
  const waiting = async (): Promise<number> =>
    (await world.owner`select from message where direction = 'in' and turn is null`).length;
  expect(await world.jobs.look(world.business.id)).toBe(true);
  const left = await waiting();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(1_100);
  while (await world.jobs.look(world.business.id));
  expect(await waiting()).toBe(0);
});
