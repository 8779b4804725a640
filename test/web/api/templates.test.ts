import { afterAll, beforeAll, expect, test } from "vitest";
import { saveTemplates, templatesOf } from "../../../db/templates.ts";
import { OUR_TEMPLATES } from "../../../src/app/templates/our-templates.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import type { Costs, Failure, Templates, TemplatesSubmitted, TemplatesSynced } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
const WABA = "102290129340398";
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

const templates = async () => (await agent.get<Templates>("/api/templates")).body;
const act = <T>(who: Browser, path: string, body: object = {}) => who.send<T>("POST", `/api/templates/${path}`, body);

test("without a known account there is nothing to show, and nothing is asked of anybody", async () => {
  expect(await templates()).toMatchObject({
    accounts: [],
    waiting: 0,
    rateCard: { holdsFrom: "2026-10-01", currency: "USD" },
  });
  expect((await act<TemplatesSynced>(admin, "sync")).body).toEqual({ accounts: [] });
});

test("each of ours is shown with what would be done, registered, read back, and priced by its category", async () => {
  await world.owner`update channel set waba_id = ${WABA} where id = ${world.channelId}`;
  const before = await templates();
  expect(before.accounts).toMatchObject([{ wabaId: WABA, number: "Test", others: [] }]);
  const [opening] = present(before.accounts[0], "the account").ours;
  expect(opening).toMatchObject({
    name: "saldar_opening",
    language: "es",
    body: OUR_TEMPLATES[0]?.body,
    atMeta: null,
    differences: ["missing"],
    problems: [],
    action: "create",
    price: { amount: "0.0008", currency: "USD", market: "Colombia" },
  });

  const { body } = await act<TemplatesSubmitted>(admin, "submit", {
    wabaId: WABA,
    templates: [{ name: "saldar_opening", language: "es" }],
  });
  expect(body.submitted).toEqual([
    { name: "saldar_opening", language: "es", action: "create", done: true, status: "PENDING" },
  ]);
  Object.assign(present(world.meta.templates.of(WABA)[0], "it"), {
    status: "APPROVED",
    category: "MARKETING",
    quality_score: { score: "RED" },
  });
  expect((await act<TemplatesSynced>(admin, "sync")).body).toEqual({
    accounts: [{ wabaId: WABA, seen: 1, changed: 1 }],
  });
  const after = present((await templates()).accounts[0]?.ours[0], "the opening");
  expect(after).toMatchObject({
    atMeta: { status: "APPROVED", category: "MARKETING", quality: "RED", pausedBecause: "quality" },
    differences: ["category"],
    action: "nothing",
    price: { amount: "0.0125" },
  });
});

test("only an admin submits, reads anew and resumes; what is not there or not paused is said so", async () => {
  const id = present((await templates()).accounts[0]?.ours[0]?.atMeta, "the opening").id;
  for (const path of ["sync", `${id}/resume`]) expect((await act(agent, path)).status).toBe(403);
  expect((await act(agent, "submit", { wabaId: WABA, templates: [{ name: "a", language: "es" }] })).status).toBe(403);
  expect((await act(admin, `${id}/resume`)).status).toBe(204);
  expect((await act<Failure>(admin, `${id}/resume`)).status).toBe(409);
  expect((await act(admin, `${newId()}/resume`)).status).toBe(404);
  expect((await act(admin, "submit", { wabaId: "1", templates: [{ name: "a", language: "es" }] })).status).toBe(404);
  expect((await act(admin, "submit", { wabaId: WABA, templates: [] })).status).toBe(400);
});

test("what Meta refuses is an answer, and a stranger's templates are not ours to see or to change", async () => {
  world.meta.templates.refuseNext({ on: "GET", status: 403, code: 200, message: "no permission" });
  expect((await act<TemplatesSynced>(admin, "sync")).body).toEqual({
    accounts: [{ wabaId: WABA, because: "not-allowed", detail: "200: no permission" }],
  });
  const stranger = await makeWorld(database);
  const row = present(
    (await world.db.inBusiness(world.business.id, (tx) => templatesOf(tx, world.business.id)))[0],
    "a row",
  );
  const theirs = { ...row, id: newId(), pausedBecause: "quality", name: "of_a_stranger" };
  await stranger.db.inBusiness(stranger.business.id, (tx) => saveTemplates(tx, stranger.business.id, [theirs]));
  expect(JSON.stringify(await templates())).not.toContain("of_a_stranger");
  expect((await act(admin, `${theirs.id}/resume`)).status).toBe(404);
  await stranger[Symbol.asyncDispose]();
});

test("costs are asked for by days, and an unknown price is null", async () => {
  const at = world.deps.clock.now();
  const debtor = await world.addDebtor(1);
  await world.says(debtor.phone, "Hola");
  await world.settle();
  const [row] = await world.owner<{ id: string }[]>`select id from message where direction = 'out' limit 1`;
  await world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    receivedAt: at,
    statuses: [
      {
        type: "status",
        providerId: "wamid.COST",
        outboxId: present(row, "an answer").id,
        status: "delivered",
        at,
        recipient: { phone: "584120000001" },
        pricing: { billable: true, category: "service", type: "regular" },
        code: undefined,
        detail: undefined,
      },
    ],
  });
  const { body } = await agent.get<Costs>("/api/costs?days=2");
  expect(body.days).toEqual([
    {
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      channelId: world.channelId,
      category: "service",
      market: "Rest of Latin America",
      amount: null,
      priced: 0,
      unpriced: 1,
      free: 0,
      undelivered: 0,
    },
  ]);
  expect((await agent.get("/api/costs?days=0")).status).toBe(400);
});
