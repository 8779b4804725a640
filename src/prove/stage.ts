import { setTimeout as pause } from "node:timers/promises";
import { open, type Sql } from "../../db/client.ts";
import { businessIds } from "../../db/lookups.ts";
import { type AcceptedMessage, type Meta, startMeta } from "../bench/meta.ts";
import { textFrom, type WebhookItem, type WebhookSender, webhook, webhookSender } from "../bench/meta-webhooks.ts";
import { makeServerProcess, PLAYED, type ServerProcess } from "../bench/server-process.ts";
import { type BenchDebtor, seedDebtors } from "../bench/turns/debtors.ts";
import { systemClock } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { newId } from "../ids.ts";
import type { Installation } from "../installation.ts";

/** A server in a process of its own, the Meta played for it, made debtors, and a way to look into the database beside it. */
export type Stage = {
  readonly server: ServerProcess;
  readonly meta: Meta;
  readonly sender: WebhookSender;
  /** Somebody nobody has met yet. */
  nextDebtor(): BenchDebtor;
  /** A webhook's item with a text, written `secondsAgo`. */
  text(debtor: BenchDebtor, body: string, how?: { id?: string; secondsAgo?: number }): WebhookItem;
  /** One webhook with these items; brought again until it is answered 200, as Meta would. */
  bring(...items: WebhookItem[]): Promise<void>;
  /** What the debtor's phone shows. */
  heard(debtor: BenchDebtor): AcceptedMessage[];
  /** Whether the phone shows so many in time; 20 s unless told. */
  hears(debtor: BenchDebtor, count: number, withinMs?: number): Promise<boolean>;
  /** The database, beside the server. Opened again after the database has been away. */
  beside(): Promise<Beside>;
};

export type Beside = { readonly installation: Installation; readonly owner: Sql; readonly businessId: string };

const DEBTORS = 3_000;
const BRING_AGAIN_AFTER_MS = 200;
const HEARS_WITHIN_MS = 20_000;

/** Sets everything up in the folder, lets `work` play, and takes it down whatever came of it. */
export async function onStage<T>(folder: string, work: (stage: Stage) => Promise<T>): Promise<T> {
  const meta = await startMeta({ ...PLAYED, clock: systemClock });
  const server = await makeServerProcess({ folder, graphUrl: meta.url });
  const sender = webhookSender(server.webhookUrl, PLAYED.appSecret);
  let besides: Beside | undefined;
  const leave = async (): Promise<void> => {
    const open = besides;
    besides = undefined;
    await open?.owner.end({ timeout: 5 });
    await open?.installation.close();
  };
  const beside = async (): Promise<Beside> => {
    besides ??= await lookBeside(server);
    return besides;
  };
  try {
    await server.start();
    const { installation, businessId } = await beside();
    const debtors = await seedDebtors(installation.deps.db, businessId, { from: 1, count: DEBTORS });
    // The first checks kill the server, and with it the database that this looks into.
    await leave();
    return await work({
      ...tools(meta, sender),
      server,
      meta,
      sender,
      beside,
      nextDebtor: () => present(debtors.shift(), "one debtor more"),
    });
  } finally {
    await leave();
    sender.close();
    await server.stop();
    await meta.close();
  }
}

async function lookBeside(server: ServerProcess): Promise<Beside> {
  const installation = await server.join();
  const owner = open(installation.ownerUrl, { max: 1, name: "saldar prove" });
  const [businessId] = await businessIds(installation.deps.db.lookups);
  return { installation, owner, businessId: present(businessId, "the founded business") };
}

function tools(meta: Meta, sender: WebhookSender): Pick<Stage, "text" | "bring" | "heard" | "hears"> {
  const heard = (debtor: BenchDebtor): AcceptedMessage[] => meta.accepted.filter(({ to }) => to === debtor.phone);
  return {
    heard,
    text: ({ phone }, body, { id = `wamid.${newId()}`, secondsAgo = 0 } = {}) =>
      textFrom({ phone, id, at: Math.floor(systemClock.now().toSeconds()) - secondsAgo }, body),
    async bring(...items) {
      const body = webhook(PLAYED.phoneNumberId, [[items]]);
      while ((await sender.post(body).catch(() => 0)) !== 200) await pause(BRING_AGAIN_AFTER_MS);
    },
    hears(debtor, count, withinMs = HEARS_WITHIN_MS) {
      return new Promise((resolve) => {
        const decide = (answer: boolean): void => {
          stop();
          clearTimeout(late);
          resolve(answer);
        };
        const late = setTimeout(() => decide(heard(debtor).length >= count), withinMs);
        // Told before the message is kept in the list, so the list is asked a moment later.
        const stop = meta.onAccepted(({ to }) => {
          if (to === debtor.phone) queueMicrotask(() => heard(debtor).length >= count && decide(true));
        });
        if (heard(debtor).length >= count) decide(true);
      });
    },
  };
}
