import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { keepDeliveries } from "../../db/intake.ts";
import { keepStray } from "../../db/strays.ts";
import { firstIdAt } from "../../src/ids.ts";
import { forgetOld, KEPT_DAYS } from "../../src/jobs/forget-old.ts";
import { useDatabase } from "../support/database.ts";
import { handClock } from "../support/story/hand-clock.ts";
import { collectingLog, makeWorld, WEDNESDAY, type World } from "../support/world.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  log.complaints.length = 0;
  for (const table of TABLES) await world.owner`delete from ${world.owner(table)}`;
});

const TABLES = [
  "channel_delivery",
  "stray_delivery",
  "simulator_message",
  "simulator_fault",
  "simulator_media",
] as const;
const OLD = WEDNESDAY.minus({ days: KEPT_DAYS, minutes: 1 });
const YOUNG = WEDNESDAY.minus({ days: KEPT_DAYS }).plus({ minutes: 1 });

/** A row in each table, as old as that, and `many` of the webhooks. */
async function write(moment: typeof OLD, many = 1): Promise<void> {
  const { owner, business } = world;
  const ids = Array.from({ length: many }, (_, index) => firstIdAt(moment.minus({ milliseconds: index })));
  await world.db.inBusiness(business.id, (tx) =>
    keepDeliveries(
      tx,
      business.id,
      ids.map((id) => ({ id, channelId: world.channelId, body: "{}", receivedAt: moment })),
    ),
  );
  const id = firstIdAt(moment);
  await keepStray(world.db.lookups, { id, source: "whatsapp", body: "{}", receivedAt: moment });
  await owner`
    insert into simulator_message (business_id, phone, direction, provider_id, content, at, visible_at)
    values (${business.id}, '573000000001', 'in', ${id}, '{}', ${moment}, ${moment})`;
  await owner`
    insert into simulator_fault (business_id, id, phone, fault, recorded_at)
    values (${business.id}, ${id}, '573000000001', '{}', ${moment})`;
  await owner`
    insert into simulator_media (business_id, token, mime, bytes, recorded_at)
    values (${business.id}, ${id}, 'image/png', '\\x00', ${moment})`;
}

const left = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [table, (await world.owner`select from ${world.owner(table)}`).length] as const),
    ),
  );

const ONE_EACH = Object.fromEntries(TABLES.map((table) => [table, 1]));

test("raw webhooks and what simulated phones showed are forgotten after thirty days, and not before", async () => {
  await write(OLD);
  await write(YOUNG);
  expect(await forgetOld(world.deps)).toBe(TABLES.length);
  expect(await left()).toEqual(ONE_EACH);
  expect(await forgetOld(world.deps)).toBe(0);
  clock.set(WEDNESDAY.plus({ minutes: 2 }));
  expect(await forgetOld(world.deps)).toBe(TABLES.length);
  clock.set(WEDNESDAY);
});

test("a heap of them goes in parts, at most so many in an hour, oldest first", async () => {
  await write(OLD, 10);
  expect(await forgetOld(world.deps, { most: { rows: 3, statements: 2 } })).toBe(6 + TABLES.length - 1);
  const [oldest] = await world.owner<{ id: string }[]>`select min(id::text) as id from channel_delivery`;
  expect(oldest?.id).toBe(firstIdAt(OLD.minus({ milliseconds: 3 })));
  expect(await forgetOld(world.deps, { most: { rows: 3, statements: 2 } })).toBe(4);
});

test("a process that is to end deletes no more", async () => {
  await write(OLD);
  expect(await forgetOld(world.deps, { goesOn: () => false })).toBe(0);
});

test("one table that fails stops no other, and somebody reads of it", async () => {
  await write(OLD);
  await world.owner`alter table simulator_message rename to simulator_message_away`;
  await forgetOld(world.deps);
  await world.owner`alter table simulator_message_away rename to simulator_message`;
  expect(await left()).toEqual({ ...Object.fromEntries(TABLES.map((table) => [table, 0])), simulator_message: 1 });
  expect(log.complaints).toHaveLength(1);
});
