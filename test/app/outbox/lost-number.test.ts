import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertChannel } from "../../../db/businesses.ts";
import { channelFor } from "../../../db/channels.ts";
import { lockStranded } from "../../../db/stranded.ts";
import { governNumbers } from "../../../src/app/channels/govern-numbers.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { mayWrite } from "../../../src/app/outbox/may-write.ts";
import { moveToOtherNumber } from "../../../src/app/outbox/move-to-other-number.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
/** A Wednesday, 10:00 in Bogotá. */
const wednesday = DateTime.fromISO("2026-11-18T10:00:00-05:00", { zone: "utc" });
const clock = handClock(wednesday);
let world: World;
let otherId: string;
let deps: Deps;
let people = 0;

beforeAll(async () => {
  world = await makeWorld(database, { clock });
  otherId = newId();
  await world.db.inBusiness(world.business.id, (tx) =>
    insertChannel(tx, world.business.id, { id: otherId, kind: "cloud", name: "Other", routingKey: `other-${otherId}` }),
  );
  const first = present(world.deps.channels.get(world.channelId), "the number");
  deps = {
    ...world.deps,
    channels: new Map<string, Channel>([
      [world.channelId, first],
      [otherId, { ...first, id: otherId }],
    ]),
    sendable: () => [world.channelId, otherId],
  };
});
afterAll(() => world[Symbol.asyncDispose]());

