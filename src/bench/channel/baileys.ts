import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { providerIdsReceived } from "../../../db/samples.ts";
import type { TakeEvent } from "../../app/channels/take-event.ts";
import type { SendResult } from "../../channels/channel.ts";
import { systemClock } from "../../clock.ts";
import { newId } from "../../ids.ts";
import type { Installation } from "../../installation.ts";
import { paths } from "../../paths.ts";
import { inTemporaryInstallation } from "../temporary.ts";
import { seedDebtors } from "../turns/debtors.ts";
import { type ChannelFigures, rateOf } from "./figures.ts";
import { hostMemory, watchHosts } from "./host-memory.ts";
import { type BenchPhone, type LinkedPhones, linkPhones, untilOpen } from "./linked-phones.ts";
import { byWriter, type Outcome, sideBySide, together } from "./side-by-side.ts";
import { startWhatsAppProcess, type WhatsAppProcess } from "./whatsapp-process.ts";

export type BaileysBench = {
  readonly sessions: number;
  /** How long is sent, and then how long is received. */
  readonly seconds: number;
};

export type BaileysFigures = ChannelFigures & {
  /** What the hosts share, such as Node's own code, counted in part. */
  readonly pssMb: number;
  /** The highest sum that was seen, looked at once a second. */
  readonly peakRssMb: number;
  readonly hosts: number;
  /** Before the first message. */
  readonly rssMbWhenOpened: number;
  /** Sends that surely had not begun and were made again, as the application would; by what the driver said. */
  readonly sentAgain: Readonly<Record<string, number>>;
  /** Connections that were lost and came back by themselves; by what ended them. */
  readonly reconnects: Readonly<Record<string, number>>;
  /** Of which nobody could say at once whether WhatsApp has them. */
  readonly unknown: number;
};

/** Who writes to and is written by one number. Each is known by the other before anything is measured. */
const PEOPLE_EACH = 2;
/** So many of each person's messages are on their way to us, so that no host ever waits for the next. */
const AHEAD = 4;
const COME_WITHIN_MS = 30_000;
/**
 * Sends under way at once, each to another person. A driver gives up what has not begun within 3 s: more at once than two cores
 * can encrypt and write down in that time only measures how it gives up.
 */
const SENDERS = 24;
/** The application would try for longer, and more slowly. */
const MOST_TRIES = 20;

/** Linked phones in their hosts: messages through the driver until WhatsApp confirms them, and messages of people until they are durable. */
export function benchBaileys({ sessions, seconds }: BaileysBench): Promise<BaileysFigures> {
  return inTemporaryInstallation(async (installation) => {
    const whatsApp = await startWhatsAppProcess({ accounts: sessions });
    try {
      const taken = makeTaken();
      const linked = await linkPhones(installation, whatsApp, taken.around);
      const memory = watchHosts(paths.sessionHost);
      try {
        return await measure({ installation, whatsApp, linked, taken, seconds, memory });
      } finally {
        memory.stop();
        await linked.stop();
      }
    } finally {
      await whatsApp.close();
    }
  });
}

type Bench = {
  readonly installation: Installation;
  readonly whatsApp: WhatsAppProcess;
  readonly linked: LinkedPhones;
  readonly taken: Taken;
  readonly seconds: number;
  readonly memory: ReturnType<typeof watchHosts>;
};

async function measure(bench: Bench): Promise<BaileysFigures> {
  const { linked, memory } = bench;
  const sessions = linked.phones.length;
  const { rssMb: rssMbWhenOpened } = hostMemory(paths.sessionHost);
  const pairs = await acquaint(bench);
  const sent = await measureSends(bench, pairs);
  const received = await measureReceives(bench, pairs);
  const { hosts, rssMb, pssMb } = hostMemory(paths.sessionHost);
  const { peakRssMb } = memory.stop();
  return {
    channel: "baileys",
    sendsPerSecond: rateOf(sent.atMs),
    receivesPerSecond: rateOf(received.atMs),
    rssMbPerSession: Math.round((rssMb / sessions) * 10) / 10,
    rssMb,
    pssMb,
    peakRssMb,
    rssMbWhenOpened,
    hosts,
    sessions,
    sends: sent.count,
    receives: received.count,
    ...together([sent.outcome, received.outcome]),
    sentAgain: sent.again,
    reconnects: bench.taken.reconnects(),
    unknown: sent.unknown,
    explanation:
      "Real session hosts with Baileys under the supervisor, a real database with fsync on, and a WhatsApp played in a process of its own on the same machine. Sends go by the host's line until the server's ack, without the pace that the application keeps; receives are durable. rssMb is the sum over all hosts after both, as top shows them; pssMb counts what they share once.",
  };
}

