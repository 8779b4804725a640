import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lockReadings, saveReadings } from "../../../db/businesses.ts";
import { connect } from "../../../db/client.ts";
import { chooseReading } from "../../../src/app/contact-law/choose-reading.ts";
import { reportUnknownChoices } from "../../../src/app/contact-law/report-unknown-choices.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A business chooses between readings of Colombia's law, and the gate judges by it from the next message on.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  clock.set(WEDNESDAY);
  await store({});
});

const ALBA = "0198a7c2-0000-7000-8000-00000000a1ba";
const store = (readings: object) => world.owner`
  update business set readings = ${JSON.stringify(readings)}::text::jsonb where id = ${world.business.id}`;
const stored = async () => {
  const [row] = await world.owner<
    { readings: unknown }[]
  >`select readings from business where id = ${world.business.id}`;
  return row?.readings;
};
const choose = (reading: string, option: string, country = "CO", reason = "Lo pidió nuestra abogada") =>
  chooseReading(world.deps, { businessId: world.business.id, userId: ALBA, country, reading, option, reason });
const open = async ({ id }: SampleDebtor) => {
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: ALBA });
  await world.settle();
};
const lastDecision = async ({ id }: SampleDebtor) => {
  const [decided] = await world.owner<{ allowed: boolean; reason: string; clause: string; version: string }[]>`
    select s.allowed, s.reason, s.record -> 'clause' ->> 'id' as clause, s.record -> 'profile' ->> 'version' as version
    from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${id} order by s.id desc limit 1`;
  return decided;
};
/** We wrote to them so many days ago. */
const wroteTo = async ({ id }: SampleDebtor, days: number) => {
  const { owner, business } = world;
  await owner`
    insert into contact_made (business_id, debtor_id, outbox_id, channel, at)
    values (${business.id}, ${id}, gen_random_uuid(), 'whatsapp', ${WEDNESDAY.minus({ days })})`;
};

test("a choice is kept, with who made it, what held before and why, in their words", async () => {
  await choose("week", "one_contact");
  await choose("contact", "two_way_only", "CO", "  Así lo lee la SFC\0 ");
  await choose("week", "one_channel", "CO", "Volvemos a la lectura por defecto");
  expect(await stored()).toEqual({ CO: { week: "one_channel", contact: "two_way_only" } });
  const kept = await world.owner`
    select actor, subject, before, after, at = ${WEDNESDAY} as "isNow" from audit_event
    where business_id = ${world.business.id} and action = 'contact-law.reading-chosen' order by id desc limit 3`;
  expect(kept).toEqual([
    {
      actor: ALBA,
      subject: "business",
      before: {
        country: "CO",
        reading: "week",
        option: "one_contact",
        stored: { week: "one_contact", contact: "two_way_only" },
      },
      after: {
        country: "CO",
        reading: "week",
        option: "one_channel",
        stored: { week: "one_channel", contact: "two_way_only" },
        reason: "Volvemos a la lectura por defecto",
      },
      isNow: true,
    },
    expect.objectContaining({
      before: expect.objectContaining({ option: "each_send" }),
      after: expect.objectContaining({ option: "two_way_only", reason: "  Así lo lee la SFC " }),
    }),
    expect.objectContaining({ before: expect.objectContaining({ option: "one_channel", stored: {} }) }),
  ]);
  const told =
    await world.owner`select from console_event where business_id = ${world.business.id} and kind = 'law.changed'`;
  expect(told).toHaveLength(3);
});

test("what is not offered is refused with what is, and nothing is written", async () => {
  await expect(choose("weeks", "one_contact")).rejects.toMatchObject({
    code: "request.invalid",
    message: "What may be chosen for CO: contact (each_send, two_way_only); week (one_channel, one_contact).",
  });
  await expect(choose("week", "never")).rejects.toMatchObject({ code: "request.invalid" });
  await expect(choose("week", "one_contact", "ZZ")).rejects.toMatchObject({
    code: "request.invalid",
    message: expect.stringContaining("Nothing may be chosen for ZZ. Readings are open for AR, BR, CL, CO"),
  });
  expect(await stored()).toEqual({});
});

