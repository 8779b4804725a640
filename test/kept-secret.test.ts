import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret } from "../src/kept-secret.ts";

async function temporary(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), "saldar-secret-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

test("a secret is made once, for its owner's eyes, in a folder that need not be there", async () => {
  await using folder = await temporary();
  const dataDir = join(folder.path, "data");
  const secret = await keptSecret(dataDir);
  expect(secret.length).toBeGreaterThanOrEqual(40);
  expect(await keptSecret(dataDir)).toBe(secret);
  expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(["secret"]);
});

test("of many that start at once all have the same one, and none an empty one", async () => {
  await using folder = await temporary();
  for (const round of Array(20).keys()) {
    const dataDir = join(folder.path, String(round));
    const secrets = await Promise.all(Array.from({ length: 8 }, () => keptSecret(dataDir)));
    expect(new Set(secrets)).toEqual(new Set([(await readFile(join(dataDir, "secret"), "utf8")).trim()]));
    expect(secrets[0]).not.toBe("");
  }
});

test("an empty file is refused: what is sealed under nothing is sealed for nobody", async () => {
  await using folder = await temporary();
  await writeFile(join(folder.path, "secret"), "\n");
  await expect(keptSecret(folder.path)).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringContaining("is empty"),
  });
});
