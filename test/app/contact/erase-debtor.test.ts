import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../../db/ledger/verify.ts";
import { enterContact } from "../../../src/app/contact/enter-contact.ts";
import { type Erased, eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { suppressionHash } from "../../../src/app/contact/suppression-hash.ts";
import { withdrawContact } from "../../../src/app/contact/withdraw-contact.ts";
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
  const id = await debtorId(reference);
  for (const text of ["hola", document.slice(-4), ...words]) {
    await world.says(phone, text);
    await world.settle();
  }
  return { id, reference, phone, document };
}

const debtorId = async (reference: string): Promise<string> => {
  const [row] = await world.owner<{ id: string }[]>`select id from debtor where reference = ${reference}`;
  return present(row, "the debtor").id;
};

/** An id as WhatsApp gives it, with the number in clear under its base64. */
const wamid = (phone: string): string =>
  `wamid.${Buffer.from(`\x1d\x0b${phone.slice(1)}\x15\x02${newId()}`, "latin1").toString("base64")}`;

/** From WhatsApp's real ids: what we sent is known by one, and so is what it told about it. */
async function asWhatsAppKeepsIt(person: Person): Promise<{ sent: string[] }> {
  const sends = await world.owner<{ id: string }[]>`
    select o.id from outbox o join conversation c on c.id = o.conversation_id
    where c.debtor_id = ${person.id} and o.provider_id is not null`;
  const sent = [];
  for (const { id } of sends) {
    const providerId = wamid(person.phone);
    await world.owner`update outbox set provider_id = ${providerId} where id = ${id}`;
    await world.owner`update message set provider_id = ${providerId} where id = ${id}`;
    await tell(providerId, "read", id);
    sent.push(providerId);
  }
  expect(sent).not.toEqual([]);
  return { sent };
}

const tell = (providerId: string, status: "read" | "failed", outboxId?: string): Promise<void> =>
  world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    statuses: [
      {
        type: "status",
        providerId,
        outboxId,
        status,
        at: world.deps.clock.now(),
        recipient: {},
        code: undefined,
        detail: undefined,
      },
    ],
    receivedAt: world.deps.clock.now(),
  });

/** And what the next looks of a running process do: tests in databases of their own were at work as it committed, too. */
async function erase(debtor: string): Promise<Erased | undefined> {
  const erased = await eraseDebtor(world.deps, { businessId: world.business.id, debtor, by: "admin-1" });
  while ((await world.owner`select from erasure`).length > 0) await world.settle();
  return erased;
}

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

test("of a contact made elsewhere the words and the address go, and what it was, when, by whom and whether withdrawn stays", async () => {
  const person = await addPerson();
  const of = { businessId: world.business.id, debtorId: person.id, userId: "ana" };
  const at = "2026-11-17T15:00";
  const [call, mail] = [newId(), newId()];
  await enterContact(world.deps, {
    ...of,
    id: call,
    channel: "voice",
    at,
    initiatedBy: "collector",
    kind: "two_way",
    note: "Vive ahora en Puebloinventado",
  });
  const address = "apellidodemuestra@puebloinventado.example";
  await enterContact(world.deps, {
    ...of,
    id: mail,
    channel: "email",
    at,
    initiatedBy: "debtor",
    kind: "inbound",
    address,
  });
  await withdrawContact(world.deps, { ...of, id: mail, reason: "Era de su hermana, en Puebloinventado" });
  const kept = () => world.owner`
    select o.id, o.channel, o.kind, o.at, o.entered_by, w.withdrawn_by, w.at as withdrawn_at from outside_contact o
    left join outside_contact_withdrawal w on w.outside_contact_id = o.id where o.debtor_id = ${person.id} order by o.id`;
  const before = await kept();
  expect(await whereIs("uebloinventado")).toEqual(["outside_contact", "outside_contact_withdrawal"]);
  await eraseDebtor(world.deps, { businessId: world.business.id, debtor: person.id, by: "admin-1" });
  for (const word of ["uebloinventado", address]) expect(await whereIs(word)).toEqual([]);
  expect(await kept()).toEqual(before);

  // One that was being entered as the erasure committed is emptied by the passes after it; one entered since is a new one.
  const late = (id: string, recordedAt: string) => world.owner`
    insert into outside_contact (business_id, id, debtor_id, channel, initiated_by, kind, at, note, entered_by, entered_at, recorded_at)
    values (${world.business.id}, ${id}, ${person.id}, 'voice', 'collector', 'accepted', now() - interval '1 day', 'Puebloinventado', 'ana',
      now(), now() + ${recordedAt}::text::interval)`;
  const [underWay, since] = [newId(), newId()];
  const lateWithdrawal = (contactId: string, recordedAt: string) => world.owner`
    insert into outside_contact_withdrawal (business_id, id, outside_contact_id, reason, withdrawn_by, at, recorded_at)
    values (${world.business.id}, ${newId()}, ${contactId}, 'Puebloinventado', 'ana', now(), now() + ${recordedAt}::text::interval)`;
  await late(underWay, "-1 hour");
  await lateWithdrawal(underWay, "-1 hour");
  await late(since, "1 hour");
  await lateWithdrawal(since, "1 hour");
  while ((await world.owner`select from erasure`).length > 0) await world.settle();
  const left = await world.owner<
    { id: string }[]
  >`select id from outside_contact where note is not null and debtor_id = ${person.id}`;
  expect(left).toEqual([{ id: since }]);
  const reasons = await world.owner`
    select w.outside_contact_id as id from outside_contact_withdrawal w join outside_contact o on o.id = w.outside_contact_id
    where w.reason is not null and o.debtor_id = ${person.id}`;
  expect(reasons).toEqual([{ id: since }]);
});

