import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// What becomes of one message between our decision to say it and the debtor's phone, when the other side misbehaves.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let people = 300;
let wednesday = WEDNESDAY;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  // Each test has a Wednesday of its own: time never goes back, as it does not for a channel's rate.
  wednesday = wednesday.plus({ weeks: 1 });
  clock.set(wednesday);
  await world.owner`update channel set paused_until = null, blocks = '{}'`;
  log.complaints.length = 0;
});

const addDebtor = (): Promise<SampleDebtor> => {
  people += 1;
  return world.addDebtor(people);
};

const later = async (duration: { seconds?: number; minutes?: number; hours?: number }): Promise<void> => {
  clock.set(clock.now().plus(duration));
  await world.settle();
};

type Row = { id: string; state: string; kind: string; attempts: number; providerId: string | null; failure: unknown };
const outboxOf = (debtor: { phone: string }) =>
  world.owner<Row[]>`
    select o.id, o.state, o.kind, o.attempts, o.provider_id, o.failure from outbox o
    join conversation c on c.id = o.conversation_id join contact k on k.id = c.contact_id
    where k.phone = ${debtor.phone} order by o.id`;

const tell = async (
  { providerId, outboxId }: { providerId: string; outboxId?: string | undefined },
  status: "sent" | "delivered" | "read" | "failed",
  code?: string,
): Promise<void> => {
  await world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    statuses: [
      { type: "status", providerId, outboxId, status, at: clock.now(), recipient: {}, code, detail: undefined },
    ],
    receivedAt: clock.now(),
  });
};

const rankOf = async (outboxId: string): Promise<unknown> =>
  (await world.owner`select status_rank, failed_code from message where id = ${outboxId}`)[0];

describe("when Meta does not take it", () => {
  test("a 500 once: it is tried again a little later, and delivered once", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "http", status: 500 }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(0);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "queued", attempts: 1 }]);
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(0);

    await later({ seconds: 5 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    await later({ minutes: 10 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted" }]);
  });

  test("what was answered later does not overtake what waits to be tried again", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "http", status: 500 }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    await world.says(debtor.phone, "¿quién es?");
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(0);
    await later({ seconds: 5 });
    await later({ seconds: 6 });
    const sent = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1)).map(({ outboxId }) => outboxId);
    expect(sent).toHaveLength(2);
    expect(sent).toEqual((await outboxOf(debtor)).map(({ id }) => id));
  });

  test("a recipient who is not on WhatsApp: not again, and an operator is told", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "error", code: 131026 }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    await later({ hours: 30 });
    expect(world.heard(debtor.phone)).toHaveLength(0);
    const [{ id, state } = { id: "", state: "" }] = await outboxOf(debtor);
    expect(state).toBe("rejected");
    expect(await world.owner`select kind from alarm where subject_id = ${id}`).toEqual([{ kind: "message.rejected" }]);
  });

  test("for hours: it is tried ever more slowly for two of them, and given up", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "http", status: 500 }, { to: debtor.phone.slice(1), times: 100 });
    await world.says(debtor.phone, "hola");
    await world.settle();
    for (let tries = 0; tries < 32; tries += 1) await later({ minutes: 8 });
    const [row] = await outboxOf(debtor);
    expect(row).toMatchObject({ state: "rejected", attempts: 30 });
  });
});

