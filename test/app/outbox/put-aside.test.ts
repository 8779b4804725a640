import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A row of the outbox that the gate cannot judge: it is one message's trouble, and nobody else's.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());

const addDebtor = (): Promise<SampleDebtor> => {
  people += 1;
  return world.addDebtor(people);
};

const later = async (duration: { seconds?: number; minutes?: number }): Promise<void> => {
  clock.set(clock.now().plus(duration));
  await world.settle();
};

type Row = { id: string; state: string; attempts: number };
const outboxOf = (debtor: SampleDebtor) =>
  world.owner<Row[]>`
    select o.id, o.state, o.attempts from outbox o join conversation c on c.id = o.conversation_id
    where c.contact_id = ${debtor.contactId} order by o.id`;

const poison = async (debtor: SampleDebtor): Promise<void> => {
  await world.says(debtor.phone, "hola");
  await world.owner`update channel set paused_until = ${clock.now().plus({ seconds: 1 })} where id = ${world.channelId}`;
  await world.settle();
  await world.owner`update outbox set kind = 'of no known kind' where id = ${(await outboxOf(debtor))[0]?.id ?? ""}`;
};

test("a row that cannot be judged stops nobody else's message, in the very look in which it fails", async () => {
  const odd = await addDebtor();
  await poison(odd);
  const healthy = await Promise.all(Array.from({ length: 3 }, addDebtor));
  for (const { phone } of healthy) await world.says(phone, "hola");
  await later({ seconds: 2 });
  expect(healthy.map(({ phone }) => world.heard(phone).length)).toEqual([1, 1, 1]);
  expect(world.heard(odd.phone)).toHaveLength(0);
  expect(log.complaints).toContainEqual(expect.stringContaining("a send could not be prepared"));
  // And not in the next looks: it rests, and the batch of the others holds.
  log.complaints.length = 0;
  const next = await addDebtor();
  await world.says(next.phone, "hola");
  await world.settle();
  expect(world.heard(next.phone)).toHaveLength(1);
  expect(log.complaints).toEqual([]);
});

test("it is tried some times, then given up, and a person gets its conversation, with the reason", async () => {
  const odd = await addDebtor();
  await poison(odd);
  for (let tries = 0; tries < 5; tries += 1) await later({ seconds: 3 });
  const [row] = await outboxOf(odd);
  expect(row).toMatchObject({ state: "rejected", attempts: 0 });
  const alarms = await world.owner`select kind, detail from alarm where subject_id = ${row?.id ?? ""}`;
  expect(alarms).toEqual([{ kind: "message.rejected", detail: expect.stringContaining("of no known kind") }]);
  expect(await world.owner`select owner from conversation where contact_id = ${odd.contactId}`).toEqual([
    { owner: "nobody" },
  ]);
  log.complaints.length = 0;
  await later({ minutes: 5 });
  expect(log.complaints).toEqual([]);
});

test("while nobody has taken it yet, a picture of a receipt is said to have come", async () => {
  const odd = await addDebtor();
  await poison(odd);
  for (let tries = 0; tries < 5; tries += 1) await later({ seconds: 3 });
  const media = { token: "media-1", type: "image", mime: "image/jpeg", sha256: "0", fileName: undefined } as const;
  await world.says(odd.phone, { kind: "media", media, caption: "ya pagué" });
  await world.settle();
  expect(world.heard(odd.phone)).toEqual([expect.stringContaining("Queda por verificar")]);
});
