import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rateCard } from "../../src/cli/rate-card.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
let folder: string;
beforeAll(async () => {
  world = await makeWorld(database);
  folder = await mkdtemp(join(tmpdir(), "saldar-rate-card-"));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function run(file?: string): Promise<{ code: number; out: string; said: string }> {
  const out: string[] = [];
  const said: string[] = [];
  const code = await rateCard(
    world.deps,
    { file, business: undefined },
    { out: (text) => void out.push(text), progress: (text) => void said.push(text) },
  );
  return { code, out: out.join(""), said: said.join("") };
}

test("it shows the prices with their source, and the unknown as unknown", async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toContain("from 2026-10-01, in USD a message");
  expect(out).toMatch(/Colombia: .*utility 0\.0008/);
  expect(out).toContain("Peru: unknown");
  expect(out).toContain("Mexico: utility 0.0085, service 0.0085, marketing unknown");
  expect(out).toContain("source: Meta");
});

test("it loads a newer card, and says what is wrong with a bad one", async () => {
  const file = join(folder, "card.json");
  await writeFile(file, "{");
  expect(await run(file)).toMatchObject({ code: 2, out: "", said: expect.stringContaining("cannot be read as JSON") });
  const card = {
    holdsFrom: "2027-01-01",
    currency: "EUR",
    source: "a list of January",
    markets: [{ name: "Spain", countries: ["ES"], prices: {} }],
  };
  await writeFile(file, JSON.stringify({ ...card, markets: [] }));
  expect(await run(file)).toMatchObject({ code: 2, said: expect.stringContaining("is no rate card") });
  await writeFile(file, JSON.stringify(card));
  expect(await run(file)).toMatchObject({
    code: 0,
    out: expect.stringContaining("from 2027-01-01, in EUR a message\n  Spain: unknown"),
  });
});
