import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { keptSecret } from "../src/kept-secret.ts";

// A data folder on a file system without hard links (exFAT, a network share): this machine has none, so `link` says what
// such a one says.

const refusal = vi.hoisted(() => ({ code: "" }));
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  link: () => Promise.reject(Object.assign(new Error("operation not permitted, link"), refusal)),
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "saldar-secret-"));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["EPERM", "ENOTSUP", "ENOSYS"])(
  "where links are refused with %s, the secret is made all the same, once",
  async (code) => {
    refusal.code = code;
    const dataDir = join(folder, code);
    const secret = await keptSecret(dataDir);
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(await keptSecret(dataDir)).toBe(secret);
    expect((await readFile(join(dataDir, "secret"), "utf8")).trim()).toBe(secret);
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(["secret"]);
  },
);

test("a folder that cannot be written to for another reason is still said to be so", async () => {
  refusal.code = "EIO";
  await expect(keptSecret(join(folder, "broken"))).rejects.toMatchObject({ code: "EIO" });
  expect(await readdir(join(folder, "broken"))).toEqual([]);
});
