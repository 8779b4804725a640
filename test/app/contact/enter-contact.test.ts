import type { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readBusiness } from "../../../db/businesses.ts";
import { type EnterContact, enterContact, OLDEST_DAYS } from "../../../src/app/contact/enter-contact.ts";
import { withdrawContact } from "../../../src/app/contact/withdraw-contact.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { mayWrite } from "../../../src/app/outbox/may-write.ts";
import { present } from "../../../src/domain/assert.ts";
import { type Channel, OTHER_CHANNELS } from "../../../src/domain/contact-law/facts.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Somebody of the business has called, written or come by: from then on the law's caps count it like a message of ours.

const database = useDatabase();
let world: World;
let number = 840;
beforeAll(async () => {
  world = await makeWorld(database);
});
beforeEach(async () => {
  await world.setTime(WEDNESDAY);
  await choose({});
});
afterAll(() => world[Symbol.asyncDispose]());

const choose = (readings: object) => world.owner`
  update business set readings = ${JSON.stringify(readings)}::text::jsonb where id = ${world.business.id}`;

const TODAY = "2026-11-18T09:00";

/** Somebody who permitted every channel, where `place` says. */
async function somebody(place: { country?: string; subdivision?: string; zone?: string } = {}): Promise<SampleDebtor> {
  number += 1;
  const debtor = await world.addDebtor(number);
  const { country = null, subdivision = null, zone = null } = place;
  await world.owner`
    update debtor set country = ${country}, subdivision = ${subdivision}, zone = ${zone} where id = ${debtor.id}`;
  await permit(debtor, { granted: true, others: OTHER_CHANNELS });
  return debtor;
}

const permit = ({ contactId }: SampleDebtor, { granted, others }: { granted: boolean; others: readonly string[] }) =>
  world.owner`
    insert into contact_permission (business_id, id, contact_id, granted, other_channels, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${contactId}, ${granted}, ${[...others]}::text[], 'Firmado', '2026-01-15', 'upload')`;

const enter = ({ id: debtorId }: Pick<SampleDebtor, "id">, said: Partial<EnterContact> = {}) =>
  enterContact(world.deps, {
    businessId: world.business.id,
    debtorId,
    userId: "ana",
    id: newId(),
    channel: "voice",
    at: TODAY,
    initiatedBy: "collector",
    kind: "accepted",
    ...said,
  });
const withdraw = ({ id: debtorId }: Pick<SampleDebtor, "id">, id: string) =>
  withdrawContact(world.deps, { businessId: world.business.id, debtorId, userId: "sara", id, reason: "Era otra\0" });

/** What the gate says of each channel, with the clause and the next moment. */
async function asked({ id }: SampleDebtor) {
  const now = await world.db.inBusiness(world.business.id, async (tx) => {
    const business = present(await readBusiness(tx), "the business");
    const moment = world.deps.clock.now().plus({ milliseconds: Number(business.clockOffsetMs) });
    return mayWrite(tx, { business, now: moment, channels: world.deps.channels }, id);
  });
  const { decision, others } = present(now, "a verdict");
  const all = [{ channel: "whatsapp" as Channel, decision }, ...others];
  return Object.fromEntries(
    all.map(({ channel, decision: { reason, clause, ...verdict } }) => {
      const until = "until" in verdict ? (verdict.until?.toISO() ?? null) : undefined;
      return [channel, { reason, clause: clause.id, ...(until !== undefined && { until }) }];
    }),
  );
}

const open = async ({ id }: SampleDebtor) => {
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
};
const rows = (id: string) => world.owner`select id from outside_contact where debtor_id = ${id}`;

