import { afterAll, beforeAll, expect, test } from "vitest";
import {
  claimPayments,
  insertPaymentLinks,
  insertPlans,
  insertPromises,
  lastSaid,
  type NewPlan,
  openDisputes,
  placeHolds,
} from "../../db/agreements.ts";
import type { Tx } from "../../db/client.ts";
import { paymentLinkOf } from "../../db/lookups.ts";
import { present } from "../../src/domain/assert.ts";
import { ofUnits } from "../../src/domain/money.ts";
import { isoDate } from "../../src/domain/time.ts";
import { newId, newToken } from "../../src/ids.ts";
import { hashToken } from "../../src/secrets.ts";
import { useDatabase } from "../support/database.ts";
import { recordingDatabase } from "../support/recording-database.ts";
import { makeWorld, WEDNESDAY, type World } from "../support/world.ts";

const database = useDatabase();
const TODAY = isoDate("2026-11-18");
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

type Subject = { readonly debtorId: string; readonly conversationId: string };

async function subject(): Promise<Subject> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  const [conversation] = await world.owner<{ id: string }[]>`
    select id from conversation where contact_id = ${debtor.contactId}`;
  return { debtorId: debtor.id, conversationId: present(conversation, "a conversation").id };
}

const write = (work: (tx: Tx, businessId: string) => Promise<void>): Promise<void> =>
  world.db.inBusiness(world.business.id, (tx) => work(tx, world.business.id));

function plan(of: Subject, units: bigint): NewPlan {
  const half = ofUnits(units / 2n, "COP");
  return {
    id: newId(),
    ...of,
    agreedOn: TODAY,
    terms: { instalments: 2, frequency: "monthly" },
    total: ofUnits(units, "COP"),
    acceptance: { yes: [{ body: 'sí, "acepto"' }] },
    instalments: [
      { number: 1, dueOn: isoDate("2026-12-01"), amount: half },
      { number: 2, dueOn: isoDate("2027-01-01"), amount: half },
    ],
  };
}

const plansOf = ({ debtorId }: Subject) =>
  world.owner<{ id: string; state: string; totalMinor: bigint }[]>`
    select id, state, total_minor from plan where debtor_id = ${debtorId} order by id`;

test("of several plans of one debtor in one list the last is in force, and those before are replaced with their instalments kept", async () => {
  const [one, other] = [await subject(), await subject()];
  const before = plan(one, 400n);
  await write((tx, id) => insertPlans(tx, id, [before]));
  const list = [plan(one, 600n), plan(other, 800n), plan(one, 1_000n)];
  await write((tx, id) => insertPlans(tx, id, list));
  expect(await plansOf(one)).toEqual([
    { id: before.id, state: "replaced", totalMinor: 40_000n },
    { id: list[0]?.id, state: "replaced", totalMinor: 60_000n },
    { id: list[2]?.id, state: "active", totalMinor: 100_000n },
  ]);
  expect(await plansOf(other)).toEqual([{ id: list[1]?.id, state: "active", totalMinor: 80_000n }]);
  const instalments = await world.owner<{ planId: string; amountMinor: bigint }[]>`
    select plan_id, amount_minor from instalment where plan_id = any(${list.map(({ id }) => id)}::uuid[]) order by plan_id, number`;
  expect(instalments.map(({ planId, amountMinor }) => [planId, amountMinor])).toEqual(
    list.flatMap(({ id, instalments }) => instalments.map(({ amount }) => [id, amount.minor])),
  );
});

test("a plan's terms and the words of its acceptance come back as they were given", async () => {
  const agreed = plan(await subject(), 600n);
  await write((tx, id) => insertPlans(tx, id, [agreed]));
  const [kept] = await world.owner`
    select agreed_on, terms, acceptance, currency, conversation_id from plan where id = ${agreed.id}`;
  expect(kept).toEqual({
    agreedOn: TODAY,
    terms: agreed.terms,
    acceptance: agreed.acceptance,
    currency: "COP",
    conversationId: agreed.conversationId,
  });
});

test("a newer promise takes the place of the open one, also of one in the same list", async () => {
  const [one, other] = [await subject(), await subject()];
  const promise = (of: Subject, units: bigint) => ({
    id: newId(),
    ...of,
    promisedOn: TODAY,
    dueOn: isoDate("2026-11-20"),
    amount: ofUnits(units, "COP"),
  });
  await write((tx, id) => insertPromises(tx, id, [promise(one, 1n)]));
  await write((tx, id) => insertPromises(tx, id, [promise(one, 2n), promise(other, 3n), promise(one, 4n)]));
  const kept = ({ debtorId }: Subject) =>
    world.owner`select amount_minor, state from promise where debtor_id = ${debtorId} order by id`;
  expect(await kept(one)).toEqual([
    { amountMinor: 100n, state: "cancelled" },
    { amountMinor: 200n, state: "cancelled" },
    { amountMinor: 400n, state: "open" },
  ]);
  expect(await kept(other)).toEqual([{ amountMinor: 300n, state: "open" }]);
});

