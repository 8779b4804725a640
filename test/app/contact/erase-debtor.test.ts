import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../../db/ledger/verify.ts";
import { type Erased, eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { suppressionHash } from "../../../src/app/contact/suppression-hash.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { tables } from "../../support/tables.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { bring, csvOf, dryRunOf, upload } from "../debtor-lists/lists.ts";

const database = useDatabase();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

type Person = { readonly id: string; readonly reference: string; readonly phone: string; readonly document: string };

/** Somebody whom a list brought, and who has talked to us. */
async function addPerson(...words: string[]): Promise<Person> {
  people += 1;
  const reference = `E-${people}`;
  const phone = `+57300555${4000 + people}`;
  const document = String(1_020_300_000 + people);
  const line = { client: reference, phone, document, name: `Apellidodemuestra ${people}`, invoice: `${reference}-F` };
  await bring(world, csvOf([line, { ...line, invoice: `${reference}-G`, due: "no es un día" }]));
  const [row] = await world.owner<{ id: string }[]>`select id from debtor where reference = ${reference}`;
  for (const text of ["hola", document.slice(-4), ...words]) {
    await world.says(phone, text);
    await world.settle();
  }
  return { id: present(row, "the debtor").id, reference, phone, document };
}

const erase = (debtor: string): Promise<Erased | undefined> =>
  eraseDebtor(world.deps, { businessId: world.business.id, debtor, by: "admin-1" });

/** Where in the whole database a text still stands, by table. */
async function whereIs(text: string): Promise<string[]> {
  const found = [];
  for (const { name } of await tables(world.owner)) {
    const [row] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from ${world.owner(name)} t where position(${text} in t::text) > 0`;
    if ((row?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

const reasonOf = async (phone: string): Promise<string[]> => {
  const hash = suppressionHash(world.secrets, world.business.id)(whatsappKey(phone));
  const found = await world.owner<
    { reason: string }[]
  >`select reason from suppression where key_hash = decode(${hash}, 'hex')`;
  return found.map(({ reason }) => reason);
};

test("what is personal and every word is gone from every table; contact log, permission and books stay", async () => {
  const person = await addPerson("me quedé sin trabajo, vivo en la calle Inventada");
  await world.owner`insert into note (business_id, id, conversation_id, author, body, at)
    select business_id, ${newId()}, id, 'agent:ana', 'Habló de Inventada', now() from conversation where debtor_id = ${person.id} limit 1`;
  const kept = () => world.owner`
    select (select count(*)::int from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${person.id}) as decisions,
      (select count(*)::int from contact_made where debtor_id = ${person.id}) as contacts,
      (select count(*)::int from contact_permission p join contact k on k.id = p.contact_id where k.debtor_id = ${person.id}) as permissions,
      (select coalesce(sum(amount_minor), 0)::bigint from ledger_posting where debtor_id = ${person.id} and account_code = 1100) as owed`;
  const before = await kept();
  expect(await whereIs("Inventada")).not.toEqual([]);

  expect(await erase(person.reference)).toMatchObject({ debtorId: person.id, contacts: 1, notes: 1 });
  expect(await kept()).toEqual(before);
  expect(await world.db.inBusiness(world.business.id, (tx) => verify(tx))).toEqual([]);
  const { phone, document } = person;
  for (const text of ["Inventada", `Apellidodemuestra ${people}`, phone.slice(1), document])
    expect([text, await whereIs(text)]).toEqual([text, []]);
  const meanings = await world.owner`
    select from conversation_event e join conversation c on c.id = e.conversation_id
    where c.debtor_id = ${person.id} and e.meaning is not null and e.meaning <> 'null'`;
  expect(meanings).toHaveLength(0);
  const cells = await world.owner<{ cells: string }[]>`
    select cells #>> '{}' as cells from debtor_list_row where verdict = 'error' and business_id = ${world.business.id}`;
  for (const one of cells) expect(world.secrets.unseal(Buffer.from(one.cells, "base64"))).not.toContain(document);

  const audits = await world.owner<{ after: object }[]>`
    select after from audit_event where subject_id = ${person.id} and action = 'debtor.erased'`;
  expect(audits).toEqual([{ after: { contacts: 1, messages: expect.any(Number), notes: 1, pictures: 0 } }]);
});

test("done again it finds nothing more, and nobody is nobody", async () => {
  const { id } = await addPerson();
  await erase(id);
  expect(await erase(id)).toEqual({ debtorId: id, contacts: 0, messages: 0, notes: 0, pictures: 0 });
  expect(await erase("NOBODY")).toBeUndefined();
});

test.each([
  ["OPTED_OUT", "opted_out", "no me escriban más"],
  ["DECEASED", "deceased", "el señor falleció"],
  ["WRONG_PERSON", "wrong_person", "está equivocado, no soy esa persona"],
  ["OPTED_OUT", "erased", "gracias"],
])("a list that brings the number again brings it suppressed: %s, because %s", async (denied, reason, words) => {
  const person = await addPerson(words);
  await erase(person.id);
  expect(await reasonOf(person.phone)).toEqual([reason]);

  const line = { client: `AGAIN-${people}`, phone: person.phone, invoice: `AGAIN-${people}` };
  const dryRun = dryRunOf(world, await upload(world, csvOf([line])));
  expect(dryRun.contact).toMatchObject([{ reason: denied, debtors: 1 }]);
  await bring(world, csvOf([{ ...line, balance: "$ 1.990.000" }]));
  const [contact] = await world.owner<{ debtorId: string; contactId: string; suppressedBecause: string }[]>`
    select debtor_id, id as contact_id, suppressed_because from contact where phone = ${person.phone}`;
  const { debtorId, contactId, suppressedBecause } = present(contact, "the contact");
  expect(suppressedBecause).toBe(reason);

  const heard = world.heard(person.phone).length;
  const opened = await openConversations(world.deps, {
    businessId: world.business.id,
    debtorIds: [debtorId],
    userId: "ana",
  });
  expect(opened.opened).toBe(0);
  // Whatever opened one with them, the gate refuses for the same reason.
  await world.owner`update contact set suppressed_at = null where id = ${contactId}`;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtorId], userId: "ana" });
  await world.owner`update contact set suppressed_at = now() where id = ${contactId}`;
  await world.settle();
  expect(world.heard(person.phone)).toHaveLength(heard);
  const [judged] = await world.owner<{ reason: string }[]>`
    select s.reason from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${debtorId}`;
  expect(judged?.reason).toBe(denied);
});

