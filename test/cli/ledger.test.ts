import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness } from "../../db/businesses.ts";
import { verifyBooks } from "../../src/cli/ledger-run.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, sampleBusiness, type World } from "../support/world.ts";

const database = useDatabase();
const second = { ...sampleBusiness(), name: "Segundo de muestra" };
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
  await world.addDebtor(1);
  await world.db.inBusiness(second.id, (tx) => insertBusiness(tx, second));
});
afterAll(() => world[Symbol.asyncDispose]());

async function run(given: { business?: string; json?: boolean } = {}) {
  let [out, progress] = ["", ""];
  const code = await verifyBooks(world.deps, given, {
    out: (text) => {
      out += text;
    },
    progress: (text) => {
      progress += text;
    },
  });
  return { code, out, progress };
}

test("saldar ledger verify recounts the books of all businesses, each by its name, or those of one", async () => {
  const ours = `${world.business.name} (${world.business.id}): the books hold\n`;
  const theirs = `Segundo de muestra (${second.id}): the books hold\n`;
  const all = await run();
  expect(all).toMatchObject({ code: 0, progress: "" });
  expect(all.out.split(/(?<=\n)/).toSorted()).toEqual([ours, theirs].toSorted());
  for (const business of ["Segundo de muestra", second.id])
    expect(await run({ business })).toEqual({ code: 0, out: theirs, progress: "" });
});

test("saldar ledger verify ends with 2 for a business that there is not, and says which there are", async () => {
  expect(await run({ business: "Nadie" })).toMatchObject({
    code: 2,
    out: "",
    progress: expect.stringMatching(/^error: no business is called Nadie:\n(.*\n)*.*--business "Segundo de muestra"/),
  });
});

test("saldar ledger verify ends with 3 when something does not hold, and says whose and what", async () => {
  await world.owner`alter table ledger_posting disable trigger user`;
  await world.owner`update ledger_posting set amount_minor = amount_minor + 1 where business_id = ${world.business.id} and position = 1`;
  const { code, out } = await run();
  expect(code).toBe(3);
  expect(out).toContain(`${world.business.name} (${world.business.id}): `);
  expect(out).toContain("finding(s)\n  - ");
  expect(JSON.parse((await run({ json: true })).out)).toMatchObject({ businesses: 2 });
  expect((await run({ business: second.id })).code).toBe(0);
});
