import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink } from "../../db/channel-links.ts";
import { liftBlocks } from "../../db/number-blocks.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import { LIFTED_BY_PERSON } from "../../src/domain/outreach/block-source.ts";
import { newId } from "../../src/ids.ts";
import { createDatabase } from "../support/database.ts";
import { type Exchange, startExchange } from "../support/linked-phones/exchange.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { makeWorld, type World } from "../support/world.ts";

// WhatsApp restricts a number while a real session host holds its phone.

/** A worker holds the phones of every business that there is. */
let database: Awaited<ReturnType<typeof createDatabase>>;
let world: World;
let exchange: Exchange;
let worker: Worker;
beforeEach(async () => {
  database = await createDatabase();
  [world, exchange] = await Promise.all([makeWorld(database), startExchange()]);
  worker = await startWorker({ db: world.db, appUrl: database.appUrl, exchangePort: exchange.port });
});
afterEach(async () => {
  await worker.stop();
  await exchange[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

test("a phone that WhatsApp restricts answers again as soon as a person lets it go on: its link stood all the time", async () => {
  const { business, db, owner } = world;
  const id = newId();
  await db.inBusiness(business.id, (tx) =>
    insertChannel(tx, business.id, { id, kind: "baileys", name: "Linked", routingKey: `linked:${id}` }),
  );
  const stateOf = async () => (await db.inBusiness(business.id, (tx) => readLink(tx, business.id, id)))?.state.state;
  const debtor = await world.addDebtor(1);
  await until("its session", () => exchange.connected().includes(id));
  await askPhone(world.deps, { businessId: business.id, channelId: id, userId: "user-7", ask: { what: "link-by-qr" } });
  await until("the QR", async () => (await stateOf()) === "qr");
  exchange.scan(id, "573000000009");
  await until("the link", async () => (await stateOf()) === "open");

  exchange.tell(id, { say: "restricted" });
  await until("its block", async () => (await stateOf()) === "restricted");
  expect(await owner`select blocked_because from channel where id = ${id}`).toEqual([
    { blockedBecause: "link.restricted" },
  ]);
  exchange.writes(id, { phone: debtor.phone.slice(1), text: "hola" });
  await until("an answer that waits", async () => (await owner`select from outbox`).length > 0);
  expect(exchange.arrived).toEqual([]);

  await db.inBusiness(business.id, (tx) => liftBlocks(tx, business.id, { channelId: id, sources: LIFTED_BY_PERSON }));
  await until("the answer", () => exchange.arrived.find(({ channelId }) => channelId === id));
});
