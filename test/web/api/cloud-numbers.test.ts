import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lockLimits } from "../../../db/messaging-limit.ts";
import { joinNumber } from "../../../src/app/businesses/found.ts";
import type { CloudDeps } from "../../../src/app/channels/cloud-deps.ts";
import { governNumbers } from "../../../src/app/channels/govern-numbers.ts";
import { syncNumberFacts } from "../../../src/app/channels/sync-number-facts.ts";
import { type MetaAccount, metaAccount } from "../../../src/bench/meta-account.ts";
import { cloudNumberUseCases, cloudSettings } from "../../../src/cloud-numbers.ts";
import { newId } from "../../../src/ids.ts";
import type {
  CloudCheckName,
  CloudNumberAdded,
  CloudNumberChecked,
  CloudNumbers,
  NumberEventView,
  NumberPage,
  Page,
  UnknownPartView,
} from "../../../src/web/contract.ts";
import type { UseCases } from "../../../src/web/use-cases.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

/** The real routes, use cases and Graph client, towards Meta's Graph on loopback. */
const database = useDatabase();
const logged: string[] = [];
let world: World;
let server: ConsoleServer;
let admin: Browser;
let account: MetaAccount;
let deps: CloudDeps;
let sequence = 0;
let changes = 0;

beforeAll(async () => {
  const keep = (fields: object, message: string) => void logged.push(JSON.stringify(fields) + message);
  world = await makeWorld(database, { log: { debug: keep, info: keep, warn: keep, error: keep } });
  const cloudNumbers: UseCases["cloudNumbers"] = {
    check: (asked) => cases().check(asked),
    checkStored: (asked) => cases().checkStored(asked),
    add: (asked) => cases().add(asked),
    changeCredentials: (asked) => cases().changeCredentials(asked),
    retire: (asked) => cases().retire(asked),
  };
  server = await startConsole(database, world, { useCases: { cloudNumbers } });
  deps = {
    ...world.deps,
    publicUrl: server.url,
    cloud: cloudSettings({
      WHATSAPP_GRAPH_URL: world.meta.url,
      WHATSAPP_GRAPH_VERSION: "v26.0",
      whatsapp: undefined,
      SALDAR_MODE: "production",
    }),
    channelsChanged: async () => {
      changes += 1;
    },
  };
  admin = await server.signInAs("admin");
});
const cases = () => cloudNumberUseCases(deps);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  sequence += 1;
  account = metaAccount({
    wabaId: `2000000000000${sequence}0`,
    appId: `9000${sequence}`,
    accessToken: `EAAtoken-${sequence}-${newId()}`,
    appSecret: `app-secret-${sequence}-${newId()}`,
    phoneNumberId: `3000000000000${sequence}0`,
    phone: `+57 300 00000${String(sequence).padStart(2, "0")}`,
  });
  world.meta.openAccount(account);
});
afterEach(() => {
  // No secret is ever logged, whatever was asked and however it failed.
  for (const secret of [account.accessToken, account.appSecret]) expect(logged.join("\n")).not.toContain(secret);
});

const phoneNumberId = () => [...account.numbers.keys()][0] ?? "";
const fields = () => account.numbers.get(phoneNumberId()) ?? {};
const entered = () => ({
  phoneNumberId: phoneNumberId(),
  wabaId: account.wabaId,
  expectedPhone: String(fields()["display_phone_number"]),
  accessToken: account.accessToken,
  appSecret: account.appSecret,
  verifyToken: "a verify word".replaceAll(" ", "-"),
});
const check = async (changed: object = {}) =>
  (await admin.post<CloudNumberChecked>("/api/cloud-numbers/check", { ...entered(), subscribe: false, ...changed }))
    .body;
const add = (changed: object = {}, by = admin) =>
  by.post<CloudNumberAdded>("/api/cloud-numbers", { ...entered(), name: "Cobros", subscribe: false, ...changed });
/** Its account's own, but for what is changed. */
const putSecrets = (id: string, changed: object = {}) => {
  const { accessToken, appSecret } = account;
  const secrets = { accessToken, appSecret, verifyToken: "another-word", ...changed };
  return admin.send("PUT", `/api/cloud-numbers/${id}/credentials`, secrets);
};
const states = ({ checks }: CloudNumberChecked) => Object.fromEntries(checks.map(({ name, state }) => [name, state]));
const GOOD = {
  token: "passed",
  permissions: "passed",
  "app-secret": "passed",
  number: "passed",
  "expected-phone": "passed",
  account: "passed",
  templates: "passed",
  subscription: "passed",
  // It answers; but a loopback address is no address of the world.
  webhook: "unknown",
};

