import { expect, test, vi } from "vitest";
import { connect } from "../../db/client.ts";
import type { LinkedChannel } from "../../src/channels/channel.ts";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { present } from "../../src/domain/assert.ts";
import { makeSecrets } from "../../src/secrets.ts";
import type { DriverContext } from "../../src/sessions/driver.ts";
import { type Begun, makeHeldSessions } from "../../src/sessions/held-sessions.ts";
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

test("a session that was closed asks for another process in vain: the one that has its phone now goes on", async () => {
  const drivers: DriverContext[] = [];
  const baileys = (context: DriverContext): Promise<LinkedChannel> => {
    drivers.push(context);
    return idlePhone();
  };
  const told: FromHost[] = [];
  const held = makeHeldSessions({ baileys, whatsapp_web: baileys }, (message) => void told.push(message));
  const db = connect("postgres://nobody@127.0.0.1:1/none", { max: 1, name: "nobody" });
  const keySecret = "k".repeat(32);
  const settings = { databaseUrl: "", keySecret, owner: "o", drivers: {} };
  const begun: Begun = { settings, db, secrets: makeSecrets(keySecret), log: silentLog };
  const closings = () => told.filter(({ type }) => type === "closed");

  held.open(begun, SESSION, 60_000);
  await held.close(SESSION.channelId);
  held.open(begun, SESSION, 60_000);
  const [before, now] = drivers;
  const successor = held.of(SESSION.channelId);
  present(before, "the first driver").restartProcess();
  expect(held.of(SESSION.channelId)).toBe(present(successor, "its successor"));
  expect(closings()).toHaveLength(1);

  present(now, "the second driver").restartProcess();
  await vi.waitFor(() => expect(closings()).toHaveLength(2));
  expect(closings().at(-1)).toMatchObject({ because: "it asked for another process", needsOther: true });
  await db.close();
});
