import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseFor } from "../../src/cli/erase-debtor-run.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

async function run(debtor: string, json = false): Promise<{ code: number; out: string; progress: string }> {
  let [out, progress] = ["", ""];
  const code = await eraseFor(
    world.deps,
    { debtor, json },
    {
      out: (text) => {
        out += text;
      },
      progress: (text) => {
        progress += text;
      },
    },
  );
  return { code, out, progress };
}

test("saldar erase-debtor takes an id or a reference, says what went, and may be done again", async () => {
  const { id } = await world.addDebtor(1);
  expect(await run("C-1")).toEqual({
    code: 0,
    out: `Debtor ${id} is erased: 1 contact(s), 0 message(s), 0 note(s), 0 picture(s). Backups still have them.\n`,
    progress: "",
  });
  expect(JSON.parse((await run(id, true)).out)).toEqual({
    debtorId: id,
    contacts: 0,
    messages: 0,
    notes: 0,
    pictures: 0,
  });
  expect(await run("C-2")).toEqual({ code: 2, out: "", progress: "error: no debtor has this id or reference\n" });
});
