import { afterAll, beforeAll, expect, test } from "vitest";
import { governNumbers } from "../../../src/app/channels/govern-numbers.ts";
import { newId } from "../../../src/ids.ts";
import type { Failure, MovesToOtherNumber, NumberDecisions } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
let agent: Browser;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  admin = await server.signInAs("admin", "Alba");
  agent = await server.signInAs("agent");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const decisions = (query = "") => agent.get<NumberDecisions>(`/api/channels/${world.channelId}/decisions${query}`);
const resume = (who: Browser, id = world.channelId) => who.send<Failure>("POST", `/api/channels/${id}/resume`, {});

test("a number's decisions are shown newest first, in pages, each with its reasons and their source", async () => {
  await governNumbers(world.deps, world.business.id);
  await world.owner`update channel set quality = 'YELLOW'`;
  await governNumbers(world.deps, world.business.id);
  const first = await decisions("?limit=1");
  expect(first.body.decisions).toMatchObject([
    {
      verdict: "slowed",
      peopleADay: 50_000,
      everyMs: 250,
      reasons: [
        { rule: "quality", inputs: { quality: "YELLOW" }, threshold: null, source: expect.stringMatching(/facebook/) },
      ],
    },
  ]);
  const second = await decisions(`?limit=1&after=${first.body.next}`);
  expect(second.body).toMatchObject({ decisions: [{ verdict: "normal", peopleADay: null, reasons: [] }], next: null });
  expect(JSON.stringify(first.body)).not.toContain("facts");
  expect((await agent.get<NumberDecisions>(`/api/channels/${newId()}/decisions`)).body.decisions).toEqual([]);
});

test("only an admin lets a stopped number go on, and not before it has rested", async () => {
  expect((await resume(agent)).status).toBe(403);
  expect((await resume(admin, newId())).status).toBe(404);
  expect(await resume(admin)).toMatchObject({ status: 409, body: { code: "request.conflict" } });
  await world.owner`update channel set blocks = '{"restriction":"131048"}'`;
  const refused = await resume(admin);
  expect(refused.status).toBe(409);
  expect(refused.body.message).toMatch(/rests until 20/);
  await world.owner`update channel set blocks = '{"credentials":"190"}' where id = ${world.channelId}`;
  expect((await decisions("?limit=1")).body.decisions).toMatchObject([
    { verdict: "stopped", peopleADay: 0, lookAgainAt: null },
  ]);
});

test("whether what waits for a lost number may begin on another is off until an admin says so, on the record", async () => {
  const path = "/api/business/moves-to-other-number";
  const asked = async () => (await agent.get<MovesToOtherNumber>(path)).body;
  expect(await asked()).toEqual({ moves: false });
  expect((await agent.send<Failure>("PUT", path, { moves: true })).status).toBe(403);
  expect((await admin.send<Failure>("PUT", path, { moves: "yes" })).status).toBe(400);
  expect((await admin.send<Failure>("PUT", path, { moves: true })).status).toBe(204);
  expect((await admin.send<Failure>("PUT", path, { moves: true })).status).toBe(204);
  expect(await asked()).toEqual({ moves: true });
  const audits = await world.owner<{ before: object; after: object }[]>`
    select before, after from audit_event where action = 'business.moves-to-other-number'`;
  expect(audits).toEqual([{ before: { moves: false }, after: { moves: true } }]);
});
