import { createHash } from "node:crypto";
import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertChannel } from "../../../db/businesses.ts";
import { takeLeases } from "../../../db/session-lease.ts";
import { makeTakeEvent, type TakeEvent } from "../../../src/app/channels/take-event.ts";
import { attachToReply } from "../../../src/app/conversations/attach.ts";
import { closeConversation } from "../../../src/app/conversations/close.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { makeReceive, type Receive } from "../../../src/app/messages/receive.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import type { ChannelKind } from "../../../src/domain/channel-kind.ts";
import { newId, newRandomId } from "../../../src/ids.ts";
import { type Jobs, makeJobs } from "../../../src/jobs/registry.ts";
import type { SentFile, Trouble } from "../../channels/contract.ts";
import type { TestDatabase } from "../../support/database.ts";
import { repaidAt, tooEarly } from "../../support/pair-rule.ts";
import { until } from "../../support/until.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

/** A person on the far side of a channel. */
export type FarPerson = {
  writes(text: string): Promise<unknown>;
  /** One message that reaches us a second time, as every transport does now and then. */
  writesTwice(text: string): Promise<unknown>;
  /** Answers with that one of the options that were shown last: a tap where there is something to tap, its number elsewhere. */
  chooses(index: number): Promise<unknown>;
  sendsPicture(file: SentFile): Promise<unknown>;
  /** What the phone shows, in order. */
  shown(): Promise<readonly string[]>;
  files(): Promise<readonly SentFile[]>;
};

/** How to make the far side of one transport do what a debtor, a network and a crash do. */
export type FarSide = {
  /** Of now: another one after `dies`. */
  channel(): Channel;
  person(phone: string): Promise<FarPerson> | FarPerson;
  /** The next send to that phone goes wrong so. */
  makeTrouble(trouble: Exclude<Trouble, "failed-later">, phone: string): Promise<void> | void;
  /** What was sent gets its delivery, also where the answer was lost; called again and again. */
  tellStatuses(): Promise<void> | void;
  /** The line goes, `during` happens, and it is there again. */
  interrupt(during: () => Promise<unknown>): Promise<void>;
  /** The process is gone without a goodbye, and another stands over the same store. */
  dies(): Promise<void>;
  close(): Promise<void>;
};

export type Near = {
  readonly world: World;
  readonly deps: Deps;
  readonly channelId: string;
  readonly receive: Receive;
  /** The sink of a linked phone. */
  readonly take: (event: Parameters<TakeEvent>[1]) => Promise<void>;
};