describe("when nobody knows whether Meta took it", () => {
  test("the status that names our message settles it, and it is not sent again", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "cut", takes: true }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [row] = await outboxOf(debtor);
    expect(row).toMatchObject({ state: "unknown", providerId: null });
    expect(world.heard(debtor.phone)).toHaveLength(1);

    await later({ seconds: 20 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    const taken = present(
      world.meta.accepted.find(({ outboxId }) => outboxId === row?.id),
      "what Meta took",
    );
    await tell(taken, "sent");
    await later({ minutes: 10 });
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted", providerId: taken.providerId }]);
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });

  test("without any status it is sent once more after a minute, which is the double that the edge cannot avoid", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "cut", takes: true }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    await later({ seconds: 50 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    await later({ seconds: 20 });
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(2);
    await later({ hours: 2 });
    expect(world.heard(debtor.phone)).toHaveLength(2);
  });

  test("an answer to it while we wait for the status does not send it again", async () => {
    const debtor = await addDebtor();
    world.meta.order({ kind: "cut", takes: true }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [first] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    await tell(present(first, "the first"), "read");
    await world.says(debtor.phone, debtor.document.slice(-4));
    await world.settle();
    await later({ minutes: 10 });
    expect(world.heard(debtor.phone)).toHaveLength(2);
    expect(world.heard(debtor.phone)[1]).toContain("600.000");
  });

  test("a process that dies between writing and sending: its lease ends, and the message goes out once", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [row] = await outboxOf(debtor);
    await world.owner`
      update outbox set state = 'sending', lease_until = ${clock.now().plus({ seconds: 15 })}, provider_id = null where id = ${row?.id ?? ""}`;
    await later({ seconds: 10 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    await later({ seconds: 10 });
    expect(await outboxOf(debtor)).toMatchObject([{ state: "unknown" }]);
    await later({ seconds: 15 });
    await world.settle();
    expect(world.heard(debtor.phone)).toHaveLength(2);
  });
});

describe("what Meta tells us afterwards", () => {
  test("a status never goes down, in whatever order and however often they come", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [sent] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    const { outboxId = "", providerId } = present(sent, "what was sent");
    const ranks: unknown[] = [];
    for (const status of ["delivered", "sent", "read", "delivered", "sent", "failed", "read"] as const) {
      await tell({ providerId }, status, status === "failed" ? "131026" : undefined);
      ranks.push(await rankOf(outboxId));
    }
    expect(ranks).toMatchObject([3, 3, 4, 4, 4, 4, 4].map((statusRank) => ({ statusRank })));
    const kept = await world.owner`select status from message_status where provider_id = ${providerId} order by status`;
    expect(kept.map(({ status }) => status)).toEqual(["delivered", "failed", "read", "sent"]);
  });

  test("a failed status is recorded with its code", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [sent] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    const { outboxId = "", providerId } = present(sent, "what was sent");
    await tell({ providerId }, "failed", "131049");
    expect(await rankOf(outboxId)).toEqual({ statusRank: 2, failedCode: "131049" });
  });

  test("what was taken and then not delivered raises one alarm, however often Meta says so", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [sent] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    const { outboxId = "", providerId } = present(sent, "what was sent");
    for (const status of ["sent", "failed", "failed"] as const) await tell({ providerId }, status, "131026");
    expect(await world.owner`select kind, detail from alarm where subject_id = ${outboxId}`).toEqual([
      { kind: "message.undelivered", detail: expect.stringContaining("131026") },
    ]);
  });

  test("what failed on one device and was read on another raises none", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [sent] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    const { outboxId = "", providerId } = present(sent, "what was sent");
    for (const status of ["read", "failed"] as const) await tell({ providerId }, status, "131026");
    expect(await world.owner`select kind from alarm where subject_id = ${outboxId}`).toEqual([]);
  });

  test("a status that comes before the answer to the request is kept for it", async () => {
    const debtor = await addDebtor();
    const held = Promise.withResolvers<void>();
    world.meta.order({ kind: "hold", until: held.promise }, { to: debtor.phone.slice(1) });
    await world.says(debtor.phone, "hola");
    await world.jobs.look(world.business.id);
    const [sent] = world.meta.accepted.filter(({ to }) => to === debtor.phone.slice(1));
    const { outboxId = "", providerId } = present(sent, "what Meta has taken");
    await tell({ providerId }, "read");
    held.resolve();
    await world.jobs.whenIdle();
    expect(await rankOf(outboxId)).toEqual({ statusRank: 4, failedCode: null });
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted", providerId }]);
  });

  test("a status of a message that is not ours changes nothing", async () => {
    await tell({ providerId: `wamid.${newId()}`, outboxId: newId() }, "read");
    expect(log.complaints).toEqual([]);
  });
});

