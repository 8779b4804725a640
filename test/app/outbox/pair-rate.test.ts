import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePairPaces } from "../../../db/pair-pace.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { present } from "../../../src/domain/assert.ts";
import { PAIR_RATE } from "../../../src/domain/outreach/number-health/pair-rate.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Meta's limit for one number to one person (131056), kept by the whole sender.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 700;
let wednesday = WEDNESDAY;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  wednesday = wednesday.plus({ weeks: 1 });
  clock.set(wednesday);
});

const later = async (seconds: number): Promise<void> => {
  clock.set(clock.now().plus({ seconds }));
  await world.settle();
};
const count = ({ phone }: SampleDebtor): number => world.heard(phone).length;
const attemptsOf = async ({ phone }: SampleDebtor): Promise<number[]> =>
  (
    await world.owner<{ attempts: number }[]>`
      select o.attempts from outbox o join conversation c on c.id = o.conversation_id join contact k on k.id = c.contact_id
      where k.phone = ${phone} order by o.id`
  ).map(({ attempts }) => attempts);

/** Somebody who wrote and was answered, and whom an agent has taken over. */
async function inAgentsHands() {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  await world.settle();
  const [row] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c where c.contact_id = ${debtor.contactId} and c.closed_at is null`;
  const { id, newest } = present(row, "an open conversation");
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  expect(await takeOver(world.deps, who)).toMatchObject({ taken: true });
  const write = async (text: string): Promise<void> => {
    expect(await replyAsAgent(world.deps, { ...who, text, lastSeenMessageId: newest })).toMatchObject({ sent: true });
  };
  const line = async (text: string): Promise<void> => {
    await write(text);
    await world.settle();
  };
  return { debtor, conversationId: id, write, line };
}

test("twenty lines at once are lent and leave in order; the next waits for the two minutes that they cost, and others do not", async () => {
  const { debtor, line } = await inAgentsHands();
  await later(6);
  const lines = Array.from({ length: 20 }, (_, index) => `Línea ${index + 1}.`);
  for (const text of lines) await line(text);
  expect(world.heard(debtor.phone).slice(-20)).toEqual(lines);

  await later(6);
  const before = count(debtor);
  await line("Y una más.");
  people += 1;
  const other = await world.addDebtor(people);
  await world.says(other.phone, "hola");
  await world.settle();
  expect(count(other)).toBe(1);
  for (let seconds = 6; seconds < 120; seconds += 6) {
    expect(count(debtor)).toBe(before);
    await later(6);
  }
  expect(count(debtor)).toBe(before);
  await later(6);
  expect(world.heard(debtor.phone).at(-1)).toBe("Y una más.");
});

test("131056 rests the person for 4ˣ seconds from one on, whatever else waits for them, and then goes on in order", async () => {
  const { debtor, line } = await inAgentsHands();
  await later(60);
  const before = count(debtor);
  world.meta.order({ kind: "error", code: 131056 }, { to: debtor.phone.slice(1), times: 4 });
  await line("Primera.");
  await line("Segunda.");
  const triedAt: number[] = [0];
  for (let seconds = 1; seconds <= 200 && count(debtor) < before + 2; seconds += 1) {
    await later(1);
    const [tries = 0] = (await attemptsOf(debtor)).slice(-2);
    if (tries > triedAt.length) triedAt.push(seconds);
  }
  expect(world.heard(debtor.phone).slice(before)).toEqual(["Primera.", "Segunda."]);
  expect(triedAt).toHaveLength(5);
  triedAt.slice(1).forEach((at, failures) => {
    expect(at - (triedAt[failures] ?? 0)).toBeGreaterThanOrEqual(PAIR_RATE.backoffBase ** failures);
  });
  expect((await attemptsOf(debtor)).slice(-2)).toEqual([5, 1]);
});

test("answers go on borrowing, and who begins a new chat after the old one has ended is still the same person", async () => {
  const { debtor, line } = await inAgentsHands();
  await later(6);
  for (let index = 0; index < 10; index += 1) await line(`Línea ${index}.`);
  await later(6);
  const before = count(debtor);
  // As Meta's refusal leaves it: nothing more is lent, to an answer either.
  await world.owner`
    update conversation set closed_at = now(), outcome = 'unreachable', owner = 'nobody', burst_from_ms = null
    where contact_id = ${debtor.contactId} and closed_at is null`;
  await world.says(debtor.phone, "hola otra vez");
  await world.settle();
  await later(30);
  expect(count(debtor)).toBe(before);
  await later(30);
  expect(count(debtor)).toBe(before + 1);
  for (const text of ["¿quién es?", "¿y por qué?"]) {
    await world.says(debtor.phone, text);
    await later(4);
  }
  expect(count(debtor)).toBe(before + 3);
});

const paceOf = async ({ contactId }: SampleDebtor) =>
  present(
    (
      await world.owner<{ pacedUntilMs: bigint | null; burstFromMs: bigint | null }[]>`
        select paced_until_ms, burst_from_ms from conversation where contact_id = ${contactId} and closed_at is null`
    )[0],
    "an open conversation",
  );
const restsMs = async (debtor: SampleDebtor): Promise<number> =>
  Number((await paceOf(debtor)).pacedUntilMs ?? 0n) - clock.now().toMillis();

test("what failed for another reason before makes the rest after 131056 no longer", async () => {
  const { debtor, line } = await inAgentsHands();
  await later(60);
  const before = count(debtor);
  world.meta.order({ kind: "http", status: 500 }, { to: debtor.phone.slice(1), times: 5 });
  await line("Primera.");
  for (let tries = 1; tries < 5; tries += 1) await later(30);
  world.meta.order({ kind: "error", code: 131056 }, { to: debtor.phone.slice(1) });
  await later(60);
  expect((await attemptsOf(debtor)).at(-1)).toBe(6);
  // What the refused try itself cost is repaid all the same.
  expect(await restsMs(debtor)).toBe(PAIR_RATE.everyMs);
  await later(7);
  expect(world.heard(debtor.phone).slice(before)).toEqual(["Primera."]);
});

test("131056 as a status of what Meta had taken lends that person nothing more either", async () => {
  const { debtor, line } = await inAgentsHands();
  await later(60);
  await line("Primera.");
  const [sent] = await world.owner<{ providerId: string }[]>`
    select m.provider_id from message m join conversation c on c.id = m.conversation_id
    where c.contact_id = ${debtor.contactId} and m.direction = 'out' order by m.id desc limit 1`;
  const failed = (code: string) =>
    world.receive({
      businessId: world.business.id,
      channelId: world.channelId,
      body: "{}",
      messages: [],
      statuses: [
        {
          type: "status",
          providerId: present(sent, "the line").providerId,
          outboxId: undefined,
          status: "failed",
          at: clock.now(),
          recipient: {},
          code,
          detail: undefined,
        },
      ],
      receivedAt: clock.now(),
    });
  const before = await paceOf(debtor);
  await failed("131026");
  expect(await paceOf(debtor)).toEqual(before);
  await failed("131056");
  expect(await paceOf(debtor)).toEqual({ pacedUntilMs: before.pacedUntilMs, burstFromMs: null });
  await later(7);
  await failed("131056");
  expect(await restsMs(debtor)).toBe(1_000);
});

test.each([
  { how: "longer than what leaves costs", seconds: 3_600 },
  { how: "shorter than that", seconds: 1 },
])("a rest that comes while a line is being written out stands, $how: nothing more is lent", async ({ seconds }) => {
  const { debtor, conversationId, write, line } = await inAgentsHands();
  await later(60);
  await line("Primera.");
  expect((await paceOf(debtor)).burstFromMs).not.toBeNull();
  await write("Segunda.");
  const untilMs = BigInt(clock.now().toMillis() + seconds * 1_000);
  const { leaving } = await world.db.inBusiness(world.business.id, async (tx) => {
    await changePairPaces(tx, world.business.id, { refunds: [], rests: [{ conversationId, untilMs }] });
    const leaving = world.settle();
    await untilItWaits(world.owner, leaving);
    return { leaving };
  });
  await leaving;
  expect(world.heard(debtor.phone).at(-1)).toBe("Segunda.");
  const after = await paceOf(debtor);
  expect(after.burstFromMs).toBeNull();
  expect(Number(after.pacedUntilMs)).toBeGreaterThanOrEqual(Number(untilMs));
});
