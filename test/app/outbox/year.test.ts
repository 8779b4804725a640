import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import { SECOND_READINGS } from "../../domain/contact-law/second-reading.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";
import { endByAgent, type Person, people, seeded } from "./year-people.ts";
import { makeWitness } from "./year-witness.ts";

// The whole sender on a fast clock: openings asked for at any hour, answers, stops, closed chats and nudges of the flow, in all
// countries at once. A witness at the other end of the line knows the law from the second reading and nothing of the gate.

/**
 * `SALDAR_YEAR_DEBTORS=10000` plays a whole year of so many, hour by hour, and prints what was counted. Without it: few people,
 * and six weeks with Easter and three changes of clocks.
 */
const asked = process.env["SALDAR_YEAR_DEBTORS"];
const DEBTORS = Number(asked ?? 140);
const FROM = asked ? DateTime.utc(2027, 1, 1, 12) : DateTime.utc(2027, 3, 12, 12);
const TO = asked ? DateTime.utc(2027, 12, 31) : DateTime.utc(2027, 4, 9);
/** Somebody looks so often, at any second of it. */
const STEP_HOURS = asked ? 1 : 3;
const HOUR_MS = 3_600_000;

const database = useDatabase();
const clock = handClock(FROM);
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
  await world.setTime(FROM);
});
afterAll(() => world[Symbol.asyncDispose]());

type Deed = { readonly person: Person; readonly does: "open" | "write" | "stop" | "close" };

test(
  "with the sender running, nothing reaches anybody that the law, written a second time, refuses",
  async () => {
    const chance = seeded(20_270_101);
    const everybody = await people(world, DEBTORS, chance);
    const byPhone = new Map(everybody.map((person) => [person.digits, person]));
    const deeds = new Map<number, Deed[]>();
    const stepOf = (moment: DateTime): number => Math.floor(moment.diff(FROM).as("hours") / STEP_HOURS);
    const later = (deed: Deed, hours: number): void => {
      const step = Math.max(stepOf(clock.now()) + 1, stepOf(clock.now().plus({ hours })));
      deeds.set(step, [...(deeds.get(step) ?? []), deed]);
    };
    const witness = makeWitness();
    world.meta.onAccepted(({ to }) => {
      const person = present(byPhone.get(to), `whose phone ${to} is`);
      witness.heard(person, clock.now());
      const luck = chance();
      if (luck < 0.02) later({ person, does: "stop" }, chance() * 20);
      else if (luck < 0.3) later({ person, does: "write" }, chance() * 20);
      else if (luck < (asked ? 0.4 : 0.65)) later({ person, does: "close" }, 0);
    });

    for (const person of everybody) later({ person, does: "open" }, chance() * 24 * 14);
    for (let step = 0; step < stepOf(TO); step += 1) {
      const now = FROM.plus({ hours: step * STEP_HOURS, seconds: Math.floor(chance() * STEP_HOURS * 3600) });
      const due = deeds.get(step) ?? [];
      deeds.delete(step);
      if (due.length === 0 && !(await isDue(now))) continue;
      clock.set(now);
      await act(due);
      for (const { person, does } of due) {
        if (does === "open") later({ person, does }, 24 + chance() * 24 * (asked ? 50 : 12));
        // As somebody in a hurry would: a new chat at once, for the law to hold back.
        if (does === "close") later({ person, does: "open" }, chance() * 40);
        if (does === "write") witness.wrote(person, now);
        if (does === "stop") witness.stopped(person, now);
      }
      await world.settle();
    }

    expect(witness.refused).toEqual([]);
    // The year was one: everywhere people were written to, and what was asked for at a bad moment waited for a better one.
    const missing = SECOND_READINGS.filter(({ place }) => (witness.proactive[place] ?? 0) < DEBTORS / 50);
    expect(missing.map(({ place }) => place)).toEqual([]);
    const denied = await deniedBy();
    for (const reason of [
      "OUTSIDE_WINDOW",
      "HOLIDAY",
      "DAILY_CAP",
      "KNOWN_INCONVENIENT_TIME",
      "MORATORIUM",
      "OPTED_OUT",
    ])
      expect(denied[reason] ?? 0, reason).toBeGreaterThan(0);
    if (asked) for (const reason of ["WEEKLY_CAP", "MIN_GAP"]) expect(denied[reason] ?? 0, reason).toBeGreaterThan(0);
    expect(await allowedBy("CONSUMER_REQUESTED_HOURS")).toBeGreaterThan(0);
    expect(await unfinished()).toEqual([]);
    expect(await sentTwice()).toEqual([]);
    expect(log.complaints).toEqual([]);
    if (asked)
      process.stdout.write(
        `${JSON.stringify({ debtors: DEBTORS, proactive: witness.proactive, replies: witness.replies, denied })}\n`,
      );

    async function act(due: readonly Deed[]): Promise<void> {
      const of = (does: Deed["does"]) => due.filter((deed) => deed.does === does).map(({ person }) => person);
      for (const person of of("write"))
        await world.says(person.phone, present(person.words[Math.floor(chance() * person.words.length)], "words"));
      for (const person of of("stop")) await world.says(person.phone, person.stopWords);
      for (const person of of("close")) await endByAgent(world, person);
      const opened = of("open").filter((person) => !witness.hasStopped(person) || chance() < 0.5);
      if (opened.length > 0)
        await openConversations(world.deps, {
          businessId: world.business.id,
          debtorIds: opened.map(({ id }) => id),
          userId: "ana",
        });
    }
  },
  asked ? 3 * HOUR_MS : 120_000,
);

async function isDue(now: DateTime): Promise<boolean> {
  const [found] = await world.owner<{ due: boolean }[]>`
    select exists (select from conversation where business_id = ${world.business.id} and alarm_at <= ${now})
      or exists (select from outbox where business_id = ${world.business.id} and state = 'queued' and send_at <= ${now}) as due`;
  return found?.due ?? false;
}

async function allowedBy(reason: string): Promise<number> {
  const [found] = await world.owner<{ count: number }[]>`
    select count(*)::int as count from send_decision where business_id = ${world.business.id} and allowed and reason = ${reason}`;
  return found?.count ?? 0;
}

async function deniedBy(): Promise<Record<string, number>> {
  const found = await world.owner<{ reason: string; count: number }[]>`
    select reason, count(*)::int as count from send_decision where business_id = ${world.business.id} and not allowed group by reason`;
  return Object.fromEntries(found.map(({ reason, count }) => [reason, count]));
}

/** What neither left nor waits for its moment nor was given up with a reason. */
async function unfinished(): Promise<{ state: string }[]> {
  return world.owner<{ state: string }[]>`
    select state from outbox where business_id = ${world.business.id}
      and (state not in ('queued', 'accepted', 'blocked', 'superseded') or (state = 'queued' and send_at is null))`;
}

/** What the driver refused though the gate allowed it: the other side takes everything at once. */
async function sentTwice(): Promise<{ kind: string }[]> {
  return world.owner<{ kind: string }[]>`
    select kind, attempts from outbox where business_id = ${world.business.id} and attempts > 1`;
}
