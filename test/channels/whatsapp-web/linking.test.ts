import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LinkState } from "../../../src/channels/channel.ts";
import { outMessage } from "../../support/graph/graph.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

describe.skipIf(!CAN_DRIVE)(`linking a phone through WhatsApp Web (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`, () => {
  let page: LinkedPage;
  beforeEach(async () => {
    page = await linkedPage();
  });
  afterEach(() => page.close());

  const states = (): string[] => page.told.links().map(({ state }) => state);
  async function until<S extends LinkState["state"]>(state: S): Promise<LinkState & { state: S }> {
    await page.told.until(({ links }) => links().at(-1)?.state === state, state);
    return page.told.links().at(-1) as LinkState & { state: S };
  }
  const secondsLeft = (
    { expiresAt }: { expiresAt: { diff(other: unknown): { as(unit: "seconds"): number } } },
    at: unknown,
  ) => expiresAt.diff(at).as("seconds");

  it("a QR says how long it holds and how many follow; a scan opens the link, and the phone can be taken off again", async () => {
    const channel = page.driver();
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    const first = await until("qr");
    page.server.tell("ref", "ref-2");
    await page.told.until(({ links }) => links().filter(({ state }) => state === "qr").length === 2, "a second QR");
    const second = await until("qr");
    expect([first.qr.split(",")[0], first.left, second.qr.split(",")[0], second.left]).toEqual([
      "ref-1",
      5,
      "ref-2",
      4,
    ]);
    // A minute for the first, twenty seconds for each of the others.
    expect(Math.round(secondsLeft(first, second.expiresAt) / 40)).toBe(1);

    page.server.link();
    expect((await until("open")).self).toEqual({ phone: "573009999999", lid: "900000000000009" });
    expect(states()).toEqual(["unlinked", "connecting", "qr", "qr", "linking", "open"]);

    await channel.unlink();
    expect(await until("unlinked")).toMatchObject({ told: true });
    expect(page.told.reports).toEqual([]);
    expect(page.server.world.isLinked).toBe(false);
    expect(existsSync(join(page.folder, "session-channel-1"))).toBe(false);
    expect(await channel.send(outMessage()).result).toMatchObject({ state: "rejected", code: "not-started" });
  });

  it("a phone that does not take the companion off is not said to have done so, and its keys are gone here all the same", async () => {
    const channel = await page.open();
    page.server.world.keepsCompanion = true;
    await channel.unlink();
    expect(await until("unlinked")).toMatchObject({ told: false });
    expect(page.told.reports.join()).toContain("taking a companion off a phone");
    expect(page.server.world.isLinked).toBe(true);
    expect(existsSync(join(page.folder, "session-channel-1"))).toBe(false);
  });

  it("a QR that nobody scans ends the linking, which can be asked for again", async () => {
    const channel = page.driver();
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await until("qr");
    page.server.tell("state", "UNPAIRED_IDLE");
    expect(await until("ended")).toMatchObject({ because: "expired" });
    await channel.link({ by: "qr" });
    expect((await until("qr")).left).toBe(5);
  });

  it("QRs that stop coming end the linking too", async () => {
    const channel = page.driver({ limits: { firstQrMs: 50 } });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    expect(await until("ended")).toMatchObject({ because: "expired" });
  });

  it("a code is shown when WhatsApp has taken it, and opens the link", async () => {
    const channel = page.driver();
    await channel.start(page.sink);
    await channel.link({ by: "code", phone: "573009999999" });
    expect(await until("code")).toMatchObject({ code: "ABCD1234" });
    page.server.link();
    await until("open");
  });

  it("a code that WhatsApp does not take is a refusal, and names nobody", async () => {
    page.server.world.code = undefined;
    const channel = page.driver();
    await channel.start(page.sink);
    await channel.link({ by: "code", phone: "573009999999" });
    const ended = await until("ended");
    expect(ended).toMatchObject({ because: "refused", detail: expect.stringContaining("bad request") });
    expect(ended.detail).not.toContain("573009999999");
  });

  it("another phone than the one that was expected is unlinked again", async () => {
    const channel = page.driver({ expectedPhone: "573008888888" });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await until("qr");
    page.server.link();
    expect(await until("ended")).toMatchObject({ because: "wrong-number" });
    expect(page.server.world.isLinked).toBe(false);
    expect(states()).not.toContain("open");
  });

  it("a page that does not say whose phone it is unlinks nobody: it is opened again, and says so then", async () => {
    const { self } = page.server.world;
    const { phone } = self;
    self.phone = "";
    const channel = page.driver({ expectedPhone: "573009999999", limits: { firstRetryMs: 50 } });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await until("qr");
    page.server.link();
    await until("down");
    self.phone = phone;
    expect(await until("open")).toMatchObject({ self: { phone: "573009999999" } });
    expect(page.server.world.isLinked).toBe(true);
    expect(states()).not.toContain("ended");
  });

  it("the expected phone under its other spelling is right", async () => {
    page.server.world.self.phone = "5215550000001@c.us";
    const channel = page.driver({ expectedPhone: "525550000001" });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await until("qr");
    page.server.link();
    await until("open");
  });

  it("a page without the modules that we need is outdated, and says which it lacks", async () => {
    page.server.world.missing = ["WAWebMsgKey", "WAWebOfflineHandler"];
    const channel = page.driver();
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    expect(await until("ended")).toMatchObject({
      because: "outdated",
      detail: "this WhatsApp Web lacks WAWebOfflineHandler, WAWebMsgKey",
    });
  });

  it("a page that lacks only what sending needs is outdated when it does not become ready", async () => {
    page.server.world.missing = ["WAWebCollections"];
    const channel = page.driver({ limits: { readyWithinMs: 500 } });
    await channel.start(page.sink);
    await channel.link({ by: "qr" });
    await until("qr");
    page.server.link();
    expect(await until("ended")).toMatchObject({
      because: "outdated",
      detail: expect.stringContaining("WAWebCollections"),
    });
  });

  it("without Chromium it says what to install, before anything is tried", async () => {
    const channel = page.driver({ chromiumPath: join(page.folder, "nothing") });
    await expect(channel.start(page.sink)).rejects.toMatchObject({
      code: "channel.unavailable",
      message: expect.stringContaining("CHROMIUM_PATH"),
    });
  });
});
