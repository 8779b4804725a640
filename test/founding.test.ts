import { expect, test } from "vitest";
import { pageOfLists } from "../db/debtor-lists/lists.ts";
import { businessIds } from "../db/lookups.ts";
import { foundDemo } from "../src/app/businesses/found.ts";
import { uploadList } from "../src/app/debtor-lists/upload-list.ts";
import { type Config, readConfig } from "../src/config.ts";
import { foundOnce } from "../src/founding.ts";
import { type Installation, openInstallation } from "../src/installation.ts";
import { paths } from "../src/paths.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";
import { silentLog } from "./support/world.ts";

const SECRET = "a secret that only these tests know and nobody else";
const PRODUCTION = { SALDAR_MODE: "production", PUBLIC_URL: "http://127.0.0.1" };

function settings({ ownerUrl, appUrl }: TestDatabase, more: Record<string, string> = {}): Config {
  return readConfig({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, SALDAR_SECRET: SECRET, ...more });
}

async function open(config: Config): Promise<Installation & AsyncDisposable> {
  const installation = await openInstallation(config, silentLog, { publicUrl: "http://127.0.0.1" });
  return { ...installation, [Symbol.asyncDispose]: installation.close };
}

/** Each list of each business there is. */
async function listsOf({ deps: { db } }: Installation): Promise<{ fileName: string; state: string }[]> {
  const all = await Promise.all(
    (await businessIds(db.lookups)).map((id) =>
      db.inBusiness(id, (tx) => pageOfLists(tx, id, { before: undefined, limit: 10 })),
    ),
  );
  return all.flat().map(({ fileName, state }) => ({ fileName, state }));
}

const SAMPLE = { fileName: expect.stringContaining("."), state: "committing" };

test("of several that start on one database at once, one makes the sample business, and all have it", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using first = await open(config);
  await using second = await open(config);
  await using third = await open(config);
  const ids = await Promise.all([first, second, third].map((installation) => foundOnce(installation, config)));
  expect(new Set(ids)).toEqual(new Set(await businessIds(first.deps.db.lookups)));
  expect(new Set(ids).size).toBe(1);
  expect(await listsOf(first)).toEqual([SAMPLE]);
  for (const { deps } of [first, second, third]) expect(deps.channels.size).toBe(1);
});

test("a demo whose start was killed before its list was brought in is filled by the next start", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const id = await foundDemo(installation.deps);
  expect(await listsOf(installation)).toEqual([]);
  expect(await foundOnce(installation, config)).toBe(id);
  expect(await listsOf(installation)).toEqual([SAMPLE]);
});

test("a demo whose start was killed between bringing its list and committing it commits that one", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const businessId = await foundDemo(installation.deps);
  await uploadList(installation.deps, {
    businessId,
    userId: "setup",
    fileName: "muestra.csv",
    path: paths.sampleList,
    answers: { settings: { country: "CO", currency: "COP" } },
  });
  await foundOnce(installation, config);
  expect(await listsOf(installation)).toEqual([{ fileName: "muestra.csv", state: "committing" }]);
});

test("a later start brings no second list, also when the newcomer has brought one of their own since", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const businessId = await foundOnce(installation, config);
  await uploadList(installation.deps, {
    businessId,
    userId: "newcomer",
    fileName: "mine.csv",
    path: "mine.csv",
    bytes: Buffer.from("nombre,telefono,saldo\nPersona de muestra 07,3005550107,100000\n"),
  });
  await foundOnce(installation, config);
  expect(await listsOf(installation)).toEqual([{ fileName: "mine.csv", state: "staged" }, SAMPLE]);
});

test("a demo's data are refused to the real thing, and real data to a demo, in words that say what to set", async () => {
  await using demo = await createDatabase();
  await using demoInstallation = await open(settings(demo));
  await foundOnce(demoInstallation, settings(demo));
  await expect(foundOnce(demoInstallation, settings(demo, PRODUCTION))).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringMatching(/holds the demo's\. For the real thing set DATABASE_URL to an empty database/),
  });

  await using real = await createDatabase();
  await using installation = await open(settings(real, PRODUCTION));
  await foundOnce(installation, settings(real, PRODUCTION));
  await expect(foundOnce(installation, settings(real))).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringContaining("Set SALDAR_MODE=production"),
  });
  expect(await listsOf(installation)).toEqual([]);
});
