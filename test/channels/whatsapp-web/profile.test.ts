import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryOfTreeMb, processOf, treeOf } from "../../../src/channels/whatsapp-web/processes.ts";
import { CHROMIUM_ARGS } from "../../support/whatsapp-web-page/chromium-args.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

describe.skipIf(!CAN_DRIVE)(
  `Chromium's profile and what was left of it (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`,
  () => {
    let page: LinkedPage;
    let others: ChildProcess[] = [];
    beforeEach(async () => {
      page = await linkedPage();
    });
    afterEach(async () => {
      for (const other of others) other.kill("SIGKILL");
      others = [];
      await page.close();
    });

    const profile = () => join(page.folder, "session-channel-1");
    const owner = () => join(page.folder, "channel-1.owner.json");
    const chromium = async (): Promise<number> => JSON.parse(await readFile(owner(), "utf8")).chromium;
    const isGone = async (pid: number) => (await processOf(pid)) === undefined;
    const last = () => page.told.links().at(-1);
    const link = (state: string) => page.told.until(() => last()?.state === state, state);
    function start(command: string, ...given: string[]): ChildProcess {
      const other = spawn(command, given, { stdio: ["ignore", "pipe", "ignore"] });
      others.push(other);
      return other;
    }

    it("when our process is killed Chromium ends too, and the next start has nothing in its way", async () => {
      await (await page.open()).close();
      const holder = start(
        process.execPath,
        "test/support/whatsapp-web-page/hold.ts",
        page.folder,
        page.server.pinned.folder,
        ...CHROMIUM_ARGS,
      );
      let said = "";
      holder.stdout?.on("data", (text) => {
        said += text;
      });
      await vi.waitFor(() => expect(said).toContain("open"), { timeout: 20_000 });
      const pid = await chromium();
      process.stdout.write(
        `Chromium with an empty page: ${await memoryOfTreeMb(pid)} MB in ${(await treeOf(pid)).length} processes\n`,
      );
      holder.kill("SIGKILL");
      await once(holder, "exit");
      await vi.waitFor(async () => expect(await isGone(pid)).toBe(true), { timeout: 15_000 });
      page.told.clear();
      await page.open();
    });

    it("an orphan on our profile is ended, and the link opens", async () => {
      await (await page.open()).close();
      const orphan = start(
        "/usr/bin/chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${profile()}`,
        "--remote-debugging-port=0",
        ...CHROMIUM_ARGS,
      );
      await vi.waitFor(() => lstat(join(profile(), "SingletonLock")), { timeout: 20_000 });
      page.told.clear();
      await page.open();
      await vi.waitFor(async () => expect(await isGone(orphan.pid ?? 0)).toBe(true), { timeout: 10_000 });
    });

    it("a lock that names a process which is none of ours is removed, and the process left alone", async () => {
      await (await page.open()).close();
      const stranger = start("sleep", "60");
      await mkdir(profile(), { recursive: true });
      await symlink(`${hostname()}-${stranger.pid}`, join(profile(), "SingletonLock"));
      page.told.clear();
      await page.open();
      expect(await isGone(stranger.pid ?? 0)).toBe(false);
    });

    it("a number that a living process has open is not taken from it", async () => {
      await (await page.open()).close();
      const holder = start("sleep", "60");
      const { startedAt } = (await processOf(holder.pid ?? 0)) ?? {};
      await writeFile(owner(), JSON.stringify({ pid: holder.pid, startedAt, chromium: holder.pid }));
      page.told.clear();
      const channel = page.driver();
      await channel.start(page.sink);
      await link("down");
      expect(last()).toMatchObject({ because: expect.stringContaining("has this number open") });
      expect(await isGone(holder.pid ?? 0)).toBe(false);
    });

    it("closing in the middle of a start leaves nothing running", async () => {
      await (await page.open()).close();
      page.told.clear();
      const channel = page.driver();
      await channel.start(page.sink);
      await channel.close();
      await expect(readFile(owner())).rejects.toMatchObject({ code: "ENOENT" });
      await expect(lstat(join(profile(), "SingletonLock"))).rejects.toMatchObject({ code: "ENOENT" });
    });
  },
);
