import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink } from "../../db/channel-links.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import type { TakeEvent } from "../../src/app/channels/take-event.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { createDatabase } from "../support/database.ts";
import { endWhatStandsStill } from "../support/end-what-stands-still.ts";
import { type Exchange, startExchange } from "../support/linked-phones/exchange.ts";
import { hostsOf } from "../support/linked-phones/hosts-of.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { makeWorld, type World } from "../support/world.ts";

// Real session hosts, a real database, and companions on a real socket. What is killed is killed by the kernel.

const OUR_PHONE = "573000000009";

/** One a test: a worker holds the phones of every business that there is. */
let database: Awaited<ReturnType<typeof createDatabase>>;
let world: World;
let exchange: Exchange;
let workers: Worker[] = [];
let programs: ChildProcess[] = [];
beforeEach(async () => {
  database = await createDatabase();
  [world, exchange] = await Promise.all([makeWorld(database), startExchange()]);
});
afterEach(async () => {
  // First: what stands still for a test would outlive it.
  for (const program of programs) if (program.exitCode === null && program.signalCode === null) await kill(program);
  programs = [];
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await exchange[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function work(options: Partial<Parameters<typeof startWorker>[0]> = {}): Promise<Worker> {
  const worker = await startWorker({
    db: world.db,
    appUrl: database.appUrl,
    exchangePort: exchange.port,
    ...options,
  });
  workers.push(worker);
  return worker;
}

async function addPhone(): Promise<string> {
  const id = newId();
  await world.db.inBusiness(world.business.id, (tx) =>
    insertChannel(tx, world.business.id, { id, kind: "baileys", name: "Linked", routingKey: `linked:${id}` }),
  );
  return id;
}

/** Linked by a QR, as a person would. */
async function linkedPhone(): Promise<string> {
  const id = await addPhone();
  await until("its session", () => exchange.connected().includes(id));
  await linkIt(id);
  return id;
}

async function linkIt(id: string): Promise<void> {
  await askToLink(id);
  await until("the QR", async () => (await linkOf(id))?.state.state === "qr");
  exchange.scan(id, OUR_PHONE);
  await until("the link", async () => (await linkOf(id))?.state.state === "open");
}

const askToLink = (channelId: string) =>
  askPhone(world.deps, { businessId: world.business.id, channelId, userId: "user-7", ask: { what: "link-by-qr" } });
const linkOf = (id: string) => world.db.inBusiness(world.business.id, (tx) => readLink(tx, world.business.id, id));
const leaseOf = async (id: string) =>
  (await world.owner<{ owner: string }[]>`select owner from session_lease where channel_id = ${id}`)[0]?.owner;
const blockOf = async (id: string) =>
  (await world.owner<{ blockedBecause: string | null }[]>`select blocked_because from channel where id = ${id}`)[0]
    ?.blockedBecause;
const inbound = (id: string) =>
  world.owner<{ body: string }[]>`select body from message where channel_id = ${id} and direction = 'in' order by id`;
const outbox = (id: string) =>
  world.owner<{ id: string; state: string; attempts: number }[]>`
    select o.id, o.state, o.attempts from outbox o join conversation c on c.id = o.conversation_id where c.channel_id = ${id} order by o.id`;

async function kill(program: ChildProcess): Promise<void> {
  const gone = once(program, "exit");
  program.kill("SIGKILL");
  await gone;
}

function startProgram(): ChildProcess {
  const path = fileURLToPath(new URL("../support/linked-phones/worker-program.ts", import.meta.url));
  const program = spawn(process.execPath, [path, database.appUrl, String(exchange.port)], { stdio: "ignore" });
  programs.push(program);
  return program;
}

test("a phone is linked by a QR, and answers a debtor who writes to it", async () => {
  const debtor = await world.addDebtor(1);
  await work();
  const id = await linkedPhone();
  expect(await linkOf(id)).toMatchObject({ linkedBy: "user-7", selfPhone: OUR_PHONE, secret: null });
  expect(await blockOf(id)).toBeNull();

  exchange.writes(id, { phone: debtor.phone.slice(1), lid: "100200300", text: "hola" });
  await until("an answer", () => exchange.arrived.find(({ channelId }) => channelId === id));
  const [contact] = await world.owner`select lid from contact where id = ${debtor.contactId}`;
  expect(contact).toEqual({ lid: "100200300" });
  await until("it to be recorded", async () => (await outbox(id)).every(({ state }) => state === "accepted"));
});

test("what lets anybody link is sealed, and is gone when it is over", async () => {
  await work();
  const id = await addPhone();
  await until("its session", () => exchange.connected().includes(id));
  await askToLink(id);
  const link = await until("the QR", async () => {
    const found = await linkOf(id);
    return found?.state.state === "qr" ? found : undefined;
  });
  expect(JSON.stringify(link.state)).not.toContain("qr-of");
  const worker = present(workers[0], "the worker");
  expect(worker.deps.secrets.unseal(present(link.secret, "the QR"))).toBe(`qr-of-${id}`);
  expect(await blockOf(id)).toBe("link.unlinked");
  exchange.scan(id, OUR_PHONE);
  await until("it to be over", async () => (await linkOf(id))?.secret === null);
});

test("a host that is killed loses no send and no message, and doubles none", async () => {
  const debtors = await Promise.all([1, 2, 3, 4].map((number) => world.addDebtor(number)));
  let isHeld = false;
  const { promise: letGo, resolve: release } = Promise.withResolvers<void>();
  // What arrives is in the journal by then, and not yet in the database's messages.
  const around =
    (take: TakeEvent): TakeEvent =>
    async (phone, event) => {
      if (isHeld && event.type === "message") await letGo;
      return take(phone, event);
    };
  await work({ around });
  const id = await linkedPhone();
  // Not the pace of a phone linked a minute ago: the three leave together.
  await world.owner`update channel set every_ms = 0 where id = ${id}`;
  exchange.faults.isSilent = true;
  for (const debtor of debtors.slice(0, 3)) exchange.writes(id, { phone: debtor.phone.slice(1), text: "hola" });
  await until("three sends under way", () => exchange.arrived.length >= 3);
  isHeld = true;
  exchange.writes(id, { phone: present(debtors[3], "the fourth").phone.slice(1), text: "soy yo" });
  const journal = () => world.owner<{ sha256: string }[]>`select sha256 from session_inbox where channel_id = ${id}`;
  await until("it in the journal", async () => (await journal()).length === 1);

  const [host] = await hostsOf(process.pid);
  process.kill(present(host, "the host"), "SIGKILL");
  release();
  isHeld = false;
  exchange.faults.isSilent = false;

  await until("the phone to come back", () => (exchange.hellos.get(id) ?? 0) >= 2);
  await until("all four to be told", async () => (await inbound(id)).length === 4);
  await until("an empty journal", async () => (await journal()).length === 0);
  await until("every send settled", async () => {
    const sends = await outbox(id);
    return sends.length >= 4 && sends.every(({ state }) => state === "accepted");
  });
  expect((await inbound(id)).map(({ body }) => body).toSorted()).toEqual(["hola", "hola", "hola", "soy yo"]);
  const ids = exchange.arrived.map(({ outboxId }) => outboxId);
  expect(ids.length).toBe(new Set(ids).size);
});

test("of two workers one has the phone; when it is killed its hosts end, and the other goes on", async () => {
  const debtor = await world.addDebtor(1);
  const first = await work();
  const id = await linkedPhone();
  await first.stop();
  workers = [];

  const program = startProgram();
  await until("the program to have it", () => exchange.connected().includes(id) && (exchange.hellos.get(id) ?? 0) >= 2);
  const owner = await leaseOf(id);
  const second = await work();
  const hosts = await until("its host", async () => {
    const found = await hostsOf(present(program.pid, "the program's id"));
    return found.length > 0 && found;
  });
  // It has looked many times by now, and found the phone taken.
  await until(
    "a renewal",
    async () =>
      (await world.owner`select from session_lease where until > now() + interval '2800 milliseconds'`).length === 1,
  );
  expect(await leaseOf(id)).toBe(owner);
  expect(second.remoteOf(id, "baileys").canSend()).toBe(false);
  expect(second.deps.sendable(world.business.id)).toEqual([]);

  await kill(program);
  await until("its hosts to have ended", async () => {
    return hosts.every((host) => {
      try {
        process.kill(host, 0);
        return false;
      } catch {
        return true;
      }
    });
  });
  await until(
    "the other to have it",
    async () => (await leaseOf(id)) !== owner && second.remoteOf(id, "baileys").canSend(),
  );
  exchange.writes(id, { phone: debtor.phone.slice(1), text: "hola" });
  await until("an answer", () => exchange.arrived.find(({ channelId }) => channelId === id));
  expect(exchange.hellos.get(id)).toBe(3);
});

test("a worker that stands still loses its phones in time, and does not fight for them when it wakes", async () => {
  const first = await work();
  const id = await linkedPhone();
  await first.stop();
  workers = [];
  const program = startProgram();
  await until("the program to have it", () => (exchange.hellos.get(id) ?? 0) >= 2 && exchange.connected().includes(id));
  program.kill("SIGSTOP");
  // Its host closes the session by its own clock, before anybody else may open it.
  await until("it to be let go of", () => !exchange.connected().includes(id));
  const second = await work();
  await until("the other to have it", async () => {
    await endWhatStandsStill(world);
    return second.remoteOf(id, "baileys").canSend();
  });
  const owner = await leaseOf(id);
  program.kill("SIGCONT");
  await until(
    "a renewal",
    async () =>
      (await world.owner`select from session_lease where until > now() + interval '2800 milliseconds'`).length === 1,
  );
  expect(await leaseOf(id)).toBe(owner);
  expect(exchange.hellos.get(id)).toBe(3);
  expect((await linkOf(id))?.state.state).toBe("open");
});

test("a session that is another's by its lease is closed at once", async () => {
  const worker = await work();
  const id = await linkedPhone();
  await world.owner`update session_lease set owner = ${newId()}, until = now() + interval '1 hour' where channel_id = ${id}`;
  await until("it to be closed", () => !exchange.connected().includes(id), { withinMs: 3_000 });
  expect(worker.remoteOf(id, "baileys").canSend()).toBe(false);
  // What it would say of being thrown out is not believed.
  expect((await linkOf(id))?.state.state).toBe("open");
});

test("a session that takes its lease for another's is closed, and opened anew where the lease is ours after all", async () => {
  const worker = await work();
  const id = await linkedPhone();
  exchange.tell(id, { say: "lease-lost" });
  await until("it to come back", () => exchange.hellos.get(id) === 2 && worker.remoteOf(id, "baileys").canSend());
});

test("a lock on one business's leases lets no other's run out", async () => {
  await using other = await makeWorld(database);
  await work();
  const id = await addPhone();
  await until("its session", () => exchange.connected().includes(id));
  const others = newId();
  await other.db.inBusiness(other.business.id, (tx) =>
    insertChannel(tx, other.business.id, {
      id: others,
      kind: "baileys",
      name: "Linked",
      routingKey: `linked:${others}`,
    }),
  );
  await until("the other's session", () => exchange.connected().includes(others));
  const locked = world.owner.begin(async (tx) => {
    await tx`select from session_lease where channel_id = ${id} for update`;
    // Longer than a lease.
    await pause(6_000);
  });
  await locked;
  await until("the first to be back", () => exchange.connected().includes(id));
  expect(exchange.hellos.get(others)).toBe(1);
  expect(exchange.connected()).toContain(others);
});

test("one phone that takes its host down is found, and the others come back without it; a person is called and no loop begun", async () => {
  const worker = await work({ perProcess: 4 });
  const ids = [await linkedPhone(), await linkedPhone(), await linkedPhone()];
  expect(await hostsOf(process.pid)).toHaveLength(1);
  const bad = present(ids[0], "one of them");
  exchange.faults.crashAtHello.add(bad);
  exchange.tell(bad, { say: "crash" });
  await until("it to be given up", async () => (await linkOf(bad))?.state.because === "failing");
  expect(await blockOf(bad)).toBe("link.failing");
  const hellos = exchange.hellos.get(bad);
  for (const id of ids.slice(1)) {
    await until("the others to be back", () => worker.remoteOf(id, "baileys").canSend());
    expect(await blockOf(id)).toBeNull();
  }
  const alarms = await world.owner`select subject_id from alarm where kind = 'channel.blocked'`;
  expect(alarms).toEqual([{ subjectId: bad }]);
  expect(exchange.hellos.get(bad)).toBe(hellos);

  // Somebody who looks after it need not wait.
  exchange.faults.crashAtHello.delete(bad);
  await askToLink(bad);
  await until("it to be back", () => worker.remoteOf(bad, "baileys").canSend());
  expect(await blockOf(bad)).toBeNull();
});

test("a phone that cannot start raises one alarm, and after its second round of tries rests until somebody asks", async () => {
  const worker = await work({ timing: { restMs: 1_000, firstRetryMs: 50, longestRetryMs: 100 } });
  const id = await linkedPhone();
  const before = present(exchange.hellos.get(id), "its hellos");
  exchange.faults.crashAtHello.add(id);
  exchange.tell(id, { say: "crash" });
  const alarms = () => world.owner`select id from alarm where kind = 'channel.blocked' and subject_id = ${id}`;
  await until("the alarm", async () => (await alarms()).length > 0);
  await until("the second round", () => exchange.hellos.get(id) === before + 9, { withinMs: 40_000 });
  await pause(3_000);
  expect(exchange.hellos.get(id)).toBe(before + 9);
  expect(await alarms()).toHaveLength(1);
  expect((await linkOf(id))?.state).toMatchObject({ state: "ended", because: "failing" });

  exchange.faults.crashAtHello.delete(id);
  await askToLink(id);
  await until("it to be back", () => worker.remoteOf(id, "baileys").canSend());
});

test("linking is asked by one process and done by the one that has the phone; refused in words when none has", async () => {
  const id = await addPhone();
  const asked = { businessId: world.business.id, channelId: id, userId: "user-7", ask: { what: "unlink" } } as const;
  expect(await askPhone(world.deps, asked, { withinMs: 300 })).toEqual({ asked: false, because: "nobody-has-it" });
  expect((await linkOf(id))?.asked).toBeNull();
  expect(await askPhone(world.deps, { ...asked, channelId: world.channelId })).toEqual({
    asked: false,
    because: "no-such-number",
  });

  startProgram();
  await until("the program to have it", () => exchange.connected().includes(id));
  await linkIt(id);
  expect(await askPhone(world.deps, asked)).toEqual({ asked: true });
  await until("it to be unlinked", async () => (await linkOf(id))?.state.state === "unlinked");
  expect(exchange.keys.has(id)).toBe(false);
  expect(await linkOf(id)).toMatchObject({ linkedBy: null, linkedAt: null, selfPhone: null });
});

test("sends of a phone that another process has are neither taken nor put off", async () => {
  const debtor = await world.addDebtor(1);
  const holder = await work({ sends: false });
  const id = await linkedPhone();
  const other = await work({ sends: false });
  await until("both to know of it", () => other.deps.channels.has(id) && other);
  // It takes the turn, whose answer only the other can send.
  await world.says(debtor.phone, "nothing here");
  exchange.writes(id, { phone: debtor.phone.slice(1), text: "hola" });
  await until("it to be told", async () => (await inbound(id)).length === 1);
  await until("an answer to wait", async () => {
    await other.jobs.look(world.business.id);
    return (await outbox(id)).length > 0;
  });
  await holder.jobs.whenIdle();
  await until("the holder to send it", async () => {
    await Promise.all([other.jobs.look(world.business.id), holder.jobs.look(world.business.id)]);
    return exchange.arrived.some(({ channelId }) => channelId === id);
  });
  expect((await outbox(id)).every(({ attempts }) => attempts <= 1)).toBe(true);
});

test("a number taken out of use is closed, and its lease given back", async () => {
  const worker = await work();
  const id = await linkedPhone();
  await world.owner`update channel set retired_at = now() where id = ${id}`;
  await until("it to be closed", () => !exchange.connected().includes(id));
  await until("nobody to hold it", async () => (await leaseOf(id)) === undefined);
  await until("no process to send through it", () => worker.deps.channels.get(id) === undefined);
});

test("a stop lets go of the phone for whoever comes next, at once", async () => {
  const worker = await work();
  const id = await linkedPhone();
  await worker.stop();
  workers = [];
  expect(await leaseOf(id)).toBeUndefined();
  expect(await hostsOf(process.pid)).toEqual([]);
});
