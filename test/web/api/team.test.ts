import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { ROLES, type Role } from "../../../src/domain/member-role.ts";
import { newId } from "../../../src/ids.ts";
import type { Alarms, BusinessSettings, Invited, Session, Team } from "../../../src/web/contract.ts";
import { PERMISSIONS } from "../../../src/web/permissions.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { ABSENT, type Browser, type ConsoleServer, cookiesOf, startConsole } from "../console-server.ts";
import { ADDRESSES, NO_PHONES } from "./addresses.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
const debtorLists = {
  ...ABSENT.debtorLists,
  view: async () => undefined,
  commit: async () => "not-found" as const,
};
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world, {
    useCases: {
      simulator: NO_PHONES,
      debtorLists,
      payments: { ...ABSENT.payments, settleProof: async () => "not-found", refuseProof: async () => "not-found" },
    },
  });
  admin = await server.signInAs("admin");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe("a role", () => {
  test.each(ROLES)("%s opens exactly the doors that the table of permissions gives it", async (role: Role) => {
    const somebody = await server.signInAs(role);
    for (const [permission, [method, path, body]] of Object.entries(ADDRESSES)) {
      if (permission === "conversations.steal") continue;
      const allowed = (PERMISSIONS as Record<string, readonly string[]>)[permission]?.includes(role);
      const { status } = await somebody.send(method, path, body);
      expect([permission, status === 403]).toEqual([permission, !allowed]);
      expect([permission, status]).not.toEqual([permission, 500]);
    }
  });

  test("of nobody opens none of them", async () => {
    for (const [method, path, body] of Object.values(ADDRESSES))
      expect((await server.stranger.send(method, path, body)).status).toBe(401);
  });

  test("that was changed counts from the next request on, with the same session", async () => {
    const somebody = await server.signInAs("supervisor");
    expect((await somebody.get("/api/ledger/trial-balance")).status).toBe(200);
    expect((await admin.send("PUT", `/api/team/${somebody.userId}`, { role: "agent" })).status).toBe(204);
    expect((await somebody.get("/api/ledger/trial-balance")).status).toBe(403);
    expect((await somebody.get<Session>("/api/session")).body.role).toBe("agent");
    expect((await admin.send("DELETE", `/api/team/${somebody.userId}`)).status).toBe(204);
    expect((await somebody.get("/api/session")).status).toBe(403);
  });
});

describe("the team", () => {
  test("takes in whoever an administrator invites, by a link that works once", async () => {
    const email = `nueva-${newId()}@example.test`;
    const invited = await admin.post<Invited>("/api/team", {
      email: email.toUpperCase(),
      name: "Nueva",
      role: "agent",
    });
    expect([invited.status, invited.body.member]).toEqual([
      201,
      { id: expect.any(String), email, name: "Nueva", role: "agent" },
    ]);
    const opened = await fetch(present(invited.body.signInLink, "the link"), { redirect: "manual" });
    expect(cookiesOf(opened.headers)).not.toBe("");
    expect((await admin.get<Team>("/api/team")).body.members).toContainEqual(invited.body.member);
    expect((await admin.post("/api/team", { email, name: "Otra vez", role: "admin" })).status).toBe(409);
    const audited =
      await world.owner`select actor, action from audit_event where subject_id = ${invited.body.member.id}`;
    expect(audited).toMatchObject([{ actor: admin.userId, action: "team.invited" }]);
  });

  test("keeps its last administrator, even from two who dismiss each other in the same moment", async () => {
    const other = await server.otherBusiness();
    const first = await server.signInAs("admin", "Una", other);
    expect((await first.send("PUT", `/api/team/${first.userId}`, { role: "agent" })).status).toBe(409);
    expect((await first.send("DELETE", `/api/team/${first.userId}`)).status).toBe(409);
    const second = await server.signInAs("admin", "Otra", other);
    await Promise.all([
      first.send("DELETE", `/api/team/${second.userId}`),
      second.send("DELETE", `/api/team/${first.userId}`),
    ]);
    const left = await world.owner`select from auth.member where "organizationId" = ${other.id} and role = 'admin'`;
    expect(left).toHaveLength(1);
  });

  test("of another business is out of reach", async () => {
    const other = await server.otherBusiness();
    const stranger = await server.signInAs("admin", "Otra", other);
    expect((await stranger.send("PUT", `/api/team/${admin.userId}`, { role: "agent" })).status).toBe(404);
    expect((await stranger.send("DELETE", `/api/team/${admin.userId}`)).status).toBe(404);
    expect((await stranger.get<Team>("/api/team")).body.members.map(({ id: member }) => member)).toEqual([
      stranger.userId,
    ]);
  });
});

test("a business is shown as it is set up, its time moves only in a demo", async () => {
  const { body } = await admin.get<BusinessSettings>("/api/business");
  expect(body).toMatchObject({
    id: world.business.id,
    currency: "COP",
    zone: "America/Bogota",
    isDemo: false,
    planPolicy: { minInstalmentMinor: "2000000" },
  });
  expect(body.channels).toMatchObject([{ kind: "cloud", blockedBecause: null }]);
  expect((await admin.post("/api/clock", { by: "day" })).status).toBe(403);
});

test("an alarm is shown until somebody clears it", async () => {
  const alarmId = newId();
  await world.owner`insert into alarm (business_id, id, kind, detail) values (${world.business.id}, ${alarmId}, 'turn.poisoned', 'five tries')`;
  expect((await admin.get<Alarms>("/api/alarms")).body.alarms).toMatchObject([
    { id: alarmId, kind: "turn.poisoned", times: 1 },
  ]);
  expect((await admin.post(`/api/alarms/${alarmId}/clear`)).status).toBe(204);
  expect((await admin.post(`/api/alarms/${alarmId}/clear`)).status).toBe(404);
  expect((await admin.get<Alarms>("/api/alarms")).body.alarms).toEqual([]);
});
