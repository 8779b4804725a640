import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { governNumbers } from "../../../src/app/channels/govern-numbers.ts";
import { resumeNumber } from "../../../src/app/channels/resume-number.ts";
import type { Clock } from "../../../src/clock.ts";
import { firstIdAt, newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let debtors: SampleDebtor[];
let offsetMs = 0;
/** Real time that a test may move: rests and restrictions are real. */
const clock: Clock = { now: () => DateTime.utc().plus(offsetMs), elapsedMs: () => performance.now() + offsetMs };

beforeAll(async () => {
  world = await makeWorld(database, { clock });
  debtors = [];
  for (let person = 1; person <= 30; person += 1) debtors.push(await world.addDebtor(person));
});
afterAll(() => world[Symbol.asyncDispose]());

beforeEach(async () => {
  offsetMs = 0;
  await world.setTime(clock.now());
  for (const table of ["number_decision", "number_event"])
    await world.owner`alter table ${world.owner(table)} disable trigger user`;
  await world.owner`truncate number_decision, number_event, reached_person, alarm, channel_link`;
  for (const table of ["number_decision", "number_event"])
    await world.owner`alter table ${world.owner(table)} enable trigger user`;
  await world.owner`delete from message`;
  await world.owner`update channel set kind = 'baileys', blocks = '{}', people_a_day = null, every_ms = null,
    health_decision_id = null, quality = null, first_used_at = now() - interval '90 days'`;
});

const govern = () => governNumbers(world.deps, world.business.id);
const resume = () =>
  resumeNumber(world.deps, { businessId: world.business.id, channelId: world.channelId, userId: "ana" });
const decisions = () =>
  world.owner<{ id: string; verdict: string; reason: string; peopleADay: number | null; record: { facts: unknown } }[]>`
    select id, verdict, reason, people_a_day, record from number_decision order by at, id`;
const channel = async () => {
  const [row] = await world.owner<
    { blockedBecause: string | null; peopleADay: number | null; everyMs: number; healthDecisionId: string }[]
  >`select blocked_because, people_a_day, every_ms, health_decision_id from channel`;
  return row;
};
const alarms = async () =>
  (await world.owner<{ kind: string }[]>`select kind from alarm order by id`).map((a) => a.kind);

/** These people were written to first, so many days ago. */
async function reached(people: number, daysAgo: number): Promise<void> {
  for (const { contactId } of debtors.slice(0, people))
    await world.owner`insert into reached_person (business_id, channel_id, contact_id, at)
      values (${world.business.id}, ${world.channelId}, ${contactId}, ${clock.now().minus({ days: daysAgo })})`;
}

async function conversationOf({ id, contactId }: SampleDebtor): Promise<string> {
  const conversationId = newId();
  await world.owner`insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language, opened_at, closed_at, outcome)
    values (${world.business.id}, ${conversationId}, ${world.channelId}, ${contactId}, ${id}, 'collect', 1, 'x', '{}', 'es', now(), now(), 'other')`;
  return conversationId;
}

let sentNumber = 0;
async function sent(code: string | null, hoursAgo: number, { plannedDaysBefore = 0 } = {}): Promise<void> {
  const [debtor] = debtors;
  if (!debtor) return;
  const conversationId = await conversationOf(debtor);
  const at = clock.now().minus({ hours: hoursAgo });
  sentNumber += 1;
  const id = firstIdAt(at.minus({ days: plannedDaysBefore })).slice(0, 24) + String(sentNumber).padStart(12, "0");
  await world.owner`insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, failed_code, sent_at)
    values (${world.business.id}, ${id}, ${conversationId}, ${world.channelId}, 'out', 'bot', 'text', 'x', ${`wamid.${id}`}, ${code}, ${at})`;
}

describe("what a number does decides how fast it may go", () => {
  test("a decision is kept with its whole record when it changes, and only then", async () => {
    await govern();
    await govern();
    expect(await decisions()).toMatchObject([
      { verdict: "normal", reason: "warm-up", peopleADay: 250, record: { facts: { kind: "baileys", ageDays: 90 } } },
    ]);
    const [decision] = await decisions();
    expect(await channel()).toMatchObject({ peopleADay: 250, everyMs: 3_000, healthDecisionId: decision?.id });
    expect(await alarms()).toEqual([]);
  });

  test("two processes that decide the same at once keep it once", async () => {
    await Promise.all([govern(), govern(), govern()]);
    expect(await decisions()).toHaveLength(1);
  });

  test("a decision that stands cannot be changed", async () => {
    await govern();
    await expect(world.owner`update number_decision set verdict = 'stopped'`).rejects.toThrow(/append-only/);
  });

  test("too few who write back slow it down, an alarm says so once, and answers bring it back step by step", async () => {
    await reached(30, 2);
    await govern();
    await govern();
    expect(await decisions()).toMatchObject([{ verdict: "slowed", reason: "reply-ratio", peopleADay: 125 }]);
    expect(await alarms()).toEqual(["number.slowed"]);

    for (const debtor of debtors.slice(0, 9)) {
      const id = await conversationOf(debtor);
      await world.owner`update conversation set last_inbound_at = ${clock.now()} where id = ${id}`;
    }
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "slowed", reason: "recovery", peopleADay: 125 });
    offsetMs += 25 * 3_600_000;
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "normal", peopleADay: 250 });
    await world.owner`delete from conversation`;
  });

  test("who opted out after we wrote counts, and who did before does not", async () => {
    await reached(30, 0.5);
    for (const [index, { id }] of debtors.slice(0, 2).entries())
      await world.owner`insert into hold (business_id, id, debtor_id, kind, placed_at)
        values (${world.business.id}, ${newId()}, ${id}, 'opt_out', ${clock.now().minus({ days: index })})`;
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({
      reason: "stop-share",
      record: { facts: { week: { stops: 1 } } },
    });
    await world.owner`delete from hold`;
  });

  test("five failures in a row slow it down; one message that left between them ends the row", async () => {
    for (let message = 0; message < 5; message += 1) await sent("131026", 2);
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({ reason: "errors-in-a-row" });
    await sent(null, 1);
    await sent("131026", 0.5);
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({ reason: "recovery", record: { facts: { errorsInARow: 1 } } });
  });

  test("what was planned weeks ago counts when it leaves: a list waits for its number's days", async () => {
    for (let message = 0; message < 5; message += 1) await sent("131026", 2, { plannedDaysBefore: 20 });
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({
      reason: "errors-in-a-row",
      record: { facts: { day: { sent: 5, undeliverable: 5 } } },
    });
  });

  test("a new number's age begins with its first message", async () => {
    await world.owner`update channel set first_used_at = null`;
    await sent(null, 30);
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({
      verdict: "warming-up",
      peopleADay: 20,
      record: { facts: { ageDays: 1 } },
    });
    const [row] = await world.owner<
      { used: boolean }[]
    >`select first_used_at < now() - interval '29 hours' as used from channel`;
    expect(row?.used).toBe(true);
  });

  test("a demo's simulated number has no health", async () => {
    await world.owner`update channel set kind = 'simulator'`;
    await govern();
    expect(await decisions()).toEqual([]);
  });
});

