import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { suppressContacts } from "../../../db/agreements.ts";
import { stillOwned } from "../../../db/outbox.ts";
import { lockPerson, silence } from "../../../db/stops.ts";
import { recordStop, type Stop } from "../../../src/app/contact/record-stop.ts";
import { recordTimes } from "../../../src/app/contact/record-times.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { bring, csvOf, dryRunOf, upload } from "../debtor-lists/lists.ts";

// What reaches a person of the business by telephone or letter, and stops all that waits for somebody.

const database = useDatabase();
let world: World;
let people = 600;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

/** With an opening that waits to leave. */
async function addOpened(): Promise<SampleDebtor & { conversationId: string; outboxId: string }> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  const [waiting] = await world.owner<{ id: string; conversationId: string }[]>`
    select o.id, o.conversation_id from outbox o join conversation c on c.id = o.conversation_id where c.debtor_id = ${debtor.id}`;
  const { id, conversationId } = present(waiting, "the opening");
  return { ...debtor, conversationId, outboxId: id };
}

const stop = ({ id }: SampleDebtor, said: Stop) =>
  recordStop(world.deps, {
    businessId: world.business.id,
    debtorId: id,
    userId: "ana",
    stop: said,
    reason: "Lo dijo por teléfono",
  });

const outboxOf = async ({ id }: SampleDebtor) =>
  world.owner<{ state: string; failure: unknown }[]>`
    select o.state, o.failure from outbox o join conversation c on c.id = o.conversation_id where c.debtor_id = ${id} order by o.id`;

const owned = (ids: readonly string[]) =>
  world.db.inBusiness(world.business.id, (tx) => stillOwned(tx, world.business.id, ids));

const LAWYER = { kind: "attorney", name: "Estudio de muestra", unresponsive: false, consentsToDirect: false } as const;

describe("entered by an agent", () => {
  test.each<[string, (debtor: SampleDebtor) => Stop]>([
    ["OPTED_OUT", () => ({ kind: "opted_out" })],
    ["DECEASED", () => ({ kind: "deceased" })],
    ["WRONG_PERSON", ({ contactId }) => ({ kind: "wrong_person", contactId })],
    ["ATTORNEY_REPRESENTED", () => ({ ...LAWYER, contactKnown: true })],
    ["MORATORIUM", () => ({ kind: "moratorium", type: "insolvencia", lastProtectedDay: isoDate("2027-01-31") })],
  ])("%s stops what waits in the same transaction, for good and with its reason", async (reason, said) => {
    const debtor = await addOpened();
    expect(await stop(debtor, said(debtor))).toEqual({ stopped: true });
    expect(await outboxOf(debtor)).toEqual([{ state: "blocked", failure: { reason } }]);
    await world.settle();
    expect(world.heard(debtor.phone)).toEqual([]);
    const [talk] =
      await world.owner`select closed_at is not null as closed from conversation where debtor_id = ${debtor.id}`;
    expect(talk).toEqual({ closed: true });

    // Opened anew, it is the gate that refuses, or nobody is left to write to.
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
    await world.settle();
    expect(world.heard(debtor.phone)).toEqual([]);
    const [judged] = await world.owner<{ reason: string }[]>`
      select s.reason from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${debtor.id}
        and not s.allowed`;
    expect(judged?.reason).toBe(reason === "WRONG_PERSON" ? undefined : reason);
  });

  test("an opt-out holds for every number of theirs; a wrong number for that one alone", async () => {
    const debtor = await addOpened();
    const other = "+573005557701";
    const otherId = newId();
    await world.owner`insert into contact (business_id, id, debtor_id, phone, wa_key)
      values (${world.business.id}, ${otherId}, ${debtor.id}, ${other}, ${whatsappKey(other)})`;
    await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
      values (${world.business.id}, ${newId()}, ${otherId}, true, 'Sí', '2026-01-15', 'upload')`;
    const open = () =>
      openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
    await stop(debtor, { kind: "wrong_person", contactId: debtor.contactId });
    expect(await open()).toMatchObject({ opened: 1 });
    await world.settle();
    expect([world.heard(debtor.phone).length, world.heard(other).length]).toEqual([0, 1]);

    await stop(debtor, { kind: "opted_out" });
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${debtor.id} and closed_at is null`;
    await open();
    await world.settle();
    expect([world.heard(debtor.phone).length, world.heard(other).length]).toEqual([0, 1]);
  });

  test("a lawyer who does not answer stands in nobody's way, and is recorded all the same", async () => {
    const debtor = await addOpened();
    expect(await stop(debtor, { ...LAWYER, contactKnown: true, unresponsive: true })).toEqual({ stopped: false });
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(1);
    const [kept] = await world.owner`select attorney from debtor where id = ${debtor.id}`;
    expect(kept).toEqual({
      attorney: { name: "Estudio de muestra", contactKnown: true, unresponsive: true, consentsToDirect: false },
    });
  });

  test("is in the audit with how it was known, and without the lawyer's name; so is nothing of who keeps a decision", async () => {
    const debtor = await addOpened();
    await stop(debtor, { ...LAWYER, contactKnown: true });
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
    await world.settle();
    const kept = await world.owner<{ kept: string }[]>`
      select after::text as kept from audit_event where subject_id = ${debtor.id} and action = 'contact.stopped'
      union all select record::text from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${debtor.id}`;
    expect(kept).toHaveLength(3);
    expect(kept[0]?.kept).toContain("Lo dijo por teléfono");
    for (const one of kept) expect(one.kept).not.toContain("Estudio");
  });

  test("is not recorded for nobody, nor for another debtor's number", async () => {
    const [one, other] = [await addOpened(), await addOpened()];
    expect(await stop({ ...one, id: newId() }, { kind: "opted_out" })).toBe("not-found");
    expect(await stop(one, { kind: "wrong_person", contactId: other.contactId })).toBe("not-found");
    await world.settle();
    expect(world.heard(one.phone)).toHaveLength(1);
  });
});

