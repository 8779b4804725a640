import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink, type StoredLink } from "../../db/channel-links.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { paths } from "../../src/paths.ts";
import { CAN_DRIVE, WHY_NOT } from "../channels/whatsapp-web/linked-page.ts";
import { createDatabase } from "../support/database.ts";
import { hostsOf } from "../support/linked-phones/hosts-of.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { type PageServer, startPageServer } from "../support/whatsapp-web-page/server.ts";
import { makeWorld, type World } from "../support/world.ts";

// The real session host with whatsapp-web.js and Chromium in it, against the stand-in's page.

const WITH_PINNED_PAGE = fileURLToPath(new URL("../support/linked-phones/web-session-host.ts", import.meta.url));

let database: Awaited<ReturnType<typeof createDatabase>>;
let world: World;
let server: PageServer;
let folder: string;
let worker: Worker | undefined;
beforeEach(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), "saldar-profiles-"));
  [world, server] = await Promise.all([makeWorld(database), startPageServer()]);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await server.close();
  await world[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function work(options: Partial<Parameters<typeof startWorker>[0]>): Promise<Worker> {
  worker = await startWorker({ db: world.db, appUrl: database.appUrl, ...options });
  return worker;
}

async function addPhone(): Promise<{ id: string; link(): Promise<StoredLink | undefined> }> {
  const { business, db, deps } = world;
  const id = newId();
  await db.inBusiness(business.id, (tx) =>
    insertChannel(tx, business.id, { id, kind: "whatsapp_web", name: "Linked", routingKey: `linked:${id}` }),
  );
  await askPhone(deps, { businessId: business.id, channelId: id, userId: "user-7", ask: { what: "link-by-qr" } });
  return { id, link: () => db.inBusiness(business.id, (tx) => readLink(tx, business.id, id)) };
}

describe.skipIf(!CAN_DRIVE)(CAN_DRIVE ? "in Chromium" : WHY_NOT, () => {
  test("a phone is linked by a QR in a host, answers once, and after a kill -9 answers once what came meanwhile", async () => {
    const { secrets } = (
      await work({
        entry: WITH_PINNED_PAGE,
        drivers: { whatsappWebFolder: folder, pinnedPages: server.pinned.folder },
      })
    ).deps;
    const debtor = await world.addDebtor(1);
    const chat = `${debtor.phone.slice(1)}@c.us`;
    const { id, link } = await addPhone();

    const shown = await until("the QR", async () => (await link())?.secret ?? undefined, { withinMs: 60_000 });
    expect(secrets.unseal(shown)).toContain("ref-1");
    server.link();
    await until("the link", async () => (await link())?.state.state === "open", { withinMs: 60_000 });
    expect(await link()).toMatchObject({ selfPhone: "573009999999", linkedBy: "user-7", secret: null });

    server.say({ chat, body: "hola" });
    await until("the answer", () => server.world.sent.length === 1, { withinMs: 30_000 });

    const [host] = await hostsOf(process.pid);
    process.kill(present(host, "the host"), "SIGKILL");
    await until("the end of the host", async () => !(await hostsOf(process.pid)).includes(host ?? 0));
    const meanwhile = server.say({
      chat,
      body: "quiero hablar con una persona",
      t: (server.world.history.at(-1)?.t ?? 0) + 2,
    });
    await until("the second answer", () => server.world.sent.length === 2, { withinMs: 90_000 });
    expect(server.world.sent.map(({ to }) => to)).toEqual([chat, chat]);

    // All that came is durable by now, so nothing more is answered.
    await until("the mark", async () => {
      const [row] = await world.owner<{ readUpTo: { toSeconds(): number } | null }[]>`
        select read_up_to from channel_link where channel_id = ${id}`;
      return row?.readUpTo?.toSeconds() === meanwhile.t;
    });
    const told = await world.owner<{ body: string }[]>`
      select body from message where channel_id = ${id} and direction = 'in' order by id`;
    expect(told.map(({ body }) => body)).toEqual(["hola", "quiero hablar con una persona"]);
    expect(server.world.sent).toHaveLength(2);
  }, 240_000);
});

test("where Chromium is not there, the phone's state says so, and what to install", async () => {
  await work({
    entry: paths.sessionHost,
    drivers: { whatsappWebFolder: folder, chromiumPath: join(folder, "no-chromium") },
    timing: { firstRetryMs: 20, longestRetryMs: 20 },
  });
  const { link } = await addPhone();
  const ended = await until("the end", async () => {
    const now = await link();
    return now?.state.state === "ended" ? now.state : undefined;
  });
  expect(ended).toMatchObject({ because: "failing", detail: expect.stringContaining("CHROMIUM_PATH") });
}, 60_000);