/** The same dialogues with the real application over every transport there is. */
export function dialogueContract(
  name: string,
  { kind, database, open }: { kind: ChannelKind; database: TestDatabase; open: (near: Near) => Promise<FarSide> },
): void {
  describe(`dialogues over ${name}`, () => {
    let world: World;
    let near: Near;
    let far: FarSide;
    let jobs: Jobs;
    let skippedMs = 0;
    let people = 0;
    beforeEach(async () => {
      skippedMs = 0;
      const clock = {
        now: () => systemClock.now().plus({ milliseconds: skippedMs }),
        elapsedMs: () => systemClock.elapsedMs() + skippedMs,
      };
      world = await makeWorld(database, { clock });
      const { business, db } = world;
      const channelId = newId();
      const owner = newRandomId();
      await db.inBusiness(business.id, async (tx) => {
        await insertChannel(tx, business.id, {
          id: channelId,
          kind,
          name: "Dialogue",
          routingKey: `dialogue:${channelId}`,
        });
        // Only who has a phone's lease is believed about its link.
        await takeLeases(tx, business.id, { channelIds: [channelId], owner, forMs: 3_600_000 });
      });
      const deps: Deps = {
        ...world.deps,
        channels: { get: () => far.channel(), has: (id: string) => id === channelId } as unknown as Deps["channels"],
        sendable: () => [channelId],
      };
      const receive = makeReceive(deps);
      jobs = makeJobs({ ...deps, receive });
      const taking = makeTakeEvent({ ...deps, receive });
      const take: Near["take"] = (event) => taking({ businessId: business.id, channelId, owner }, event);
      near = { world, deps, channelId, receive, take };
      far = await open(near);
    });
    afterEach(async () => {
      await far.close();
      await world[Symbol.asyncDispose]();
    });

    const settle = async (): Promise<void> => {
      while (await jobs.look(world.business.id));
      await jobs.whenIdle();
      await far.tellStatuses();
    };
    /** As the sweep does, with the seconds in between in which a number rests skipped. */
    const untilSettled = async (what: string, is: () => Promise<boolean>): Promise<void> => {
      await until(
        what,
        async () => {
          skippedMs += 1_000;
          await settle();
          return is();
        },
        { withinMs: 30_000 },
      );
    };
    const someone = async (): Promise<{ debtor: SampleDebtor; person: FarPerson }> => {
      people += 1;
      const debtor = await world.addDebtor(people);
      return { debtor, person: await far.person(debtor.phone.slice(1)) };
    };
    const count = async ({ shown }: FarPerson): Promise<number> => (await shown()).length;
    const answered = (person: FarPerson, times: number) =>
      untilSettled(`${times} answers`, async () => (await count(person)) >= times);
    /** Whatever else was to come would have come by then. */
    const nothingMore = async (person: FarPerson, times: number): Promise<void> => {
      skippedMs += 60_000;
      await settle();
      skippedMs += 60_000;
      await settle();
      expect(await count(person)).toBe(times);
    };
    const inbound = () => world.owner<{ body: string; turn: number | null }[]>`
      select body, turn from message where channel_id = ${near.channelId} and direction = 'in' order by id`;
    const heard = (times: number) => until(`${times} messages`, async () => (await inbound()).length >= times);
    const sends = () => world.owner<{ id: string; state: string; providerId: string | null }[]>`
      select o.id, o.state, o.provider_id from outbox o join conversation c on c.id = o.conversation_id
      where c.channel_id = ${near.channelId} order by o.id`;
    const rank = async (): Promise<number | undefined> =>
      (
        await world.owner<{ statusRank: number }[]>`
          select status_rank from message where channel_id = ${near.channelId} and direction = 'out' order by id desc limit 1`
      )[0]?.statusRank;
    const talk = async (person: FarPerson, ...texts: string[]): Promise<void> => {
      for (const text of texts) {
        const before = await count(person);
        await person.writes(text);
        await answered(person, before + 1);
      }
    };

    it("what is told twice is answered once", async () => {
      const { person } = await someone();
      await person.writesTwice("hola");
      await heard(1);
      await answered(person, 1);
      await nothingMore(person, 1);
      expect(await inbound()).toHaveLength(1);
    });

    it("three messages of one burst are one turn, in their order", async () => {
      const { person } = await someone();
      for (const text of ["hola", "buenas", "¿quién es?"]) await person.writes(text);
      await heard(3);
      await answered(person, 1);
      await nothingMore(person, 1);
      const burst = await inbound();
      expect(burst.map(({ body }) => body)).toEqual(["hola", "buenas", "¿quién es?"]);
      expect(new Set(burst.map(({ turn }) => turn)).size).toBe(1);
    });

    it("who gets many messages in a row gets them in order and at WhatsApp's pace, and keeps nobody else waiting", async () => {
      const { rate } = far.channel().can;
      const [{ debtor, person }, other] = [await someone(), await someone()];
      await talk(person, "hola");
      await endedByAgent(near, debtor);
      await openConversations(near.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "agent-1" });
      await answered(person, 2);

      const says = async (by: FarPerson, text: string): Promise<void> => {
        const before = (await inbound()).length;
        await by.writes(text);
        await heard(before + 1);
        await settle();
      };
      for (const text of ["¿quién es?", "si soy yo", debtor.document.slice(-4), "¿cuánto debo?"])
        await says(person, text);
      await answered(person, 6);
      // Whatever was lent for what they wrote so fast is to be repaid before anything but an answer.
      skippedMs += rate.recipient.burstWithinMs;
      const lines = ["Buenas tardes.", "Reviso su caso.", "Le escribo en un momento."] as const;
      const line = await agentOf(near, debtor);
      await line(lines[0]);
      await says(other.person, "hola");
      await line(lines[1]);
      await line(lines[2]);
      await answered(other.person, 1);
      await answered(person, 9);
      await nothingMore(person, 9);

      const theirs = await leftTo(near, debtor);
      expect(theirs.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id).toSorted());
      expect(theirs.slice(-3).map(({ text }) => text)).toEqual(lines);
      const shown = await person.shown();
      for (const [index, { text, kind }] of theirs.entries())
        if (kind !== "template") expect(shown[index]).toContain(text.slice(0, 20));
      const answers = theirs.slice(0, -3).map(({ leftMs }) => leftMs);
      const begun = theirs.slice(-3).map(({ leftMs }) => leftMs);
      expect(begun[0]).toBeGreaterThanOrEqual(repaidAt(answers));
      expect(tooEarly(begun, rate.recipient.burst)).toBeUndefined();
      // Otherwise they were slower than any rule asks, and nothing was held back.
      expect(theirs.some(({ leftMs, writtenMs }) => leftMs - writtenMs > rate.recipient.everyMs)).toBe(true);
      const [first] = await leftTo(near, other.debtor);
      const { leftMs, writtenMs } = present(first, "the other's answer");
      expect(leftMs).toBeLessThan(present(begun.at(-1), "the last one"));
      expect(leftMs - writtenMs).toBeLessThanOrEqual(3_000 + 8 * rate.channel.everyMs);
    });

    it("a status never goes down", async () => {
      const { person } = await someone();
      await talk(person, "hola");
      await untilSettled("its delivery", async () => ((await rank()) ?? 0) >= 3);
      const before = await rank();
      const [{ id, providerId } = { id: "", providerId: "" }] = await sends();
      for (const status of ["read", "delivered", "sent"] as const)
        await near.receive({
          businessId: world.business.id,
          channelId: near.channelId,
          body: JSON.stringify({ id, status }),
          messages: [],
          statuses: [
            {
              type: "status",
              providerId: present(providerId, "the channel's id"),
              outboxId: id,
              status,
              at: DateTime.utc(),
              recipient: {},
              code: undefined,
              detail: undefined,
            },
          ],
          receivedAt: near.deps.clock.now(),
        });
      expect(await rank()).toBe((before ?? 0) + 1);
    });

    it("a send of which nobody knows is settled, and shown once", async () => {
      const { debtor, person } = await someone();
      await person.writes("hola");
      await heard(1);
      await far.makeTrouble("lost-answer", debtor.phone.slice(1));
      await untilSettled("its end", async () => (await sends()).some(({ state }) => state === "accepted"));
      await nothingMore(person, 1);
    });

    it("a choice is understood, tapped or as its number", async () => {
      const { person } = await someone();
      await talk(person, "hola");
      await person.chooses(0);
      await heard(2);
      await answered(person, 2);
      const events = await world.owner<{ type: string }[]>`
        select e.event->>'type' as type from conversation_event e join conversation c on c.id = e.conversation_id
        where c.channel_id = ${near.channelId} and e.event->>'type' like 'debtor.%' order by e.revision, e.position`;
      expect(events.at(-1)?.type).toBe("debtor.askedHowToVerifyUs");
    });

    it("a picture comes in, and is kept with its hash", async () => {
      const { person } = await someone();
      const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
      await person.sendsPicture({ bytes, mime: "image/png", caption: "mi pago" });
      await heard(1);
      const kept = async () =>
        (
          await world.owner<{ sha256: string; bytes: Buffer }[]>`
            select f.sha256, f.bytes from message_file f join message m on m.id = f.message_id
            where m.channel_id = ${near.channelId} and f.state = 'kept'`
        )[0];
      await untilSettled("the file", async () => (await kept()) !== undefined);
      const file = present(await kept(), "the file");
      expect(Buffer.from(file.bytes)).toEqual(bytes);
      expect(file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    });

    it("an agent's document goes out as the bytes that it is", async () => {
      const { debtor, person } = await someone();
      await talk(person, "hola", "si soy yo", debtor.document.slice(-4));
      const [{ id, newest } = { id: "", newest: "" }] = await world.owner<{ id: string; newest: string }[]>`
        select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
        from conversation c where c.channel_id = ${near.channelId}`;
      const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
      expect(await takeOver(near.deps, who)).toMatchObject({ taken: true });
      const bytes = Buffer.from("%PDF-1.4\n% un acuerdo de muestra\n".repeat(20));
      const attached = await attachToReply(near.deps, { ...who, bytes, fileName: "acuerdo.pdf" });
      if (!attached.attached) throw new Error(attached.because);
      const { fileId } = attached;
      const reply = { ...who, text: "Su acuerdo", lastSeenMessageId: newest, fileId };
      expect(await replyAsAgent(near.deps, reply)).toMatchObject({ sent: true });
      await untilSettled("the document", async () => (await person.files()).length > 0);
      const [file] = await person.files();
      expect(Buffer.from(present(file, "the document").bytes)).toEqual(bytes);
      expect(file).toMatchObject({ mime: "application/pdf", caption: expect.stringContaining("Su acuerdo") });
    });

    it("what is written while the line is away is answered once it is there again", async () => {
      const { person } = await someone();
      await talk(person, "hola");
      await far.interrupt(() => person.writes("¿quién es?"));
      await answered(person, 2);
      await nothingMore(person, 2);
    });

    it("a process that dies between a message and its answer answers once", async () => {
      const { person } = await someone();
      await person.writes("hola");
      await heard(1);
      await far.dies();
      await answered(person, 1);
      await nothingMore(person, 1);
      expect(await inbound()).toHaveLength(1);
    });

    it("a person who cannot be reached is not written to again", async () => {
      const { debtor, person } = await someone();
      await person.writes("hola");
      await heard(1);
      await far.makeTrouble("refused-recipient", debtor.phone.slice(1));
      await untilSettled("the refusal", async () => (await sends())[0]?.state === "rejected");
      await nothingMore(person, 0);
    });

    it("what a failing server refused is sent again, and shown once", async () => {
      const { debtor, person } = await someone();
      await person.writes("hola");
      await heard(1);
      await far.makeTrouble("server-error-once", debtor.phone.slice(1));
      await answered(person, 1);
      await nothingMore(person, 1);
    });
  });
}

