import { setTimeout as pause } from "node:timers/promises";
import { channelFor } from "../../../db/channels.ts";
import type { Database } from "../../../db/client.ts";
import { findOpenConversations } from "../../../db/intake.ts";
import { businessIds } from "../../../db/lookups.ts";
import { type NewOutbox, putInOutbox } from "../../../db/outbox.ts";
import { receivedSince } from "../../../db/samples.ts";
import { takeOver } from "../../app/conversations/take-over.ts";
import { systemClock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import type { Installation } from "../../installation.ts";
import { watchMemory } from "../memory.ts";
import { type Meta, startMeta } from "../meta.ts";
import { textFrom, type WebhookSender, webhook, webhookSender } from "../meta-webhooks.ts";
import { makeServerProcess, PLAYED } from "../server-process.ts";
import { inTemporaryFolder } from "../temporary.ts";
import { type BenchDebtor, seedDebtors } from "../turns/debtors.ts";
import { type ChannelFigures, misplaced, rateOf } from "./figures.ts";

export type CloudApiBench = {
  /**
   * Conversations that an agent has, so that what is measured is messages and not turns of the bot. One person may have one message
   * in 6 seconds (`PAIR_RATE`): with fewer than 6 times the rate to be measured, that pace is measured and not the server.
   */
  readonly chats: number;
  readonly messagesEach: number;
  readonly receiveSeconds: number;
};

const SENDERS = 64;
/** Conversations that are taken over at once. */
const AGENTS = 4;
/** The rows are there before the first is due. */
const DUE_IN_SECONDS = 3;
const QUIET_MS = 1_500;
const TAKEN_WITHIN_MS = 30_000;

/**
 * The Cloud API from one process: agents' messages through the outbox, with its gate, its locks and its order, until Meta has
 * them; and signed webhooks until they are durable.
 */
export function benchCloudApi(settings: CloudApiBench): Promise<ChannelFigures> {
  return inTemporaryFolder(async (folder) => {
    const meta = await startMeta({ ...PLAYED, clock: systemClock });
    const server = await makeServerProcess({ folder, graphUrl: meta.url });
    const sender = webhookSender(server.webhookUrl, PLAYED.appSecret);
    try {
      await server.start();
      const memory = watchMemory(server);
      const beside = await server.join();
      try {
        const businessId = present((await businessIds(beside.deps.db.lookups))[0], "the founded business");
        const held = await holdConversations(beside, businessId, { meta, sender, chats: settings.chats });
        const sent = await measureSends(beside.deps.db, businessId, { meta, held, ...settings });
        const received = await measureReceives(beside.deps.db, businessId, { sender, held, ...settings });
        const { peakRssMb } = memory.stop();
        return figuresOf({ sent, received, peakRssMb });
      } finally {
        await beside.close();
      }
    } finally {
      sender.close();
      await server.stop();
      await meta.close();
    }
  });
}

type Held = {
  readonly debtor: BenchDebtor;
  readonly conversationId: string;
  readonly epoch: number;
  readonly author: string;
};

/** Each writes once, is answered by the bot, and is taken over by an agent. */
async function holdConversations(
  { deps }: Pick<Installation, "deps">,
  businessId: string,
  { meta, sender, chats }: { meta: Meta; sender: WebhookSender; chats: number },
): Promise<Held[]> {
  const debtors = await seedDebtors(deps.db, businessId, { from: 1, count: chats });
  const coming = debtors.values();
  const write = async (): Promise<void> => {
    for (const debtor of coming) await bring(sender, debtor, "hola");
  };
  await Promise.all(Array.from({ length: SENDERS }, write));
  await meta.acceptedCount(chats);
  const userId = newId();
  const held: Held[] = [];
  const left = debtors.values();
  const take = async (): Promise<void> => {
    for (const debtor of left) {
      const conversationId = await conversationOf(deps.db, businessId, debtor.contactId);
      const took = await takeOver(deps, { businessId, conversationId, userId });
      if (took.taken) held.push({ debtor, conversationId, epoch: took.epoch, author: `agent:${userId}` });
    }
  };
  await Promise.all(Array.from({ length: AGENTS }, take));
  await untilQuiet(meta);
  return held;
}

async function conversationOf(db: Database, businessId: string, contactId: string): Promise<string> {
  const [found] = await db.inBusiness(businessId, async (tx) => {
    const channel = present(await channelFor(tx, businessId), "the business's channel");
    return findOpenConversations(tx, businessId, channel.id, [contactId]);
  });
  return present(found, "the conversation that they opened");
}

type Sent = {
  readonly count: number;
  readonly perSecond: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
};

async function measureSends(
  db: Database,
  businessId: string,
  { meta, held, messagesEach }: { meta: Meta; held: readonly Held[]; messagesEach: number },
): Promise<Sent> {
  const before = meta.accepted.length;
  const sendAt = systemClock.now().plus({ seconds: DUE_IN_SECONDS });
  const messages = Array.from({ length: messagesEach }, (_, number) =>
    held.map(
      ({ conversationId, epoch, author }): NewOutbox => ({
        id: newId(),
        conversationId,
        revision: 10_000,
        position: number,
        kind: "agent",
        trigger: "reply",
        payload: { text: `Mensaje de muestra ${number + 1}` },
        ownerEpoch: epoch,
        author,
        sendAt,
      }),
    ),
  ).flat();
  await db.inBusiness(businessId, (tx) => putInOutbox(tx, businessId, messages));
  await meta.acceptedCount(before + messages.length);
  await untilQuiet(meta);
  const accepted = meta.accepted.slice(before);
  const byPerson = Map.groupBy(accepted, ({ to }) => to);
  const different = new Set(accepted.map(({ outboxId }) => outboxId)).size;
  return {
    count: messages.length,
    perSecond: rateOf(accepted.map(({ arrivedAtMs }) => arrivedAtMs)),
    lost: messages.length - different,
    doubled: accepted.length - different,
    outOfOrder: sum([...byPerson.values()].map((theirs) => misplaced(theirs.map(({ text }) => numberIn(text))))),
  };
}

type Received = { readonly count: number; readonly perSecond: number; readonly lost: number; readonly doubled: number };

/** As many at once as Meta would bring, each answered 200 only when it is durable. */
async function measureReceives(
  db: Database,
  businessId: string,
  { sender, held, receiveSeconds }: { sender: WebhookSender; held: readonly Held[]; receiveSeconds: number },
): Promise<Received> {
  const since = systemClock.now();
  const startedMs = systemClock.elapsedMs();
  const answeredMs: number[] = [];
  const isOver = (): boolean => systemClock.elapsedMs() - startedMs > receiveSeconds * 1_000;
  let next = 0;
  const work = async (): Promise<void> => {
    while (!isOver()) {
      const { debtor } = present(held[next % held.length], "a conversation");
      next += 1;
      await bring(sender, debtor, `Mensaje de muestra ${next}`);
      answeredMs.push(systemClock.elapsedMs());
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  const kept = await untilTaken(db, businessId, { since, count: answeredMs.length });
  return {
    count: answeredMs.length,
    perSecond: rateOf(answeredMs),
    lost: Math.max(answeredMs.length - kept, 0),
    doubled: Math.max(kept - answeredMs.length, 0),
  };
}

async function bring(sender: WebhookSender, { phone }: BenchDebtor, text: string): Promise<void> {
  const at = Math.floor(systemClock.now().toSeconds());
  const status = await sender.post(
    webhook(PLAYED.phoneNumberId, [[[textFrom({ phone, id: `wamid.${newId()}`, at }, text)]]]),
  );
  if (status !== 200) throw new Error(`the server answered ${status} to a webhook`);
}

/** How many of them a turn has read: all of them, or as many as there are when the time is over. */
async function untilTaken(
  db: Database,
  businessId: string,
  { since, count }: { since: ReturnType<typeof systemClock.now>; count: number },
): Promise<number> {
  let taken = 0;
  for (let waitedMs = 0; waitedMs < TAKEN_WITHIN_MS; waitedMs += 250) {
    taken = await db.inBusiness(businessId, (tx) => receivedSince(tx, businessId, since));
    if (taken >= count) return taken;
    await pause(250);
  }
  return taken;
}

/** Nothing more came for a while: what is still to come would be a double. */
async function untilQuiet(meta: Meta): Promise<void> {
  for (let before = -1; before !== meta.accepted.length; ) {
    before = meta.accepted.length;
    await pause(QUIET_MS);
  }
}

function numberIn(text: string): number {
  return Number(/muestra (\d+)/.exec(text)?.[1] ?? Number.NaN);
}

function figuresOf({
  sent,
  received,
  peakRssMb,
}: {
  sent: Sent;
  received: Received;
  peakRssMb: number;
}): ChannelFigures {
  return {
    channel: "cloud-api",
    sendsPerSecond: sent.perSecond,
    receivesPerSecond: received.perSecond,
    rssMbPerSession: peakRssMb,
    rssMb: peakRssMb,
    sessions: 1,
    sends: sent.count,
    receives: received.count,
    outOfOrder: sent.outOfOrder,
    lost: sent.lost + received.lost,
    doubled: sent.doubled + received.doubled,
    explanation:
      "One server process with its database, fsync on, and Meta played beside them on the same machine. Sends are agents' messages through the whole outbox; receives are webhooks answered 200, each read by a turn.",
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
