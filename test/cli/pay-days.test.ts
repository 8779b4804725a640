import { afterAll, beforeAll, expect, test } from "vitest";
import { payDays } from "../../src/cli/pay-days.ts";
import { useDatabase } from "../support/database.ts";
import { handClock } from "../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../support/world.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

async function run(days?: string) {
  const said = { out: "", progress: "" };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    progress: (text: string) => {
      said.progress += text;
    },
  };
  const code = await payDays(world.deps, { days, business: undefined }, terminal);
  return { code, ...said };
}

async function promisedOn(number: number): Promise<string> {
  const debtor = await world.addDebtor(number);
  for (const text of ["hola", debtor.document.slice(-4), "se lo pago en la quincena"]) {
    await world.says(debtor.phone, text);
    await world.settle();
  }
  return world.heard(debtor.phone).at(-1) ?? "";
}

test("are the fifteenth and the last of a month, until the business says otherwise", async () => {
  expect(await run()).toEqual({ code: 0, out: "15,31\n", progress: "" });
  expect(await promisedOn(1)).toContain("30 de noviembre");
});

test("are what a debtor means from then on, and stand in the audit", async () => {
  expect(await run("25, 10,10")).toEqual({ code: 0, out: "10,25\n", progress: "" });
  expect(await run()).toMatchObject({ out: "10,25\n" });
  expect(await promisedOn(2)).toContain("25 de noviembre");
  const [audited] =
    await world.owner`select actor, before, after from audit_event where action = 'business.pay-days-set'`;
  expect(audited).toMatchObject({ before: { payDays: [15, 31] }, after: { payDays: [10, 25] } });
});

test.each(["", "0", "32", "15;30", "quince", "1.5", "1,2,3,4,5,6,7,8,9,10,11"])(
  "«%s» is refused, with what to write, and changes nothing",
  async (days) => {
    const before = await run();
    const { code, progress } = await run(days);
    expect(code).toBe(2);
    expect(progress).toContain("such as 15 and 31");
    expect(await run()).toEqual(before);
  },
);
