import { setImmediate } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";

beforeAll(quietSignal);

const FAREWELL_WITHIN_MS = 10_000;

const secretIn = (qr: string) => qr.split(",")[3];

describe("linking a phone", () => {
  test("by QR: shown with its time and how many are left, then linking, then open as who it is", async () => {
    await using world = await shopWorld({ linked: false });
    await using phone = world.phone();
    await phone.start();
    await phone.link("unlinked");
    await phone.channel.link({ by: "qr" });
    const shown = await phone.link("qr");
    expect(shown.left).toBe(5);
    expect(shown.expiresAt.diffNow("seconds").seconds).toBeGreaterThan(50);
    world.server.scanQr(world.shop, shown.qr);
    await phone.link("linking");
    const { self } = await phone.link("open");
    expect(self).toEqual({ phone: "573000000100", lid: "100000000000001" });
  });

  test("is remembered: the next process opens by itself", async () => {
    await using world = await shopWorld({ linked: false });
    {
      await using first = world.phone();
      await first.start();
      await first.channel.link({ by: "qr" });
      world.server.scanQr(world.shop, (await first.link("qr")).qr);
      await first.link("open");
    }
    await using second = world.phone();
    await second.opened();
  });

  test("by QR, when WhatsApp retires the secret that was scanned: a fresh QR is shown, and links", async () => {
    await using world = await shopWorld({ linked: false });
    world.server.order({ kind: "refreshOnScan" });
    await using phone = world.phone();
    await phone.start();
    await phone.channel.link({ by: "qr" });
    const first = await phone.link("qr");
    world.server.scanQr(world.shop, first.qr);
    const fresh = await phone.link("qr", 2);
    expect(secretIn(fresh.qr)).not.toBe(secretIn(first.qr));
    expect(fresh.left).toBe(first.left);
    world.server.scanQr(world.shop, fresh.qr);
    await phone.link("open");
  });

  test("by QR that nobody scans ends, and can be asked for again", async () => {
    await using world = await shopWorld({ linked: false });
    await using phone = world.phone({ qrTimeoutMs: 10 });
    await phone.start();
    await phone.channel.link({ by: "qr" });
    expect((await phone.link("qr", 6)).left).toBe(0);
    expect(await phone.link("ended")).toMatchObject({ because: "expired" });
    await phone.channel.link({ by: "qr" });
    expect((await phone.link("qr", 7)).left).toBe(5);
  });

  test("by code: shown once WhatsApp's server has taken it, and links when it is typed", async () => {
    await using world = await shopWorld({ linked: false });
    await using phone = world.phone();
    await phone.start();
    await phone.channel.link({ by: "code", phone: "573000000100" });
    const { code } = await phone.link("code");
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    world.server.typeCode(world.shop, code);
    await phone.link("open");
    expect(phone.events.all.some((event) => event.type === "link" && event.link.state === "qr")).toBe(false);
  });

  test("by a code that the server refuses is never shown, and leaves nothing behind", async () => {
    await using world = await shopWorld({ linked: false });
    world.server.order({ kind: "refuseCode" });
    await using phone = world.phone();
    await phone.start();
    await phone.channel.link({ by: "code", phone: "573000000100" });
    const ended = await phone.link("ended");
    expect(ended).toMatchObject({ because: "refused", detail: expect.stringContaining("400") });
    expect(phone.events.all.some((event) => event.type === "link" && event.link.state === "code")).toBe(false);
    await phone.channel.link({ by: "qr" });
    world.server.scanQr(world.shop, (await phone.link("qr")).qr);
    await phone.link("open");
  });

  test("with another phone than the expected one is undone at once, on the phone too", async () => {
    await using world = await shopWorld({ linked: false });
    await using phone = world.phone({ expectedPhone: "573000000200" });
    await phone.start();
    await phone.channel.link({ by: "qr" });
    world.server.scanQr(world.shop, (await phone.link("qr")).qr);
    expect(await phone.link("ended")).toMatchObject({ because: "wrong-number" });
    await world.server.departures.until(1);
    expect(world.shop.companions.size).toBe(0);
    // It never was on that phone: not even for the moment in which it would have been given what waits there.
    expect(world.server.logins.all).toEqual([]);
    expect([...world.store.values.keys()].filter((key) => key.startsWith("session/") || key === "creds/")).toEqual([]);
  });

  test("with another phone than the one expected by now: of what waits there nothing is written down or handed over", async () => {
    await using world = await shopWorld();
    await world.server.phone(world.debtor).says(world.shop, "nadie más lee esto");
    await using phone = world.phone({ expectedPhone: "573000000200" });
    await phone.start();
    expect(await phone.link("ended")).toMatchObject({ because: "wrong-number" });
    await world.server.departures.until(1);
    expect(world.shop.companions.size).toBe(0);
    expect(world.store.writes.all.flatMap(({ receive = [] }) => receive)).toEqual([]);
    expect(phone.events.all.filter(({ type }) => type !== "link")).toEqual([]);
    await setImmediate();
    expect(world.store.values.has("creds/")).toBe(false);
  });

  test("with the expected phone under its other spelling is right", async () => {
    await using world = await shopWorld({ linked: false });
    const mexican = world.server.addUser("5215550000001", "Tienda de muestra 08");
    await using phone = world.phone({ expectedPhone: "525550000001" });
    await phone.start();
    await phone.channel.link({ by: "qr" });
    world.server.scanQr(mexican, (await phone.link("qr")).qr);
    await phone.link("open");
  });

  test("is taken back: off the phone, the keys forgotten, and linked anew when somebody asks", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    await phone.channel.unlink();
    expect(await phone.link("unlinked")).toMatchObject({ told: true });
    await world.server.departures.until(1);
    expect(world.shop.companions.size).toBe(0);
    expect(world.store.values.get("creds/")).toBeUndefined();
    await phone.channel.link({ by: "qr" });
    world.server.scanQr(world.shop, (await phone.link("qr")).qr);
    await phone.link("open", 2);
  });

  test("is taken back on a line that has gone quiet, or is down: the keys are forgotten, and nobody claims that the phone knows", async () => {
    await using world = await shopWorld();
    {
      await using phone = world.phone();
      await phone.opened();
      world.server.kick(world.shop, "mute");
      const unlinking = phone.channel.unlink();
      await phone.timers.fire(FAREWELL_WITHIN_MS);
      await unlinking;
      expect(await phone.link("unlinked")).toMatchObject({ told: false });
    }
    expect(world.store.values.get("creds/")).toBeUndefined();
    await using down = world.phone();
    await down.start();
    await down.link("unlinked");
    await down.channel.unlink();
    expect(await down.link("unlinked", 2)).toMatchObject({ told: false });
  });
});
