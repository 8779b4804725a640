import { businessesThatAsk, type LinkAsked, takeAsks } from "../../db/channel-links.ts";
import { type PhoneInUse, phonesInUse, releaseLeases, renewLeases, takeLeases } from "../../db/session-lease.ts";
import type { Deps } from "../app/deps.ts";
import type { LinkedKind } from "../domain/channel-kind.ts";
import { every } from "../every.ts";
import { newRandomId } from "../ids.ts";
import { makePlaces, type PlaceDeps, type Places } from "./places.ts";
import type { Call, DriverSettings } from "./protocol.ts";
import type { RemoteChannel } from "./remote-channel.ts";
import { newSession, type Patience, type Session } from "./session.ts";

/** The linked phones that this process holds, each in one of its session hosts. */
export type Supervised = {
  /** Ends every host within the time that a stop has, and lets go of the leases for whoever comes next. */
  stop(): Promise<void>;
};

export type SupervisorDeps = PlaceDeps &
  Pick<Deps, "db"> & {
    /** The channel of a phone as the application has it, one for each. */
    readonly remoteOf: (id: string, kind: LinkedKind) => RemoteChannel;
  };

export type SupervisorSettings = {
  /** The program of a session host. */
  readonly entry: string;
  readonly perProcess: number;
  readonly databaseUrl: string;
  readonly keySecret: string;
  readonly drivers: DriverSettings;
  readonly timing?: Partial<Timing>;
};

export type Timing = Patience & {
  readonly leaseMs: number;
  readonly renewEachMs: number;
  /** How soon a new number, or one whose process died, is found. */
  readonly lookEachMs: number;
  /** How soon somebody who asks for a QR is heard. */
  readonly tickMs: number;
  readonly stopWithinMs: number;
};

/** A process that died is followed by another after a lease and a look at most: 35 s. */
const TIMING: Timing = {
  leaseMs: 30_000,
  renewEachMs: 10_000,
  lookEachMs: 5_000,
  tickMs: 1_000,
  stopWithinMs: 8_000,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  mostFailures: 5,
  withinMs: 600_000,
  restMs: 600_000,
};

/**
 * Holds every linked phone of every business that no other process holds: takes its lease, opens it in a host, opens it again when
 * that fails, carries out what people ask of it, and lets go when it is taken out of use, or when the lease is lost.
 */
export function superviseSessions(deps: SupervisorDeps, settings: SupervisorSettings): Supervised {
  const { clock, log } = deps;
  const timing = { ...TIMING, ...settings.timing };
  const owner = newRandomId();
  const { entry, perProcess, databaseUrl, keySecret, drivers } = settings;
  const host = { databaseUrl, keySecret, owner, drivers };
  const places = makePlaces(deps, { entry, perProcess, host, patience: timing, stopWithinMs: timing.stopWithinMs });
  const work: Work = { deps, places, timing, owner, sessions: new Map() };

  const failed = (what: string) => (error: unknown) => log.error({ error }, what);
  let lookedMs = Number.NEGATIVE_INFINITY;
  const tick = async (): Promise<void> => {
    if (clock.elapsedMs() - lookedMs >= timing.lookEachMs) {
      await look(work);
      lookedMs = clock.elapsedMs();
    }
    await hearAsks(work);
    for (const session of work.sessions.values()) places.settle(session);
  };
  const ticking = every(
    timing.tickMs,
    tick,
    failed("linked phones could not be looked after; tried again in a second"),
  );
  const renewing = every(timing.renewEachMs, () => renew(work), failed("leases of linked phones could not be renewed"));
  return {
    async stop() {
      await ticking.stop();
      await Promise.all([renewing.stop(), places.stop()]);
      for (const [businessId, some] of byBusiness(work)) await release(work, businessId, some);
      work.sessions.clear();
    },
  };
}

type Work = {
  readonly deps: SupervisorDeps;
  readonly places: Places;
  readonly timing: Timing;
  readonly owner: string;
  /** Those whose lease we have, by the number's id. */
  readonly sessions: Map<string, Session>;
};

