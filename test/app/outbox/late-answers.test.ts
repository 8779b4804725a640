import type { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stillOwned, withdraw } from "../../../db/outbox.ts";
import { expireLeases } from "../../../db/unsettled.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { makeRecordSent } from "../../../src/app/outbox/record-sent.ts";
import type { Channel, Rejection, SendResult } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// What we hear late, or from somebody else than we asked: of a send whose process was killed, stood still, or was refused.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 500;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => clock.set(WEDNESDAY));

const later = async (duration: { seconds?: number; minutes?: number; hours?: number }): Promise<void> => {
  clock.set(clock.now().plus(duration));
  await world.settle();
};

const opened = async (order?: Parameters<World["meta"]["order"]>[0]): Promise<SampleDebtor> => {
  people += 1;
  const debtor = await world.addDebtor(people);
  if (order) world.meta.order(order, { to: debtor.phone.slice(1) });
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return debtor;
};

const outboxOf = async ({ contactId }: SampleDebtor) =>
  world.owner<{ id: string; kind: string; state: string }[]>`
    select o.id, o.kind, o.state from outbox o join conversation c on c.id = o.conversation_id
    where c.contact_id = ${contactId} order by o.id`;

const firstOf = async (debtor: SampleDebtor): Promise<string> => present((await outboxOf(debtor))[0], "the opening").id;

const contactsOf = ({ id }: SampleDebtor) => world.owner`select outbox_id from contact_made where debtor_id = ${id}`;

const tell = (outboxId: string): Promise<void> =>
  world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    statuses: [
      {
        type: "status",
        providerId: `wamid.${outboxId}`,
        outboxId,
        status: "delivered",
        at: clock.now(),
        recipient: {},
        code: undefined,
        detail: undefined,
      },
    ],
    receivedAt: clock.now(),
  });

/** As it is when the process was killed with the request in the socket. */
const kill = (outboxId: string): Promise<unknown> =>
  world.owner.begin(async (tx) => {
    await tx`update outbox set state = 'sending', provider_id = null, lease_until = ${clock.now().plus({ seconds: 15 })} where id = ${outboxId}`;
    await tx`update message set provider_id = null where id = ${outboxId}`;
    await tx`set local session_replication_role = replica`;
    await tx`delete from contact_made where outbox_id = ${outboxId}`;
  });