describe("in Colombia", () => {
  test("after a call today nothing is written today, and this week nothing by another channel than the telephone", async () => {
    const debtor = await somebody();
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "OK" }, voice: { reason: "OK" } });
    expect(await enter(debtor)).toEqual({ entered: true });
    const monday = "2026-11-23T12:00:00.000Z";
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "DAILY_CAP", clause: "CO.day-cap", until: monday },
      sms: { reason: "DAILY_CAP", until: monday },
      voice: { reason: "DAILY_CAP", until: "2026-11-19T12:00:00.000Z" },
      visit: { reason: "CHANNEL_NOT_AUTHORISED", clause: "CO.visits", until: null },
    });
    await world.setTime(WEDNESDAY.plus({ days: 1 }));
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "SECOND_CHANNEL_SAME_WEEK", clause: "CO.week-channel", until: monday },
      email: { reason: "SECOND_CHANNEL_SAME_WEEK", until: monday },
      voice: { reason: "OK" },
    });
    await open(debtor);
    expect(world.heard(debtor.phone)).toEqual([]);
    const kept = await world.owner<{ reason: string; until: DateTime; record: { facts: { contacts: object[] } } }[]>`
      select s.reason, s.until, s.record from send_decision s join conversation c on c.id = s.conversation_id
      where c.debtor_id = ${debtor.id}`;
    expect(kept).toMatchObject([
      {
        reason: "SECOND_CHANNEL_SAME_WEEK",
        record: { facts: { contacts: [{ at: "2026-11-18T14:00:00.000Z", channel: "voice", proactive: true }] } },
      },
    ]);
  });

  test("a message of ours keeps the telephone silent for the week too", async () => {
    const debtor = await somebody();
    await open(debtor);
    expect(world.heard(debtor.phone)).toHaveLength(1);
    await world.setTime(WEDNESDAY.plus({ days: 1 }));
    expect(await asked(debtor)).toMatchObject({ voice: { reason: "SECOND_CHANNEL_SAME_WEEK" } });
  });

  test("withdrawn it counts no more: what waited leaves at once, and both rows stay", async () => {
    const debtor = await somebody();
    const id = newId();
    await enter(debtor, { id, at: "2026-11-17T09:00", note: "No contestó" });
    await open(debtor);
    expect(world.heard(debtor.phone)).toEqual([]);
    expect(await withdraw({ id: newId() }, id)).toBe("not-found");
    expect(await withdraw(debtor, newId())).toBe("not-found");
    expect(await withdraw(debtor, id)).toBe("withdrawn");
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(await withdraw(debtor, id)).toBe("withdrawn");
    expect(await rows(debtor.id)).toHaveLength(1);
    const [withdrawn, ...more] = await world.owner`
      select withdrawn_by, reason from outside_contact_withdrawal where outside_contact_id = ${id}`;
    expect([withdrawn, more]).toEqual([{ withdrawnBy: "sara", reason: "Era otra" }, []]);
    const audits = await world.owner`
      select actor, action, after from audit_event where subject_id = ${debtor.id} and action like 'contact.%' order by id`;
    expect(audits).toMatchObject([
      { actor: "ana", action: "contact.entered", after: { id, channel: "voice", kind: "accepted" } },
      { actor: "sara", action: "contact.withdrawn", after: { id } },
    ]);
    expect(JSON.stringify(audits)).not.toContain("No contestó");
  });

  test("where only a conversation counts, a call that nobody took does not, and one does that was a conversation", async () => {
    const readings = { CO: { contact: "two_way_only" } };
    await choose(readings);
    const [silent, talked, written] = [await somebody(), await somebody(), await somebody()];
    await enter(silent);
    await enter(talked, { kind: "two_way" });
    await enter(written, { channel: "email", kind: "read" });
    expect(await asked(silent)).toMatchObject({ whatsapp: { reason: "OK" } });
    expect(await asked(talked)).toMatchObject({ whatsapp: { reason: "DAILY_CAP" } });
    expect(await asked(written)).toMatchObject({ whatsapp: { reason: "OK" } });
    // Whoever writes back is known to have answered; of a call it was said that nobody took it.
    for (const { phone } of [silent, written]) await world.says(phone, "hola");
    await world.settle();
    expect(await asked(silent)).toMatchObject({ whatsapp: { reason: "OK" } });
    expect(await asked(written)).toMatchObject({ whatsapp: { reason: "DAILY_CAP" } });
  });

  test("a call of theirs answers what we wrote before", async () => {
    const readings = { CO: { contact: "two_way_only" } };
    await choose(readings);
    const debtor = await somebody();
    await open(debtor);
    await world.setTime(WEDNESDAY.plus({ hours: 1 }));
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "OK" } });
    await enter(debtor, { at: "2026-11-18T10:30", initiatedBy: "debtor", kind: "inbound" });
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "DAILY_CAP" } });
  });
});

