import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../../src/app/api-keys/create.ts";
import { newId } from "../../../src/ids.ts";
import type { DebtorFile } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let supervisor: Browser;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");
  supervisor = await server.signInAs("supervisor", "Sara");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const CALL = { channel: "voice", at: "2026-11-17T15:30", initiatedBy: "collector", kind: "two_way" } as const;
const pathOf = (id: string) => `/api/debtors/${id}/outside-contacts`;
const fileOf = async (browser: Browser, id: string) => (await browser.get<DebtorFile>(`/api/debtors/${id}`)).body;
const outsideIn = ({ timeline }: DebtorFile) => timeline.filter(({ type }) => type === "outside");

test("an agent enters a call: the timeline shows it, and the page says what it does to each channel, by which article", async () => {
  const { id, contactId, phone } = await world.addDebtor(1);
  const made = { id: newId(), ...CALL, contactId, note: "Paga el viernes" };
  expect((await agent.post(pathOf(id), made)).status).toBe(204);
  expect((await agent.post(pathOf(id), made)).status).toBe(204);
  const file = await fileOf(agent, id);
  expect(outsideIn(file)).toEqual([
    {
      type: "outside",
      id: made.id,
      ...CALL,
      at: "2026-11-17T20:30:00.000Z",
      by: phone,
      note: "Paga el viernes",
      enteredBy: { id: expect.any(String), name: "Ana" },
      enteredAt: expect.stringContaining("2026-11-18T15:0"),
      withdrawn: null,
    },
  ]);
  expect(file.contactNow).toMatchObject({
    decision: {
      allowed: false,
      reason: "SECOND_CHANNEL_SAME_WEEK",
      clause: { law: "Ley 2300 de 2023", article: "art. 3" },
      until: "2026-11-23T12:00:00.000Z",
    },
    others: [
      { channel: "sms", decision: { reason: "CHANNEL_NOT_AUTHORISED" } },
      { channel: "email", decision: { reason: "CHANNEL_NOT_AUTHORISED" } },
      { channel: "voice", decision: { reason: "CHANNEL_NOT_AUTHORISED", clause: { article: "art. 2" } } },
      { channel: "visit", decision: { reason: "CHANNEL_NOT_AUTHORISED", clause: { article: "art. 6" } } },
    ],
  });

  // A supervisor, and no agent, takes it back: that lets messages leave sooner.
  const withdrawal = `${pathOf(id)}/${made.id}/withdrawal`;
  const reason = "Era otra persona";
  expect((await agent.post(withdrawal, { reason })).status).toBe(403);
  expect((await supervisor.post(withdrawal, {})).status).toBe(400);
  expect((await supervisor.post(withdrawal, { reason })).status).toBe(204);
  expect((await supervisor.post(`${pathOf(id)}/${newId()}/withdrawal`, { reason })).status).toBe(404);
  const after = await fileOf(agent, id);
  expect(outsideIn(after)).toMatchObject([{ withdrawn: { by: { name: "Sara" }, reason } }]);
  expect(after.contactNow?.decision.allowed).toBe(true);
});

test("whoever may not read chats sees that there was a contact and that it was withdrawn, and no word or address of it", async () => {
  const { id } = await world.addDebtor(2);
  const business = await server.signInAs("business", "Bea");
  const made = { id: newId(), ...CALL, address: "+573005550199", note: "Está enferma" };
  const reason = "Contestó su vecina";
  expect((await business.post(pathOf(id), made)).status).toBe(204);
  expect((await supervisor.post(`${pathOf(id)}/${made.id}/withdrawal`, { reason })).status).toBe(204);
  expect(outsideIn(await fileOf(business, id))).toMatchObject([
    { channel: "voice", by: null, note: null, withdrawn: { by: { name: "Sara" }, reason: null } },
  ]);
  expect(outsideIn(await fileOf(agent, id))).toMatchObject([
    { by: made.address, note: made.note, withdrawn: { reason } },
  ]);
});

test("a business's own system enters with a key, stands there under the key's name, and withdraws nothing", async () => {
  const { id } = await world.addDebtor(3);
  const { secret } = await createApiKey(world.deps, {
    businessId: world.business.id,
    name: "Marcador",
    role: "business",
    by: "command-line",
  });
  const post = (path: string, body: object) =>
    fetch(server.url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const made = { id: newId(), ...CALL, at: "2026-11-17T15:30:00-05:00", kind: "accepted" };
  expect((await post(pathOf(id), made)).status).toBe(204);
  expect((await post(`${pathOf(id)}/${made.id}/withdrawal`, { reason: "Fue un error" })).status).toBe(403);
  expect(outsideIn(await fileOf(agent, id))).toMatchObject([
    { id: made.id, at: "2026-11-17T20:30:00.000Z", enteredBy: { name: "Marcador (clave de API)" } },
  ]);
});

describe("what is refused says what to do", () => {
  test.each([
    ["a time to come", { at: "2026-11-18T23:00" }, "must not be a moment to come"],
    ["last year", { at: "2025-11-17T15:30" }, "whether the year is right"],
    ["no moment", { at: "2026-02-30T10:00" }, "must be a moment such as"],
    ["a day alone", { at: "2026-11-17" }, "must be a moment such as"],
    ["an unknown channel", { channel: "telegram" }, "body.channel"],
    ["what the debtor began, as ours", { kind: "inbound" }, "say who began it"],
    ["no id", { id: undefined }, "body.id"],
  ])("%s", async (_, changed, says) => {
    const { id } = await world.addDebtor(await nextNumber());
    const { status, body } = await agent.post<{ code: string; message: string }>(pathOf(id), {
      id: newId(),
      ...CALL,
      ...changed,
    });
    expect([status, body.code]).toEqual([400, "request.invalid"]);
    expect(body.message).toContain(says);
    expect(outsideIn(await fileOf(agent, id))).toEqual([]);
  });

  test("another contact under the same id, a number of somebody else's, another business's debtor", async () => {
    const { id } = await world.addDebtor(await nextNumber());
    const other = await world.addDebtor(await nextNumber());
    const made = { id: newId(), ...CALL };
    await agent.post(pathOf(id), made);
    const conflict = await agent.post<{ code: string }>(pathOf(id), { ...made, kind: "accepted" });
    expect([conflict.status, conflict.body.code]).toEqual([409, "request.conflict"]);
    expect((await agent.post(pathOf(id), { id: newId(), ...CALL, contactId: other.contactId })).status).toBe(404);
    expect((await agent.post(pathOf(newId()), { id: newId(), ...CALL })).status).toBe(404);
    const foreigner = await server.signInAs("admin", "Otra", await server.otherBusiness());
    expect((await foreigner.post(pathOf(id), { id: newId(), ...CALL })).status).toBe(404);
    expect((await foreigner.post(`${pathOf(id)}/${made.id}/withdrawal`, { reason: "No es mía" })).status).toBe(404);
  });
});

let used = 10;
async function nextNumber(): Promise<number> {
  used += 1;
  return used;
}