beforeEach(async () => {
  clock.set(wednesday);
  await world.owner`alter table number_decision disable trigger user`;
  await world.owner`truncate number_decision`;
  await world.owner`alter table number_decision enable trigger user`;
  await world.owner`update outbox set state = 'superseded' where state = 'queued'`;
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where closed_at is null`;
  await world.owner`update channel set blocks = '{}', retired_at = null, people_a_day = null, every_ms = null,
    health_decision_id = null, messaging_limit = null, first_used_at = '2020-01-01T00:00:00Z'`;
  await world.owner`update business set moves_to_other_number = false`;
  await world.owner`delete from channel_link`;
});

async function newDebtor({ otherNumbers = false } = {}): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  if (otherNumbers)
    await world.owner`insert into contact_permission (business_id, id, contact_id, granted, other_numbers, wording, granted_on, source)
      values (${world.business.id}, ${newId()}, ${debtor.contactId}, true, true, 'Autorizo otros números', '2026-01-01', 'agent')`;
  return debtor;
}

const open = (...debtors: SampleDebtor[]) =>
  openConversations(deps, { businessId: world.business.id, debtorIds: debtors.map(({ id }) => id), userId: "ana" });
const move = () => moveToOtherNumber(deps, world.business.id);
const settle = async () => {
  const jobs = makeJobs({ ...deps, receive: world.receive });
  while (await jobs.look(world.business.id));
  await jobs.whenIdle();
};
const lose = (channelId: string) => world.owner`update channel set retired_at = ${clock.now()} where id = ${channelId}`;

type Talk = {
  id: string;
  channelId: string;
  continues: string | null;
  closed: boolean;
  states: string[];
  verified: boolean;
};
const talksOf = ({ id }: SampleDebtor) =>
  world.owner<Talk[]>`
    select c.id, c.channel_id, c.continues, c.closed_at is not null as closed, c.verified_at is not null as verified,
      array(select o.state from outbox o where o.conversation_id = c.id order by o.id) as states
    from conversation c where c.debtor_id = ${id} order by c.id`;

describe("what waits for a lost number", () => {
  test.each([
    ["blocked", () => world.owner`update channel set blocks = '{"refused":"131042"}' where id = ${world.channelId}`],
    ["retired", () => lose(world.channelId)],
  ])("waits, is not lost, and is shown as waiting where the number is %s", async (_, stop) => {
    const debtor = await newDebtor({ otherNumbers: true });
    await open(debtor);
    await stop();
    await settle();
    expect(world.heard(debtor.phone)).toEqual([]);
    expect(await talksOf(debtor)).toMatchObject([{ channelId: world.channelId, closed: false, states: ["queued"] }]);
    await world.owner`update channel set blocks = '{}', retired_at = null`;
    await settle();
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });

  test("begins on another number, once, as a new conversation, with whom authorised that and nobody else", async () => {
    const [theirs, others] = [await newDebtor({ otherNumbers: true }), await newDebtor()];
    await open(theirs, others);
    await lose(world.channelId);
    await world.owner`update business set moves_to_other_number = true`;
    const moved = await Promise.all([move(), move(), move()]);
    expect(moved.reduce((a, b) => a + b)).toBe(1);
    await settle();

    const [old, anew] = await talksOf(theirs);
    expect(old).toMatchObject({ channelId: world.channelId, closed: true, states: ["superseded"] });
    expect(anew).toMatchObject({
      channelId: otherId,
      closed: false,
      continues: old?.id,
      verified: false,
      states: ["accepted"],
    });
    expect(world.heard(theirs.phone)).toHaveLength(1);
    expect(await talksOf(others)).toMatchObject([{ channelId: world.channelId, closed: false, states: ["queued"] }]);
    expect(await move()).toBe(0);
    const audits =
      await world.owner`select from audit_event where action = 'conversation.moved-to-other-number' and subject_id = ${anew?.id ?? null}`;
    expect(audits).toHaveLength(1);
  });

  test("is gone through to its end, a page at a time, also past who cannot move", async () => {
    const debtors = [
      await newDebtor({ otherNumbers: true }),
      await newDebtor({ otherNumbers: true }),
      await newDebtor({ otherNumbers: true }),
    ];
    await open(...debtors);
    await lose(world.channelId);
    const page = (after: string | undefined) =>
      world.db.inBusiness(world.business.id, (tx) =>
        lockStranded(tx, world.business.id, {
          lostBefore: clock.now(),
          lostBeforeReal: clock.now(),
          kinds: ["opening"],
          limit: 1,
          after,
        }),
      );
    const seen: string[] = [];
    let last: string | undefined;
    do {
      const found = await page(last);
      seen.push(...found.stranded.map(({ debtorId }) => debtorId));
      // Nobody of the page moves: the next one begins behind it all the same.
      expect(found.stranded).toHaveLength(found.last === undefined ? 0 : 1);
      last = found.last;
    } while (last !== undefined && seen.length <= debtors.length);
    expect(seen.toSorted()).toEqual(debtors.map(({ id }) => id).toSorted());
  });

  test("waits for nobody who has its person in that moment, as who joins two contacts has: they wait for what it has", async () => {
    const debtor = await newDebtor({ otherNumbers: true });
    await open(debtor);
    await lose(world.channelId);
    await world.owner`update business set moves_to_other_number = true`;
    const { moving } = await world.owner.begin(async (tx) => {
      await tx`select from contact where id = ${debtor.contactId} for no key update`;
      const moving = move();
      await untilItWaits(world.owner, moving);
      return { moving };
    });
    expect(await moving).toBe(0);
    expect(await move()).toBe(1);
  });

  test("stays where the business has not said that it may move, and where the newest word took it back", async () => {
    const debtor = await newDebtor({ otherNumbers: true });
    await open(debtor);
    await lose(world.channelId);
    expect(await move()).toBe(0);
    await world.owner`update business set moves_to_other_number = true`;
    await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
      values (${world.business.id}, ${newId()}, ${debtor.contactId}, true, 'Solo este número', '2026-02-01', 'agent')`;
    expect(await move()).toBe(0);
    expect(await talksOf(debtor)).toMatchObject([{ closed: false, states: ["queued"] }]);
  });

  test("is not moved for a trouble that is repaired within the hour", async () => {
    const debtor = await newDebtor({ otherNumbers: true });
    await open(debtor);
    await world.owner`update business set moves_to_other_number = true`;
    await world.owner`update channel set blocks = '{"credentials":"190"}' where id = ${world.channelId}`;
    await governNumbers(deps, world.business.id);
    expect(await move()).toBe(0);
    clock.set(wednesday.plus({ minutes: 61 }));
    expect(await move()).toBe(1);
  });

  test("an answer is theirs to read where they asked: it waits, and its conversation does not move", async () => {
    const debtor = await newDebtor({ otherNumbers: true });
    await world.says(debtor.phone, "hola");
    await world.owner`update channel set blocks = '{"refused":"131042"}' where id = ${world.channelId}`;
    await settle();
    await lose(world.channelId);
    await world.owner`update business set moves_to_other_number = true`;
    expect(await move()).toBe(0);
    expect(await talksOf(debtor)).toMatchObject([{ closed: false, states: ["queued"] }]);
  });
});

describe("the number by which we write first", () => {
  test("is the one of their last conversation, and another while that one is stopped", async () => {
    const debtor = await newDebtor();
    await lose(world.channelId);
    await open(debtor);
    await world.owner`update channel set retired_at = null`;
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${debtor.id}`;
    await open(debtor);
    expect((await talksOf(debtor)).map(({ channelId }) => channelId)).toEqual([otherId, otherId]);
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${debtor.id}`;
    await lose(otherId);
    await open(debtor);
    expect((await talksOf(debtor)).at(-1)?.channelId).toBe(world.channelId);
  });

  test("where none can be used it says so, and opens nothing", async () => {
    const debtor = await newDebtor();
    await world.owner`update channel set blocks = '{"refused":"131042"}'`;
    await expect(open(debtor)).rejects.toThrow(/no number that can be used now/);
    expect(await talksOf(debtor)).toEqual([]);
    const first = await world.db.inBusiness(world.business.id, (tx) => channelFor(tx, world.business.id));
    expect(first?.id).toBe(world.channelId);
  });
});

