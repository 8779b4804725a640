import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

test("somebody who writes first is asked who they are, and reads the balance once they have proved it", async () => {
  const { phone, document } = await world.addDebtor(1);
  await world.says(phone, "hola");
  await world.settle();
  expect(log.complaints).toEqual([]);
  expect(world.heard(phone)).toHaveLength(1);
  expect(world.heard(phone)[0]).not.toContain("600");

  await world.says(phone, document.slice(-4));
  await world.settle();
  expect(log.complaints).toEqual([]);
  expect(world.heard(phone)).toHaveLength(2);
  expect(world.heard(phone)[1]).toContain("600.000");
});