type Pair = { readonly phone: BenchPhone; readonly person: string };

/** People whom the list knows write to the numbers and are written to: Signal sessions, addresses and conversations stand. */
async function acquaint({ installation, whatsApp, linked, taken }: Bench): Promise<Pair[]> {
  const { businessId, phones } = linked;
  const debtors = await seedDebtors(installation.deps.db, businessId, { from: 1, count: phones.length * PEOPLE_EACH });
  for (const [index, { phone }] of debtors.entries())
    await whatsApp.ask({ do: "add", number: phone, name: `Persona de muestra ${index + 1}` });
  const pairs = debtors.flatMap(({ phone: person }, index) => {
    const phone = phones[index % phones.length];
    return phone ? [{ phone, person }] : [];
  });
  const ids = await flood(whatsApp, pairs, pairs.length);
  await taken.all(ids);
  await eachBy(SENDERS, pairs, async (pair) => void (await sendUntilTold(pair, "Hola", () => undefined)));
  return pairs;
}

type Measured = { readonly count: number; readonly atMs: readonly number[]; readonly outcome: Outcome };

/** To all persons in turn, some of them at the same time; to each one after the other. */
async function measureSends(
  { whatsApp, seconds }: Bench,
  pairs: readonly Pair[],
): Promise<Measured & { readonly again: Record<string, number>; readonly unknown: number }> {
  const atMs: number[] = [];
  const again = tally();
  let unknown = 0;
  const isOver = timer(seconds);
  const written = pairs.map((): string[] => []);
  while (!isOver()) {
    await eachBy(SENDERS, pairs, async (pair, place) => {
      if (isOver()) return;
      const texts = written[place];
      const text = `Mensaje de muestra ${(texts?.length ?? 0) + 1}`;
      texts?.push(text);
      const { state } = await sendUntilTold(pair, text, again.count);
      if (state === "unknown") unknown += 1;
      atMs.push(systemClock.elapsedMs());
    });
  }
  const came = await untilShown(whatsApp, pairs, written);
  const outcome = sideBySide(written.map((texts, index) => ({ written: texts, came: came[index] ?? [] })));
  return { count: written.flat().length, atMs, outcome, again: again.counts, unknown };
}

/**
 * Once more under the same id where it surely had not begun: the process was too busy to begin within the driver's limit, or the
 * socket was being made anew. Baileys closes each quiet one (408; a send of that moment hears 428) in a process that stood still for
 * some seconds when a keep-alive was due: it looks at when it last heard something before it reads what has come meanwhile.
 *
 * @throws what WhatsApp refuses, and what does not begin after many tries
 */
async function sendUntilTold(
  { phone, person }: Pair,
  body: string,
  again: (because: string) => void,
): Promise<SendResult> {
  const message = { outboxId: newId(), to: { phone: person }, content: { kind: "text", body } as const };
  for (let tries = 1; ; tries++) {
    const result = await phone.remote.send(message).result;
    if (result.state !== "rejected") return result;
    if (result.code !== "not-started" || tries >= MOST_TRIES)
      throw new Error(`a send was refused after ${tries} tries: ${result.code} ${result.detail}`);
    again(result.detail);
    await pause(100 * tries);
    await untilOpen([phone]);
  }
}

const Shown = z.array(z.object({ text: z.string().optional() }));

