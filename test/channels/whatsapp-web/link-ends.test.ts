import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { LinkedChannel } from "../../../src/channels/channel.ts";
import { outMessage } from "../../support/graph/graph.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

describe.skipIf(!CAN_DRIVE)(`the end of a link through WhatsApp Web (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`, () => {
  let page: LinkedPage;
  let channel: LinkedChannel | undefined;
  beforeAll(async () => {
    page = await linkedPage();
  });
  afterEach(async () => {
    page.before = () => Promise.resolve();
    await channel?.close();
    page.told.clear();
  });
  afterAll(() => page.close());

  const ended = () => page.told.until(({ links }) => links().at(-1)?.state === "ended", "an end");
  const profile = () => existsSync(join(page.folder, "session-channel-1"));

  it.each([
    ["CONFLICT", "replaced"],
    ["TOS_BLOCK", "banned"],
    ["DEPRECATED_VERSION", "outdated"],
  ])(
    "%s ends it as %s; a send waits for the next link and blocks nothing, and the profile stays",
    async (state, because) => {
      channel = await page.open();
      page.server.tell("state", state);
      await ended();
      expect(page.told.links().at(-1)).toMatchObject({ because });
      expect(await channel.send(outMessage()).result).toMatchObject({ state: "rejected", class: "retry" });
      expect(profile()).toBe(true);
    },
  );

  it("a lost connection is down until it comes back by itself", async () => {
    channel = await page.open();
    page.server.tell("state", "TIMEOUT");
    await page.told.until(({ links }) => links().at(-1)?.state === "down", "down");
    expect(await channel.send(outMessage()).result).toMatchObject({ state: "rejected", class: "retry" });
    page.server.tell("state", "CONNECTED");
    await page.told.until(({ links }) => links().at(-1)?.state === "open", "open");
    expect(await channel.send(outMessage()).result).toMatchObject({ state: "accepted" });
  });

  it("taken off on the phone, it is logged out and its keys are gone, so that a new QR can be had", async () => {
    channel = await page.open();
    page.server.world.isLinked = false;
    page.server.tell("logout");
    await ended();
    expect(page.told.links().at(-1)).toMatchObject({ because: "logged-out" });
    // Not before the end is known.
    await vi.waitFor(() => expect(profile()).toBe(false), { timeout: 10_000 });
    await channel.link({ by: "qr" });
    await page.told.until(({ links }) => links().at(-1)?.state === "qr", "a QR");
  });

  it("keeps its keys until the end is known: closed before, the next start meets the same end and tells it", async () => {
    const first = await page.open();
    const reached = Promise.withResolvers<void>();
    page.before = async (event) => {
      if (event.type !== "link" || event.link.state !== "ended") return;
      reached.resolve();
      throw new Error("the database is away");
    };
    page.server.world.isLinked = false;
    page.server.tell("logout");
    await reached.promise;
    await first.close();
    expect(profile()).toBe(true);
    page.before = () => Promise.resolve();
    channel = page.driver();
    await channel.start(page.sink);
    await ended();
    expect(page.told.links().at(-1)).toMatchObject({ because: "logged-out" });
    await vi.waitFor(() => expect(profile()).toBe(false), { timeout: 10_000 });
  });

  it("leaves nothing of a stranger's phone, also where its end could not be told before it was closed", async () => {
    channel = page.driver({ expectedPhone: "573008888888" });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await page.told.until(({ links }) => links().at(-1)?.state === "qr", "a QR");
    const reached = Promise.withResolvers<void>();
    page.before = async (event) => {
      if (event.type !== "link" || event.link.state !== "ended") return;
      reached.resolve();
      throw new Error("the database is away");
    };
    page.server.link();
    await reached.promise;
    await channel.close();
    expect(profile()).toBe(false);
  });

  it("taken off while we were away, it is logged out at the next start and shows nobody a QR", async () => {
    await (await page.open()).close();
    page.told.clear();
    page.server.world.isLinked = false;
    channel = page.driver();
    await channel.start(page.sink);
    await ended();
    expect(page.told.links()).toMatchObject([{ state: "connecting" }, { state: "ended", because: "logged-out" }]);
  });
});
