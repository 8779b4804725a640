import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { connect } from "../../db/client.ts";
import type { LinkedChannel, Sink } from "../../src/channels/channel.ts";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { LIMITS } from "../../src/channels/whatsapp-web/limits.ts";
import { present } from "../../src/domain/assert.ts";
import { makeSecrets } from "../../src/secrets.ts";
import type { DriverContext } from "../../src/sessions/driver.ts";
import { type Begun, CLOSE_WITHIN_MS, type HeldSessions, makeHeldSessions } from "../../src/sessions/held-sessions.ts";
import type { FromHost, SessionToOpen } from "../../src/sessions/protocol.ts";
import { silentLog } from "../support/world.ts";

const SESSION: SessionToOpen = {
  businessId: "01900000-0000-7000-8000-000000000002",
  channelId: "01900000-0000-7000-8000-000000000001",
  kind: "baileys",
  phone: undefined,
};

/** A phone that does nothing by itself. */
async function idlePhone(): Promise<LinkedChannel> {
  return {
    id: SESSION.channelId,
    kind: "baileys",
    can: LINKED_CAPABILITIES.baileys,
    start: () => Promise.resolve(),
    send: () => ({ started: Promise.resolve(), result: new Promise(() => undefined) }),
    settle: () => Promise.resolve({ state: "cannot-tell" }),
    upload: () => Promise.resolve("token"),
    download: () => Promise.resolve(Buffer.alloc(0)),
    markRead: () => Promise.resolve(),
    link: () => Promise.resolve(),
    unlink: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

type Kit = {
  readonly held: HeldSessions;
  readonly told: FromHost[];
  open(): void;
  closings(): FromHost[];
};

/** The sessions of a host whose phones are made by `phone`. */
async function withSessions(
  phone: (context: DriverContext) => Promise<LinkedChannel>,
  work: (kit: Kit) => Promise<void>,
): Promise<void> {
  const told: FromHost[] = [];
  const held = makeHeldSessions({ baileys: phone, whatsapp_web: phone }, (message) => void told.push(message));
  const db = connect("postgres://nobody@127.0.0.1:1/none", { max: 1, name: "nobody" });
  const keySecret = "k".repeat(32);
  const settings = { databaseUrl: "", keySecret, owner: "o", drivers: {} };
  const begun: Begun = { settings, db, secrets: makeSecrets(keySecret), log: silentLog };
  await work({
    held,
    told,
    open: () => held.open(begun, SESSION, 60_000),
    closings: () => told.filter(({ type }) => type === "closed"),
  });
  await db.close();
}

test("a session that was closed asks for another process in vain: the one that has its phone now goes on", async () => {
  const drivers: DriverContext[] = [];
  const phone = (context: DriverContext): Promise<LinkedChannel> => {
    drivers.push(context);
    return idlePhone();
  };
  await withSessions(phone, async ({ held, open, closings }) => {
    open();
    await held.close(SESSION.channelId);
    open();
    const [before, now] = drivers;
    const successor = held.of(SESSION.channelId);
    present(before, "the first driver").restartProcess();
    expect(held.of(SESSION.channelId)).toBe(present(successor, "its successor"));
    expect(closings()).toHaveLength(1);

    present(now, "the second driver").restartProcess();
    await vi.waitFor(() => expect(closings()).toHaveLength(2));
    expect(closings().at(-1)).toMatchObject({ because: "it asked for another process", needsOther: true });
  });
});

test("a session that is being closed is asked for nothing more, and still hears what became of its event", async () => {
  const kept = vi.fn();
  const phone = async (): Promise<LinkedChannel> => {
    let underWay: Promise<void> = Promise.resolve();
    return {
      ...(await idlePhone()),
      async start(sink) {
        underWay = sink({ type: "identity", same: { lid: "1" } }).then(kept);
      },
      close: () => underWay,
    };
  };
  await withSessions(phone, async ({ held, told, open, closings }) => {
    open();
    const event = await vi.waitFor(() =>
      present(
        told.find((one) => one.type === "event"),
        "its event",
      ),
    );
    const closed = held.close(SESSION.channelId);
    expect(held.of(SESSION.channelId)).toBeUndefined();
    for (const session of held.all()) session.hearOf({ type: "taken", id: event.id });
    const startedMs = performance.now();
    await closed;
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(kept).toHaveBeenCalled();
    expect(closings()).toHaveLength(1);
    expect(held.all()).toEqual([]);
  });
});

test("what a phone tells of its link as it closes reaches the worker; what it tells later does not", async () => {
  let sink: Sink = () => Promise.resolve();
  const phone = async (): Promise<LinkedChannel> => ({
    ...(await idlePhone()),
    async start(given) {
      sink = given;
    },
    close: () => sink({ type: "link", link: { state: "unlinked", told: true } }),
  });
  await withSessions(phone, async ({ held, told, open }) => {
    const states = () => told.flatMap((one) => (one.type === "event" ? [one.event] : []));
    open();
    await vi.waitFor(() => expect(told.map(({ type }) => type)).toContain("opened"));
    const closed = held.close(SESSION.channelId);
    const event = await vi.waitFor(() =>
      present(
        told.find((one) => one.type === "event"),
        "its news",
      ),
    );
    for (const session of held.all()) session.hearOf({ type: "taken", id: event.id });
    await closed;
    void sink({ type: "link", link: { state: "connecting" } });
    void sink({ type: "identity", same: { lid: "1" } });
    await nextTurn();
    expect(states()).toMatchObject([{ type: "link", link: { state: "unlinked" } }, { type: "identity" }]);
  });
});

test("whoever closes a session that is being closed waits for its end, and it is told once", async () => {
  const { promise: written, resolve: write } = Promise.withResolvers<void>();
  const phone = async (): Promise<LinkedChannel> => ({ ...(await idlePhone()), close: () => written });
  await withSessions(phone, async ({ held, open, closings }) => {
    open();
    const ended = vi.fn();
    const ends = [held.close(SESSION.channelId), held.close(SESSION.channelId), held.closeAll()];
    for (const end of ends) void end.then(ended);
    await nextTurn();
    await nextTurn();
    expect(ended).not.toHaveBeenCalled();
    write();
    await Promise.all(ends);
    expect(closings()).toHaveLength(1);
    expect(closings()[0]).toMatchObject({ because: undefined, needsOther: false });
  });
});

test("a session host waits longer for a driver to close than WhatsApp Web does for its Chromium", () => {
  expect(LIMITS.closeWithinMs).toBeLessThan(CLOSE_WITHIN_MS);
});
