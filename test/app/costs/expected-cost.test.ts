import { afterAll, beforeAll, expect, test } from "vitest";
import { expectedCost } from "../../../src/app/costs/expected-cost.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { csvOf, dryRunOf, upload } from "../debtor-lists/lists.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock: handClock(WEDNESDAY) });
});
afterAll(() => world[Symbol.asyncDispose]());

const cost = (people: readonly (readonly [string | undefined, number])[]) =>
  world.db.inBusiness(world.business.id, (tx) =>
    expectedCost(tx, { business: world.business, now: WEDNESDAY }, new Map(people)),
  );

test("the dry run says what the first messages cost, and of how many nobody knows it", async () => {
  const lines = [
    { client: "A-1", name: "Persona 1", invoice: "FV-1", phone: "300 555 0001" },
    { client: "A-2", name: "Persona 2", invoice: "FV-2", phone: "300 555 0002" },
    { client: "A-3", name: "Persona 3", invoice: "FV-3", phone: "+52 55 1234 5678" },
    { client: "A-4", name: "Persona 4", invoice: "FV-4", phone: "" },
  ];
  const { cost: said } = dryRunOf(world, await upload(world, csvOf(lines)));
  expect(said).toEqual({
    category: "utility",
    markets: [
      { market: "Mexico", messages: 1, each: "0.0085", amount: "0.0085", rateCard: "2026-10-01" },
      { market: "Colombia", messages: 2, each: "0.0008", amount: "0.0016", rateCard: "2026-10-01" },
    ],
    amount: { amount: "0.0101", currency: "USD" },
    priced: 3,
    unpriced: 0,
    rateCard: "2026-10-01",
  });
});

test("a template that Meta calls marketing costs what marketing costs; nobody costs nothing; a number that is not Meta's is not billed", async () => {
  expect(await cost([["CO", 1_000]])).toMatchObject({
    amount: { amount: "0.80", currency: "USD" },
    priced: 1_000,
    unpriced: 0,
  });
  expect(
    await cost([
      [undefined, 3],
      ["KR", 2],
    ]),
  ).toMatchObject({
    amount: null,
    priced: 0,
    unpriced: 5,
    rateCard: "2026-10-01",
    markets: [
      { market: "KR", messages: 2, each: null, amount: null, rateCard: null },
      { market: "unknown", messages: 3, each: null },
    ],
  });
  expect(
    await cost([
      ["EC", 10],
      ["PE", 1],
      ["BO", 5],
    ]),
  ).toMatchObject({
    amount: { amount: "0.1895", currency: "USD" },
    markets: [
      { market: "Rest of Latin America", messages: 15, each: "0.0113", amount: "0.1695", rateCard: "2026-01-01" },
      { market: "Peru", messages: 1, each: "0.02", rateCard: "2026-01-01" },
    ],
  });
  expect(await cost([])).toBeNull();
  await world.owner`update channel set waba_id = '1' where id = ${world.channelId}`;
  await world.owner`
    insert into template (business_id, id, waba_id, name, language, category, status, components, variables, synced_at)
    values (${world.business.id}, gen_random_uuid(), '1', 'saldar_opening', 'es', 'MARKETING', 'APPROVED', '[]', 2, now())`;
  expect(await cost([["CO", 1_000]])).toMatchObject({
    category: "marketing",
    amount: { amount: "12.50" },
    markets: [{ market: "Colombia", each: "0.0125" }],
  });
  await world.owner`update channel set kind = 'baileys' where id = ${world.channelId}`;
  expect(await cost([["CO", 1_000]])).toBeNull();
});
