import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { newId } from "../../../src/ids.ts";
import type { BusinessSettings, Channels, Failure } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
let supervisor: Browser;

beforeAll(async () => {
  world = await makeWorld(database, { messagingLimit: 2 });
  server = await startConsole(database, world);
  admin = await server.signInAs("admin", "Alba");
  supervisor = await server.signInAs("supervisor");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const numbers = async () => (await supervisor.get<Channels>("/api/channels")).body.channels;
const set = (who: Browser, limit: unknown, id = world.channelId) =>
  who.send<Failure>("PUT", `/api/channels/${id}/messaging-limit`, { limit });

test("a number shows its limit, whom it has written to, and what waits for its turn", async () => {
  await world.setTime(WEDNESDAY);
  const debtorIds: string[] = [];
  for (let person = 1; person <= 5; person += 1) debtorIds.push((await world.addDebtor(person)).id);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds, userId: "ana" });
  await world.settle();
  expect(await numbers()).toMatchObject([
    {
      id: world.channelId,
      kind: "cloud",
      name: "Test",
      blockedBecause: null,
      pausedUntil: null,
      messagingLimit: 2,
      reached: 2,
      waiting: 3,
      lastAt: expect.stringMatching(/^2026-11-20T/),
      tiers: [250, 2_000, 10_000, 100_000],
    },
  ]);
  expect((await supervisor.get<BusinessSettings>("/api/business")).body.channels).toMatchObject([
    { messagingLimit: 2 },
  ]);
});

test("only an admin changes it, to any whole number of people or to none, and is told what else was given", async () => {
  expect((await set(supervisor, 250)).status).toBe(403);
  for (const wrong of [0, -1, 2.5, "250", 1_000_000_001, undefined]) {
    const refused = await set(admin, wrong);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: "request.invalid",
      message: "body.limit: give a whole number of people from 1 to 1000000000, or null for no limit",
    });
  }
  expect((await set(admin, 250, newId())).status).toBe(404);
  expect((await numbers())[0]?.messagingLimit).toBe(2);

  expect((await set(admin, 1)).status).toBe(204);
  expect((await numbers())[0]?.messagingLimit).toBe(1);
  expect((await set(admin, null)).status).toBe(204);
  expect((await numbers())[0]?.messagingLimit).toBe(null);
});
