import { afterAll, beforeAll, expect, test } from "vitest";
import { exportCorrectionsFor } from "../../src/cli/export-run.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
  const { phone } = await world.addDebtor(1);
  await world.says(phone, "mire don Eulogio Demuestra, cuando me paguen");
  await world.settle();
  await world.owner`insert into reading_correction (business_id, id, message_id, was, intent, by, at)
    select business_id, message_id, message_id, intent, 'request_time', 'ana', ${WEDNESDAY} from message_reading`;
});
afterAll(() => world[Symbol.asyncDispose]());

async function run(given: {
  since?: string;
  business?: string;
}): Promise<{ code: number; out: string; progress: string }> {
  let [out, progress] = ["", ""];
  const code = await exportCorrectionsFor(world.deps, given, {
    out: (text) => {
      out += text;
    },
    progress: (text) => {
      progress += text;
    },
  });
  return { code, out, progress };
}

const HEADER = "intent\talso\tcountry\tregister\tstate\ttext\n";
const LINE = "request_time\t-\tCO\tplain\tdigits\tmire don [nombre], cuando me paguen\n";

test("saldar export corrections prints masked lines under a header, from a day of the business on", async () => {
  expect(await run({})).toEqual({ code: 0, out: HEADER + LINE, progress: "" });
  expect(await run({ since: "2026-11-18" })).toEqual({ code: 0, out: HEADER + LINE, progress: "" });
  expect(await run({ since: "2026-11-19" })).toEqual({ code: 0, out: HEADER, progress: "" });
});

test("a day that is none, and a business that is not there, are said and nothing is printed", async () => {
  expect(await run({ since: "18/11/2026" })).toMatchObject({
    code: 2,
    out: "",
    progress: expect.stringContaining("no day"),
  });
  expect(await run({ business: "Nadie" })).toMatchObject({
    code: 2,
    out: "",
    progress: expect.stringContaining("Nadie"),
  });
});