describe("WhatsApp's 24 hours", () => {
  test("within them words are free; after them only an approved template begins again", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    await later({ hours: 48 });
    const sent = world.meta.accepted
      .filter(({ to }) => to === debtor.phone.slice(1))
      .map(({ message }) => message.type);
    expect(sent).toEqual(["interactive", "template"]);
    expect(await outboxOf(debtor)).toMatchObject([
      { kind: "answer", state: "accepted" },
      { kind: "nudge", state: "accepted" },
    ]);
  });

  test("an agent's words that would be late are refused while they are typed, and blocked when they waited too long", async () => {
    const debtor = await addDebtor();
    await world.says(debtor.phone, "quiero hablar con una persona");
    await world.settle();
    const [conversation] = await world.owner<{ id: string; newest: string }[]>`
      select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in') as newest
      from conversation c where c.contact_id = ${debtor.contactId}`;
    const { id, newest } = present(conversation, "the conversation");
    const who = { businessId: world.business.id, conversationId: id, userId: "ana" };
    await takeOver(world.deps, who);
    await world.owner`update channel set paused_until = ${clock.now().plus({ hours: 25 })} where id = ${world.channelId}`;
    const reply = { ...who, text: "Buenos días, ya le ayudo.", lastSeenMessageId: newest };
    expect(await replyAsAgent(world.deps, reply)).toMatchObject({ sent: true });
    await later({ hours: 26 });
    expect(await replyAsAgent(world.deps, reply)).toEqual({ sent: false, because: "window-closed" });
    expect((await outboxOf(debtor)).at(-1)).toMatchObject({
      kind: "agent",
      state: "blocked",
      failure: { reason: "WINDOW_CLOSED" },
    });
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });
});

test("an agent who writes four messages in a row is heard four times: a burst is one answer", async () => {
  const debtor = await addDebtor();
  await world.says(debtor.phone, "quiero hablar con una persona");
  await world.settle();
  const [conversation] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in') as newest
    from conversation c where c.contact_id = ${debtor.contactId}`;
  const { id, newest } = present(conversation, "the conversation");
  const who = { businessId: world.business.id, conversationId: id, userId: "ana" };
  await takeOver(world.deps, who);
  for (const text of ["Buenos días.", "Reviso su caso.", "Un momento, por favor.", "Listo."]) {
    expect(await replyAsAgent(world.deps, { ...who, text, lastSeenMessageId: newest })).toMatchObject({ sent: true });
    await later({ minutes: 1 });
  }
  expect(world.heard(debtor.phone).slice(1)).toEqual([
    "Buenos días.",
    "Reviso su caso.",
    "Un momento, por favor.",
    "Listo.",
  ]);
});

describe("what we start", () => {
  const open = (...debtors: SampleDebtor[]) =>
    openConversations(world.deps, {
      businessId: world.business.id,
      debtorIds: debtors.map(({ id }) => id),
      userId: "ana",
    });

  test("a person with two numbers is written to once, and not on the other while that conversation is open", async () => {
    const debtor = await addDebtor();
    const second = newId();
    await world.owner`
      insert into contact (business_id, id, debtor_id, phone, wa_key)
      values (${world.business.id}, ${second}, ${debtor.id}, '+573119990001', 'other-number')`;
    expect(await open(debtor, debtor)).toMatchObject({ opened: 1 });
    await world.settle();
    expect(await open(debtor)).toMatchObject({ opened: 0 });
    await later({ hours: 24 });
    expect(await open(debtor)).toMatchObject({ opened: 0 });
    await world.settle();
    const toBoth = [...world.heard(debtor.phone), ...world.heard("+573119990001")];
    expect(toBoth).toHaveLength(1);
  });

  test("each send has a decision beside it, with its rule, blocked ones too", async () => {
    people += 1;
    const debtors = [await addDebtor(), await world.addDebtor(1000 + people, { permission: false })];
    await open(...debtors);
    await world.settle();
    const without = await world.owner`
      select o.id from outbox o where o.business_id = ${world.business.id} and o.state not in ('queued', 'superseded')
        and not exists (select from send_decision d where d.outbox_id = o.id and d.record -> 'clause' ->> 'id' is not null)`;
    expect(without).toEqual([]);
    expect(world.heard(debtors[1]?.phone ?? "")).toEqual([]);
  });

  test("one channel that is not to be had keeps nobody else waiting", async () => {
    const stranded = await addDebtor();
    const other = newId();
    await world.says(stranded.phone, "hola");
    await world.owner`
      insert into channel (business_id, id, kind, name, routing_key)
      values (${world.business.id}, ${other}, 'cloud', 'Another number', ${`other-${other}`})`;
    await world.owner`update conversation set channel_id = ${other} where contact_id = ${stranded.contactId}`;
    const healthy = await addDebtor();
    await world.says(healthy.phone, "hola");
    await world.settle();
    expect(world.heard(healthy.phone)).toHaveLength(1);
    expect(world.heard(stranded.phone)).toHaveLength(0);
  });
});
