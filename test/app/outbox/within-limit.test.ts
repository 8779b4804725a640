import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "../../../db/client.ts";
import { lockLimits, lockTheirConversations } from "../../../db/messaging-limit.ts";
import { enterContact } from "../../../src/app/contact/enter-contact.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { makeReceive } from "../../../src/app/messages/receive.ts";
import { dispatchDue } from "../../../src/app/outbox/dispatch.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { type Jobs, makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { recordingDatabase } from "../../support/recording-database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A number that may reach ten people in 24 hours, and two processes that send through it.

const LIMIT = 10;
const ZONE = "America/Bogota";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let otherDb: Database;
let others: Jobs;
let people = 0;
let wednesday = WEDNESDAY;

beforeAll(async () => {
  world = await makeWorld(database, { clock, log, messagingLimit: LIMIT });
  otherDb = connect(database.appUrl, { max: 4, name: "saldar-test-other" });
  const deps = { ...world.deps, db: otherDb };
  others = makeJobs({ ...deps, receive: makeReceive(deps) });
});
afterAll(async () => {
  await others.whenIdle();
  await otherDb.close();
  await world[Symbol.asyncDispose]();
});
beforeEach(async () => {
  // Each test has weeks of its own, and nothing of another's waits in them.
  wednesday = wednesday.plus({ weeks: 6 });
  clock.set(wednesday);
  await world.owner`update outbox set state = 'superseded' where state = 'queued'`;
  await world.owner`update conversation set alarm_at = null, closed_at = ${wednesday}, outcome = 'other' where closed_at is null`;
  log.complaints.length = 0;
});

async function addPeople(count: number): Promise<SampleDebtor[]> {
  const added: SampleDebtor[] = [];
  for (let index = 0; index < count; index += 1) {
    people += 1;
    added.push(await world.addDebtor(people));
  }
  return added;
}

/** One after the other, so that the order in which they were written is the order of the list. */
async function open(debtors: readonly SampleDebtor[]): Promise<void> {
  for (const { id } of debtors)
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
}

/** Both processes look, at the same moment, until neither has anything left to do. */
async function bothSettle(): Promise<void> {
  const { id } = world.business;
  const looks = async (jobs: Jobs): Promise<void> => {
    while (await jobs.look(id));
  };
  await Promise.all([looks(world.jobs), looks(others)]);
  await Promise.all([world.jobs.whenIdle(), others.whenIdle()]);
}

type Waiting = { contactId: string; sendAt: DateTime; waitsBecause: string | null };
const waiting = () =>
  world.owner<Waiting[]>`
    select c.contact_id, o.send_at, o.waits_because from outbox o join conversation c on c.id = o.conversation_id
    where o.state = 'queued' order by o.id`;

const heardAll = (debtors: readonly SampleDebtor[]) => debtors.filter(({ phone }) => world.heard(phone).length > 0);

const day = (moment: DateTime) => moment.setZone(ZONE).toFormat("EEE");

test("thirty-five openings on a lawful morning, from two processes: ten leave, and the others wait their turn", async () => {
  const debtors = await addPeople(35);
  await open(debtors);
  await bothSettle();
  expect(heardAll(debtors)).toHaveLength(LIMIT);
  const rest = await waiting();
  expect(rest).toHaveLength(25);
  expect(new Set(rest.map(({ waitsBecause }) => waitsBecause))).toEqual(new Set(["messaging_limit"]));
  // Nobody of them was refused by law.
  const refused = await world.owner`
    select from send_decision s join conversation c on c.id = s.conversation_id
    where not s.allowed and c.contact_id = any(${debtors.map(({ contactId }) => contactId)}::uuid[])`;
  expect(refused).toHaveLength(0);
  for (const { sendAt } of rest) expect(sendAt >= wednesday.plus({ hours: 24 })).toBe(true);

  const left: { at: DateTime; contactId: string }[] = heardAll(debtors).map(({ contactId }) => ({
    at: wednesday,
    contactId,
  }));
  while ((await waiting()).length > 0) {
    const due = (await waiting()).toSorted((a, b) => a.sendAt.toMillis() - b.sendAt.toMillis());
    clock.set(DateTime.max(present(due[0], "one that waits").sendAt, clock.now().plus({ seconds: 1 })));
    const before = new Set(heardAll(debtors).map(({ id }) => id));
    await bothSettle();
    for (const { id, contactId } of heardAll(debtors)) if (!before.has(id)) left.push({ at: clock.now(), contactId });
  }
  expect(heardAll(debtors)).toHaveLength(35);
  left.forEach(({ at }, index) => {
    const tenBefore = left[index - LIMIT];
    if (tenBefore) expect(at.diff(tenBefore.at).as("hours")).toBeGreaterThanOrEqual(24);
  });
  expect(log.complaints).toEqual([]);
}, 120_000);