/** What each person's phone shows of these, when all is there or the time is over. */
async function untilShown(
  whatsApp: WhatsAppProcess,
  pairs: readonly Pair[],
  written: readonly (readonly string[])[],
): Promise<string[][]> {
  const came: string[][] = [];
  for (const [index, { person }] of pairs.entries()) {
    const isLate = timer(index === 0 ? COME_WITHIN_MS / 1_000 : 2);
    const wanted = written[index]?.length ?? 0;
    let shown: string[] = [];
    do {
      const told = Shown.parse(await whatsApp.ask({ do: "shown", number: person }));
      shown = told.flatMap(({ text }) => (text?.startsWith("Mensaje de muestra") ? [text] : []));
      if (shown.length < wanted) await pause(200);
    } while (shown.length < wanted && !isLate());
    came.push(shown);
  }
  return came;
}

/** Each person writes ahead of what is taken, and no further: what is measured is us, and not a queue. */
async function measureReceives(
  { installation, whatsApp, linked, taken, seconds }: Bench,
  pairs: readonly Pair[],
): Promise<Measured> {
  const { businessId } = linked;
  const receivedIds = () => installation.deps.db.inBusiness(businessId, (tx) => providerIdsReceived(tx, businessId));
  const keptBefore = new Set(await receivedIds());
  const written = pairs.map((): string[] => []);
  const ids: string[] = [];
  const isOver = timer(seconds);
  const before = taken.moments().length;
  while (!isOver()) {
    const some = await flood(whatsApp, pairs, pairs.length);
    for (const [place, id] of some.entries()) written[place]?.push(id);
    ids.push(...some);
    await taken.all(ids.slice(0, -pairs.length * AHEAD));
  }
  await taken.all(ids);
  const kept = (await receivedIds()).filter((id) => !keptBefore.has(id));
  return { count: ids.length, atMs: taken.moments().slice(before), outcome: sideBySide(byWriter(written, kept)) };
}

const Flooded = z.object({ ids: z.array(z.string()) });

/** The person of each pair writes in turn to its number. Resolves with the messages' ids, in that order, once they have been sent. */
async function flood(whatsApp: WhatsAppProcess, pairs: readonly Pair[], count: number): Promise<string[]> {
  const from = pairs.map(({ person }) => person);
  const to = pairs.map(({ phone }) => phone.number);
  return Flooded.parse(await whatsApp.ask({ do: "flood", from, to, count })).ids;
}

type Taken = {
  readonly around: (take: TakeEvent) => TakeEvent;
  /** Resolves when all of these are durable, or after a while: what is lost is counted in the end. */
  all(providerIds: readonly string[]): Promise<void>;
  /** When each became durable. */
  moments(): readonly number[];
  reconnects(): Readonly<Record<string, number>>;
};

function makeTaken(): Taken {
  const atMs = new Map<string, number>();
  const down = tally();
  return {
    around: (take) => async (phone, event) => {
      await take(phone, event);
      if (event.type === "link" && event.link.state === "down") down.count(event.link.because);
      if (event.type === "message" && !atMs.has(event.providerId)) atMs.set(event.providerId, systemClock.elapsedMs());
    },
    async all(providerIds) {
      const isLate = timer(COME_WITHIN_MS / 1_000);
      while (providerIds.some((id) => !atMs.has(id)) && !isLate()) await pause(10);
    },
    moments: () => [...atMs.values()],
    reconnects: () => down.counts,
  };
}

function tally(): { readonly counts: Record<string, number>; count(what: string): void } {
  const counts: Record<string, number> = {};
  return {
    counts,
    count(what) {
      counts[what] = (counts[what] ?? 0) + 1;
    },
  };
}

/** Does `work` for each in turn, for so many of them at once. */
async function eachBy<T>(
  most: number,
  all: readonly T[],
  work: (one: T, place: number) => Promise<void>,
): Promise<void> {
  const waiting = all.entries();
  const worker = async (): Promise<void> => {
    for (const [place, one] of waiting) await work(one, place);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

function timer(seconds: number): () => boolean {
  const startedMs = systemClock.elapsedMs();
  return () => systemClock.elapsedMs() - startedMs >= seconds * 1_000;
}