describe("by a linked phone", () => {
  let phoneDeps: Deps;
  beforeAll(() => {
    const first = present(world.deps.channels.get(world.channelId), "the number");
    const can = { ...first.can, initiate: "warm-only" as const, freeTextAnyTime: true };
    phoneDeps = { ...deps, channels: new Map<string, Channel>([[world.channelId, { ...first, can }]]) };
  });
  beforeEach(() => lose(otherId));
  const openByPhone = (debtor: SampleDebtor) =>
    openConversations(phoneDeps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  const verdict = (debtor: SampleDebtor) =>
    world.db.inBusiness(world.business.id, (tx) =>
      mayWrite(tx, { business: world.business, now: clock.now(), channels: phoneDeps.channels }, debtor.id),
    );

  test("nothing is begun with who never wrote to it: refused with its own reason, on the record and beforehand", async () => {
    const cold = await newDebtor();
    expect((await verdict(cold))?.decision).toMatchObject({ allowed: false, reason: "COLD_CONTACT", until: null });
    await openByPhone(cold);
    expect(await talksOf(cold)).toMatchObject([{ states: ["blocked"], closed: true }]);
    const [kept] = await world.owner<
      { reason: string; record: { clause: { id: string }; facts: { coldOnNumber: boolean } } }[]
    >`
      select d.reason, d.record from send_decision d join conversation c on c.id = d.conversation_id where c.debtor_id = ${cold.id}`;
    expect(kept).toMatchObject({
      reason: "COLD_CONTACT",
      record: { clause: { id: "any.cold-contact" }, facts: { coldOnNumber: true } },
    });
  });

  test("nothing is begun in the evening or at a weekend, though the law would allow it", async () => {
    const warm = await newDebtor();
    await world.says(warm.phone, "hola");
    await world.settle();
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${warm.id}`;
    clock.set(wednesday.plus({ days: 7, hours: 8, minutes: 30 }));
    // The next morning at nine, Bogotá's time.
    expect((await verdict(warm))?.decision).toMatchObject({
      allowed: false,
      reason: "NUMBER_HOURS",
      until: DateTime.fromISO("2026-11-26T14:00:00Z", { zone: "utc" }),
    });
    clock.set(wednesday.plus({ days: 10 }));
    expect((await verdict(warm))?.decision).toMatchObject({ allowed: false, reason: "NUMBER_HOURS" });
  });

  test("who has written to it before may be written to first, and who writes is answered", async () => {
    const warm = await newDebtor();
    await world.says(warm.phone, "hola");
    await world.settle();
    const answered = world.heard(warm.phone).length;
    expect(answered).toBeGreaterThan(0);
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${warm.id}`;
    clock.set(wednesday.plus({ days: 6 }));
    expect((await verdict(warm))?.decision).toMatchObject({ allowed: true });
    await openByPhone(warm);
    const [{ states } = { states: [] }] = (await talksOf(warm)).slice(-1);
    expect(states).toEqual(["queued"]);
  });
});

test("the decision about its number by which a message left is kept with it", async () => {
  await governNumbers(deps, world.business.id);
  const debtor = await newDebtor();
  await open(debtor);
  await settle();
  const [kept] = await world.owner<{ isThatOne: boolean }[]>`
    select d.record->>'numberDecision' = h.health_decision_id::text as is_that_one
    from send_decision d join conversation c on c.id = d.conversation_id join channel h on h.id = c.channel_id
    where c.debtor_id = ${debtor.id} and d.stage = 'dispatch'`;
  expect(kept?.isThatOne).toBe(true);
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("what a number's health has no room for waits under that word, and not under Meta's", async () => {
  const debtors = [await newDebtor(), await newDebtor(), await newDebtor()];
  await world.owner`update channel set people_a_day = 1, messaging_limit = 250 where id = ${world.channelId}`;
  await world.owner`delete from reached_person`;
  await open(...debtors);
  const jobs = makeJobs({ ...deps, receive: world.receive });
  // Its health is judged only after what is due: by one look no decision stands in the way of this one's.
  await world.owner`update channel set first_used_at = null`;
  await jobs.tasks["dispatch"]?.(world.business.id);
  await jobs.whenIdle();
  const words = await world.owner<{ waitsBecause: string | null }[]>`
    select waits_because from outbox where state = 'queued' order by id`;
  expect(words.map(({ waitsBecause }) => waitsBecause)).toEqual(["number_health", "number_health"]);
});
