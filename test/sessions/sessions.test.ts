import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink } from "../../db/channel-links.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import type { TakeEvent } from "../../src/app/channels/take-event.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { type Exchange, startExchange } from "../support/linked-phones/exchange.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { makeWorld, type World } from "../support/world.ts";

// Real session hosts, a real database, and companions on a real socket. What is killed is killed by the kernel.

const OUR_PHONE = "573000000009";

const database = useDatabase();
let world: World;
let exchange: Exchange;
let workers: Worker[] = [];
let programs: ChildProcess[] = [];
beforeEach(async () => {
  [world, exchange] = await Promise.all([makeWorld(database), startExchange()]);
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  for (const program of programs) if (program.exitCode === null && program.signalCode === null) await kill(program);
  programs = [];
  await exchange[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
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
  const program = spawn(process.execPath, [path, database.appUrl, String(exchange.port)], { stdio: ["ignore", "inherit", "inherit"] });
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
