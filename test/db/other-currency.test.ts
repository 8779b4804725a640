import { afterAll, beforeAll, expect, test } from "vitest";
import { plansOf } from "../../db/console/debtor-file.ts";
import { settlePlan } from "../../db/payments/debtors.ts";
import { settlePromises } from "../../db/promises.ts";
import { activePlans } from "../../db/words.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../support/world.ts";

// Money of another currency is placed by hand, and is nobody's word kept: 1,000 dollars are not 1,000 pesos.

const database = useDatabase();
let world: World;
let debtor: SampleDebtor;
beforeAll(async () => {
  world = await makeWorld(database);
  debtor = await world.addDebtor(1);
  await world.says(debtor.phone, "hola");
  const { id: businessId } = world.business;
  const [conversation] = await world.owner<{ id: string }[]>`
    select id from conversation where contact_id = ${debtor.contactId}`;
  const conversationId = present(conversation, "a conversation").id;
  const planId = newId();
  await world.owner`
    insert into plan (business_id, id, debtor_id, conversation_id, agreed_on, terms, total_minor, currency, acceptance)
    values (${businessId}, ${planId}, ${debtor.id}, ${conversationId}, '2026-11-18', '{}', 100000, 'COP', '{}')`;
  await world.owner`
    insert into instalment (business_id, plan_id, number, due_on, amount_minor)
    values (${businessId}, ${planId}, 1, '2026-11-20', 100000)`;
  await world.owner`
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    values (${businessId}, ${newId()}, ${debtor.id}, ${conversationId}, '2026-11-18', '2026-11-20', 100000, 'COP')`;
});
afterAll(() => world[Symbol.asyncDispose]());

const pays = (currency: "COP" | "USD") => world.owner`
  insert into payment (business_id, id, money_object, provider, debtor_id, state, amount_minor, currency)
  values (${world.business.id}, ${newId()}, ${`test:${newId()}`}, 'transfer', ${debtor.id}, 'settled', 100000, ${currency})`;

const settle = () =>
  world.db.inBusiness(world.business.id, async (tx) => {
    const { id: businessId } = world.business;
    const [plan] = await activePlans(tx, businessId, [debtor.id]);
    const [filed] = await plansOf(tx, businessId, debtor.id);
    return {
      paid: [plan?.paidMinor, String(filed?.paidMinor)],
      completed: (await settlePlan(tx, businessId, { debtorId: debtor.id, owesNothing: false })) !== undefined,
      promises: await settlePromises(
        tx,
        businessId,
        { now: WEDNESDAY, zone: "America/Bogota" },
        { ofDebtor: debtor.id },
      ),
    };
  });

test("a payment in another currency pays no instalment and keeps no promise; one in theirs does both", async () => {
  await pays("USD");
  expect(await settle()).toEqual({ paid: ["0", "0"], completed: false, promises: [] });
  await pays("COP");
  expect(await settle()).toEqual({
    paid: ["100000", "100000"],
    completed: true,
    promises: [{ debtorId: debtor.id, state: "kept" }],
  });
});