test("twenty-five of a Sunday fill the days after it, ten each, in the order in which they were written", async () => {
  clock.set(wednesday.plus({ days: 4 }));
  const debtors = await addPeople(25);
  await open(debtors);
  await bothSettle();
  expect(heardAll(debtors)).toEqual([]);
  const placed = await waiting();
  expect(placed.map(({ contactId }) => contactId)).toEqual(debtors.map(({ contactId }) => contactId));
  expect(placed.map(({ sendAt }) => day(sendAt)).join(" ")).toBe(
    [...Array(10).fill("Mon"), ...Array(10).fill("Tue"), ...Array(5).fill("Wed")].join(" "),
  );
  const moments = placed.map(({ sendAt }) => sendAt.toMillis());
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(new Set(moments).size).toBe(25);
  // The law says Monday; what goes later than that waits for the number.
  expect(placed.map(({ waitsBecause }) => waitsBecause)).toEqual([
    ...Array(10).fill(null),
    ...Array(15).fill("messaging_limit"),
  ]);
}, 60_000);

test("whom the number has reached within 24 hours costs nothing again, and counts from then on", async () => {
  const debtors = await addPeople(LIMIT + 1);
  const [again, stranger] = [present(debtors[0], "the first"), present(debtors[LIMIT], "the last")];
  await reached(debtors.slice(0, LIMIT), wednesday.minus({ hours: 20 }));
  await open([stranger, again]);
  await bothSettle();
  expect(heardAll([stranger, again])).toEqual([again]);
  expect((await waiting()).map(({ contactId }) => contactId)).toEqual([stranger.contactId]);
  const [row] = await world.owner<
    { at: DateTime }[]
  >`select at from reached_person where contact_id = ${again.contactId}`;
  expect(row?.at.toMillis()).toBe(wednesday.toMillis());
});

test("the day is 24 hours that move along, and no date", async () => {
  const debtors = await addPeople(LIMIT + 1);
  const last = present(debtors[LIMIT], "the last");
  await reached(debtors.slice(0, LIMIT), wednesday.minus({ hours: 22 }));
  await open([last]);
  await bothSettle();
  const [held] = await waiting();
  const sendAt = present(held, "one that waits").sendAt;
  // Two hours on, those of yesterday noon no longer count: at the next slot of the day's ten.
  expect(sendAt >= wednesday.plus({ hours: 2 }) && sendAt < wednesday.plus({ hours: 4 })).toBe(true);
  clock.set(sendAt.minus({ milliseconds: 1 }));
  await bothSettle();
  expect(heardAll([last])).toEqual([]);
  clock.set(sendAt);
  await bothSettle();
  expect(heardAll([last])).toEqual([last]);
});

test("a place whose room comes a moment later keeps its turn", async () => {
  clock.set(wednesday.plus({ days: 4 }));
  const [debtor] = await addPeople(1);
  const person = present(debtor, "somebody");
  await open([person]);
  await bothSettle();
  const place = present((await waiting())[0], "one that waits").sendAt;
  const full = await addPeople(LIMIT);
  await reached(full, place.minus({ hours: 24 }).plus({ seconds: 2 }));
  clock.set(place);
  await bothSettle();
  expect(await waiting()).toMatchObject([{ sendAt: place.plus({ seconds: 2 }), waitsBecause: "messaging_limit" }]);
  clock.set(place.plus({ seconds: 2 }));
  await bothSettle();
  expect(heardAll([person])).toEqual([person]);
});

test("a batch with an answer in it has the conversations of all before it asks for the number", async () => {
  const [opened, writing] = (await addPeople(2)) as [SampleDebtor, SampleDebtor];
  await open([opened]);
  await world.says(writing.phone, "hola");
  const { id: businessId } = world.business;
  await advanceDue(world.deps, businessId);
  const [{ id: answered } = { id: "" }] = await world.owner<{ id: string }[]>`
    select id from conversation where contact_id = ${writing.contactId}`;
  // As a turn of theirs has it, which plans something under the number's limit.
  const { sent } = await world.db.inBusiness(businessId, async (tx) => {
    await lockTheirConversations(tx, businessId, [answered]);
    const sent = others.look(businessId);
    await untilItWaits(world.owner, sent);
    await lockLimits(tx, businessId, [world.channelId]);
    return { sent };
  });
  await sent;
  await others.whenIdle();
  expect(log.complaints).toEqual([]);
});

