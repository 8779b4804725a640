import { insertChannel } from "../../../db/businesses.ts";
import { readLink } from "../../../db/channel-links.ts";
import { askPhone } from "../../../src/app/channels/ask-phone.ts";
import { newId } from "../../../src/ids.ts";
import { createDatabase } from "../database.ts";
import { until } from "../until.ts";
import { makeWorld, type World } from "../world.ts";
import { type Exchange, startExchange } from "./exchange.ts";
import { startWorker, type Worker } from "./worker.ts";

/** A business, a worker with real session hosts, and the exchange on which its phones are. */
export type WorkerWorld = AsyncDisposable & {
  readonly world: World;
  readonly exchange: Exchange;
  readonly worker: Worker;
  /** Linked by a QR, as a person would. */
  linkedPhone(): Promise<string>;
  stateOf(channelId: string): Promise<string | undefined>;
};

/** On a database of its own: a worker holds the phones of every business that there is. */
export async function workerWorld(options: Partial<Parameters<typeof startWorker>[0]> = {}): Promise<WorkerWorld> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createDatabase());
  const world = stack.use(await makeWorld(database));
  const exchange = stack.use(await startExchange());
  const worker = await startWorker({
    db: world.db,
    appUrl: database.appUrl,
    exchangePort: exchange.port,
    ...options,
  });
  stack.defer(() => worker.stop());
  const opened = stack.move();
  const { business, db, deps } = world;
  const stateOf = async (id: string) =>
    (await db.inBusiness(business.id, (tx) => readLink(tx, business.id, id)))?.state.state;
  return {
    world,
    exchange,
    worker,
    stateOf,
    async linkedPhone() {
      const id = newId();
      await db.inBusiness(business.id, (tx) =>
        insertChannel(tx, business.id, { id, kind: "baileys", name: "Linked", routingKey: `linked:${id}` }),
      );
      await until("its session", () => exchange.connected().includes(id));
      await askPhone(deps, { businessId: business.id, channelId: id, userId: "user-7", ask: { what: "link-by-qr" } });
      await until("the QR", async () => (await stateOf(id)) === "qr");
      exchange.scan(id, "573000000009");
      await until("the link", async () => (await stateOf(id)) === "open");
      return id;
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}
