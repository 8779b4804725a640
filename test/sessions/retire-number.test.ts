import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { readLink } from "../../db/channel-links.ts";
import { askPhone } from "../../src/app/channels/ask-phone.ts";
import { retireNumber } from "../../src/app/channels/retire-number.ts";
import { newId } from "../../src/ids.ts";
import { createDatabase } from "../support/database.ts";
import { type Exchange, startExchange } from "../support/linked-phones/exchange.ts";
import { startWorker, type Worker } from "../support/linked-phones/worker.ts";
import { until } from "../support/until.ts";
import { makeWorld, type World } from "../support/world.ts";

// A number that is taken out of use while a real session host holds its phone.

/** One a test: a worker holds the phones of every business that there is. */
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

async function linkedPhone(): Promise<string> {
  const { business, db, deps } = world;
  const id = newId();
  await db.inBusiness(business.id, (tx) =>
    insertChannel(tx, business.id, { id, kind: "baileys", name: "Linked", routingKey: `linked:${id}` }),
  );
  const stateOf = async () => (await db.inBusiness(business.id, (tx) => readLink(tx, business.id, id)))?.state.state;
  await until("its session", () => exchange.connected().includes(id));
  await askPhone(deps, { businessId: business.id, channelId: id, userId: "user-7", ask: { what: "link-by-qr" } });
  await until("the QR", async () => (await stateOf()) === "qr");
  exchange.scan(id, "573000000009");
  await until("the link", async () => (await stateOf()) === "open");
  return id;
}

test("a phone that is retired is told first to remove us; one that cannot be told is retired all the same, and a person hears it", async () => {
  const [told, deaf, untold] = [await linkedPhone(), await linkedPhone(), await linkedPhone()];
  const deps = { ...worker.deps, channelsChanged: () => Promise.resolve() };
  const retire = (channelId: string) =>
    retireNumber(
      deps,
      { businessId: world.business.id, userId: "user-7", channelId, reason: "no longer ours" },
      {
        askWithinMs: 2_000,
      },
    );
  const left = () => world.owner`select subject_id from alarm where kind = 'channel.companion-left' order by id`;
  expect(exchange.keys.has(told)).toBe(true);
  expect(await retire(told)).toEqual({ companion: "removed" });
  expect(exchange.keys.has(told)).toBe(false);
  expect(await left()).toEqual([]);

  // It is connected, its keys are forgotten here, and the phone never said that it took us off.
  exchange.faults.keepsCompanion.add(deaf);
  expect(await retire(deaf)).toEqual({ companion: "left" });
  expect(exchange.keys.has(deaf)).toBe(true);
  expect(await left()).toEqual([{ subjectId: deaf }]);

  // Nobody holds it any more, and its link still reads as it was.
  await worker.stop();
  expect(await retire(untold)).toEqual({ companion: "left" });
  expect(exchange.keys.has(untold)).toBe(true);
  expect(await left()).toEqual([{ subjectId: deaf }, { subjectId: untold }]);
  expect(await retire(untold)).toEqual({ companion: "none" });
  const [row] = await world.owner`
    select count(*)::int as keys, (select count(*)::int from channel where retired_at is not null) as retired
    from session_key`;
  expect(row).toEqual({ keys: 0, retired: 3 });
});
