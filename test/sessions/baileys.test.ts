import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink } from "../../db/channel-links.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { paths } from "../../src/paths.ts";
import { useDatabase } from "../support/database.ts";
import { hostsOf } from "../support/linked-phones/hosts-of.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { quietSignal } from "../support/whatsapp-server/quiet-signal.ts";
import { startWhatsAppServer, type WhatsAppServer } from "../support/whatsapp-server/whatsapp-server.ts";
import { makeWorld, type World } from "../support/world.ts";

// The real session host with Baileys in it, against a WhatsApp server on loopback.

const database = useDatabase();
let world: World;
let server: WhatsAppServer;
let worker: Worker;
beforeEach(async () => {
  quietSignal();
  [world, server] = await Promise.all([makeWorld(database), startWhatsAppServer()]);
  worker = await startWorker({
    db: world.db,
    appUrl: database.appUrl,
    entry: paths.sessionHost,
    drivers: { baileysSocketUrl: server.url },
  });
});
afterEach(async () => {
  await worker.stop();
  await server.close();
  await world[Symbol.asyncDispose]();
});

test("a phone is linked by a QR through Baileys in a host, answers, and after a kill -9 answers what came meanwhile", async () => {
  const { business, db, deps } = world;
  const shop = server.addUser("573000000001", "Tienda de muestra 07");
  const debtor = await world.addDebtor(1);
  const person = server.addUser(debtor.phone.slice(1), "Persona de muestra 1");
  const id = newId();
  await db.inBusiness(business.id, (tx) =>
    insertChannel(tx, business.id, { id, kind: "baileys", name: "Linked", routingKey: `linked:${id}` }),
  );
  const link = () => db.inBusiness(business.id, (tx) => readLink(tx, business.id, id));

  await askPhone(deps, { businessId: business.id, channelId: id, userId: "user-7", ask: { what: "link-by-qr" } });
  const shown = await until("the QR", async () => (await link())?.secret ?? undefined);
  server.scanQr(shop, worker.deps.secrets.unseal(shown));
  await until("the link", async () => (await link())?.state.state === "open", { withinMs: 40_000 });
  expect(await link()).toMatchObject({ selfPhone: "573000000001", linkedBy: "user-7", secret: null });

  await server.phone(person).says(shop, "hola");
  const [first] = await server.untilShown(person, 1);
  expect(present(first, "the answer").text).toBeTruthy();

  const [host] = await hostsOf(process.pid);
  process.kill(present(host, "the host"), "SIGKILL");
  await server.phone(person).says(shop, "quiero hablar con una persona");
  await server.untilShown(person, 2);
  const told = await world.owner<{ body: string }[]>`
    select body from message where channel_id = ${id} and direction = 'in' order by id`;
  expect(told.map(({ body }) => body)).toEqual(["hola", "quiero hablar con una persona"]);
}, 120_000);
