import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changePairPaces } from "../../../db/pair-pace.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { dispatchDue, type Sent } from "../../../src/app/outbox/dispatch.ts";
import { makeRecordSent } from "../../../src/app/outbox/record-sent.ts";
import type { SendResult } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { settleTime } from "../../../src/jobs/look.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A process stands still past its lease. What it then tells of its try finds another of the same send, or what was said after it.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 900;
let wednesday = WEDNESDAY;
let recordSent: ReturnType<typeof makeRecordSent>;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
  recordSent = makeRecordSent(world.deps, { freed: () => undefined, blocked: () => undefined });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  wednesday = wednesday.plus({ weeks: 1 });
  clock.set(wednesday);
});
afterEach(async () => {
  await world.owner`update channel set blocks = '{}', paused_until = null`;
  await world.owner`update outbox set state = 'superseded' where state in ('queued', 'sending', 'unknown')`;
  // A week later nobody is reminded of anything.
  await world.owner`update conversation set alarm_at = null`;
  await world.owner`update alarm set kind = 'old'`;
  await world.owner`delete from alarm`;
});

/** What is due leaves; who sent it has Meta's answers and writes none of them down yet. */
async function send(): Promise<Sent[]> {
  while ((await advanceDue(world.deps, world.business.id)).moved > 0);
  const answers: Promise<Sent>[] = [];
  await dispatchDue(world.deps, world.business.id, (answer) => answers.push(answer));
  return Promise.all(answers);
}
const sendOne = async (): Promise<Sent> => present((await send())[0], "a send");

/** Somebody writes, and Meta refuses the answer to it with this code, or takes it. */
async function answering(code?: number): Promise<{ debtor: SampleDebtor; first: Sent }> {
  people += 1;
  const debtor = await world.addDebtor(people);
  if (code !== undefined) world.meta.order({ kind: "error", code }, { to: debtor.phone.slice(1) });
  await world.says(debtor.phone, "hola");
  return { debtor, first: await sendOne() };
}

/** Its process is silent for so long that nobody knows what became of it; `again`: until it is to be sent again. */
async function silentFor(what: "unknown" | "again"): Promise<void> {
  clock.set(clock.now().plus({ seconds: 20 }));
  await settleTime(world.deps, world.business.id);
  if (what === "unknown") return;
  clock.set(clock.now().plus({ seconds: 20 }));
  await settleTime(world.deps, world.business.id);
}

const stateOf = async ({ send: { id } }: Sent) =>
  (await world.owner<{ state: string }[]>`select state from outbox where id = ${id}`)[0]?.state;
const paceOf = async ({ send: { conversationId } }: Sent) =>
  (
    await world.owner<{ pacedUntilMs: bigint | null; burstFromMs: bigint | null }[]>`
      select paced_until_ms, burst_from_ms from conversation where id = ${conversationId}`
  )[0];
const alarms = () => world.owner`select kind, subject_id from alarm`;
const number = async () =>
  (await world.owner`select blocks, paused_until from channel where id = ${world.channelId}`)[0];

