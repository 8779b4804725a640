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