/** Takes what nobody holds, and lets go of what was taken out of use. One statement for all that stay as they are. */
async function look(work: Work): Promise<void> {
  const { deps, sessions } = work;
  const inUse = await phonesInUse(deps.db.lookups);
  const ids = new Set(inUse.map(({ id }) => id));
  const free = Map.groupBy(
    inUse.filter(({ id, isFree }) => isFree && !sessions.has(id)),
    ({ businessId }) => businessId,
  );
  const retired = Map.groupBy(
    [...sessions.values()].filter(({ number }) => !ids.has(number.id)),
    ({ businessId }) => businessId,
  );
  // One business's trouble is logged and looked at again; the others are not kept waiting.
  const orTell = (businessId: string) => (error: unknown) =>
    deps.log.error({ error, businessId }, "the linked phones of a business could not be looked after");
  for (const [businessId, phones] of free) await take(work, businessId, phones).catch(orTell(businessId));
  for (const [businessId, some] of retired) {
    for (const session of some) drop(work, session);
    await release(work, businessId, some).catch(orTell(businessId));
  }
}

async function take(
  { deps, owner, sessions, timing }: Work,
  businessId: string,
  phones: readonly PhoneInUse[],
): Promise<void> {
  const leasedUntilMs = deps.clock.elapsedMs() + timing.leaseMs;
  const asked = { channelIds: phones.map(({ id }) => id), owner, forMs: timing.leaseMs };
  const taken = new Set(await deps.db.inBusiness(businessId, (tx) => takeLeases(tx, businessId, asked)));
  for (const { id, kind, phone } of phones) {
    if (!taken.has(id)) continue;
    const number = { id, kind, phone };
    sessions.set(id, newSession({ businessId, number, remote: deps.remoteOf(id, kind), leasedUntilMs }));
  }
}

function drop({ sessions, places }: Work, session: Session): void {
  sessions.delete(session.number.id);
  places.leave(session);
}

async function release({ deps, owner }: Work, businessId: string, some: readonly Session[]): Promise<void> {
  await deps.db.inBusiness(businessId, (tx) => releaseLeases(tx, businessId, { channelIds: idsOf(some), owner }));
}

/** A lease that we no longer have means that another process has the phone by now, or will in a moment: ours is closed at once. */
async function renew(work: Work): Promise<void> {
  // At once: neither a failure nor a lock that is waited for in one business lets the leases of another run out.
  await Promise.all(
    [...byBusiness(work)].map(([businessId, some]) =>
      renewOf(work, businessId, some).catch((error: unknown) =>
        work.deps.log.error({ error, businessId }, "the leases of a business's linked phones could not be renewed"),
      ),
    ),
  );
}

async function renewOf(work: Work, businessId: string, some: readonly Session[]): Promise<void> {
  const { deps, owner, sessions, places, timing } = work;
  const leasedUntilMs = deps.clock.elapsedMs() + timing.leaseMs;
  const asked = { channelIds: idsOf(some), owner, forMs: timing.leaseMs };
  const renewed = new Set(await deps.db.inBusiness(businessId, (tx) => renewLeases(tx, businessId, asked)));
  for (const session of some) {
    const { id: channelId } = session.number;
    if (renewed.has(channelId)) places.renew(session, leasedUntilMs);
    else if (sessions.get(channelId) === session) {
      deps.log.warn({ businessId, channelId }, "another process has this phone now: its session is closed here");
      drop(work, session);
    }
  }
}

async function hearAsks(work: Work): Promise<void> {
  const { deps, sessions } = work;
  if (sessions.size === 0) return;
  const held = byBusiness(work);
  const asking = await businessesThatAsk(deps.db.lookups, {
    businessIds: [...held.keys()],
    channelIds: [...sessions.keys()],
  });
  for (const businessId of asking)
    await carryOut(work, businessId, held.get(businessId) ?? []).catch((error: unknown) =>
      deps.log.error({ error, businessId }, "what is asked of a business's linked phones could not be heard"),
    );
}

async function carryOut({ deps, sessions, places }: Work, businessId: string, held: readonly Session[]): Promise<void> {
  const asks = await deps.db.inBusiness(businessId, (tx) => takeAsks(tx, businessId, idsOf(held)));
  for (const { channelId, asked } of asks) {
    const session = sessions.get(channelId);
    if (session) places.ask(session, callOf(asked));
  }
}

function callOf(asked: LinkAsked): Call {
  switch (asked.what) {
    case "link-by-qr":
      return { what: "link", how: { by: "qr" } };
    case "link-by-code":
      return { what: "link", how: { by: "code", phone: asked.phone } };
    case "unlink":
      return { what: "unlink" };
  }
}

function byBusiness({ sessions }: Work): Map<string, Session[]> {
  return Map.groupBy(sessions.values(), ({ businessId }) => businessId);
}

function idsOf(sessions: readonly Session[]): string[] {
  return sessions.map(({ number }) => number.id);
}
