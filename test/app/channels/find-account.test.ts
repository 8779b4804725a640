import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CloudDeps } from "../../../src/app/channels/cloud-deps.ts";
import { syncNumberFacts } from "../../../src/app/channels/sync-number-facts.ts";
import { type MetaAccount, metaAccount } from "../../../src/bench/meta-account.ts";
import { cloudNumberUseCases, cloudSettings } from "../../../src/cloud-numbers.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

// The number of the settings comes without its account: real use cases and Graph client, towards Meta's Graph on loopback.

const database = useDatabase();
let world: World;
let account: MetaAccount;
let deps: CloudDeps;
let sequence = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  sequence += 1;
  const phoneNumberId = `3100000000000${sequence}0`;
  account = metaAccount({
    wabaId: `2100000000000${sequence}0`,
    appId: `9100${sequence}`,
    accessToken: `EAAtoken-${sequence}-${newId()}`,
    appSecret: `app-secret-${sequence}`,
    phoneNumberId,
    phone: `+57 300 00001${String(sequence).padStart(2, "0")}`,
  });
  world.meta.openAccount(account);
  const { accessToken, appSecret } = account;
  const settings = cloudSettings({
    WHATSAPP_GRAPH_URL: world.meta.url,
    WHATSAPP_GRAPH_VERSION: "v26.0",
    whatsapp: undefined,
    SALDAR_MODE: "production",
  });
  deps = {
    ...world.deps,
    cloud: { ...settings, ofSettings: { phoneNumberId, accessToken, appSecret, verifyToken: "a-verify-word" } },
    channelsChanged: () => Promise.resolve(),
  };
  await world.owner`update channel set waba_id = null, routing_key = ${phoneNumberId} where id = ${world.channelId}`;
});

const wabaId = async () =>
  (await world.owner<{ wabaId: string | null }[]>`select waba_id from channel where id = ${world.channelId}`)[0]
    ?.wabaId;
const check = async () => {
  const asked = { businessId: world.business.id, channelId: world.channelId, subscribes: false };
  const checked = present(await cloudNumberUseCases(deps).checkStored(asked), "the number");
  return Object.fromEntries(checked.checks.map(({ name, state }) => [name, state]));
};

test("it is learnt as Saldar starts, from what Meta says of its token, and of several the one that has the number", async () => {
  account.targetIds = ["29999999999999", account.wabaId];
  await syncNumberFacts(deps);
  expect(await wabaId()).toBe(account.wabaId);
});

test("it is learnt at the live check, which then reads its account and templates", async () => {
  account.targetIds = [account.wabaId];
  expect(await check()).toMatchObject({ account: "passed", templates: "passed", subscription: "passed" });
  expect(await wabaId()).toBe(account.wabaId);
});

test("it waits for its first webhook where the token names none, or none that has the number", async () => {
  for (const targetIds of [[], ["29999999999999"]]) {
    account.targetIds = targetIds;
    await syncNumberFacts(deps);
    expect(await check()).toMatchObject({ account: "unknown", templates: "unknown" });
    expect(await wabaId()).toBeNull();
  }
});