test("the same customer with another number is not written to either", async () => {
  const person = await addPerson();
  await erase(person.id);
  await bring(world, csvOf([{ client: person.reference, phone: "300 555 4999", invoice: "NEW" }]));
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [person.id], userId: "ana" });
  await world.settle();
  expect(world.heard("+573005554999")).toEqual([]);
  const judged = await world.owner`
    select s.reason from send_decision s join conversation c on c.id = s.conversation_id join contact k on k.id = c.contact_id
    where k.phone = '+573005554999'`;
  expect(judged).toEqual([{ reason: "OPTED_OUT" }]);
});

test("what waits is stopped, an agent's open chat is ended, and who writes again is a stranger", async () => {
  const person = await addPerson("quiero hablar con una persona");
  await recordStop(world.deps, {
    businessId: world.business.id,
    debtorId: person.id,
    userId: "ana",
    stop: { kind: "opted_out" },
    reason: "Por carta",
  });
  await erase(person.id);
  expect(await world.owner`select from conversation where debtor_id = ${person.id} and closed_at is null`).toHaveLength(
    0,
  );
  await world.says(person.phone, "hola");
  await world.settle();
  const [contact] =
    await world.owner`select debtor_id, suppressed_at from contact where wa_key = ${whatsappKey(person.phone)}`;
  expect(contact).toEqual({ debtorId: null, suppressedAt: null });
});

test("each business hashes with a key of its own", () => {
  const [ours, theirs] = [suppressionHash(world.secrets, newId()), suppressionHash(world.secrets, newId())];
  expect(ours("573005550101")).not.toBe(theirs("573005550101"));
  expect(ours("573005550101")).toBe(ours("573005550101"));
});