describe("a send whose process was killed before it could write down the answer", () => {
  test("counts as a contact before the law once its status comes", async () => {
    const debtor = await opened();
    const opening = await firstOf(debtor);
    await kill(opening);
    expect(await contactsOf(debtor)).toEqual([]);
    await tell(opening);
    expect(await contactsOf(debtor)).toEqual([{ outboxId: opening }]);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted" }]);
  });

  test("is not sent again when its status comes while it waits to be", async () => {
    const debtor = await opened();
    const opening = await firstOf(debtor);
    await world.owner`update outbox set state = 'queued', provider_id = null, send_at = ${clock.now().plus({ minutes: 5 })} where id = ${opening}`;
    await tell(opening);
    await later({ minutes: 6 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted" }]);
  });
});

describe("what the channel answers over what the sweep has made of it", () => {
  const row = async (id: string) =>
    (
      await world.owner<{ state: string; leaseUntil: DateTime | null; retryAt: DateTime | null; failure: unknown }[]>`
        select state, lease_until, retry_at, failure from outbox where id = ${id}`
    )[0];

  /** Its answer comes after the sweep has left it in that state. */
  async function answersLate(result: SendResult, state = "unknown"): Promise<{ debtor: SampleDebtor; id: string }> {
    const debtor = await opened();
    const id = await firstOf(debtor);
    const leaseUntil = state === "queued" ? null : clock.now().plus({ seconds: 10 });
    const [send] = await world.owner<{ id: string; conversationId: string }[]>`
      update outbox set state = ${state}, provider_id = null, lease_until = ${leaseUntil} where id = ${id} returning id, conversation_id`;
    const recordSent = makeRecordSent(world.deps, { freed: () => undefined, blocked: () => undefined });
    await recordSent({
      businessId: world.business.id,
      // Of all that is known of a send, only these are looked at.
      send: {
        ...send,
        channelId: world.channelId,
        trigger: "reply",
        attempts: 0,
        pacedUntilMs: null,
        burstFromMs: null,
      } as Parameters<typeof recordSent>[0]["send"],
      left: { pacedUntilMs: 0n, burstFromMs: null },
      credentialsMark: undefined,
      result,
    });
    return { debtor, id };
  }
  const refused = (changes: Partial<Rejection>): Rejection => ({
    state: "rejected",
    code: "131026",
    class: "recipient",
    slowsChannel: false,
    slowsRecipient: false,
    retryAfterSeconds: undefined,
    detail: "refused",
    ...changes,
  });

  test("that it arrived is believed: it is not sent again", async () => {
    const { debtor } = await answersLate({ state: "accepted", providerId: "wamid.late" });
    await later({ minutes: 1 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted" }]);
  });

  test("that nobody knows it is waited for as long as the channel says, and not as long as the sweep did", async () => {
    const settleBy = clock.now().plus({ minutes: 5 });
    const { debtor, id } = await answersLate({ state: "unknown", settleBy, detail: "no answer" });
    expect((await row(id))?.leaseUntil?.toMillis()).toBe(settleBy.toMillis());
    await later({ minutes: 4 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: "unknown", failure: { detail: "no answer" } });
  });

  test("that it was refused for good is the end of it: nothing waits for a status, and it is never sent again", async () => {
    const { debtor, id } = await answersLate(refused({}));
    expect(await row(id)).toMatchObject({ state: "rejected", leaseUntil: null, failure: { code: "131026" } });
    await later({ minutes: 2 });
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });

  test("that it was refused for now has it tried again as its kind of refusal asks", async () => {
    const { id } = await answersLate(refused({ code: "131016", class: "retry" }));
    expect(await row(id)).toMatchObject({ state: "queued", leaseUntil: null, failure: { code: "131016" } });
    expect((await row(id))?.retryAt?.toMillis()).toBeGreaterThan(clock.now().toMillis());
  });

  test.each([
    ["unknown", { state: "unknown", settleBy: WEDNESDAY, detail: "no answer" }],
    ["refused", refused({})],
  ] as const)("that it is %s is no news of one that has been put back to be sent again", async (_, result) => {
    const { id } = await answersLate(result, "queued");
    expect(await row(id)).toMatchObject({ state: "queued", leaseUntil: null, retryAt: null, failure: null });
  });
});

test("of many sends that are refused for their number at once, a person is told once", async () => {
  const recordSent = makeRecordSent(world.deps, { freed: () => undefined, blocked: () => undefined });
  const rejection = {
    state: "rejected",
    code: "190",
    class: "channel",
    slowsChannel: false,
    slowsRecipient: false,
    detail: "expired",
  } as const;
  const sends = await Promise.all(
    [await opened(), await opened(), await opened()].map(async (debtor) => {
      const [send] = await world.owner<{ id: string; conversationId: string }[]>`
        update outbox set state = 'sending', provider_id = null where id = ${await firstOf(debtor)} returning id, conversation_id`;
      return {
        ...send,
        channelId: world.channelId,
        trigger: "reply",
        attempts: 0,
        pacedUntilMs: null,
        burstFromMs: null,
      };
    }),
  );
  await Promise.all(
    sends.map((send) =>
      recordSent({
        businessId: world.business.id,
        send: send as Parameters<typeof recordSent>[0]["send"], // only these fields are looked at
        left: { pacedUntilMs: 0n, burstFromMs: null },
        credentialsMark: undefined,
        result: { ...rejection, retryAfterSeconds: undefined },
      }),
    ),
  );
  const blocked = { kind: "channel.blocked", subjectId: world.channelId };
  expect(await world.owner`select kind, subject_id from alarm where kind = 'channel.blocked'`).toEqual([blocked]);
  expect(await world.owner`select blocks from channel`).toEqual([{ blocks: { credentials: "190" } }]);
  await world.owner`update channel set blocks = '{}'`;
  await world.owner`update outbox set state = 'superseded' where state = 'queued'`;
});

test.each([10_000, 63_000])(
  "a send may take as long as its channel may to answer (%i ms), and is nobody's only after that",
  async (answersWithinMs) => {
    const real = present(world.deps.channels.get(world.channelId), "the number");
    const silent: Promise<SendResult>[] = [];
    const { promise: never, resolve: answer } = Promise.withResolvers<SendResult>();
    const slow: Channel = {
      ...real,
      can: { ...real.can, answersWithinMs },
      send() {
        silent.push(never);
        return { started: Promise.resolve(), result: never };
      },
    };
    const deps = { ...world.deps, channels: new Map([[world.channelId, slow]]) };
    const jobs = makeJobs({ ...deps, receive: world.receive });
    people += 1;
    const debtor = await world.addDebtor(people);
    await openConversations(deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
    while (silent.length === 0) await jobs.look(world.business.id);
    const id = await firstOf(debtor);
    const state = async () => {
      const businessId = world.business.id;
      const realNow = clock.now();
      await world.db.inBusiness(businessId, (tx) =>
        expireLeases(tx, businessId, { realNow, settleBy: realNow.plus({ hours: 1 }) }),
      );
      return (await outboxOf(debtor))[0]?.state;
    };
    clock.set(WEDNESDAY.plus({ milliseconds: answersWithinMs }));
    expect(await state()).toBe("sending");
    clock.set(WEDNESDAY.plus({ milliseconds: answersWithinMs + 10_000 }));
    expect(await state()).toBe("unknown");
    answer({ state: "accepted", providerId: `wamid.${id}` });
    await jobs.whenIdle();
    expect(await state()).toBe("accepted");
  },
);

describe("what is withdrawn at the last look", () => {
  const lastLook = (id: string) =>
    world.db.inBusiness(world.business.id, async (tx) => {
      if (!(await stillOwned(tx, world.business.id, [id])).has(id)) await withdraw(tx, world.business.id, [id]);
    });

  test("stays settled when a status told of an earlier try in that moment", async () => {
    const debtor = await opened();
    const opening = await firstOf(debtor);
    await lastLook(opening);
    expect(await outboxOf(debtor)).toMatchObject([{ state: "accepted" }]);
    expect(await world.owner`select id from message where id = ${opening}`).toHaveLength(1);
  });

  test("is forgotten when nobody can have read it, and kept when an earlier try may have arrived", async () => {
    for (const [attempts, kept] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const debtor = await opened();
      const opening = await firstOf(debtor);
      await world.owner`update outbox set state = 'sending', attempts = ${attempts}, owner_epoch = -1 where id = ${opening}`;
      await lastLook(opening);
      expect(await outboxOf(debtor)).toMatchObject([{ state: "superseded" }]);
      expect(await world.owner`select id from message where id = ${opening}`).toHaveLength(kept);
    }
  });
});

test("somebody whose opening Meta holds back for a day, and who writes, is answered now; the opening is never said", async () => {
  const debtor = await opened({ kind: "error", code: 131049 });
  expect(await outboxOf(debtor)).toMatchObject([{ kind: "opening", state: "queued" }]);
  await world.says(debtor.phone, "hola");
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(1);
  await later({ hours: 40 });
  const [opening] = await outboxOf(debtor);
  expect(opening).toMatchObject({ kind: "opening", state: "superseded" });
});

test("an operator hears of an answer that was tried again and again, and given up", async () => {
  people += 1;
  const debtor = await world.addDebtor(people);
  world.meta.order({ kind: "http", status: 500 }, { to: debtor.phone.slice(1), times: 100 });
  await world.says(debtor.phone, "hola");
  await world.settle();
  for (let tries = 0; tries < 32; tries += 1) await later({ minutes: 8 });
  const [row] = await outboxOf(debtor);
  expect(row).toMatchObject({ state: "rejected" });
  expect(await world.owner`select kind from alarm where subject_id = ${row?.id ?? ""}`).toEqual([
    { kind: "message.rejected" },
  ]);
});

test("a message whose every answer and status is lost is not sent for ever: it is given up, and an operator told", async () => {
  people += 1;
  const debtor = await world.addDebtor(people);
  world.meta.order({ kind: "cut", takes: true }, { to: debtor.phone.slice(1), times: 100 });
  await world.says(debtor.phone, "hola");
  await world.settle();
  for (let minute = 0; minute < 20; minute += 1) await later({ minutes: 1 });
  expect(world.heard(debtor.phone)).toHaveLength(3);
  const [row] = await outboxOf(debtor);
  expect(row).toMatchObject({ state: "rejected" });
  expect(await world.owner`select kind from alarm where subject_id = ${row?.id ?? ""}`).toEqual([
    { kind: "message.rejected" },
  ]);
});

test("a message that comes days late does not close the 24 hours that a newer one opened", async () => {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  await world.settle();
  await world.says(debtor.phone, "¿quién es?", { at: WEDNESDAY.minus({ days: 3 }) });
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(2);
});

test("an alarm that falls due while a thumb waits to be seen still rings", async () => {
  const debtor = await opened();
  const [before] = await world.owner<{ id: string }[]>`
    update conversation set alarm_at = ${WEDNESDAY.plus({ minutes: 1 })} where contact_id = ${debtor.contactId} returning id`;
  clock.set(WEDNESDAY.plus({ minutes: 2 }));
  await world.says(debtor.phone, { kind: "reaction", to: "wamid.opening", emoji: "👍" });
  await world.settle();
  await world.settle();
  const rung = await world.owner`
    select 1 from conversation_event where conversation_id = ${before?.id ?? ""} and event ->> 'type' = 'alarm.rang'`;
  expect(rung).toHaveLength(1);
});

test.each(["hola", "quién es?"])("whoever answers an opening with %j is answered within the minute", async (words) => {
  const debtor = await opened();
  await later({ minutes: 30 });
  await world.says(debtor.phone, words);
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(2);
  expect((await outboxOf(debtor)).map(({ kind, state }) => [kind, state])).toEqual([
    ["opening", "accepted"],
    ["answer", "accepted"],
  ]);
  expect(await contactsOf(debtor)).toHaveLength(1);
});