test("an answer is never held, and nothing is asked of the database for it", async () => {
  const debtors = await addPeople(LIMIT + 3);
  await reached(debtors.slice(0, LIMIT), wednesday.minus({ hours: 1 }));
  const writing = debtors.slice(LIMIT);
  const db = recordingDatabase(world.db);
  const jobs = makeJobs({ ...world.deps, db, receive: world.receive });
  // The first look judges the number's health, which asks about everybody; it is asked again only half a minute later.
  await jobs.look(world.business.id);
  await jobs.whenIdle();
  db.takeStatements();
  for (const { phone } of writing) await world.says(phone, "hola");
  while (await jobs.look(world.business.id));
  await jobs.whenIdle();
  expect(heardAll(writing)).toEqual(writing);
  expect(db.takeStatements().filter((text) => /reached_person|messaging_limit\b(?!.*from outbox)/s.test(text))).toEqual(
    [],
  );

  // The pattern finds what an opening asks.
  clock.set(wednesday.plus({ days: 2 }));
  const [one] = await addPeople(1);
  await open([present(one, "somebody")]);
  await dispatchDue({ ...world.deps, db }, world.business.id, () => undefined);
  expect(db.takeStatements().filter((text) => /reached_person/.test(text)).length).toBeGreaterThan(0);
});

test("what Meta did not take counts once: it gave its place up as it left", async () => {
  clock.set(wednesday.plus({ days: 4 }));
  const [person] = (await addPeople(1)) as [SampleDebtor];
  await open([person]);
  await bothSettle();
  clock.set(present((await waiting())[0], "one that waits").sendAt);
  world.meta.order({ kind: "http", status: 500 }, { to: person.phone.slice(1) });
  await bothSettle();
  const tried = await world.owner`
    select o.state, o.attempts, o.placed_on from outbox o join conversation c on c.id = o.conversation_id
    where c.contact_id = ${person.contactId}`;
  expect(tried).toEqual([{ state: "queued", attempts: 1, placedOn: null }]);
});

test("of one batch, whom the number has no room for and whom the law holds back get a place each", async () => {
  clock.set(wednesday.plus({ days: 3 }));
  await reached(await addPeople(LIMIT), clock.now().minus({ hours: 1 }));
  const [over, called] = (await addPeople(2)) as [SampleDebtor, SampleDebtor];
  await open([over, called]);
  const entered = await enterContact(world.deps, {
    businessId: world.business.id,
    debtorId: called.id,
    userId: "ana",
    channel: "voice",
    id: newId(),
    initiatedBy: "collector",
    kind: "accepted",
    at: clock.now().setZone(ZONE).minus({ hours: 1 }).toFormat("yyyy-MM-dd'T'HH:mm"),
  });
  expect(entered).toEqual({ entered: true });
  await dispatchDue(world.deps, world.business.id, () => undefined);
  const placed = await waiting();
  expect(placed.map(({ sendAt }) => day(sendAt))).toEqual(["Mon", "Mon"]);
  expect(new Set(placed.map(({ sendAt }) => sendAt.toMillis())).size).toBe(2);
});

test("a number without a limit writes to everybody at once, and still knows whom it reached", async () => {
  await world.owner`update channel set messaging_limit = null where id = ${world.channelId}`;
  const debtors = await addPeople(LIMIT + 5);
  await open(debtors);
  await bothSettle();
  await world.owner`update channel set messaging_limit = ${LIMIT} where id = ${world.channelId}`;
  expect(heardAll(debtors)).toHaveLength(LIMIT + 5);
  const [last] = await addPeople(1);
  const person = present(last, "somebody");
  await open([person]);
  await bothSettle();
  expect(heardAll([person])).toEqual([]);
});

async function reached(debtors: readonly SampleDebtor[], at: DateTime): Promise<void> {
  for (const { contactId } of debtors)
    await world.owner`
      insert into reached_person (business_id, channel_id, contact_id, at)
      values (${world.business.id}, ${world.channelId}, ${contactId}, ${at})`;
}
