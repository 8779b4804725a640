import { once } from "node:events";
import express from "express";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { systemClock } from "../../../src/clock.ts";
import { assert } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { readCursor, writeCursor } from "../../../src/web/events/cursor.ts";
import { pruneConsoleEvents } from "../../../src/web/events/prune.ts";
import { makePump } from "../../../src/web/events/pump.ts";
import { makeStreams } from "../../../src/web/events/stream.ts";
import { makeMetrics } from "../../../src/web/metrics.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";
import { type Listening, listen } from "./listen.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  admin = await server.signInAs("admin");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
const open: Listening[] = [];
afterEach(() => {
  for (const stream of open.splice(0)) stream.cut();
});

const connect = async (browser = admin, lastEventId?: string): Promise<Listening> => {
  const stream = await listen(`${server.url}/api/events`, browser.cookie, lastEventId);
  open.push(stream);
  return stream;
};

const happen = (subjectId: string, businessId = world.business.id, kind = "conversation.changed") =>
  world.db.inBusiness(businessId, (tx) => tellConsole(tx, businessId, [{ kind, subjectId }]));

describe("the stream of events", () => {
  test("tells what happens while it is open, as no cache and no proxy may keep it", async () => {
    const stream = await connect();
    await stream.until("ready");
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    expect(stream.headers.get("cache-control")).toContain("no-transform");
    const id = newId();
    await happen(id);
    expect(await stream.subject(id)).toMatchObject({
      event: "change",
      data: { kind: "conversation.changed", subjectId: id },
    });
  });

  test("is for who is signed in", async () => {
    const refused = await fetch(`${server.url}/api/events`);
    expect(refused.status).toBe(401);
  });

  test("cut while twenty things happen, tells exactly these twenty, once each and in their order, when it is back", async () => {
    const before = await connect();
    const ready = await before.until("ready");
    const seen = newId();
    await happen(seen);
    const last = await before.subject(seen);
    before.cut();

    const missed = Array.from({ length: 20 }, () => newId());
    for (const id of missed) await happen(id);
    const after = await connect(admin, last.id);
    await after.until("ready");
    // What began earlier and still runs elsewhere may keep the last of them back for a moment.
    await after.subject(missed.at(-1) ?? "");
    expect(after.subjects()).toEqual(missed);

    // From where nothing had happened yet, it is those and the one before.
    const fromReady = await connect(admin, ready.id);
    await fromReady.subject(missed.at(-1) ?? "");
    expect(fromReady.subjects()).toEqual([seen, ...missed]);
  });

  test("opened anew with what was heard last, tells what was missed, as it does to a browser that comes back", async () => {
    const before = await connect();
    const seen = newId();
    await happen(seen);
    const { id } = await before.subject(seen);
    before.cut();
    const missed = [newId(), newId()];
    for (const one of missed) await happen(one);
    const after = await listen(`${server.url}/api/events?after=${id}`, admin.cookie);
    open.push(after);
    await after.until("ready");
    // What began earlier and still runs elsewhere may keep the last of them back for a moment.
    await after.subject(missed.at(-1) ?? "");
    expect(after.subjects()).toEqual(missed);
  });

  /** A stream that beats all the time, from its server's first moment to the last. */
  async function beating(db: Database, { before }: { before?: string } = {}) {
    const pump = makePump(world.deps);
    const streams = makeStreams({ ...world.deps, db, pump, metrics: makeMetrics() }, { heartbeatMs: 20 });
    const stillHere = () => Promise.resolve(true);
    const app = express().get("/", (_, response) =>
      streams.open(response, { businessId: world.business.id, role: "admin", lastEventId: before, stillHere }),
    );
    const here = app.listen(0, "127.0.0.1");
    await once(here, "listening");
    const address = here.address();
    assert(typeof address === "object" && address !== null, "it listens");
    const stream = await listen(`http://127.0.0.1:${address.port}/`, "");
    return {
      stream,
      [Symbol.dispose]() {
        stream.cut();
        streams.stop();
        pump.stop();
        here.close();
      },
    };
  }

  test("beats, with the place it has reached, so that a page can tell silence from a dead line", async () => {
    using line = await beating(world.db);
    const subject = newId();
    await happen(subject);
    await line.stream.subject(subject);
    const beat = await line.stream.until("beat");
    expect(readCursor(beat.id)).toBeDefined();
  });

  test("beats without a place until it knows where to begin: the browser's own still holds", async () => {
    const began = Promise.withResolvers<void>();
    const slow: Database = {
      ...world.db,
      inBusiness: async (businessId, work) => {
        await began.promise;
        return world.db.inBusiness(businessId, work);
      },
    };
    // Beyond what this process has read, so that the database has to say whether it knows of it.
    using line = await beating(slow, {
      before: writeCursor({ xid: "9999999999", sequence: 9n, at: systemClock.now() }),
    });
    expect((await line.stream.until("beat")).id).toBe("");
    began.resolve();
    expect(readCursor((await line.stream.until("ready")).id)).toBeDefined();
    expect(line.stream.events.find(({ event }) => event === "reset")?.id).toBeDefined();
  });

  test("leaves nothing out and tells nothing twice when it is cut again and again under load", async () => {
    const told: string[] = [];
    const all = Array.from({ length: 60 }, () => newId());
    let cursor = (await (await connect()).until("ready")).id;
    const writing = (async () => {
      for (let i = 0; i < all.length; i += 4) await Promise.all(all.slice(i, i + 4).map((id) => happen(id)));
    })();
    while (told.length < all.length) {
      const stream = await connect(admin, cursor);
      await stream.until("ready");
      const heard = stream.events.filter(({ event }) => event === "change");
      stream.cut();
      // The stream may begin with the last of what the tests before this one made.
      told.push(...heard.flatMap(({ data }) => data.subjectId ?? []).filter((id) => all.includes(id)));
      cursor = heard.at(-1)?.id ?? cursor;
    }
    await writing;
    expect(told).toHaveLength(all.length);
    expect(new Set(told)).toEqual(new Set(all));
  });

  test("waits for a transaction that began earlier and still runs, so that nothing appears behind what was told", async () => {
    const stream = await connect();
    await stream.until("ready");
    const [slow, quick] = [newId(), newId()];
    const told = Promise.withResolvers<void>();
    const running = world.db.inBusiness(world.business.id, async (tx) => {
      await tellConsole(tx, world.business.id, [{ kind: "conversation.changed", subjectId: slow }]);
      await happen(quick);
      await told.promise;
    });
    // Two looks of the pump, which finds the quick one and must not tell it yet.
    const look = newId();
    await world.owner`select pg_sleep(0.5)`;
    expect(stream.subjects()).not.toContain(quick);
    told.resolve();
    await running;
    await happen(look);
    await stream.subject(look);
    expect(stream.subjects().filter((id) => [slow, quick, look].includes(id))).toEqual([slow, quick, look]);
  });

  test("begins anew after a cut that was too long, and after a cursor that is none of this database's", async () => {
    const old = systemClock.now().minus({ hours: 48 }).toSeconds();
    for (const cursor of [
      `100.1.${Math.floor(old)}`,
      "nonsense",
      `9999999999.1.${Math.floor(systemClock.now().toSeconds())}`,
    ]) {
      const stream = await connect(admin, cursor);
      await stream.until("ready");
      expect(stream.events.map(({ event }) => event)).toEqual(["reset", "ready"]);
    }
  });

  test("tells of no other business", async () => {
    const other = await server.otherBusiness();
    const theirs = await server.signInAs("admin", "Otra persona", other);
    const [mine, foreign] = [await connect(), await connect(theirs)];
    await Promise.all([mine.until("ready"), foreign.until("ready")]);
    const [ours, notOurs] = [newId(), newId()];
    await happen(ours);
    await happen(notOurs, other.id);
    await Promise.all([mine.subject(ours), foreign.subject(notOurs)]);
    expect(mine.subjects()).not.toContain(notOurs);
    expect(foreign.subjects()).toEqual([notOurs]);
  });

  test("tells a role nothing of what it may not read", async () => {
    const owner = await server.signInAs("business");
    const stream = await connect(owner);
    await stream.until("ready");
    const [chat, list] = [newId(), newId()];
    await happen(chat);
    await happen(list, world.business.id, "debtor-list.changed");
    await stream.subject(list);
    expect(stream.subjects()).toEqual([list]);
  });

  test("ends with the server, so that a browser goes to the next one", async () => {
    const second = await startConsole(database, world);
    const somebody = await second.signInAs("agent");
    const stream = await listen(`${second.url}/api/events`, somebody.cookie);
    await stream.until("ready");
    await second[Symbol.asyncDispose]();
    await stream.ended;
    expect(stream.isOpen()).toBe(false);
  });
});

test("events are forgotten after two days, and not before", async () => {
  const [old, young] = [newId(), newId()];
  await happen(old);
  await happen(young);
  await world.owner`update console_event set recorded_at = now() - interval '48 hours 1 minute' where subject_id = ${old}`;
  await pruneConsoleEvents(world.deps);
  const left = await world.owner<
    { subjectId: string }[]
  >`select subject_id from console_event where subject_id in (${old}, ${young})`;
  expect(left.map(({ subjectId }) => subjectId)).toEqual([young]);
});