describe("the refusal of a try that another has followed", () => {
  test("undoes nothing of what has been said since, and tells nobody that it was refused", async () => {
    const { debtor, first } = await answering(131026);
    await silentFor("again");
    const second = await sendOne();
    await recordSent(second);
    await world.says(debtor.phone, "¿quién es?");
    await recordSent(await sendOne());
    expect(world.heard(debtor.phone)).toHaveLength(2);
    const pace = await paceOf(first);
    await recordSent(first);
    expect([await stateOf(first), await paceOf(first), await alarms()]).toEqual(["accepted", pace, []]);
  });

  test("does not queue the one that is on its way", async () => {
    const { debtor, first } = await answering(131000);
    await silentFor("again");
    const second = await sendOne();
    await recordSent(first);
    expect(await stateOf(second)).toBe("sending");
    await recordSent(second);
    expect([await stateOf(second), world.heard(debtor.phone).length]).toEqual(["accepted", 1]);
  });

  test("is no news either when both answers are written down at once, whichever comes first", async () => {
    for (const isTurned of [false, true]) {
      const { first } = await answering(131026);
      const { first: before } = await answering();
      await silentFor("again");
      const again = await send();
      const second = present(
        again.find(({ send: { id } }) => id === first.send.id),
        "the second try",
      );
      // The first goes alone; what comes meanwhile is written down together.
      const together = isTurned ? [second, first] : [first, second];
      await Promise.all([before, ...together].map(recordSent));
      expect([await stateOf(first), await alarms()]).toEqual(["accepted", []]);
    }
  });

  test("blocks no number that may be mended by now, nor rests it; a restriction stops it however late it is told", async () => {
    for (const [code, blocks] of [
      [131042, {}],
      [130429, {}],
      [131048, { restriction: "131048" }],
    ] as const) {
      const { first } = await answering(code);
      await silentFor("again");
      await recordSent(await sendOne());
      await recordSent(first);
      expect(await number()).toEqual({ blocks, pausedUntil: null });
    }
    expect(await alarms()).toEqual([{ kind: "channel.blocked", subjectId: world.channelId }]);
  });

  test("that it arrived is true of whichever try", async () => {
    const { debtor, first } = await answering();
    await silentFor("again");
    world.meta.order({ kind: "error", code: 131026 }, { to: debtor.phone.slice(1) });
    const second = await sendOne();
    await recordSent(first);
    expect(await stateOf(first)).toBe("accepted");
    await recordSent(second);
    expect([await stateOf(first), await alarms()]).toEqual(["accepted", []]);
  });
});

test("the late refusal of the try that still stands ends it, and what was said after it is not forgotten", async () => {
  const { debtor, first } = await answering(131026);
  await silentFor("unknown");
  await world.says(debtor.phone, "¿quién es?");
  await recordSent(await sendOne());
  const pace = await paceOf(first);
  await recordSent(first);
  expect([await stateOf(first), await paceOf(first)]).toEqual(["rejected", pace]);
  expect(await alarms()).toEqual([{ kind: "message.rejected", subjectId: first.send.id }]);
});

describe("a refusal in time", () => {
  const atRest = { pacedUntilMs: null, burstFromMs: null };

  test("costs its person nothing", async () => {
    const { first } = await answering(131026);
    expect(await paceOf(first)).not.toEqual(atRest);
    await recordSent(first);
    expect(await paceOf(first)).toEqual(atRest);
  });

  test("rests nobody either when it is tried again slowly for another reason than too much", async () => {
    const { first } = await answering();
    const result: SendResult = {
      state: "rejected",
      code: "479",
      class: "retryRecipient",
      slowsChannel: false,
      slowsRecipient: false,
      retryAfterSeconds: undefined,
      detail: "the devices have changed",
    };
    await recordSent({ ...first, result });
    expect([await stateOf(first), await paceOf(first)]).toEqual(["queued", atRest]);
  });
});

describe("conversations before numbers", () => {
  test("a refusal that slows its number waits for its conversation without the number", async () => {
    const { first } = await answering(130429);
    const waiting: Promise<void>[] = [];
    await world.owner.begin(async (tx) => {
      await tx`select from conversation where id = ${first.send.conversationId} for no key update`;
      const recorded = recordSent(first);
      waiting.push(recorded);
      await untilItWaits(world.owner, recorded);
      await tx`select from channel where id = ${world.channelId} for no key update nowait`;
    });
    await Promise.all(waiting);
    expect((await number())?.["pausedUntil"]).not.toBeNull();
  });

  test("those of many refusals are locked in the order of their ids", async () => {
    const sends = [(await answering()).first, (await answering()).first];
    for (const one of sends) await recordSent(one);
    const [low = "", high = ""] = sends.map(({ send }) => send.conversationId).toSorted();
    const rests = [high, low].map((conversationId) => ({ conversationId, untilMs: 1n }));
    const waiting: Promise<void>[] = [];
    await world.owner.begin(async (tx) => {
      await tx`select from conversation where id = ${low} for no key update`;
      const changed = world.db.inBusiness(world.business.id, (own) =>
        changePairPaces(own, world.business.id, { refunds: [], rests }),
      );
      waiting.push(changed);
      await untilItWaits(world.owner, changed);
      await tx`select from conversation where id = ${high} for no key update nowait`;
    });
    await Promise.all(waiting);
    for (const one of sends) expect(await paceOf(one)).toMatchObject({ burstFromMs: null });
  });
});