describe("a check", () => {
  test("of a number in good order passes, and tells what Meta says of it", async () => {
    const checked = await check();
    expect(states(checked)).toEqual(GOOD);
    expect(Object.keys(states(checked))).toEqual(Object.keys(GOOD));
    expect(checked).toMatchObject({
      mayBeAdded: true,
      facts: {
        quality: "GREEN",
        tier: "TIER_2K",
        tierLimit: 2000,
        messagesPerSecond: 80,
        status: "CONNECTED",
        templates: 1,
      },
    });
    expect(await world.owner`select from channel where routing_key = ${phoneNumberId()}`).toEqual([]);
  });

  const WRONG: readonly (readonly [CloudCheckName, string, () => object])[] = [
    ["token", "a token that Meta knows no more", () => Object.assign(account, { isValid: false }) && {}],
    ["token", "a token that ends tomorrow", () => Object.assign(account, { expiresAt: 1_580_515_200 }) && {}],
    [
      "permissions",
      "a token that may not send",
      () => Object.assign(account, { scopes: account.scopes.slice(0, 1) }) && {},
    ],
    ["app-secret", "the secret of another app", () => ({ appSecret: "another-secret" })],
    ["number", "a number that is not connected", () => Object.assign(fields(), { status: "PENDING" }) && {}],
    ["number", "a number that is not there", () => ({ phoneNumberId: "399999999999999" })],
    ["expected-phone", "another number than is meant", () => ({ expectedPhone: "+57 311 1111111" })],
    ["account", "another's account", () => ({ wabaId: "299999999999999" })],
    [
      "templates",
      "templates that it may not read",
      () => account.refusals.set("message_templates", { code: 200, status: 403, message: "Permission denied" }) && {},
    ],
    [
      "subscription",
      "an app that is told nothing",
      () => ({ ...(account.subscribedApps.delete(account.appId) && {}) }),
    ],
  ];
  test.each(WRONG)("fails on %s: %s, and nothing is added then", async (name, _, break_) => {
    const changed = break_();
    const checked = await check(changed);
    expect(states(checked)[name]).toBe("failed");
    expect(checked.mayBeAdded).toBe(false);
    for (const { words } of checked.checks) {
      expect(words.length).toBeGreaterThan(15);
      expect(words).not.toContain("{");
      for (const secret of [account.accessToken, account.appSecret]) expect(words).not.toContain(secret);
    }
    const added = await add(changed);
    expect([added.status, added.text.includes('"code":"number.not-checked"')]).toEqual([409, true]);
    expect(
      await world.owner`select from channel where kind = 'cloud' and credentials is not null and retired_at is null
      and routing_key = ${phoneNumberId()}`,
    ).toEqual([]);
  });

  test("does not take a silent Meta for a no", async () => {
    account.refusals.set("message_templates", { code: 2, status: 503, message: "Service temporarily unavailable" });
    const checked = await check();
    expect(states(checked)).toMatchObject({ templates: "unknown" });
    expect(checked.mayBeAdded).toBe(false);
  });

  test("reads an older Graph that lacks newer fields", async () => {
    account.missingFields.add("whatsapp_business_manager_messaging_limit");
    expect(await check()).toMatchObject({ mayBeAdded: true, facts: { tier: "TIER_2K", status: "CONNECTED" } });
  });

  test("subscribes the app when it is asked to, and only then", async () => {
    account.subscribedApps.clear();
    expect(states(await check())["subscription"]).toBe("failed");
    expect(account.subscribedApps.size).toBe(0);
    expect(states(await check({ subscribe: true }))["subscription"]).toBe("passed");
    expect([...account.subscribedApps]).toEqual([account.appId]);
  });

  test("is an administrator's, and takes ids and words only", async () => {
    const agent = await server.signInAs("supervisor");
    expect((await agent.post("/api/cloud-numbers/check", { ...entered(), subscribe: false })).status).toBe(403);
    for (const wrong of [
      { phoneNumberId: "../me" },
      { wabaId: "1?x" },
      { accessToken: "a b" },
      { verifyToken: "short" },
    ])
      expect((await admin.post("/api/cloud-numbers/check", { ...entered(), subscribe: false, ...wrong })).status).toBe(
        400,
      );
  });
});

