import { afterAll, beforeAll, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { present } from "../../../src/domain/assert.ts";
import { debtAdjusted, debtRaised } from "../../../src/domain/ledger/debts.ts";
import { negate, ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

test("somebody who writes first is asked who they are, and reads the balance once they have proved it", async () => {
  const { phone, document } = await world.addDebtor(1);
  await world.says(phone, "hola");
  await world.settle();
  expect(log.complaints).toEqual([]);
  expect(world.heard(phone)).toHaveLength(1);
  expect(world.heard(phone)[0]).not.toContain("600");

  await world.says(phone, document.slice(-4));
  await world.settle();
  expect(log.complaints).toEqual([]);
  expect(world.heard(phone)).toHaveLength(2);
  expect(world.heard(phone)[1]).toContain("600.000");
});

test("nobody whose debt is in another currency is told that they owe nothing: a person takes it", async () => {
  const { id, phone, document } = await world.addDebtor(2, { owed: 1n });
  await world.db.inBusiness(world.business.id, async (tx) => {
    const debtId = newId();
    await tx`
      insert into debt (business_id, id, debtor_id, reference, description, currency, due_on, row_fingerprint)
      values (${world.business.id}, ${debtId}, ${id}, 'USD-2', 'Factura en dólares', 'USD', '2026-09-15', 'x')`;
    const debt = { id: debtId, debtorId: id };
    await record(
      tx,
      debtRaised({
        debt,
        principal: ofUnits(90n, "USD"),
        reference: `test/${debtId}`,
        effectiveOn: isoDate("2026-09-15"),
      }),
    );
    const [pesos] = await tx<{ id: string }[]>`select id from debt where debtor_id = ${id} and currency = 'COP'`;
    const settled = {
      debt: { id: present(pesos, "the debt in pesos").id, debtorId: id },
      principal: negate(ofUnits(1n, "COP")),
    };
    await record(
      tx,
      debtAdjusted({ ...settled, reference: `test/settled/${debtId}`, effectiveOn: isoDate("2026-09-16") }),
    );
  });
  await world.says(phone, "hola");
  await world.settle();
  await world.says(phone, document.slice(-4));
  await world.settle();
  expect(log.complaints).toEqual([]);
  expect(world.heard(phone).at(-1)).toContain("una persona");
  expect(world.heard(phone).join()).not.toMatch(/nada pendiente|USD|90/);
});
