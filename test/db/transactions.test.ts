import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database, type Tx } from "../../db/client.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let db: Database;
beforeAll(() => {
  db = connect(database.appUrl, { max: 1, name: "saldar-test" });
});
afterAll(() => db.close());

test("what goes on beside a failure says nothing in the connection's next transaction", async () => {
  const hasEnded = Promise.withResolvers<void>();
  const said = Promise.withResolvers<unknown>();
  const goOn = async (tx: Tx): Promise<void> => {
    await tx`select 1`;
    await hasEnded.promise;
    try {
      said.resolve(await tx`select current_setting('app.business_id', true) as business`);
    } catch (error) {
      said.resolve(error);
    }
  };
  const failed = db.inBusiness(newId(), (tx) => Promise.all([goOn(tx), Promise.reject(new Error("a poison row"))]));
  await expect(failed).rejects.toThrow("a poison row");

  await db.inBusiness(newId(), async (tx) => {
    await tx`select 1`;
    hasEnded.resolve();
    expect(await said.promise).toMatchObject({ message: "a statement came after its transaction had ended" });
  });
});

test("a transaction that was kept after its end is refused", async () => {
  const kept = await db.inBusiness(newId(), async (tx) => ({ late: () => tx`select 1` }));
  expect(() => kept.late()).toThrow("a statement came after its transaction had ended");
});

test("a value that is undefined, beside other statements, fails its transaction at once, and the next goes on", async () => {
  // What the types forbid and a cast may bring.
  const absent: { readonly id: string } = JSON.parse("{}");
  const broken = db.inBusiness(newId(), async (tx) => {
    const wrong = async () => tx`select ${absent.id}::text`;
    await Promise.all([tx`select 1`, tx`select pg_sleep(0.05)`, wrong(), tx`select 2`]);
  });
  await expect(broken).rejects.toThrow("a statement was given a value that is undefined");
  expect(await db.inBusiness(newId(), (tx) => tx`select 3 as three`)).toEqual([{ three: 3 }]);
});

test("nothing of a transaction is kept once it is over, however long its connection stands", async () => {
  const bring = async (): Promise<WeakRef<object>> =>
    new WeakRef(await db.inBusiness(newId(), async () => ({ messages: "what was said" })));
  const fail = async (): Promise<WeakRef<object>> =>
    new WeakRef(
      await db
        .inBusiness(newId(), () => Promise.reject(new Error("a poison row")))
        .catch((error: unknown) => (error instanceof Error ? error : {})),
    );
  const kept = [await bring(), await bring(), await fail()];

  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  // A reference that was looked at stays until the end of its turn of the event loop.
  await nextTurn();
  collectGarbage();
  expect(kept.map((reference) => reference.deref())).toEqual([undefined, undefined, undefined]);
});

test("only work that finds rows by their keys is kept from joining whole tables, on connections whose plans are its own", async () => {
  const business = newId();
  const joins = (tx: Tx) => tx`
    select current_setting('app.business_id') as business, current_setting('enable_hashjoin') as hash,
      current_setting('enable_mergejoin') as merge, current_setting('enable_seqscan') as whole`;
  expect(await db.inBusinessByKey(business, joins)).toEqual([{ business, hash: "off", merge: "off", whole: "off" }]);
  expect(await db.inBusiness(business, joins)).toEqual([{ business, hash: "on", merge: "on", whole: "off" }]);

  const connection = async (tx: Tx) => (await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid;
  expect(await db.inBusinessByKey(business, connection)).not.toBe(await db.inBusiness(business, connection));
});

test("a database that nobody can reach is unavailable, each time anew, and never what was asked of it", async () => {
  const nowhere = connect("postgres://nobody@127.0.0.1:1/none", { max: 1, name: "saldar-test" });
  for (const begin of [nowhere.inBusiness, nowhere.inBusinessByKey, nowhere.inBusiness])
    await expect(begin(newId(), (tx) => tx`select 1`)).rejects.toMatchObject({
      code: "database.unavailable",
      cause: { code: "ECONNREFUSED" },
    });
  await nowhere.close();
});

test("a lock that was waited for too long, and a deadlock, are the moment's fault", async () => {
  const several = connect(database.appUrl, { max: 2, name: "saldar-test" });
  const inTurn = (tx: Tx, key: number) => tx`select pg_advisory_xact_lock(${key})`;
  const has = { first: Promise.withResolvers<void>(), second: Promise.withResolvers<void>() };
  const first = several.inBusiness(newId(), async (tx) => {
    await inTurn(tx, 1);
    has.first.resolve();
    await has.second.promise;
    await inTurn(tx, 2);
  });
  const second = several.inBusiness(newId(), async (tx) => {
    await inTurn(tx, 2);
    has.second.resolve();
    await has.first.promise;
    await inTurn(tx, 1);
  });
  const lost = (await Promise.allSettled([first, second])).filter(({ status }) => status === "rejected");
  expect(lost).toMatchObject([{ reason: { code: "database.unavailable", cause: { code: "40P01" } } }]);

  await several.inBusiness(newId(), async (holder) => {
    await inTurn(holder, 3);
    const late = several.inBusiness(newId(), async (tx) => {
      await tx`select set_config('lock_timeout', '50ms', true)`;
      await inTurn(tx, 3);
    });
    await expect(late).rejects.toMatchObject({ code: "database.unavailable", cause: { code: "55P03" } });
  });
  await expect(several.inBusiness(newId(), (tx) => tx`select 1 / 0`)).rejects.toMatchObject({ code: "22012" });
  await several.close();
});