describe("a number", () => {
  test("is added with its secrets sealed, what Meta says of it, and no secret in what is shown or recorded", async () => {
    const before = changes;
    const { status, body, text } = await add();
    expect(status).toBe(201);
    const [row] = await world.owner<{ credentials: Buffer; auditText: string }[]>`
      select c.credentials, (select string_agg(a::text, ' ') from audit_event a where a.subject_id = c.id) as audit_text
      from channel c where id = ${body.id}`;
    const listed = (await admin.get<CloudNumbers>("/api/cloud-numbers")).body;
    expect(listed.webhookBase).toBe(`${server.url}/webhooks/whatsapp/`);
    const shown = listed.numbers.find(({ id }) => id === body.id);
    expect(shown).toMatchObject({
      phoneNumberId: phoneNumberId(),
      phone: entered().expectedPhone.replaceAll(/\D/g, ""),
      credentials: "here",
      webhookUrl: `${server.url}/webhooks/whatsapp/${phoneNumberId()}`,
      quality: "GREEN",
      tierLimit: 2000,
      effectiveLimit: 2000,
      retiredAt: null,
    });
    for (const secret of [account.accessToken, account.appSecret, entered().verifyToken])
      for (const place of [
        text,
        JSON.stringify(shown),
        row?.auditText ?? "",
        row?.credentials.toString("latin1") ?? "",
      ])
        expect(place).not.toContain(secret);
    expect(row?.auditText).toContain("channel.joined");
    expect(changes).toBe(before + 1);
  });

  test("is added once, by one business", async () => {
    expect((await add()).status).toBe(201);
    expect((await add()).text).toContain("number.taken");
    const other = await server.otherBusiness();
    const theirs = await server.signInAs("admin", "Otra persona", other);
    const taken = await add({}, theirs);
    expect([taken.status, taken.text.includes("number.taken")]).toEqual([409, true]);
    expect(await world.owner`select from channel where routing_key = ${phoneNumberId()}`).toHaveLength(1);
  });

  test("takes other secrets when they work, goes on then, and keeps its own when they do not", async () => {
    const { id } = (await add()).body;
    const sealed = async () =>
      (await world.owner<{ credentials: Buffer }[]>`select credentials from channel where id = ${id}`)[0];
    const first = await sealed();
    await world.owner`update channel set blocks = '{"credentials":"190"}' where id = ${id}`;
    const refused = await putSecrets(id, { accessToken: "not-a-token" });
    expect([refused.status, await sealed()]).toEqual([409, first]);
    expect((await putSecrets(id)).status).toBe(200);
    expect(await sealed()).not.toEqual(first);
    expect(await world.owner`select blocked_because from channel where id = ${id}`).toEqual([{ blockedBecause: null }]);
    const again = await admin.post<CloudNumberChecked>(`/api/cloud-numbers/${id}/check`, { subscribe: false });
    expect(states(again.body)).toEqual(GOOD);
  });

  test("works at once by its page once its secrets do, its alarm over; what else stops it stays", async () => {
    const { id } = (await add()).body;
    const page = async () => (await admin.get<NumberPage>(`/api/channels/${id}`)).body;
    // Refused by one code after the other, of which the last stands.
    for (const code of ["10", "200", "190", "131042"])
      await world.owner`insert into alarm (business_id, id, kind, subject_id, detail)
        values (${world.business.id}, ${newId()}, 'channel.blocked', ${id}, ${`${code}: refused`})`;
    await world.owner`update channel set blocks = '{"credentials":"190","refused":"131042"}' where id = ${id}`;
    await governNumbers(world.deps, world.business.id);
    expect(await page()).toMatchObject({ state: { state: "blocked", because: "190" }, health: { verdict: "stopped" } });
    expect((await putSecrets(id)).status).toBe(200);
    expect(await page()).toMatchObject({
      state: { state: "blocked", because: "131042" },
      alarms: [{ detail: "131042: refused" }],
    });

    await world.owner`update channel set blocks = '{"credentials":"190"}' where id = ${id}`;
    expect((await putSecrets(id)).status).toBe(200);
    const mended = await page();
    expect(mended.state).toEqual({ state: "works" });
    expect(mended.health?.verdict).not.toBe("stopped");
  });

  test.each(["changed", "added again"])("%s, no alarm of its token stays, after a start either", async (how) => {
    const { id } = (await add()).body;
    await world.owner`update channel set blocks = '{"credentials":"190"}' where id = ${id}`;
    await world.owner`insert into alarm (business_id, id, kind, subject_id, detail)
      values (${world.business.id}, ${newId()}, 'channel.blocked', ${id}, '190: refused')`;
    await joinNumber(world.deps, { businessId: world.business.id, phoneNumberId: undefined });
    const open = () => world.owner`select detail from alarm where subject_id = ${id} and cleared_at is null`;
    expect(await open()).toEqual([{ detail: "190: refused" }]);
    if (how === "added again") await admin.post(`/api/channels/${id}/retirement`, { reason: "Its token expired" });
    expect((await (how === "changed" ? putSecrets(id) : add())).status).toBeLessThan(300);
    expect(await open()).toEqual([]);
  });

  test("comes back from its retirement as restricted as it went", async () => {
    const { id } = (await add()).body;
    await world.owner`update channel set blocks = '{"restriction":"131031","refused":"133010"}' where id = ${id}`;
    await admin.post(`/api/channels/${id}/retirement`, { reason: "It was restricted" });
    expect((await add()).body.id).toBe(id);
    expect(await world.owner`select blocks from channel where id = ${id}`).toEqual([
      { blocks: { restriction: "131031" } },
    ]);
  });

  test("is retired for good: its secrets and its route go, its past stays; added again it comes back with it", async () => {
    const { id } = (await add()).body;
    const retire = () => admin.post(`/api/channels/${id}/retirement`, { reason: "Another number does it now" });
    expect([await retire(), await retire()]).toMatchObject(Array(2).fill({ status: 200, body: { companion: "none" } }));
    const [row] =
      await world.owner`select credentials, retired_at is not null as retired from channel where id = ${id}`;
    expect(row).toEqual({ credentials: null, retired: true });
    expect(await world.owner`select from channel_route where channel_id = ${id}`).toEqual([]);
    expect((await putSecrets(id)).status).toBe(409);
    expect((await admin.post(`/api/cloud-numbers/${id}/check`, { subscribe: false })).status).toBe(404);
    const back = await add();
    expect([back.status, back.body.id]).toEqual([201, id]);
    expect(await world.owner`select from channel_route where channel_id = ${id}`).toHaveLength(1);
  });

  test("of another business is nobody's", async () => {
    const { id } = (await add()).body;
    const theirs = await server.signInAs("admin", "Otra persona", await server.otherBusiness());
    const asked = [
      theirs.post(`/api/cloud-numbers/${id}/check`, { subscribe: false }),
      theirs.send("PUT", `/api/cloud-numbers/${id}/credentials`, {
        accessToken: "a",
        appSecret: "b",
        verifyToken: "12345678",
      }),
      theirs.post(`/api/channels/${id}/retirement`, { reason: "Not theirs" }),
      theirs.get(`/api/channels/${id}/events`),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await theirs.get<CloudNumbers>("/api/cloud-numbers")).body.numbers).toEqual([]);
  });
});