describe("what counts for nothing", () => {
  test.each<[string, Partial<EnterContact>[]]>([
    ["a call that did not go through", [{ kind: "rejected" }]],
    ["a call of the debtor's own", [{ initiatedBy: "debtor", kind: "inbound" }]],
    [
      "a call back within the day",
      [
        { initiatedBy: "debtor", kind: "inbound", at: "2026-11-17T16:00" },
        { kind: "two_way", at: "2026-11-18T08:00" },
      ],
    ],
    ["a call of last week", [{ at: "2026-11-13T10:00" }]],
  ])("is %s", async (_, made) => {
    const debtor = await somebody();
    for (const said of made) expect(await enter(debtor, said)).toEqual({ entered: true });
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "OK" } });
  });

  test("and the call back counts once theirs was withdrawn", async () => {
    const debtor = await somebody();
    const id = newId();
    await enter(debtor, { id, initiatedBy: "debtor", kind: "inbound", at: "2026-11-17T16:00" });
    await enter(debtor, { kind: "two_way", at: "2026-11-18T08:00" });
    await withdraw(debtor, id);
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "DAILY_CAP" } });
  });
});

const CHILE = { country: "CL", zone: "America/Santiago" };
const NEW_YORK = { country: "US", zone: "America/New_York" };

describe("in Chile", () => {
  test("messages of all kinds are counted together: two days between them, two a week; calls and visits apart, one a week", async () => {
    const debtor = await somebody(CHILE);
    await enter(debtor, { channel: "sms", at: "2026-11-16T13:00:00-03:00" });
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "MIN_GAP", clause: "CL.gap" },
      email: { reason: "MIN_GAP" },
      voice: { reason: "OK" },
    });
    await enter(debtor, { channel: "email", at: TODAY });
    const monday = "2026-11-23T11:00:00.000Z";
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "WEEKLY_CAP", clause: "CL.week-messages", until: monday },
      visit: { reason: "OK" },
    });
    await enter(debtor, { channel: "visit", at: TODAY, kind: "two_way" });
    expect(await asked(debtor)).toMatchObject({
      voice: { reason: "WEEKLY_CAP", clause: "CL.week-calls", until: monday },
    });
  });
});

test("in Ecuador a call is the one contact of the day", async () => {
  const debtor = await somebody({ country: "EC", zone: "America/Guayaquil" });
  await enter(debtor);
  expect(await asked(debtor)).toMatchObject({
    whatsapp: { reason: "DAILY_CAP", clause: "EC.day-cap", until: "2026-11-19T12:00:00.000Z" },
  });
});

describe("in the United States", () => {
  test("within seven days after a conversation nobody calls, and messages are not counted", async () => {
    const debtor = await somebody(NEW_YORK);
    await enter(debtor, { kind: "two_way" });
    expect(await asked(debtor)).toMatchObject({
      voice: { reason: "MIN_GAP", clause: "US.after-conversation", until: "2026-11-25T14:00:00.000Z" },
      whatsapp: { reason: "OK" },
    });
  });

  test("what they write after a call that nobody took makes no conversation of it", async () => {
    const debtor = await somebody(NEW_YORK);
    await enter(debtor);
    await world.says(debtor.phone, "hola");
    await world.settle();
    expect(await asked(debtor)).toMatchObject({ voice: { reason: "OK" } });
  });

  test("seven calls in seven days are all", async () => {
    const debtor = await somebody(NEW_YORK);
    for (const day of [12, 13, 14, 15, 16, 17]) await enter(debtor, { at: `2026-11-${day}T09:00` });
    expect(await asked(debtor)).toMatchObject({ voice: { reason: "OK" } });
    await enter(debtor);
    expect(await asked(debtor)).toMatchObject({
      voice: { reason: "WEEKLY_CAP", clause: "US.seven-calls", until: "2026-11-19T14:00:00.000Z" },
    });
  });
});

describe.each([
  { country: "MX", zone: "America/Mexico_City" },
  { country: "PE", zone: "America/Lima" },
  { country: "AR", zone: "America/Argentina/Buenos_Aires" },
  { country: "BR", subdivision: "SP", zone: "America/Sao_Paulo" },
  { country: "BR", subdivision: "AL", zone: "America/Maceio" },
  { country: "ES", zone: "Europe/Madrid" },
  { country: "GB", zone: "Europe/London" },
])("where the law names no number ($country $subdivision)", (place) => {
  test("a call stops nothing, unless the business has chosen one contact a day", async () => {
    const debtor = await somebody(place);
    await enter(debtor);
    expect(await asked(debtor)).toMatchObject({ whatsapp: { reason: "OK" } });
    const readings = { [place.country]: { frequency: "once_a_day" } };
    await choose(readings);
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "DAILY_CAP", clause: expect.stringContaining(place.country) },
    });
  });
});