/** An agent has had the chat, and ended it: the business may begin another. */
async function endedByAgent({ world, deps, channelId }: Near, { contactId }: SampleDebtor): Promise<void> {
  const [row] = await world.owner<{ id: string }[]>`
    select id from conversation where channel_id = ${channelId} and contact_id = ${contactId} and closed_at is null`;
  const who = { businessId: world.business.id, conversationId: present(row, "an open chat").id, userId: "agent-1" };
  expect(await takeOver(deps, who)).toMatchObject({ taken: true });
  expect(await closeConversation(deps, { ...who, outcome: "unreachable" })).toEqual({ closed: true });
}

/** An agent takes the chat over; what it returns says one line in it. */
async function agentOf(
  { world, deps, channelId }: Near,
  { contactId }: SampleDebtor,
): Promise<(text: string) => Promise<void>> {
  const [row] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c where c.channel_id = ${channelId} and c.contact_id = ${contactId} and c.closed_at is null`;
  const { id, newest } = present(row, "an open chat");
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  expect(await takeOver(deps, who)).toMatchObject({ taken: true });
  return async (text) => {
    expect(await replyAsAgent(deps, { ...who, text, lastSeenMessageId: newest })).toMatchObject({ sent: true });
  };
}

/** What left for that person, in the order in which it left, and when; business time in milliseconds. */
async function leftTo({ world, channelId }: Near, { contactId }: SampleDebtor) {
  return world.owner<{ id: string; kind: string; text: string; leftMs: number; writtenMs: number }[]>`
    select m.id, m.kind, m.body as text, (extract(epoch from m.sent_at) * 1000)::float8 as left_ms,
      (extract(epoch from o.send_at) * 1000)::float8 as written_ms
    from message m join outbox o on o.id = m.id join conversation c on c.id = m.conversation_id
    where m.channel_id = ${channelId} and c.contact_id = ${contactId} and m.direction = 'out' order by m.sent_at, m.id`;
}