describe("what Meta says", () => {
  test("is read each hour: quality, limit and pace, with an event for what changed and an alarm for red", async () => {
    const { id } = (await add()).body;
    Object.assign(fields(), { quality_rating: "RED", messaging_limit_tier: "TIER_250", throughput: { level: "HIGH" } });
    for (let times = 0; times < 2; times += 1) await syncNumberFacts(deps);
    expect(await world.owner`select quality, tier_limit, messages_per_second from channel where id = ${id}`).toEqual([
      { quality: "RED", tierLimit: 250, messagesPerSecond: 1000 },
    ]);
    const { body } = await admin.get<Page<NumberEventView>>(`/api/channels/${id}/events?limit=1`);
    const rest = await admin.get<Page<NumberEventView>>(`/api/channels/${id}/events?after=${body.next}`);
    const events = [...body.items, ...rest.body.items];
    expect(events.map(({ kind }) => kind).sort()).toEqual(["limit", "quality"]);
    expect(await world.owner`select kind from alarm where subject_id = ${id}`).toEqual([{ kind: "number.flagged" }]);
  });

  test.each([
    [250, 2000, 10, 10],
    [250, null, null, 250],
    [null, 2000, null, 2000],
    [null, null, 7, 7],
    [null, null, null, undefined],
  ])(
    "an administrator's %s, Meta's %s and the governor's %s people: the least holds, and null is none",
    async (own, tier, health, holds) => {
      const { id } = (await add()).body;
      await world.owner`
      update channel set messaging_limit = ${own}, tier_limit = ${tier}, people_a_day = ${health} where id = ${id}`;
      const limits = await world.db.inBusiness(world.business.id, (tx) => lockLimits(tx, world.business.id, [id]));
      expect(limits.get(id)?.people).toBe(holds);
      const shown = (await admin.get<CloudNumbers>("/api/cloud-numbers")).body.numbers.find((one) => one.id === id);
      expect(shown?.effectiveLimit).toBe(holds ?? null);
    },
  );

  test("and nobody could read is listed until somebody has looked", async () => {
    const id = newId();
    await world.owner`
      insert into unknown_part (business_id, id, what, body, received_at)
      values (${world.business.id}, ${id}, 'a_new_field', '{}', '2026-11-18T15:00:00Z')`;
    const list = async (seen: string) =>
      (await admin.get<Page<UnknownPartView>>(`/api/unknown-parts?seen=${seen}`)).body.items.map((part) => part.id);
    expect([await list("no"), await list("yes")]).toEqual([[id], []]);
    const mark = () => admin.post(`/api/unknown-parts/${id}/seen`);
    expect([(await mark()).status, (await mark()).status]).toEqual([204, 204]);
    expect([await list("no"), await list("yes")]).toEqual([[], [id]]);
    expect((await (await server.signInAs("agent")).get("/api/unknown-parts")).status).toBe(403);
  });
});