test("what they wrote before a list brought their number goes too", async () => {
  const phone = "+573005554900";
  await world.says(phone, "perdí el empleo, soy de Villainventada");
  await world.settle();
  await world.owner`update conversation set closed_at = now(), outcome = 'other', alarm_at = null
    where contact_id in (select id from contact where phone = ${phone})`;
  await bring(world, csvOf([{ client: "EARLIER", phone, invoice: "EARLIER-F" }]));
  expect(await whereIs("Villainventada")).toContain("message");
  await erase("EARLIER");
  expect(await whereIs("Villainventada")).toEqual([]);
});

test("WhatsApp's ids of their messages, in which the number stands, give way to hashes; a repeat is still known as one", async () => {
  const person = await addPerson();
  const theirs = wamid(person.phone);
  await world.says(person.phone, "gracias", { providerId: theirs });
  await world.settle();
  const { sent } = await asWhatsAppKeepsIt(person);
  for (const id of [theirs, ...sent]) expect(await whereIs(id)).not.toEqual([]);

  await erase(person.id);
  for (const id of [theirs, ...sent]) expect(await whereIs(id)).toEqual([]);
  const statuses = await world.owner<{ providerId: string; status: string }[]>`
    select s.provider_id, s.status from message_status s join message m on m.provider_id = s.provider_id
    join conversation c on c.id = m.conversation_id where c.debtor_id = ${person.id}`;
  expect(statuses.filter(({ status }) => status === "read")).toHaveLength(sent.length);

  const count = async () => (await world.owner`select from message`).length;
  const before = await count();
  await world.says(person.phone, "gracias", { providerId: theirs });
  await tell(present(sent[0], "a message of ours"), "failed");
  await world.settle();
  expect(await count()).toBe(before);
  expect(
    await world.owner`select from contact where wa_key = ${whatsappKey(person.phone)} and wa_id is not null`,
  ).toHaveLength(1);
  for (const id of [theirs, ...sent]) expect(await whereIs(id)).toEqual([]);
});

test("of a plan stay our words and which message was the yes", async () => {
  const person = await addPerson("quiero pagar en 3 cuotas mensuales", "Sí, acepto");
  const read = () => world.owner<
    { acceptance: { confirmation: { body: string }; yes: { id: string; body?: string }[] } }[]
  >`
    select acceptance from plan where debtor_id = ${person.id}`;
  const { acceptance: before } = present((await read())[0], "the plan");
  expect(before.yes).toMatchObject([{ body: "Sí, acepto" }]);
  await erase(person.id);
  const { acceptance } = present((await read())[0], "the plan");
  expect(acceptance).toEqual({ ...before, yes: before.yes.map(({ id }) => ({ id })) });
});

test("wrong rows that name them go from every list, and nobody else's", async () => {
  const phone = "300 555 4950";
  const wrong = { client: "", documentType: "", document: "", phone: "", due: "ningún día" };
  const rowsOf = (invoice: string) => [
    { ...wrong, client: "X-3", phone: "300 555 4951", name: "Rosario de Otrapersona", invoice: `${invoice}-4` },
    { ...wrong, client: "LISTED", name: "Por la referencia", invoice: `${invoice}-1` },
    {
      ...wrong,
      client: "X-1",
      document: "1.020.399.001",
      documentType: "CC",
      name: "Por el documento",
      invoice: `${invoice}-2`,
    },
    { ...wrong, client: "X-2", phone: "3005554950 cel", name: "Por el número", invoice: `${invoice}-3` },
    { client: `GOOD-${invoice}`, invoice: `${invoice}-5`, phone: "300 555 4952" },
  ];
  await bring(world, csvOf(rowsOf("L0")));
  await bring(world, csvOf([{ client: "LISTED", name: "Rosa", document: "1020399001", phone, invoice: "L1" }]));
  await bring(world, csvOf(rowsOf("L2")));
  const kept = async () => {
    const cells = await world.owner<{ cells: string }[]>`
      select cells #>> '{}' as cells from debtor_list_row where verdict = 'error' order by list_id, row`;
    const names = cells.map((one) => world.secrets.unseal(Buffer.from(one.cells, "base64")));
    return ["Por la referencia", "Por el documento", "Por el número", "Rosario"].map(
      (name) => names.filter((text) => text.includes(name)).length,
    );
  };
  expect(await kept()).toEqual([2, 2, 2, 2]);
  await erase("LISTED");
  expect(await kept()).toEqual([0, 0, 0, 2]);
  const summaries = await world.owner<{ sealed: string }[]>`select summary ->> 'sealed' as sealed from debtor_list`;
  const said = summaries.map(({ sealed }) => world.secrets.unseal(Buffer.from(sealed, "base64"))).join();
  expect(said).not.toContain('"Rosa"');
  expect(said).not.toContain("1.020.399.001");
  expect(said).toContain("Rosario de Otrapersona");
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
    select s.reason from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${debtorId}
      and s.stage = 'dispatch'`;
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