describe("while a send is being prepared", () => {
  test("nothing of it starts after the stop has committed, a decided dispute's notice neither", async () => {
    const debtor = await addOpened();
    await world.owner`update outbox set state = 'sending' where id = ${debtor.outboxId}`;
    expect([...(await owned([debtor.outboxId]))]).toEqual([debtor.outboxId]);
    await world.owner`update outbox set kind = 'notice', author = 'agent:ana' where id = ${debtor.outboxId}`;
    expect([...(await owned([debtor.outboxId]))]).toEqual([debtor.outboxId]);
    await stop(debtor, { kind: "opted_out" });
    expect([...(await owned([debtor.outboxId]))]).toEqual([]);
    await world.owner`update outbox set kind = 'opening', author = 'bot' where id = ${debtor.outboxId}`;
    expect([...(await owned([debtor.outboxId]))]).toEqual([]);
  });

  test("whoever looks for the last time waits for the stop, and then sees it", async () => {
    const debtor = await addOpened();
    await world.owner`update outbox set state = 'sending' where id = ${debtor.outboxId}`;
    const { looked } = await world.db.inBusiness(world.business.id, async (tx) => {
      await lockPerson(tx, world.business.id, debtor.id);
      await silence(tx, world.business.id, { debtorIds: [debtor.id], contactId: undefined });
      const looked = owned([debtor.outboxId]);
      await somebodyWaits();
      return { looked };
    });
    expect([...(await looked)]).toEqual([]);
  });

  test("whoever enters the stop waits until the request that is leaving has left", async () => {
    const debtor = await addOpened();
    await world.owner`update outbox set state = 'sending' where id = ${debtor.outboxId}`;
    let isStopped = false;
    const { stopping } = await world.db.inBusiness(world.business.id, async (tx) => {
      await stillOwned(tx, world.business.id, [debtor.outboxId]);
      const stopping = stop(debtor, { kind: "opted_out" }).then((said) => {
        isStopped = true;
        return said;
      });
      await somebodyWaits();
      expect(isStopped).toBe(false);
      return { stopping };
    });
    expect(await stopping).toEqual({ stopped: true });
  });

  async function somebodyWaits(): Promise<void> {
    for (;;) {
      const [row] = await world.owner<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      if ((row?.count ?? 0) > 0) return;
    }
  }
});

test("whoever writes first while their number is recorded as another's waits for it, and holds nothing that it needs", async () => {
  people += 1;
  const debtor = await world.addDebtor(people);
  // `recordStop`, halfway: it has the debtor, and then wants the contact.
  const { said } = await world.db.inBusiness(world.business.id, async (tx) => {
    await lockPerson(tx, world.business.id, debtor.id);
    const said = world.says(debtor.phone, "hola");
    await untilItWaits(world.owner, said);
    await suppressContacts(tx, world.business.id, [debtor.contactId], world.deps.clock.now());
    return { said };
  });
  await said;
  expect(
    await world.owner`
    select k.suppressed_at is not null as stopped, count(m.id)::int as messages from contact k
    join conversation c on c.contact_id = k.id join message m on m.conversation_id = c.id
    where k.id = ${debtor.contactId} group by k.suppressed_at`,
  ).toEqual([{ stopped: true, messages: 1 }]);
});

test("a number that is somebody else's is not another debtor's either, whoever brings it", async () => {
  const debtor = await addOpened();
  await stop(debtor, { kind: "wrong_person", contactId: debtor.contactId });
  const bytes = csvOf([{ client: "OTHER-1", phone: debtor.phone, invoice: "OTHER-F" }]);
  const dryRun = dryRunOf(world, await upload(world, bytes));
  expect(dryRun.sharedPhones.count).toBe(1);
  expect(dryRun.contact.map(({ reason }) => reason)).toEqual(["NO_PHONE"]);
  await bring(world, csvOf([{ client: "OTHER-1", phone: debtor.phone, invoice: "OTHER-G" }]));
  const contacts = await world.owner`select c.debtor_id from contact c where c.phone = ${debtor.phone}`;
  expect(contacts).toEqual([{ debtorId: debtor.id }]);

  // The same debtor's file again does not make it theirs either.
  const again = dryRunOf(
    world,
    await upload(world, csvOf([{ client: `C-${people}`, phone: debtor.phone, invoice: "AGAIN" }])),
  );
  expect(again.contact.map(({ reason }) => reason)).toEqual(["WRONG_PERSON"]);
});

test("hours and place that somebody asked for hold from the next message that is judged", async () => {
  const debtor = await addOpened();
  const times = {
    zone: "America/Bogota",
    requestedHours: null,
    inconvenient: [{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }],
  };
  const of = { businessId: world.business.id, userId: "ana", times, reason: "Lo pidió por teléfono" };
  expect(await recordTimes(world.deps, { ...of, debtorId: debtor.id })).toEqual({ countsHours: true });
  expect(await recordTimes(world.deps, { ...of, debtorId: newId() })).toBe("not-found");
  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  const [judged] = await world.owner<{ reason: string }[]>`
    select s.reason from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${debtor.id}
      and not s.allowed`;
  expect(judged?.reason).toBe("KNOWN_INCONVENIENT_TIME");
});
