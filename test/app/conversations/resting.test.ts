import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Conversations whose turn failed rest for a moment. More of them than fit into one batch, all longer due than the others.

const database = useDatabase();
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

const MORE_THAN_A_BATCH = 70;

const many = (from: number): Promise<SampleDebtor[]> =>
  Promise.all(Array.from({ length: MORE_THAN_A_BATCH }, (_, index) => world.addDebtor(from + index)));

const rest = (debtors: readonly SampleDebtor[], until: DateTime | null) =>
  world.owner`
    update conversation set retry_at = ${until} where contact_id = any(${debtors.map(({ contactId }) => contactId)}::uuid[])`;

test("messages that wait in resting conversations take no place from one that came later", async () => {
  const resting = await many(0);
  for (const { phone } of resting) await world.says(phone, "hola");
  await rest(resting, systemClock.now().plus({ days: 1 }));
  const healthy = await world.addDebtor(500);
  await world.says(healthy.phone, "hola");
  await world.settle();
  expect(world.heard(healthy.phone)).toHaveLength(1);
  expect(resting.flatMap(({ phone }) => world.heard(phone))).toEqual([]);

  await rest(resting, null);
  await world.settle();
  expect(resting.filter(({ phone }) => world.heard(phone).length !== 1)).toEqual([]);
  expect(log.complaints).toEqual([]);
});

test("alarms of resting conversations take no place from one that fell due later", async () => {
  const resting = await many(1000);
  const healthy = await world.addDebtor(501);
  for (const { phone } of [...resting, healthy]) await world.says(phone, "hola");
  await world.settle();
  await rest(resting, systemClock.now().plus({ days: 1 }));
  const due = (debtor: SampleDebtor, alarmAt: DateTime) =>
    world.owner`update conversation set alarm_at = ${alarmAt} where contact_id = ${debtor.contactId}`;
  for (const debtor of resting) await due(debtor, WEDNESDAY.minus({ days: 2 }));
  await due(healthy, WEDNESDAY.minus({ days: 1 }));
  await world.settle();
  const [row] = await world.owner<{ alarmAt: unknown }[]>`
    select alarm_at from conversation where contact_id = ${healthy.contactId} and alarm_at < ${WEDNESDAY}`;
  expect(row).toBeUndefined();
});
