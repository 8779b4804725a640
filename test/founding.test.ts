import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { readBusiness } from "../db/businesses.ts";
import { pageOfLists } from "../db/debtor-lists/lists.ts";
import { businessIds } from "../db/lookups.ts";
import { foundSample } from "../src/app/businesses/found.ts";
import { SAMPLES, type Sample } from "../src/app/businesses/samples.ts";
import { uploadList } from "../src/app/debtor-lists/upload-list.ts";
import { businessTime, type Clock, systemClock } from "../src/clock.ts";
import { type Config, readConfig } from "../src/config.ts";
import { present } from "../src/domain/assert.ts";
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

/** Each business there is, by its name, with its lists, newest first. */
async function listsOf({ deps: { db } }: Installation): Promise<Record<string, { fileName: string; state: string }[]>> {
  const all = await Promise.all(
    (await businessIds(db.lookups)).map((id) =>
      db.inBusiness(id, async (tx) => {
        const lists = await pageOfLists(tx, id, { before: undefined, limit: 10 });
        const name = (await readBusiness(tx))?.name ?? "";
        return [name, lists.map(({ fileName, state }) => ({ fileName, state }))] as const;
      }),
    ),
  );
  expect(new Set(all.map(([name]) => name)).size, "each business has a name of its own").toBe(all.length);
  return Object.fromEntries(all);
}

const COLOMBIAN = present(SAMPLES[0], "the first sample");
const COLOMBIAN_LIST = { fileName: "deudores-colombia.csv", state: "committing" };
const MEXICAN_LIST = { fileName: "deudores-mexico.csv", state: "committing" };
const BOTH = { "Comercial de Muestra": [COLOMBIAN_LIST], "Abarrotes de Muestra": [MEXICAN_LIST] };

async function bring({ deps }: Installation, businessId: string, sample: Sample): Promise<void> {
  const { country, currency } = sample.business;
  await uploadList(deps, {
    businessId,
    userId: "setup",
    fileName: "muestra.csv",
    path: join(paths.samples, sample.list),
    answers: { settings: { country, currency } },
  });
}

test("of several that start on one database at once, one makes the sample businesses, and all have them", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using first = await open(config);
  await using second = await open(config);
  await using third = await open(config);
  const founded = await Promise.all([first, second, third].map((installation) => foundOnce(installation, config)));
  for (const ids of founded) expect(ids).toEqual(await businessIds(first.deps.db.lookups));
  expect(await listsOf(first)).toEqual(BOTH);
  for (const { deps } of [first, second, third]) expect(deps.channels.size).toBe(2);
});

test("the newcomer's is the Colombian, and each opens at a moment that its own law allows", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const { db } = installation.deps;
  // Sunday at 23:00 in Bogotá and 22:00 in Mexico City: the latest moments to write were on Saturday and on Friday.
  const clock: Clock = { ...systemClock, now: () => DateTime.fromISO("2026-11-23T04:00:00Z") };
  const deps = { ...installation.deps, clock };
  const founded = await foundOnce({ ...installation, deps }, config);
  const opened = await Promise.all(
    founded.map(async (id) => {
      const business = present(await db.inBusiness(id, readBusiness), "a sample");
      const now = businessTime(clock.now(), Number(business.clockOffsetMs)).setZone(business.zone);
      return [business.name, business.country, business.currency, now.toFormat("ccc HH:mm")];
    }),
  );
  expect(opened).toEqual([
    ["Comercial de Muestra", "CO", "COP", "Sat 14:00"],
    ["Abarrotes de Muestra", "MX", "MXN", "Fri 19:00"],
  ]);
});

describe("a demo whose start was killed", () => {
  test.each([
    ["after the first business was made", async (at: Installation) => void (await foundSample(at.deps, COLOMBIAN))],
    [
      "after the first business's list was brought",
      async (at: Installation) => bring(at, await foundSample(at.deps, COLOMBIAN), COLOMBIAN),
    ],
    [
      "after both were made and none was filled",
      async (at: Installation) => {
        for (const sample of SAMPLES) await foundSample(at.deps, sample);
      },
    ],
    [
      "after the second's list was brought",
      async (at: Installation) => {
        for (const sample of SAMPLES) await bring(at, await foundSample(at.deps, sample), sample);
      },
    ],
  ])("%s is finished by the next start, and nothing is made twice", async (_, killed) => {
    await using database = await createDatabase();
    const config = settings(database);
    await using installation = await open(config);
    await killed(installation);
    const before = await businessIds(installation.deps.db.lookups);
    const ids = await foundOnce(installation, config);
    expect(ids.slice(0, before.length)).toEqual(before);
    const names = { fileName: expect.any(String), state: "committing" };
    expect(await listsOf(installation)).toEqual({ "Comercial de Muestra": [names], "Abarrotes de Muestra": [names] });
    expect(await foundOnce(installation, config)).toEqual(ids);
    expect(installation.deps.channels.size).toBe(2);
  });
});

test("a demo from before there was a second sample gets it, and keeps what it has", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const id = await foundSample(installation.deps, COLOMBIAN);
  await bring(installation, id, COLOMBIAN);
  await installation.openChannels();
  expect(await foundOnce(installation, config)).toEqual([id, expect.any(String)]);
  expect(await listsOf(installation)).toEqual({
    "Comercial de Muestra": [{ fileName: "muestra.csv", state: "committing" }],
    "Abarrotes de Muestra": [MEXICAN_LIST],
  });
});

test("a later start brings no second list, also when the newcomer has brought one of their own since", async () => {
  await using database = await createDatabase();
  const config = settings(database);
  await using installation = await open(config);
  const ids = await foundOnce(installation, config);
  for (const businessId of ids)
    await uploadList(installation.deps, {
      businessId,
      userId: "newcomer",
      fileName: "mine.csv",
      path: "mine.csv",
      bytes: Buffer.from("nombre,telefono,saldo\nPersona de muestra 07,3005550107,100000\n"),
    });
  expect(await foundOnce(installation, config)).toEqual(ids);
  const mine = { fileName: "mine.csv", state: "staged" };
  expect(await listsOf(installation)).toEqual({
    "Comercial de Muestra": [mine, COLOMBIAN_LIST],
    "Abarrotes de Muestra": [mine, MEXICAN_LIST],
  });
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
  expect(await listsOf(installation)).toEqual({ "Mi empresa": [] });
});
