import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settlePromises } from "../../db/promises.ts";
import { present } from "../../src/domain/assert.ts";
import { addDays, type IsoDate, isoDate } from "../../src/domain/time.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../support/world.ts";

const database = useDatabase();
const DUE = isoDate("2026-11-20");
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Somebody who promised COP 1,000 for the day, and whose payments nobody told the promise of. */
async function promised(paidMinor: bigint, dueOn: IsoDate = DUE): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  const { id: businessId } = world.business;
  const [conversation] = await world.owner<{ id: string }[]>`
    select id from conversation where contact_id = ${debtor.contactId}`;
  await world.owner`
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    values (${businessId}, ${newId()}, ${debtor.id}, ${present(conversation, "a conversation").id}, '2026-11-18', ${dueOn}, 100000, 'COP')`;
  if (paidMinor > 0n)
    await world.owner`
      insert into payment (business_id, id, money_object, provider, debtor_id, state, amount_minor, currency)
      values (${businessId}, ${newId()}, ${`test:${newId()}`}, 'transfer', ${debtor.id}, 'settled', ${paidMinor}, 'COP')`;
  return debtor;
}

const noonOf = (day: IsoDate) => DateTime.fromISO(`${day}T12:00:00`, { zone: "America/Bogota" }) as DateTime<true>;
const settle = (today: IsoDate, only?: Parameters<typeof settlePromises>[3]) =>
  world.db.inBusiness(world.business.id, (tx) =>
    settlePromises(tx, world.business.id, { now: noonOf(today), zone: "America/Bogota" }, only),
  );

const stateOf = async (debtor: SampleDebtor): Promise<string | undefined> => {
  const [row] = await world.owner<{ state: string }[]>`select state from promise where debtor_id = ${debtor.id}`;
  return row?.state;
};

test("a promise is broken when its day is over, and not on it; one that was paid unnoticed is then kept", async () => {
  const [unpaid, tooLittle, paid] = [await promised(0n), await promised(99_999n), await promised(100_000n)];
  expect(await settle(DUE)).toEqual([]);
  const changed = await settle(addDays(DUE, 1));
  expect(new Map(changed.map(({ debtorId, state }) => [debtorId, state]))).toEqual(
    new Map([
      [unpaid.id, "broken"],
      [tooLittle.id, "broken"],
      [paid.id, "kept"],
    ]),
  );
  expect(await settle(addDays(DUE, 1))).toEqual([]);
});

test("a day is over where the debtor is", async () => {
  const [west, east, here] = [await promised(0n), await promised(0n), await promised(0n)];
  await world.owner`update debtor set zone = 'America/Tijuana' where id = ${west.id}`;
  await world.owner`update debtor set zone = 'America/Sao_Paulo' where id = ${east.id}`;
  const at = async (time: string) => {
    const now = DateTime.fromISO(time, { zone: "America/Bogota" }) as DateTime<true>;
    const changed = await world.db.inBusiness(world.business.id, (tx) =>
      settlePromises(tx, world.business.id, { now, zone: "America/Bogota" }),
    );
    return changed.map(({ debtorId }) => debtorId);
  };
  expect(await at("2026-11-20T21:59:59")).toEqual([]);
  expect(await at("2026-11-20T22:00:00")).toEqual([east.id]);
  expect(await at("2026-11-21T00:00:00")).toEqual([here.id]);
  expect(await at("2026-11-21T02:59:59")).toEqual([]);
  expect(await at("2026-11-21T03:00:00")).toEqual([west.id]);
});

test("who has just paid has kept their word at once, and nobody else's is looked at", async () => {
  const [payer, other] = [await promised(100_000n), await promised(100_000n)];
  expect(await settle(DUE, { ofDebtor: payer.id })).toEqual([{ debtorId: payer.id, state: "kept" }]);
  expect(await stateOf(other)).toBe("open");
});

test("promises whose day is over are found by an index of their own, however many are open", async () => {
  const late = await promised(0n, isoDate("2026-11-10"));
  await world.owner`
    with of as (select c.id as conversation_id from conversation c where c.debtor_id = ${late.id}), made as (
      insert into debtor (business_id, id, reference, kind, name)
      select ${world.business.id}, gen_random_uuid(), 'many-' || n, 'person', 'Persona de muestra' from generate_series(1, 2000) n returning id)
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    select ${world.business.id}, gen_random_uuid(), made.id, of.conversation_id, '2026-11-18', '2026-12-24', 100000, 'COP' from made, of`;
  await world.owner`analyze promise`;
  const plan = await world.db.inBusiness(world.business.id, async (tx) => {
    const rows = await tx<{ "QUERY PLAN": string }[]>`
      explain select id from promise where business_id = ${world.business.id} and state = 'open' and due_on < '2026-11-19'`;
    return rows.map((row) => Object.values(row).join()).join("\n");
  });
  expect(plan).toContain("promise_due");
  expect(await settle(isoDate("2026-11-19"))).toEqual([{ debtorId: late.id, state: "broken" }]);
});