describe("by which channels", () => {
  test("is answered for each by what was permitted", async () => {
    const debtor = await somebody();
    await permit(debtor, { granted: false, others: ["sms", "voice"] });
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "CHANNEL_NOT_AUTHORISED", clause: "CO.channels", until: null },
      sms: { reason: "OK" },
      voice: { reason: "OK" },
      email: { reason: "CHANNEL_NOT_AUTHORISED" },
    });
    await permit(debtor, { granted: false, others: [] });
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "NO_PERMISSION" },
      sms: { reason: "NO_PERMISSION" },
    });
  });

  test("a number that is somebody else's is neither written to nor called, and says nothing of an address", async () => {
    const debtor = await somebody(CHILE);
    await world.owner`update contact set suppressed_at = now() where id = ${debtor.contactId}`;
    expect(await asked(debtor)).toMatchObject({
      whatsapp: { reason: "WRONG_PERSON" },
      voice: { reason: "WRONG_PERSON" },
      sms: { reason: "WRONG_PERSON" },
      email: { reason: "OK" },
      visit: { reason: "OK" },
    });
    await world.owner`update contact set suppressed_because = 'opted_out' where id = ${debtor.contactId}`;
    expect(await asked(debtor)).toMatchObject({ email: { reason: "OPTED_OUT" }, visit: { reason: "OPTED_OUT" } });
  });
});

describe("entering it", () => {
  test("twice leaves one, also by two at once; another content under its id is refused", async () => {
    const debtor = await somebody();
    const other = await somebody();
    const said = { id: newId(), contactId: debtor.contactId, note: " Paga el viernes ", kind: "two_way" as const };
    const both = await Promise.all([enter(debtor, said), enter(debtor, said)]);
    expect(both).toEqual([{ entered: true }, { entered: true }]);
    expect(await enter(debtor, { ...said, at: "2026-11-18T14:00:00Z" })).toEqual({ entered: true });
    expect(await rows(debtor.id)).toHaveLength(1);
    const audits =
      await world.owner`select from audit_event where subject_id = ${debtor.id} and action = 'contact.entered'`;
    expect(audits).toHaveLength(1);
    for (const changed of [
      { kind: "read" as const },
      { channel: "sms" as const },
      { at: "2026-11-18T09:01" },
      { note: "Paga el sábado" },
      { contactId: undefined },
    ])
      expect(await enter(debtor, { ...said, ...changed })).toEqual({ entered: false, because: "other-content" });
    const { contactId: _, ...without } = said;
    expect(await enter(other, without)).toEqual({ entered: false, because: "other-content" });
    const [at] = await Promise.all([enter(debtor, { id: said.id }), enter(other, { id: said.id })]);
    expect(at).toEqual({ entered: false, because: "other-content" });
  });

  test.each<[string, Partial<EnterContact>, string]>([
    ["a minute to come", { at: WEDNESDAY.plus({ minutes: 1 }).toISO() ?? "" }, "in-the-future"],
    [
      "longer ago than is sensible",
      { at: WEDNESDAY.minus({ days: OLDEST_DAYS, minutes: 1 }).toISO() ?? "" },
      "too-old",
    ],
    ["inbound of ours", { kind: "inbound" }, "kind"],
    ["a conversation of theirs", { initiatedBy: "debtor", kind: "two_way" }, "kind"],
    ["with a number of nobody's", { contactId: newId() }, "not-found"],
  ])("is refused: %s", async (_, said, because) => {
    const debtor = await somebody();
    expect(await enter(debtor, said)).toEqual({ entered: false, because });
    expect(await rows(debtor.id)).toHaveLength(0);
  });

  test("is refused with another debtor's number, and of nobody", async () => {
    const [debtor, other] = [await somebody(), await somebody()];
    const notFound = { entered: false, because: "not-found" };
    expect(await enter(debtor, { contactId: other.contactId })).toEqual(notFound);
    expect(await enter({ id: newId() })).toEqual(notFound);
  });

  test("without an offset the clock is the business's, and the oldest day is still taken", async () => {
    const debtor = await somebody();
    await enter(debtor);
    await enter(debtor, { at: WEDNESDAY.minus({ days: OLDEST_DAYS }).plus({ minutes: 1 }).toISO() ?? "" });
    const made = await world.owner<
      { at: DateTime }[]
    >`select at from outside_contact where debtor_id = ${debtor.id} order by at`;
    expect(made.map(({ at }) => at.toISO())).toEqual(["2026-08-20T15:01:00.000Z", "2026-11-18T14:00:00.000Z"]);
  });
});
