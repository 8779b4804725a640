import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../../src/ids.ts";
import type { DebtorFile } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let admin: Browser;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");
  admin = await server.signInAs("admin", "Alba");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const reason = "Lo dijo por teléfono";
const fileOf = async (id: string) => (await agent.get<DebtorFile>(`/api/debtors/${id}`)).body;

test("an agent records a stop, and nothing that is not one", async () => {
  const { id, contactId } = await world.addDebtor(1);
  const path = `/api/debtors/${id}/stops`;
  expect((await agent.post(path, { stop: { kind: "opted_out" }, reason })).body).toEqual({ stopped: true });
  expect((await fileOf(id)).activeHolds.map(({ kind }) => kind)).toEqual(["opt_out"]);
  expect((await agent.post(path, { stop: { kind: "wrong_person", contactId }, reason })).status).toBe(200);
  const over = { kind: "moratorium", type: "insolvencia", lastProtectedDay: "2020-01-31" };
  expect((await agent.post(path, { stop: over, reason })).body).toEqual({ stopped: false });
  expect((await fileOf(id)).contacts[0]?.suppressedAt).not.toBeNull();
  for (const stop of [
    { kind: "legal" },
    { kind: "wrong_person" },
    { kind: "attorney", name: "Estudio de muestra" },
    { kind: "moratorium", type: "insolvencia", lastProtectedDay: "2026-02-30" },
  ])
    expect((await agent.post(path, { stop, reason })).status).toBe(400);
  expect((await agent.post(path, { stop: { kind: "opted_out" } })).status).toBe(400);
  expect((await agent.post(`/api/debtors/${newId()}/stops`, { stop: { kind: "opted_out" }, reason })).status).toBe(404);
  const foreigner = await server.signInAs("admin", "Otra", await server.otherBusiness());
  expect((await foreigner.post(path, { stop: { kind: "deceased" }, reason })).status).toBe(404);
});

test("no role lifts an opt-out: the debtor's own words do, and the refusal says so", async () => {
  const { id, contactId } = await world.addDebtor(2);
  await agent.post(`/api/debtors/${id}/stops`, { stop: { kind: "opted_out" }, reason });
  expect((await admin.post(`/api/debtors/${id}/holds/lift`, { kind: "opt_out", reason })).status).toBe(400);
  const given = { contactId, wording: "Sí, escríbanme", on: "2026-11-17", channel: "teléfono" };
  const { status, body } = await agent.post<{ code: string; message: string; because: string }>(
    `/api/debtors/${id}/permissions`,
    given,
  );
  expect([status, body.code, body.because]).toEqual([409, "contact.stopped", "opted-out"]);
  expect(body.message).toContain("Only words of their own");
});

test("a lawyer and a protection are ended by a supervisor, with a reason; an opt-out never so", async () => {
  const { id } = await world.addDebtor(6);
  const path = `/api/debtors/${id}/stops/end`;
  const supervisor = await server.signInAs("supervisor", "Sara");
  const lawyer = { name: "Estudio de muestra", contactKnown: true, unresponsive: false, consentsToDirect: false };
  await agent.post(`/api/debtors/${id}/stops`, { stop: { kind: "attorney", ...lawyer }, reason });
  expect((await fileOf(id)).wishes.attorney).toEqual(lawyer);
  expect((await agent.post(path, { kind: "attorney", reason })).status).toBe(403);
  expect((await supervisor.post(path, { kind: "attorney" })).status).toBe(400);
  expect((await supervisor.post(path, { kind: "moratorium", reason })).status).toBe(404);
  for (const kind of ["opt_out", "opted_out", "deceased", "wrong_person"])
    expect((await supervisor.post(path, { kind, reason })).status).toBe(400);
  expect((await supervisor.post(path, { kind: "attorney", reason })).status).toBe(204);
  expect((await fileOf(id)).wishes.attorney).toBeNull();
  const foreigner = await server.signInAs("admin", "Ajena", await server.otherBusiness());
  await agent.post(`/api/debtors/${id}/stops`, { stop: { kind: "attorney", ...lawyer }, reason });
  expect((await foreigner.post(path, { kind: "attorney", reason })).status).toBe(404);
});

test("a permission says where, when and in which words; one that does not is refused", async () => {
  const { id, contactId } = await world.addDebtor(3, { permission: false });
  const path = `/api/debtors/${id}/permissions`;
  const given = { contactId, wording: "Sí, escríbanme", on: "2026-11-17", channel: "teléfono" };
  for (const left of ["contactId", "wording", "on", "channel"])
    expect((await agent.post(path, { ...given, [left]: undefined })).status).toBe(400);
  expect((await agent.post(path, { ...given, on: "2099-01-01" })).status).toBe(400);
  expect((await agent.post(path, given)).status).toBe(204);
  expect((await fileOf(id)).contacts[0]?.permission).toEqual({
    granted: true,
    otherChannels: [],
    wording: "Sí, escríbanme (teléfono)",
    grantedOn: "2026-11-17",
    source: "agent",
  });
  expect((await agent.post(path, { messageId: newId() })).status).toBe(404);
});

test("hours and place are kept, one by one, and an impossible one is refused", async () => {
  const { id } = await world.addDebtor(4);
  const path = `/api/debtors/${id}/times`;
  const hours = { days: [1, 3], start: "18:00", end: "20:00" };
  expect((await agent.post(path, { zone: "America/Lima", reason })).body).toEqual({ countsHours: true });
  for (const [separateInstrument, afterContract, countsHours] of [
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ]) {
    const requestedHours = { ...hours, separateInstrument, afterContract };
    expect((await agent.post(path, { requestedHours, reason })).body).toEqual({ countsHours });
  }
  const requestedHours = { ...hours, separateInstrument: true, afterContract: true };
  expect((await agent.post(path, { requestedHours, inconvenient: [hours], reason })).status).toBe(200);
  expect(await world.owner`select zone, requested_hours, inconvenient from debtor where id = ${id}`).toEqual([
    { zone: "America/Lima", requestedHours, inconvenient: [hours] },
  ]);
  expect((await agent.post(path, { requestedHours: null, reason })).status).toBe(200);
  for (const wrong of [
    { zone: "Mars/Base" },
    { inconvenient: [{ ...hours, start: "25:00" }] },
    { inconvenient: [{ ...hours, days: [0] }] },
  ])
    expect((await agent.post(path, { ...wrong, reason })).status).toBe(400);
  const [kept] = await world.owner`select requested_hours from debtor where id = ${id}`;
  expect(kept).toEqual({ requestedHours: null });
});

test("an administrator erases a debtor whose reference they type, and nobody else does", async () => {
  const { id } = await world.addDebtor(5);
  const path = `/api/debtors/${id}/erasure`;
  expect((await agent.post(path, { reference: "C-5" })).status).toBe(403);
  expect((await admin.post(path, { reference: "C-4" })).status).toBe(400);
  expect((await admin.post(path, { reference: "C-5" })).body).toEqual({
    contacts: 1,
    messages: 0,
    notes: 0,
    pictures: 0,
  });
  expect(await fileOf(id)).toMatchObject({ name: "C-5", document: { type: null, lastFour: null } });
});
