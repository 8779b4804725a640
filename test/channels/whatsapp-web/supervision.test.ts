import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LinkedChannel } from "../../../src/channels/channel.ts";
import { commandOf, treeOf } from "../../../src/channels/whatsapp-web/processes.ts";
import { outMessage } from "../../support/graph/graph.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

const ANA = "573000000001@c.us";

describe.skipIf(!CAN_DRIVE)(`Chromium under supervision (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`, () => {
  let page: LinkedPage;
  beforeEach(async () => {
    page = await linkedPage();
  });
  afterEach(() => page.close());

  const owner = () => join(page.folder, "channel-1.owner.json");
  const chromium = async (): Promise<number> => JSON.parse(await readFile(owner(), "utf8")).chromium;
  const last = () => page.told.links().at(-1);
  const link = (state: string) => page.told.until(() => last()?.state === state, state);
  /** One is the page's; another may stand ready for the next. */
  async function killRenderers(): Promise<void> {
    const commands = (await treeOf(await chromium())).map(async (pid) => ({ pid, command: await commandOf(pid) }));
    const renderers = (await Promise.all(commands)).filter(({ command }) => command.includes(" --type=renderer "));
    expect(renderers.length).toBeGreaterThan(0);
    for (const { pid } of renderers) process.kill(pid, "SIGKILL");
  }
  /** Opened again by itself, it sends, and has read what was said in between. */
  async function comesBack(channel: LinkedChannel): Promise<void> {
    await page.told.until(({ links }) => links().some(({ state }) => state === "down"), "down");
    page.server.say({ chat: ANA, body: "¿siguen ahí?" });
    await link("open");
    expect(await channel.send(outMessage()).result).toMatchObject({ state: "accepted" });
    await page.told.until(({ messages }) => messages().length === 1, "what was said in between");
  }

  it("a page that crashes is opened again", async () => {
    const channel = await page.open({ limits: { firstRetryMs: 10 } });
    page.told.clear();
    await killRenderers();
    await comesBack(channel);
    expect(page.told.links()[0]).toMatchObject({ state: "down", because: expect.stringContaining("crashed") });
  });

  it("a Chromium that dies is started again", async () => {
    const channel = await page.open({ limits: { firstRetryMs: 10 } });
    const pid = await chromium();
    page.told.clear();
    process.kill(pid, "SIGKILL");
    await comesBack(channel);
    expect(await chromium()).not.toBe(pid);
  });

  it("the eighth failure in half an hour is the last", async () => {
    const broken = join(page.folder, "chromium");
    await writeFile(broken, '#!/bin/sh\n[ "$1" = --version ] && echo "Chromium 150.0.1.2" && exit 0\nexit 1\n');
    await chmod(broken, 0o755);
    const channel = page.driver({ chromiumPath: broken, limits: { firstRetryMs: 1, longestRetryMs: 2 } });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await link("ended");
    expect(last()).toMatchObject({ because: "failing" });
    expect(page.told.links().filter(({ state }) => state === "down")).toHaveLength(7);
  });

  it("one that takes too much memory is started afresh in a quiet moment, and so is one of yesterday", async () => {
    const size = { memoryMb: 60, lookEveryMs: 100, quietForMs: 0 };
    const channel = await page.open({ limits: size });
    await page.told.until(({ links }) => links().some(({ state }) => state === "down"), "a restart");
    const down = page.told.links().find(({ state }) => state === "down");
    expect(down).toMatchObject({ because: expect.stringMatching(/^it took \d+ MB$/) });
    await channel.close();
    page.told.clear();

    const aged = await page.open({ limits: { restartAfterMs: 1, lookEveryMs: 100, quietForMs: 0 } });
    const daily = () => page.told.links().some((one) => one.state === "down" && one.because === "daily restart");
    await page.told.until(daily, "a daily restart");
    await aged.close();
  });
});
