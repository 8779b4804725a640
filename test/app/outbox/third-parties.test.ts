import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveContext } from "../../../src/app/conversations/apply-event.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { mayWrite } from "../../../src/app/outbox/may-write.ts";
import { present } from "../../../src/domain/assert.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Ley 2300, art. 4: of a debt only who owes or guarantees it is written to. Whose a number is, the list's words say.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 300;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const listedAs = async (role: string, kind = "person"): Promise<SampleDebtor> => {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.owner`update debtor set kind = ${kind} where id = ${debtor.id}`;
  await world.owner`update contact set role = ${role}, name = 'Contacto de muestra' where id = ${debtor.contactId}`;
  return debtor;
};

/** A second number, before or behind the first in the order of ids. */
const addNumber = async ({ id }: SampleDebtor, role: string | null): Promise<string> => {
  people += 1;
  const phone = `+57300555${String(people).padStart(4, "0")}`;
  const contactId = newId();
  await world.owner`
    insert into contact (business_id, id, debtor_id, phone, wa_key, role, name)
    values (${world.business.id}, ${contactId}, ${id}, ${phone}, ${whatsappKey(phone)}, ${role}, 'Otro contacto de muestra')`;
  await world.owner`
    insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${contactId}, true, 'Autorizo mensajes de WhatsApp', '2026-01-15', 'upload')`;
  return phone;
};

const open = async ({ id }: SampleDebtor) => {
  const { opened } = await openConversations(world.deps, {
    businessId: world.business.id,
    debtorIds: [id],
    userId: "ana",
  });
  await world.settle();
  return opened;
};

const askedOf = ({ id }: SampleDebtor) =>
  world.deps.db.inBusiness(world.business.id, async (tx) => {
    const { business, now } = await moveContext(world.deps, tx);
    const judged = await mayWrite(tx, { business, now, channels: world.deps.channels }, id);
    return present(judged, "the verdict").decision;
  });

describe.each(["Referencia personal", "Esposa", "Empleador", "Contador"])("a number of %s", (role) => {
  test("is not written to, and the debtor's page says by which clause", async () => {
    const debtor = await listedAs(role);
    expect(await askedOf(debtor)).toMatchObject({
      allowed: false,
      reason: "THIRD_PARTY",
      until: null,
      clause: { id: "CO.third-parties" },
    });
    expect(await open(debtor)).toBe(0);
    expect(world.heard(debtor.phone)).toEqual([]);
  });
});

test.each([
  ["Codeudor", "person"],
  ["Tesorería", "company"],
])("%s of a %s is written to", async (role, kind) => {
  const debtor = await listedAs(role, kind);
  expect(await askedOf(debtor)).toMatchObject({ allowed: true });
  expect(await open(debtor)).toBe(1);
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("beside a reference's number the debtor's own is chosen, though it came later", async () => {
  const debtor = await listedAs("Referencia");
  const own = await addNumber(debtor, null);
  expect(await askedOf(debtor)).toMatchObject({ allowed: true });
  expect(await open(debtor)).toBe(1);
  expect([world.heard(debtor.phone).length, world.heard(own).length]).toEqual([0, 1]);
});

test("what waits for its hour does not leave once a list says that the number is a relative's", async () => {
  const debtor = await listedAs("Titular");
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.owner`update contact set role = 'Hermana' where id = ${debtor.contactId}`;
  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  const decided = await world.owner`
    select d.stage, d.reason, d.record -> 'facts' ->> 'recipient' as recipient
    from send_decision d join conversation c on c.id = d.conversation_id where c.debtor_id = ${debtor.id} order by d.id`;
  expect(decided).toEqual([
    { stage: "planning", reason: "OK", recipient: "debtor" },
    { stage: "dispatch", reason: "THIRD_PARTY", recipient: "relative" },
  ]);
});

test("who goes on in the debtor's chat once a list calls them a relative hears nothing of the debt, and a person looks", async () => {
  const debtor = await listedAs("Titular");
  for (const words of ["hola", debtor.document.slice(-4)]) {
    await world.says(debtor.phone, words);
    await world.settle();
  }
  expect(world.heard(debtor.phone).at(-1)).toContain("$");
  const heard = world.heard(debtor.phone).length;
  await world.owner`update contact set role = 'Hermana' where id = ${debtor.contactId}`;
  await world.says(debtor.phone, "¿cuánto debo?");
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(heard);
  expect(await world.owner`select verified_at, owner from conversation where debtor_id = ${debtor.id}`).toEqual([
    { verifiedAt: null, owner: "nobody" },
  ]);
  expect(await world.owner`select kind from alarm where business_id = ${world.business.id}`).toEqual([
    { kind: "message.rejected" },
  ]);
});

test("a reference who writes first is answered as a stranger: nobody asks them for the debtor's document", async () => {
  const debtor = await listedAs("Referencia personal");
  await world.says(debtor.phone, "hola");
  await world.settle();
  await world.says(debtor.phone, debtor.document.slice(-4));
  await world.settle();
  const chats = await world.owner`
    select debtor_id, verified_at, state from conversation where contact_id = ${debtor.contactId}`;
  expect(chats).toEqual([{ debtorId: null, verifiedAt: null, state: expect.stringMatching(/^stranger/) }]);
  expect(world.heard(debtor.phone)[0]).toContain("referencia");
});