describe("a restriction stops a number until a person lets it go on", () => {
  test.each([
    ["a refused send", () => world.owner`update channel set blocks = '{"restriction":"463"}'`, "463"],
    ["a message's status", () => sent("131048", 1), "131048"],
    [
      "the link",
      () =>
        world.owner`insert into channel_link (business_id, channel_id, state, since)
          values (${world.business.id}, ${world.channelId}, '{"state":"restricted","because":"x"}', now())`,
      "link.restricted",
    ],
    [
      "the link, which stands again since",
      async () => {
        await world.owner`insert into channel_link (business_id, channel_id, state, since)
          values (${world.business.id}, ${world.channelId}, '{"state":"open"}', now())`;
        await world.owner`insert into number_event (business_id, id, channel_id, kind, detail, at)
          values (${world.business.id}, ${newId()}, ${world.channelId}, 'link.restricted', '{"because":"x"}', now() - interval '1 hour')`;
      },
      "link.restricted",
    ],
  ])("said by %s", async (_, restrict, code) => {
    await restrict();
    await govern();
    expect(await decisions()).toMatchObject([{ verdict: "stopped", reason: "restriction", peopleADay: 0 }]);
    expect(await channel()).toMatchObject({ blockedBecause: code });
    expect(await alarms()).toEqual(["number.stopped"]);
  });

  test("it stays stopped where the restriction goes by itself, or somebody else unblocks it", async () => {
    await world.owner`update channel set blocks = '{"restriction":"463"}'`;
    await govern();
    await world.owner`update channel set blocks = '{}'`;
    offsetMs += 5 * 86_400_000;
    await govern();
    expect(await channel()).toMatchObject({ blockedBecause: "463", peopleADay: 0 });
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "stopped", reason: "awaiting-person" });
  });

  test("it rests a day whoever asks, then goes on with a fresh warm-up, on the record", async () => {
    await world.owner`update channel set blocks = '{"restriction":"463"}'`;
    await expect(resume()).rejects.toThrow(/rests until/);
    offsetMs += 25 * 3_600_000;
    expect(await resume()).toBe(true);
    expect(await channel()).toMatchObject({ blockedBecause: null, peopleADay: 20, everyMs: 3_000 });
    expect((await decisions()).map(({ reason }) => reason)).toEqual(["restriction", "resumed", "warm-up"]);
    const audits = await world.owner<
      { actor: string }[]
    >`select actor from audit_event where action = 'channel.resumed'`;
    expect(audits).toEqual([{ actor: "ana" }]);
    await expect(resume()).rejects.toThrow(/not stopped/);
  });

  test("one that came since its numbers were judged rests too: no decision says so yet, and the block does", async () => {
    await govern();
    let transactions = 0;
    const db: World["db"] = {
      ...world.db,
      async inBusiness(businessId, work) {
        transactions += 1;
        // Between the judgement that resuming begins with, and the look at what that left.
        if (transactions === 2)
          await world.owner`update channel set blocks = '{"restriction":"131048","refused":"by this test"}'`;
        return world.db.inBusiness(businessId, work);
      },
    };
    const asked = { businessId: world.business.id, channelId: world.channelId, userId: "ana" };
    await expect(resumeNumber({ ...world.deps, db }, asked)).rejects.toThrow(/rests until/);
    expect(await channel()).toMatchObject({ blockedBecause: "131048" });
  });

  test("a second restriction within a month rests three days", async () => {
    await world.owner`update channel set blocks = '{"restriction":"463"}'`;
    await govern();
    offsetMs += 25 * 3_600_000;
    await resume();
    await world.owner`update channel set blocks = '{"restriction":"463"}'`;
    await govern();
    offsetMs += 25 * 3_600_000;
    await expect(resume()).rejects.toThrow(/rests until/);
    offsetMs += 48 * 3_600_000;
    expect(await resume()).toBe(true);
  });

  test("a token that is over is no restriction: it goes on at once, and as fast as before", async () => {
    await world.owner`update channel set blocks = '{"credentials":"190"}'`;
    await govern();
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "stopped", reason: "blocked" });
    expect(await resume()).toBe(true);
    expect(await channel()).toMatchObject({ blockedBecause: null, peopleADay: 250 });
  });

  test("no number of another business, or of nobody, is resumed", async () => {
    const asked = { businessId: world.business.id, channelId: newId(), userId: "ana" };
    expect(await resumeNumber(world.deps, asked)).toBe(false);
  });
});