test("two people who choose at once do not undo each other's", async () => {
  const { db, business } = world;
  const second = await db.inBusiness(business.id, async (tx) => {
    await lockReadings(tx);
    const choosing = choose("contact", "two_way_only");
    for (let waiting = 0; waiting === 0; ) {
      const [seen] = await world.owner<{ count: number }[]>`
        select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = seen?.count ?? 0;
    }
    await saveReadings(tx, { CO: { week: "one_contact" } });
    return { choosing };
  });
  await second.choosing;
  expect(await stored()).toEqual({ CO: { week: "one_contact", contact: "two_way_only" } });
});

test("it holds for the very next message, in a process that has been at work all along, and the record names it", async () => {
  const db = connect(database.appUrl, { max: 2, name: "saldar-test-other" });
  const other = makeJobs({ ...world.deps, db, receive: world.receive });
  try {
    const [first, second] = [await world.addDebtor(801), await world.addDebtor(802)];
    // On Monday of the same week: the default allows another day of it, one contact a week does not.
    for (const debtor of [first, second]) await wroteTo(debtor, 2);
    await open(first);
    expect(await lastDecision(first)).toMatchObject({ allowed: true, version: expect.not.stringContaining("+") });
    await other.look(world.business.id);

    await choose("week", "one_contact");
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [second.id], userId: ALBA });
    while (await other.look(world.business.id));
    await other.whenIdle();
    expect(world.heard(second.phone)).toEqual([]);
    expect(await lastDecision(second)).toMatchObject({
      allowed: false,
      reason: "WEEKLY_CAP",
      clause: "CO.week-cap",
      version: expect.stringMatching(/\+week=one_contact$/),
    });
  } finally {
    await other.whenIdle();
    await db.close();
  }
});

test("what waits already is judged by it when its turn comes", async () => {
  const debtor = await world.addDebtor(803);
  await wroteTo(debtor, 2);
  clock.set(WEDNESDAY.plus({ hours: 12 }));
  await open(debtor);
  expect(await lastDecision(debtor)).toMatchObject({ reason: "OUTSIDE_WINDOW" });
  await choose("week", "one_contact");
  clock.set(WEDNESDAY.plus({ hours: 25 }));
  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  expect(await lastDecision(debtor)).toMatchObject({ reason: "WEEKLY_CAP" });
});

test("where only what was answered counts, a send without an answer does not, and one with an answer does", async () => {
  await choose("contact", "two_way_only");
  const [silent, answering] = [await world.addDebtor(804), await world.addDebtor(805)];
  clock.set(WEDNESDAY.minus({ hours: 2 }));
  for (const debtor of [silent, answering]) await open(debtor);
  await world.says(answering.phone, "Hola");
  await world.settle();
  // Another chat, as when the first one is over.
  await world.owner`update conversation set closed_at = ${WEDNESDAY}, outcome = 'other'
    where business_id = ${world.business.id} and debtor_id = any(${[silent.id, answering.id]}::uuid[])`;
  clock.set(WEDNESDAY);
  for (const debtor of [silent, answering]) await open(debtor);
  expect(await lastDecision(silent)).toMatchObject({ allowed: true, reason: "OK" });
  expect(await lastDecision(answering)).toMatchObject({ allowed: false, reason: "DAILY_CAP" });
});

test("a choice that this version no longer offers stops no message: the default judges, and people are told once", async () => {
  await store({ CO: { week: "one_contact", contact: "by_telegraph" }, CL: { days: "any" } });
  const debtor = await world.addDebtor(806);
  await open(debtor);
  expect(world.heard(debtor.phone)).toHaveLength(1);
  expect(await lastDecision(debtor)).toMatchObject({ allowed: true });

  await Promise.all([reportUnknownChoices(world.deps), reportUnknownChoices(world.deps)]);
  const alarms = () => world.owner<{ detail: string }[]>`
    select detail from alarm where business_id = ${world.business.id} and kind = 'law.reading-unknown' order by detail`;
  expect((await alarms()).map(({ detail }) => detail.slice(0, 62))).toEqual([
    'The reading "any" that was chosen for CL (days) is offered no ',
    'The reading "by_telegraph" that was chosen for CO (contact) is',
  ]);
  expect(log.complaints).toContain("a reading of contact law that was chosen is offered no more");
  await world.owner`update alarm set cleared_at = now() where business_id = ${world.business.id}`;
  await reportUnknownChoices(world.deps);
  expect(await alarms()).toHaveLength(2);

  // Whoever then chooses in that country leaves nothing behind that has no effect.
  await choose("contact", "each_send");
  expect(await stored()).toEqual({ CO: { week: "one_contact", contact: "each_send" }, CL: { days: "any" } });
});
