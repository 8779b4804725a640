import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import type { Settlement } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { settleTime } from "../../../src/jobs/look.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

// What a linked phone says of a send whose answer was lost.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 700;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A send of which nobody knows whether it left; `seconds` from now its time is up. */
async function unknownSend({ seconds }: { seconds: number }): Promise<string> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  const [sent] = await world.owner<{ id: string }[]>`
    select o.id from outbox o join conversation c on c.id = o.conversation_id where c.contact_id = ${debtor.contactId}`;
  const { id } = present(sent, "the opening");
  await world.owner.begin(async (tx) => {
    await tx`update outbox set state = 'unknown', provider_id = null, lease_until = ${clock.now().plus({ seconds })} where id = ${id}`;
    await tx`update message set provider_id = null where id = ${id}`;
    await tx`set local session_replication_role = replica`;
    await tx`delete from contact_made where outbox_id = ${id}`;
  });
  return id;
}

const rowOf = async (id: string) => (await world.owner`select state, provider_id from outbox where id = ${id}`)[0];

/** The world's number as if it were a phone that this process has, and answers so. */
function phoneThat(settle: () => Promise<Settlement>): { deps: World["deps"]; asked: string[] } {
  const asked: string[] = [];
  const channel = present(world.deps.channels.get(world.channelId), "the number");
  const phone = {
    ...channel,
    kind: "baileys" as const,
    settle: (outboxId: string) => {
      asked.push(outboxId);
      return settle();
    },
  };
  return { deps: { ...world.deps, channels: new Map([[world.channelId, phone]]) }, asked };
}

test("what had arrived is accepted, named, and counts as a contact", async () => {
  const id = await unknownSend({ seconds: -1 });
  const { deps, asked } = phoneThat(() => Promise.resolve({ state: "accepted", providerId: `phone.${id}` }));
  await settleTime(deps, world.business.id);
  expect(asked).toEqual([id]);
  expect(await rowOf(id)).toEqual({ state: "accepted", providerId: `phone.${id}` });
  expect(await world.owner`select outbox_id from contact_made where outbox_id = ${id}`).toHaveLength(1);
});

test("what never arrived is queued at once, before its time is up", async () => {
  const id = await unknownSend({ seconds: 60 });
  const { deps } = phoneThat(() => Promise.resolve({ state: "never-arrived" }));
  await settleTime(deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
  await world.settle();
});

test("what the phone cannot tell, or tells too late, waits for its time", async () => {
  const id = await unknownSend({ seconds: 60 });
  await settleTime(phoneThat(() => new Promise(() => undefined)).deps, world.business.id);
  await settleTime(phoneThat(() => Promise.reject(new Error("the page is gone"))).deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "unknown" });
  clock.set(clock.now().plus({ seconds: 61 }));
  await settleTime(phoneThat(() => Promise.resolve({ state: "cannot-tell" })).deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
  await world.settle();
});

test("a process that does not have the phone leaves a minute to the one that can ask it", async () => {
  const id = await unknownSend({ seconds: -1 });
  const { deps, asked } = phoneThat(() => Promise.resolve({ state: "never-arrived" }));
  const elsewhere = { ...deps, sendable: () => [] };
  await settleTime(elsewhere, world.business.id);
  expect(asked).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ state: "unknown" });
  clock.set(clock.now().plus({ seconds: 61 }));
  await settleTime(elsewhere, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
});

test("is given up, with an alarm, after three tries that may have left, and not after three of which two were refused", async () => {
  const id = await unknownSend({ seconds: -1 });
  await world.owner`update outbox set attempts = 3 where id = ${id}`;
  const { deps } = phoneThat(() => Promise.resolve({ state: "cannot-tell" }));
  const goesUnknownAgain = () =>
    world.owner`update outbox set state = 'unknown', lease_until = ${clock.now().minus({ seconds: 1 })} where id = ${id}`;
  for (const state of ["queued", "queued", "rejected"]) {
    await goesUnknownAgain();
    await settleTime(deps, world.business.id);
    expect(await rowOf(id)).toMatchObject({ state });
  }
  expect(await world.owner`select kind from alarm where subject_id = ${id}`).toEqual([{ kind: "message.rejected" }]);
});

test("what never arrived goes on to be sent after refusals, however many they were", async () => {
  const id = await unknownSend({ seconds: 60 });
  await world.owner`update outbox set attempts = 5 where id = ${id}`;
  await settleTime(phoneThat(() => Promise.resolve({ state: "never-arrived" })).deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
  await world.settle();
});

test("what never arrived is no copy on the phone, however often its process died: it is not given up as one of which nobody knows", async () => {
  const id = await unknownSend({ seconds: 60 });
  const { deps } = phoneThat(() => Promise.resolve({ state: "never-arrived" }));
  const dies = (attempts: number) =>
    world.owner`update outbox set state = 'unknown', attempts = ${attempts}, lease_until = ${clock.now().plus({ seconds: 60 })} where id = ${id}`;
  for (const attempts of [1, 2, 3, 4, 5]) {
    await dies(attempts);
    await settleTime(deps, world.business.id);
    expect((await world.owner`select state, unsettled from outbox where id = ${id}`)[0]).toEqual({
      state: "queued",
      unsettled: 0,
    });
  }
  expect(await world.owner`select kind from alarm where subject_id = ${id}`).toEqual([]);

  // What ends its process each time is not sent at once for ever.
  await dies(20);
  await settleTime(deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "unknown" });
  clock.set(clock.now().plus({ seconds: 61 }));
  await settleTime(deps, world.business.id);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
  await world.settle();
});
