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

test("the log keeps of each message what was said in it, what was thought of it, and which message it was", async () => {
  const { phone, document } = await world.addDebtor(3);
  for (const words of ["hola", document.slice(-4), "¿cuánto debo?"]) {
    await world.says(phone, words);
    await world.settle();
  }
  const kept = await world.owner<{ event: string; body: string; meaning: Record<string, unknown> }[]>`
    select e.event->>'type' as event, m.body, e.meaning from conversation_event e
    join contact k on k.business_id = e.business_id and k.phone = ${phone}
    join conversation c on c.business_id = e.business_id and c.id = e.conversation_id and c.contact_id = k.id
    join message m on m.business_id = e.business_id and m.id = (e.meaning->>'messageId')::uuid
    order by e.revision, e.position`;
  expect(kept.map(({ event, body }) => [event, body])).toEqual([
    ["debtor.provedIdentity", document.slice(-4)],
    ["debtor.askedBalance", "¿cuánto debo?"],
  ]);
  expect(kept.at(-1)?.meaning).toMatchObject({
    intent: "ask_balance",
    act: "act",
    candidates: [],
    also: [],
  });
});
