import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { insertBusiness, insertChannel } from "../../../db/businesses.ts";
import { releaseLeases, takeLeases } from "../../../db/session-lease.ts";
import { LINKED_KEYS } from "../../app/channels/linked-keys.ts";
import { sessionStore } from "../../app/channels/session-store.ts";
import { makeTakeEvent, type TakeEvent } from "../../app/channels/take-event.ts";
import { makeReceive } from "../../app/messages/receive.ts";
import { newId, newRandomId } from "../../ids.ts";
import type { Installation } from "../../installation.ts";
import { paths } from "../../paths.ts";
import { makeSecrets } from "../../secrets.ts";
import type { RemoteChannel } from "../../sessions/remote-channel.ts";
import { superviseSessions } from "../../sessions/supervise.ts";
import { benchBusiness } from "../business.ts";
import type { WhatsAppProcess } from "./whatsapp-process.ts";

/** A number of the bench, linked and open in a session host. */
export type BenchPhone = { readonly number: string; readonly remote: RemoteChannel };

export type LinkedPhones = {
  readonly businessId: string;
  readonly phones: readonly BenchPhone[];
  /** Ends the hosts. */
  stop(): Promise<void>;
};

/** A login costs both sides some 20 ms of a core; what stands in a queue of logins for too long is thrown out. */
const WAVE = 10;
const OPEN_WITHIN_MS = 60_000;
const LEASE_MS = 30_000;

const Registered = z.object({ creds: z.string() });

/**
 * A business whose numbers were linked long ago, held as the server holds them: by the supervisor, in session hosts. Resolves when
 * all are open. `around` stands between the phones and what becomes of their events; nobody takes turns, so nobody answers.
 */
export async function linkPhones(
  installation: Installation,
  whatsApp: WhatsAppProcess,
  around: (take: TakeEvent) => TakeEvent,
): Promise<LinkedPhones> {
  const { deps, appUrl, remoteOf } = installation;
  const business = benchBusiness();
  await deps.db.inBusiness(business.id, (tx) => insertBusiness(tx, business));
  const keySecret = deps.secrets.derive(LINKED_KEYS);
  const receive = makeReceive(deps, () => undefined);
  const supervised = superviseSessions(
    { ...deps, remoteOf, takeEvent: around(makeTakeEvent({ ...deps, receive })) },
    {
      entry: paths.sessionHost,
      perProcess: 25,
      databaseUrl: appUrl,
      keySecret,
      drivers: { baileysSocketUrl: whatsApp.url },
      timing: { lookEachMs: 500, tickMs: 250 },
    },
  );
  try {
    const phones: BenchPhone[] = [];
    for (let from = 0; from < whatsApp.accounts.length; from += WAVE) {
      const wave = await Promise.all(
        whatsApp.accounts.slice(from, from + WAVE).map(async (number) => {
          const creds = await registerCompanion(whatsApp, number);
          const id = await addLinked(deps, business.id, { number, creds, keySecret });
          return { number, remote: remoteOf(id, "baileys") };
        }),
      );
      await untilOpen(wave);
      phones.push(...wave);
    }
    return { businessId: business.id, phones, stop: supervised.stop };
  } catch (error) {
    await supervised.stop();
    throw error;
  }
}

/** Links a companion to the account of this number, and resolves with its credentials as Baileys keeps them. */
export async function registerCompanion(whatsApp: Pick<WhatsAppProcess, "ask">, number: string): Promise<string> {
  return Registered.parse(await whatsApp.ask({ do: "register", number })).creds;
}

/**
 * A number of this business that was linked long ago. Its keys are there before anybody else may hold it. Resolves with the channel's id.
 */
export async function addLinked(
  deps: Pick<Installation["deps"], "db">,
  businessId: string,
  { number, creds, keySecret }: { number: string; creds: string; keySecret: string },
): Promise<string> {
  const channelId = newId();
  const owner = newRandomId();
  await deps.db.inBusiness(businessId, async (tx) => {
    const channel = {
      id: channelId,
      kind: "baileys",
      name: `Muestra ${number}`,
      routingKey: `linked:${channelId}`,
    } as const;
    await insertChannel(tx, businessId, channel);
    await takeLeases(tx, businessId, { channelIds: [channelId], owner, forMs: LEASE_MS });
  });
  const store = sessionStore({ ...deps, secrets: makeSecrets(keySecret) }, { businessId, channelId, owner });
  await store.write({ put: [{ type: "creds", id: "", value: creds }] });
  await deps.db.inBusiness(businessId, (tx) => releaseLeases(tx, businessId, { channelIds: [channelId], owner }));
  return channelId;
}

/** @throws when one of them is not open in time */
export async function untilOpen(phones: readonly BenchPhone[], withinMs = OPEN_WITHIN_MS): Promise<void> {
  for (let waitedMs = 0; phones.some(({ remote }) => !remote.canSend()); waitedMs += 50) {
    if (waitedMs >= withinMs) {
      const shut = phones.filter(({ remote }) => !remote.canSend()).length;
      throw new Error(`${shut} of ${phones.length} linked phones are not open after ${withinMs / 1_000} s`);
    }
    await pause(50);
  }
}
