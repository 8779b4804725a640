import { setImmediate } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { HOST, stanza } from "../../support/whatsapp-server/stanza.ts";

beforeAll(quietSignal);

const LOOK_EVERY_MS = 60_000;

describe("a connection that ended", () => {
  test.each(["drop", "unavailable"] as const)("by %s comes back by itself", async (how) => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.kick(world.shop, how);
    const down = await phone.link("down");
    expect(down.retryAt.diffNow("seconds").seconds).toBeGreaterThan(0);
    await phone.timers.fire(1_000, 1_500);
    await phone.link("open", 2);
  });

  test("because the server wants it anew comes back at once", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.kick(world.shop, "restart");
    await phone.link("open", 2);
    expect(phone.events.all.some((event) => event.type === "link" && event.link.state === "down")).toBe(false);
  });

  test.each([
    ["removed", "logged-out", true],
    ["banned", "banned", true],
    ["replaced", "replaced", false],
    ["outdated", "outdated", false],
  ] as const)("by being %s ends as %s; keys forgotten: %s", async (how, because, forgotten) => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.kick(world.shop, how);
    expect(await phone.link("ended")).toMatchObject({ because });
    // Not before the end is known.
    await setImmediate();
    expect(world.store.values.has("creds/")).toBe(!forgotten);
    expect(phone.timers.waits().filter((ms) => ms < LOOK_EVERY_MS)).toEqual([]);
  });

  test("keeps its keys until the end is known: killed before, the next process meets the same end and tells it", async () => {
    await using world = await shopWorld();
    {
      await using killed = world.phone();
      await killed.opened();
      const reached = Promise.withResolvers<void>();
      killed.sink = async (event) => {
        if (event.type !== "link" || event.link.state !== "ended") return;
        reached.resolve();
        await new Promise(() => undefined);
      };
      world.server.kick(world.shop, "removed");
      await reached.promise;
      await setImmediate();
    }
    expect(world.store.values.has("creds/")).toBe(true);
    await using next = world.phone();
    await next.start();
    expect(await next.link("ended")).toMatchObject({ because: "logged-out" });
    await setImmediate();
    expect(world.store.values.has("creds/")).toBe(false);
  });

  test("again and again within half an hour is given up, and says so", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "refuseLogin", code: 503 }, { account: world.shop, times: 20 });
    world.server.kick(world.shop, "drop");
    for (let failure = 0; failure < 7; failure += 1)
      await phone.timers.fire(1_000 * 2 ** failure, 1_500 * 2 ** failure);
    expect(await phone.link("ended")).toMatchObject({ because: "failing" });
    expect(world.store.values.has("creds/")).toBe(true);
    // Somebody looked, and asks for it again: the phone is still linked.
    world.server.relent();
    await phone.channel.link({ by: "qr" });
    await phone.link("open", 2);
  });

  test("with a server that is not there is tried on, ever more slowly: it is no fault of the session", async () => {
    await using world = await shopWorld();
    await using phone = world.phone({ socketUrl: "ws://127.0.0.1:9/ws/chat" });
    await phone.start();
    for (let failure = 0; failure < 9; failure += 1) {
      const ms = Math.min(300_000, 1_000 * 2 ** failure);
      await phone.timers.fire(ms, Math.min(300_000, ms * 1.5));
    }
    await phone.link("down", 10);
    expect(phone.events.all.some((event) => event.type === "link" && event.link.state === "ended")).toBe(false);
  });
});

test("what comes of a group while the line breaks, and can be acknowledged no more, ends no process", async () => {
  await using world = await shopWorld();
  await using phone = world.phone();
  await phone.opened();
  const from = "120363000000000001@g.us";
  const lines = [...world.shop.companions.values()].map(({ connection }) => connection);
  world.server.kick(world.shop, "unavailable");
  for (const tag of ["receipt", "notification", "message"])
    for (const line of lines) line?.send(stanza(tag, { from, id: "7", t: "1795000000", type: "text" }));
  await phone.link("down");
  await setImmediate();
  const refusals = phone.reports.filter((error) => error instanceof Error && error.message === "Connection Closed");
  expect(refusals.length).toBeGreaterThan(0);
});

test("of two processes with the same keys the older one steps aside and never fights", async () => {
  await using world = await shopWorld();
  await using older = world.phone();
  await older.opened();
  await using newer = world.phone();
  await newer.opened();
  expect(await older.link("ended")).toMatchObject({ because: "replaced" });
  expect(world.server.logins.all).toHaveLength(2);
});

