import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { paymentLinkOf } from "../../../db/lookups.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { newId } from "../../../src/ids.ts";
import { hashToken } from "../../../src/secrets.ts";
import { useDatabase } from "../../support/database.ts";
import { type RecordingDatabase, recordingDatabase } from "../../support/recording-database.ts";
import { collectingLog, makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
const log = collectingLog();
let world: World;
let db: RecordingDatabase;
let people = 0;

beforeAll(async () => {
  world = await makeWorld(database, { log });
  db = recordingDatabase(world.db);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  log.complaints.length = 0;
});
afterEach(() => world.owner`drop trigger if exists refuse_one on plan`);

type Debtor = SampleDebtor & { readonly owed: bigint };

/** Debtors who have proved who they are, each with another balance; written to by all of them at once. */
async function verified(count: number): Promise<Debtor[]> {
  const debtors = await Promise.all(
    Array.from({ length: count }, async () => {
      people += 1;
      const owed = 600_000n + BigInt(people) * 30_000n;
      return { ...(await world.addDebtor(people, { owed })), owed };
    }),
  );
  await eachSays(debtors, () => "hola");
  await eachSays(debtors, ({ document }) => document.slice(-4));
  return debtors;
}

/** Debtors before whom lies a plan of three months that only wants their yes. */
async function asked(count: number): Promise<Debtor[]> {
  const debtors = await verified(count);
  await eachSays(debtors, () => "quiero pagar en 3 cuotas mensuales");
  return debtors;
}

async function eachSays(debtors: readonly Debtor[], words: (debtor: Debtor) => string): Promise<void> {
  for (const debtor of debtors) await world.says(debtor.phone, words(debtor));
  await world.settle();
}

/** One batch of turns, and what it asked of the database. */
async function turnsOf(debtors: readonly Debtor[], words: (place: number) => string): Promise<string[]> {
  for (const [place, { phone }] of debtors.entries()) await world.says(phone, words(place));
  db.takeStatements();
  const { moved } = await advanceDue({ ...world.deps, db }, world.business.id);
  expect(moved).toBe(debtors.length);
  return db.takeStatements();
}

type PlanSeen = {
  id: string;
  conversationId: string;
  state: string;
  agreedOn: string;
  totalMinor: bigint;
  terms: unknown;
  acceptance: { confirmation: { body: string }; yes: { body: string }[]; flow: string; version: number };
};

const plansOf = ({ id }: SampleDebtor) =>
  world.owner<PlanSeen[]>`
    select id, conversation_id, state, agreed_on, total_minor, terms, acceptance from plan
    where business_id = ${world.business.id} and debtor_id = ${id} order by id`;

const instalmentsOf = (planId: string) =>
  world.owner<{ number: number; dueOn: string; amountMinor: bigint }[]>`
    select number, due_on, amount_minor from instalment
    where business_id = ${world.business.id} and plan_id = ${planId} order by number`;

const linksOf = ({ id }: SampleDebtor) =>
  world.owner<{ id: string; conversationId: string; purpose: string; tokenSealed: Uint8Array }[]>`
    select id, conversation_id, purpose, token_sealed from payment_link
    where business_id = ${world.business.id} and debtor_id = ${id} order by id`;

test("a batch of agreed plans asks the same of the database, whether it is two or twelve", async () => {
  const two = await turnsOf(await asked(2), () => "sí, acepto");
  const twelve = await turnsOf(await asked(12), () => "sí, acepto");
  expect(twelve).toEqual(two);
  const writes = twelve.filter((statement) => /insert into (plan|instalment|payment_link) /.test(statement));
  expect(writes).toHaveLength(3);
  await world.settle();
  expect(log.complaints).toEqual([]);
});

test("so does a batch in which debtors dispute, say that they paid, stop us and promise, however many do", async () => {
  const WORDS = ["esa deuda no es mía", "ya pagué", "no me escriban más", "número equivocado", "pago el viernes"];
  const once = await turnsOf(await verified(WORDS.length), (place) => WORDS[place] ?? "");
  const thrice = await turnsOf(await verified(WORDS.length * 3), (place) => WORDS[place % WORDS.length] ?? "");
  expect(thrice).toEqual(once);
  for (const table of ["dispute", "payment_proof", "hold"])
    expect(thrice.filter((statement) => statement.includes(`insert into ${table} `))).toHaveLength(1);
  await world.settle();
  expect(log.complaints).toEqual([]);
});

test("so does a batch of promises, each of what its debtor owes", async () => {
  const promised = async (count: number): Promise<[Debtor[], string[]]> => {
    const debtors = await verified(count);
    await eachSays(debtors, () => "pago el viernes");
    return [debtors, await turnsOf(debtors, () => "sí")];
  };
  const [, two] = await promised(2);
  const [debtors, nine] = await promised(9);
  expect(nine).toEqual(two);
  expect(nine.filter((statement) => statement.includes("insert into promise "))).toHaveLength(1);
  for (const { id, owed } of debtors)
    expect(
      await world.owner`select promised_on, due_on, amount_minor, state from promise where debtor_id = ${id}`,
    ).toEqual([{ promisedOn: "2026-11-18", dueOn: "2026-11-20", amountMinor: owed * 100n, state: "open" }]);
  await world.settle();
  expect(log.complaints).toEqual([]);
});

test("each debtor of a batch has their own plan, instalments and link, over what they owe", async () => {
  const debtors = await asked(7);
  await turnsOf(debtors, () => "sí, acepto");
  await world.settle();
  for (const debtor of debtors) {
    const [plan, ...others] = await plansOf(debtor);
    expect(others).toEqual([]);
    const [conversation] = await world.owner<{ id: string }[]>`
      select id from conversation where contact_id = ${debtor.contactId}`;
    expect(plan).toMatchObject({
      conversationId: conversation?.id,
      state: "active",
      agreedOn: "2026-11-18",
      totalMinor: debtor.owed * 100n,
      terms: { instalments: 3, frequency: "monthly" },
      acceptance: { yes: [{ body: "sí, acepto" }] },
    });
    expect(plan?.acceptance.confirmation.body).toContain(spoken(debtor.owed));

    const instalments = await instalmentsOf(plan?.id ?? "");
    expect(instalments.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(instalments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(debtor.owed * 100n);
    expect(new Set(instalments.map(({ dueOn }) => dueOn)).size).toBe(3);

    const [link, ...moreLinks] = await linksOf(debtor);
    expect(moreLinks).toEqual([]);
    expect(link).toMatchObject({ conversationId: conversation?.id, purpose: "instalment" });
    const token = world.secrets.unseal(link?.tokenSealed ?? new Uint8Array());
    expect(await paymentLinkOf(world.db.lookups, hashToken(token))).toEqual({
      businessId: world.business.id,
      paymentLinkId: link?.id,
    });
    expect(world.heard(debtor.phone).at(-1)).toContain(`/p/${token}`);
  }
});

/** As messages write it: 630.000. */
function spoken(units: bigint): string {
  return units.toString().replace(/\B(?=(\d{3})+$)/g, ".");
}

test("one debtor who says yes on two numbers at the same moment has one plan in force, the other's place taken", async () => {
  const [debtor, neighbour] = await verified(2);
  if (!debtor || !neighbour) throw new Error("two debtors");
  const second = { ...debtor, contactId: newId(), phone: "+573019998877" };
  await world.owner`
    insert into contact (business_id, id, debtor_id, phone, wa_key)
    values (${world.business.id}, ${second.contactId}, ${debtor.id}, ${second.phone}, ${whatsappKey(second.phone)})`;
  await eachSays([second], () => "hola");
  await eachSays([second], ({ document }) => document.slice(-4));
  await eachSays([debtor, neighbour], () => "quiero pagar en 3 cuotas mensuales");
  await eachSays([second], () => "quiero pagar en 2 cuotas mensuales");

  await turnsOf([second, neighbour, debtor], () => "sí, acepto");
  await world.settle();
  expect(log.complaints).toEqual([]);
  const plans = await plansOf(debtor);
  const conversations = await world.owner<{ id: string }[]>`
    select id from conversation where business_id = ${world.business.id} and debtor_id = ${debtor.id} order by id`;
  expect(plans.map(({ conversationId, state }) => ({ id: conversationId, state }))).toEqual([
    { ...conversations[0], state: "replaced" },
    { ...conversations[1], state: "active" },
  ]);
  const lengths = await Promise.all(plans.map(async ({ id }) => (await instalmentsOf(id)).length));
  expect(lengths).toEqual([3, 2]);
  expect((await linksOf(debtor)).map(({ conversationId }) => conversationId)).toEqual(
    conversations.map(({ id }) => id),
  );
  expect(await plansOf(neighbour)).toMatchObject([{ state: "active" }]);
});

test("a plan that cannot be written stops only its own debtor, who keeps nothing of it", async () => {
  const debtors = await asked(4);
  const [poisoned, ...healthy] = debtors;
  if (!poisoned) throw new Error("a debtor");
  await world.owner.unsafe(`
    create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$;
    create trigger refuse_one before insert on plan for each row when (new.debtor_id = '${poisoned.id}') execute function refuse_one()`);
  for (const { phone } of debtors) await world.says(phone, "sí, acepto");
  await advanceDue(world.deps, world.business.id);
  expect(log.complaints).toHaveLength(2);
  for (const debtor of healthy) {
    expect(await plansOf(debtor)).toMatchObject([{ state: "active" }]);
    expect(await linksOf(debtor)).toHaveLength(1);
  }
  expect(await plansOf(poisoned)).toEqual([]);
  expect(await linksOf(poisoned)).toEqual([]);
  const [waiting] = await world.owner<{ failures: number; turn: number | null }[]>`
    select c.failures, m.turn from conversation c
    join message m on m.conversation_id = c.id and m.body = 'sí, acepto' where c.contact_id = ${poisoned.contactId}`;
  expect(waiting).toEqual({ failures: 1, turn: null });
});
