import { channelFor } from "../../db/channels.ts";
import type { Database } from "../../db/client.ts";
import { businessIds } from "../../db/lookups.ts";
import { insertOldMessages } from "../../db/samples.ts";
import { systemClock } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { type Killer, startKilling } from "./killer.ts";
import { watchMemory } from "./memory.ts";
import { startMeta } from "./meta.ts";
import { webhookSender } from "./meta-webhooks.ts";
import { makeServerProcess, PLAYED, type ServerProcess } from "./server-process.ts";
import { inTemporaryFolder } from "./temporary.ts";
import { type BenchDebtor, seedDebtors } from "./turns/debtors.ts";
import { type Played, play } from "./turns/play.ts";
import { SCRIPT } from "./turns/script.ts";
import { throughMeta } from "./turns/through-meta.ts";

export type TurnsSettings = {
  readonly chats: number;
  readonly seconds: number;
  readonly thinkMs: number;
  readonly kill: boolean;
  readonly oldMessages: number;
};

export type TurnsFigures = {
  readonly turnsPerSecond: number;
  /** The most turns a second that so many chats could make with that think time, were answers instant. */
  readonly thinkTimeCap: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly webhookP99Ms: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  readonly peakRssMb: number;
  readonly databaseRssMb: number;
  readonly chats: number;
  readonly seconds: number;
  /** Played before and not measured: code is compiled in it, and Postgres learns what is in its new tables (every 10 s). */
  readonly warmUpSeconds: number;
  readonly scriptsFinished: number;
  readonly webhooksBroughtAgain: number;
  readonly kills: number;
  readonly oldMessages: number;
  readonly explanation: string;
  readonly surprises: readonly string[];
};

const WARM_UP_SECONDS = 12;
const GRACE_MS = 10_000;
/** A send whose process died is known to be dead after 15 s, and sent again when no status has told of it in 10 s more. */
const GRACE_AFTER_KILLS_MS = 60_000;
const MOST_TURNS_A_SECOND = 2_000;
const KILL_EVERY = { atLeastMs: 3_000, spreadMs: 4_000 };

/**
 * Plays Meta on loopback against a server in a process of its own, with a real database and `fsync` on: signed webhooks
 * in, Graph requests out, for each chat a fresh debtor and five messages through verification to an agreed plan, each
 * answer checked. Leaves nothing behind.
 */
export function benchTurns(settings: TurnsSettings): Promise<TurnsFigures> {
  return inTemporaryFolder(async (folder) => {
    const meta = await startMeta({ ...PLAYED, clock: systemClock });
    const server = await makeServerProcess({ folder, graphUrl: meta.url });
    const sender = webhookSender(server.webhookUrl, PLAYED.appSecret);
    let killer: Killer | undefined;
    try {
      await server.start();
      const debtors = await seed(server, settings);
      const memory = watchMemory(server);
      killer = settings.kill ? startKilling(server.killAndStart, KILL_EVERY) : undefined;
      const played = await play({
        ...throughMeta({
          meta,
          phoneNumberId: PLAYED.phoneNumberId,
          clock: systemClock,
          post: (body) => sender.post(body),
        }),
        debtors,
        chats: settings.chats,
        thinkMs: settings.thinkMs,
        warmUpMs: WARM_UP_SECONDS * 1_000,
        playMs: settings.seconds * 1_000,
        graceMs: settings.kill ? GRACE_AFTER_KILLS_MS : GRACE_MS,
        beforeGrace: async () => killer?.stop(),
      });
      return figures(settings, played, { ...memory.stop(), kills: killer?.momentsMs.length ?? 0 });
    } finally {
      // Of a play that failed it may have failed for the same reason, which is the one to be told.
      await Promise.allSettled([killer?.stop()]);
      sender.close();
      await server.stop();
      await meta.close();
    }
  });
}

async function seed(
  server: ServerProcess,
  { chats, seconds, thinkMs, oldMessages }: TurnsSettings,
): Promise<BenchDebtor[]> {
  const most = Math.min((chats * 1_000) / Math.max(thinkMs, 1), MOST_TURNS_A_SECOND);
  const count = chats + Math.ceil((most * (seconds + WARM_UP_SECONDS)) / SCRIPT.length);
  const { deps, close } = await server.join();
  try {
    const businessId = present((await businessIds(deps.db.lookups))[0], "the founded business");
    const debtors = await seedDebtors(deps.db, businessId, { from: 1, count });
    if (oldMessages > 0) await seedOldMessages(deps.db, businessId, { from: count + 1, oldMessages });
    return debtors;
  } finally {
    await close();
  }
}

const OLD_EACH = 20;
const OLD_CONTACTS_AT_ONCE = 2_500;

/** Closed conversations of other debtors, twenty messages each. */
async function seedOldMessages(
  db: Database,
  businessId: string,
  { from, oldMessages }: { from: number; oldMessages: number },
): Promise<void> {
  const others = await seedDebtors(db, businessId, { from, count: Math.ceil(oldMessages / OLD_EACH) });
  for (let first = 0; first < others.length; first += OLD_CONTACTS_AT_ONCE) {
    const contactIds = others.slice(first, first + OLD_CONTACTS_AT_ONCE).map(({ contactId }) => contactId);
    await db.inBusiness(businessId, async (tx) => {
      const { id: channelId } = present(await channelFor(tx, businessId), "the business's channel");
      await insertOldMessages(tx, businessId, { channelId, contactIds, messagesEach: OLD_EACH });
    });
  }
}

function figures(
  settings: TurnsSettings,
  played: Played,
  measured: { peakRssMb: number; databaseRssMb: number; kills: number },
): TurnsFigures {
  const { chats, seconds, thinkMs, oldMessages } = settings;
  return {
    turnsPerSecond: Math.round(played.turns / seconds),
    thinkTimeCap: Math.round((chats * 1_000) / Math.max(thinkMs, 1)),
    p50Ms: played.answers.percentile(0.5),
    p99Ms: played.answers.percentile(0.99),
    webhookP99Ms: played.webhooks.percentile(0.99),
    lost: played.lost,
    doubled: played.doubled,
    outOfOrder: played.outOfOrder,
    peakRssMb: measured.peakRssMb,
    databaseRssMb: measured.databaseRssMb,
    chats,
    seconds,
    warmUpSeconds: WARM_UP_SECONDS,
    scriptsFinished: played.finished,
    webhooksBroughtAgain: played.broughtAgain,
    kills: measured.kills,
    oldMessages,
    explanation: explain(played, measured.kills),
    surprises: played.surprises,
  };
}

function explain({ doubled, outOfOrder, lost }: Played, kills: number): string {
  if (outOfOrder + lost > 0)
    return "Something was lost or came out of order: this must not be; `surprises` shows the first.";
  if (doubled === 0) return "Nothing was lost, doubled or out of order.";
  if (kills === 0)
    return "A message was doubled though nothing was killed: this must not be; `surprises` shows the first.";
  return (
    `Each of the ${kills} kills can double what was on its way to WhatsApp at that moment: it was accepted there, and the process died before it could write so. ` +
    "WhatsApp's API takes no key against repeats. Such a message is sent again only after 25 seconds without a status that names it; the Meta played here tells no statuses."
  );
}