test("the version that WhatsApp is told is the one that was set", async () => {
  await using world = await shopWorld({ minimumVersion: [2, 3000, 2_000_000_000] });
  await using old = world.phone();
  await old.start();
  expect(await old.link("ended")).toMatchObject({ because: "outdated" });
  await using newer = world.phone({ version: "2.3000.2000000000" });
  await newer.opened();
});

test("the phone is not marked as online: its owner goes on being told of messages", async () => {
  await using world = await shopWorld();
  await using phone = world.phone();
  await phone.opened();
  const id = await world.server.phone(world.debtor).says(world.shop, "hola");
  await phone.messages(1);
  await world.server.untilReceipt(world.shop, id, "inactive");
});

test("a restriction that WhatsApp tells of is shown with its end, and so is that it is over", async () => {
  await using world = await shopWorld();
  await using phone = world.phone();
  await phone.opened();
  const tell = (timelock: object) => {
    const data = { xwa2_notify_account_reachout_timelock: timelock };
    const update = stanza(
      "update",
      { op_name: "NotificationUserReachoutTimelockUpdate" },
      Buffer.from(JSON.stringify({ data })),
    );
    const notice = stanza("notification", { from: HOST, type: "mex", id: "7", t: "1795000000" }, [update]);
    for (const { connection } of world.shop.companions.values()) connection?.send(notice);
  };
  tell({ is_active: true, time_enforcement_ends: "1795000000" });
  const { until } = await phone.link("restricted");
  expect(until?.toMillis()).toBe(1_795_000_000_000);
  // A new connection lifts nothing: the number is not open again before WhatsApp says so.
  world.shop.restrictedUntil = 1_795_000_000;
  world.server.kick(world.shop, "restart");
  await phone.link("restricted", 2);
  expect(phone.events.all.filter((event) => event.type === "link" && event.link.state === "open")).toHaveLength(1);
  tell({ is_active: false });
  await phone.link("open", 2);
});

test("a process that begins asks whether the number is restricted before it says that it is open", async () => {
  await using world = await shopWorld();
  world.shop.restrictedUntil = 1_795_000_000;
  await using phone = world.phone();
  await phone.start();
  expect((await phone.link("restricted")).until?.toMillis()).toBe(1_795_000_000_000);
  expect(phone.events.all.some((event) => event.type === "link" && event.link.state === "open")).toBe(false);
});

test.each(["unlinked", "ended"] as const)(
  "a restriction ends with the link that had it: once it is %s, another phone is open",
  async (how) => {
    await using world = await shopWorld();
    const other = world.server.addUser("573000000101", "Tienda de muestra 08");
    // Of that one WhatsApp does not say whether it is restricted: nothing is known.
    other.hidesRestriction = true;
    world.shop.restrictedUntil = 1_795_000_000;
    await using phone = world.phone();
    await phone.start();
    await phone.link("restricted");
    if (how === "unlinked") await phone.channel.unlink();
    else world.server.kick(world.shop, "removed");
    await phone.link(how);
    await phone.channel.link({ by: "qr" });
    world.server.scanQr(other, (await phone.link("qr")).qr);
    expect((await phone.link("open")).self.phone).toBe("573000000101");
    // What would have been told in the same step.
    await setImmediate();
    const states = phone.events.all.flatMap((event) => (event.type === "link" ? [event.link.state] : []));
    expect(states.filter((state) => state === "restricted")).toHaveLength(1);
  },
);

describe("a socket that may be deaf", () => {
  const quietMinutes = async (phone: { timers: { fire(ms: number): Promise<void> } }, clock: { ms: number }) => {
    clock.ms += 11 * LOOK_EVERY_MS;
    await phone.timers.fire(LOOK_EVERY_MS);
  };

  test("is asked after ten quiet minutes, by a word to ourselves that nobody else sees", async () => {
    await using world = await shopWorld();
    const clock = { ms: 0 };
    await using phone = world.phone({ clock: { now: world.now, elapsedMs: () => clock.ms } });
    await phone.opened();
    await quietMinutes(phone, clock);
    const [probe] = await world.server.arrived.until(1);
    expect(probe).toMatchObject({ to: world.shop, text: "✓" });
    expect(world.server.departures.all).toEqual([]);
  });

  test("is made anew when it does not answer; when the new one is deaf too, the process is to be restarted", async () => {
    await using world = await shopWorld();
    const clock = { ms: 0 };
    await using phone = world.phone({ clock: { now: world.now, elapsedMs: () => clock.ms } });
    await phone.opened();
    world.server.order({ kind: "loseAck" }, { times: 2 });
    await quietMinutes(phone, clock);
    await phone.timers.fire(15_000);
    await phone.link("open", 2);
    expect(phone.restarts.all).toEqual([]);
    await phone.timers.fire(15_000);
    await phone.restarts.until(1);
  });
});