test("each link of a list is found by the hash of its own token, and by whose business it is", async () => {
  const [one, other] = [await subject(), await subject()];
  const links = [one, other, one].map((of) => {
    const token = newToken();
    const tokenHash = hashToken(token);
    const tokenSealed = world.secrets.seal(token);
    const expiresAt = WEDNESDAY.plus({ days: 30 });
    return { token, id: newId(), ...of, purpose: "balance" as const, tokenHash, tokenSealed, expiresAt };
  });
  await write((tx, id) =>
    insertPaymentLinks(
      tx,
      id,
      links.map(({ token: _, ...link }) => link),
    ),
  );
  for (const { id, token, tokenHash, expiresAt } of links) {
    const businessId = world.business.id;
    expect(await paymentLinkOf(world.db.lookups, tokenHash)).toEqual({ businessId, paymentLinkId: id });
    const [kept] = await world.owner<{ tokenSealed: Uint8Array; tokenHash: Uint8Array }[]>`
      select token_sealed, token_hash, expires_at, purpose from payment_link where id = ${id}`;
    expect(kept).toMatchObject({ expiresAt, purpose: "balance", tokenHash });
    expect(world.secrets.unseal(present(kept, "the link").tokenSealed)).toBe(token);
  }
});

test("a debtor has one open dispute and one hold of a kind, the first, however often a list names them", async () => {
  const one = await subject();
  const elsewhere = { ...one, conversationId: (await subject()).conversationId };
  const dispute = (of: Subject) => ({ id: newId(), ...of, caseNumber: `C-${newId()}`, openedAt: WEDNESDAY });
  const disputes = [dispute(one), dispute(elsewhere)];
  await write((tx, id) => openDisputes(tx, id, disputes));
  await write((tx, id) => openDisputes(tx, id, [dispute(one)]));
  expect(await world.owner`select id, case_number from dispute where debtor_id = ${one.debtorId}`).toEqual([
    { id: disputes[0]?.id, caseNumber: disputes[0]?.caseNumber },
  ]);

  const hold = (kind: "crisis" | "opt_out", sourceId: string) => ({
    id: newId(),
    debtorId: one.debtorId,
    kind,
    sourceId,
    placedAt: WEDNESDAY,
  });
  await write((tx, id) =>
    placeHolds(tx, id, [
      hold("crisis", one.conversationId),
      hold("opt_out", one.conversationId),
      hold("crisis", elsewhere.conversationId),
    ]),
  );
  expect(await world.owner`select kind, source_id from hold where debtor_id = ${one.debtorId} order by kind`).toEqual([
    { kind: "crisis", sourceId: one.conversationId },
    { kind: "opt_out", sourceId: one.conversationId },
  ]);
});

test("words are one claim; the first picture after them is theirs, each further one a claim of its own, and none twice", async () => {
  const [one, other] = [await subject(), await subject()];
  const claim = (of: Subject, messageId: string | null) => ({ id: newId(), ...of, messageId, claimedAt: WEDNESDAY });
  const [first, second, third, othersOwn] = [newId(), newId(), newId(), newId()];
  const claims = ({ debtorId }: Subject) =>
    world.owner<{ messageId: string | null }[]>`
      select message_id from payment_proof where debtor_id = ${debtorId} order by id`;

  await write((tx, id) => claimPayments(tx, id, [claim(one, null), claim(one, null)]));
  await write((tx, id) => claimPayments(tx, id, [claim(one, null)]));
  expect(await claims(one)).toEqual([{ messageId: null }]);

  await write((tx, id) =>
    claimPayments(tx, id, [claim(one, first), claim(other, othersOwn), claim(one, second), claim(one, first)]),
  );
  expect(await claims(one)).toEqual([{ messageId: first }, { messageId: second }]);
  expect(await claims(other)).toEqual([{ messageId: othersOwn }]);

  await write((tx, id) => claimPayments(tx, id, [claim(one, second), claim(one, third)]));
  expect(await claims(one)).toEqual([{ messageId: first }, { messageId: second }, { messageId: third }]);
  await write((tx, id) => claimPayments(tx, id, [claim(one, null)]));
  expect(await claims(one)).toHaveLength(3);
});

test("what we said last is told for each conversation, and not for one in which we said nothing yet", async () => {
  const [one, silent] = [await subject(), await subject()];
  for (const body of ["antes", "después"])
    await world.owner`
      insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, detail, sent_at)
      values (${world.business.id}, ${newId()}, ${one.conversationId}, ${world.channelId}, 'out', 'bot', 'text', ${body}, '{}', ${WEDNESDAY})`;
  const said = await world.db.inBusiness(world.business.id, (tx) =>
    lastSaid(tx, world.business.id, [one.conversationId, silent.conversationId]),
  );
  expect([...said].map(([id, { body }]) => [id, body])).toEqual([[one.conversationId, "después"]]);
});

test("an empty list asks nothing of the database", async () => {
  const db = recordingDatabase(world.db);
  await db.inBusiness(world.business.id, async (tx) => {
    const { id } = world.business;
    for (const writeNone of [insertPlans, insertPromises, insertPaymentLinks, openDisputes, placeHolds, claimPayments])
      await writeNone(tx, id, []);
    await lastSaid(tx, id, []);
  });
  expect(db.takeStatements()).toEqual([]);
});
