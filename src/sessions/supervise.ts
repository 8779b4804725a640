import { takeAsks, type LinkAsked } from "../../db/channel-links.ts";
import { businessIds } from "../../db/lookups.ts";
import { type LinkedNumber, linkedNumbers, releaseLeases, renewLeases, takeLeases } from "../../db/session-lease.ts";
import type { TakeEvent } from "../app/channels/take-event.ts";
import type { Deps } from "../app/deps.ts";
import type { LinkState } from "../channels/channel.ts";
import type { LinkedKind } from "../domain/channel-kind.ts";
import { every } from "../every.ts";
import { newRandomId } from "../ids.ts";
import { startHost } from "./host.ts";
import type { Call, DriverSettings, HostSettings } from "./protocol.ts";
import type { RemoteChannel } from "./remote-channel.ts";
import { forgive, noteFailure, type Patience, type Place, type Session, sizeFor } from "./session.ts";

/** The linked phones that this process holds, each in one of its session hosts. */
export type Supervised = {
  /** Ends every host within the time that a stop has, and lets go of the leases for whoever comes next. */
  stop(): Promise<void>;
};

export type SupervisorDeps = Pick<Deps, "db" | "clock" | "log"> & {
  readonly takeEvent: TakeEvent;
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

/** A process that died is followed by another after at most a lease and a look: 35 s. */
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
  const sessions = new Map<string, Session>();
  const places = makePlaces(deps, { ...settings, owner, timing });
  let lookedMs = Number.NEGATIVE_INFINITY;

  const drop = (session: Session): void => {
    sessions.delete(session.number.id);
    places.leave(session);
  };
  const look = async (): Promise<void> => {
    for (const businessId of await businessIds(deps.db.lookups)) {
      const fromMs = clock.elapsedMs();
      const { numbers, taken } = await deps.db.inBusiness(businessId, async (tx) => {
        const numbers = await linkedNumbers(tx, businessId);
        const channelIds = numbers.flatMap(({ id }) => (sessions.has(id) ? [] : [id]));
        const asked = { channelIds, owner, forMs: timing.leaseMs };
        return { numbers, taken: channelIds.length === 0 ? [] : await takeLeases(tx, businessId, asked) };
      });
      for (const number of numbers)
        if (taken.includes(number.id)) sessions.set(number.id, newSession(businessId, number, fromMs + timing.leaseMs));
      const retired = [...ofBusiness(sessions, businessId)].filter(({ number }) => !numbers.some(({ id }) => id === number.id));
      retired.forEach(drop);
      if (retired.length > 0) await release(businessId, retired);
    }
  };
  const newSession = (businessId: string, number: LinkedNumber, leasedUntilMs: number): Session => ({
    businessId,
    number,
    remote: deps.remoteOf(number.id, number.kind),
    leasedUntilMs,
    place: undefined,
    isStarted: false,
    retryAtMs: Number.NEGATIVE_INFINITY,
    failedAtMs: [],
    isSuspect: false,
    ask: undefined,
  });
  const release = (businessId: string, some: readonly Session[]): Promise<void> =>
    deps.db.inBusiness(businessId, (tx) => releaseLeases(tx, businessId, { channelIds: idsOf(some), owner }));

  const renew = async (): Promise<void> => {
    for (const [businessId, some] of byBusiness(sessions)) {
      const fromMs = clock.elapsedMs();
      const channelIds = idsOf(some);
      const asked = { channelIds, owner, forMs: timing.leaseMs };
      const renewed = new Set(await deps.db.inBusiness(businessId, (tx) => renewLeases(tx, businessId, asked)));
      for (const session of some) {
        if (renewed.has(session.number.id)) places.renew(session, fromMs + timing.leaseMs);
        else if (sessions.get(session.number.id) === session) {
          log.warn({ businessId, channelId: session.number.id }, "another process has this phone now: its session is closed here");
          drop(session);
        }
      }
    }
  };

  const hearAsks = async (): Promise<void> => {
    for (const [businessId, some] of byBusiness(sessions)) {
      for (const { channelId, asked } of await deps.db.inBusiness(businessId, (tx) => takeAsks(tx, businessId, idsOf(some)))) {
        const session = sessions.get(channelId);
        if (session) places.ask(session, callOf(asked));
      }
    }
  };
  const tick = async (): Promise<void> => {
    if (clock.elapsedMs() - lookedMs >= timing.lookEachMs) {
      await look();
      lookedMs = clock.elapsedMs();
    }
    await hearAsks();
    for (const session of sessions.values()) places.settle(session);
  };

  const failed = (what: string) => (error: unknown) => log.error({ error }, what);
  const ticking = every(timing.tickMs, tick, failed("the linked phones could not be looked after; it is tried again in a second"));
  const renewing = every(timing.renewEachMs, renew, failed("the leases of linked phones could not be renewed"));
  return {
    async stop() {
      await ticking.stop();
      await Promise.all([renewing.stop(), places.stop()]);
      for (const [businessId, some] of byBusiness(sessions)) await release(businessId, some);
      sessions.clear();
    },
  };
}

type PlaceSettings = SupervisorSettings & { readonly owner: string; readonly timing: Timing };

/** The hosts of this process, and which session is in which. */
function makePlaces({ clock, log, takeEvent }: SupervisorDeps, settings: PlaceSettings) {
  const { entry, perProcess, owner, timing } = settings;
  const hostSettings: HostSettings = {
    databaseUrl: settings.databaseUrl,
    keySecret: settings.keySecret,
    owner,
    drivers: settings.drivers,
  };
  const places = new Set<Place>();
  let isStopping = false;

  /** What we know of a phone without its driver. */
  const tell = ({ businessId, number }: Session, link: LinkState): void => {
    takeEvent({ businessId, channelId: number.id, owner }, { type: "link", link }).catch((error: unknown) =>
      log.error({ error, businessId, channelId: number.id }, "where a linked phone stands could not be kept"),
    );
  };
  const leave = (session: Session): void => {
    session.remote.attach(undefined);
    session.place?.host.close(session.number.id);
    session.place = undefined;
    session.isStarted = false;
  };
  /** It has gone from its place without being asked to. */
  const fail = (session: Session, why: string): void => {
    session.remote.attach(undefined);
    session.place = undefined;
    session.isStarted = false;
    const { businessId, number, leasedUntilMs } = session;
    // Its host was right to let go, and it comes back with the lease.
    if (isStopping || leasedUntilMs <= clock.elapsedMs()) return;
    log.warn({ businessId, channelId: number.id, why }, "the session of a linked phone ended");
    if (noteFailure(session, clock.elapsedMs(), timing)) {
      const detail = `its process failed ${timing.mostFailures} times in a row`;
      return tell(session, { state: "ended", because: "failing", detail });
    }
    const waitMs = session.retryAtMs - clock.elapsedMs();
    tell(session, { state: "down", because: "host-ended", retryAt: clock.now().plus({ milliseconds: waitMs }) });
  };

  const startPlace = (size: number): Place => {
    const inside = new Map<string, Session>();
    const host = startHost({ entry, settings: hostSettings, log }, {
      opened(channelId) {
        const session = inside.get(channelId);
        if (session) session.isStarted = true;
        if (session) carryOut(session);
      },
      closed(channelId, because) {
        const session = inside.get(channelId);
        inside.delete(channelId);
        if (session?.place === place) fail(session, because ?? "it closed");
        if (inside.size > 0 || isStopping) return;
        places.delete(place);
        void host.stop(timing.stopWithinMs);
      },
      async event(channelId, event) {
        const session = inside.get(channelId);
        if (session === undefined) throw new Error("the session is no longer held here");
        await takeEvent({ businessId: session.businessId, channelId, owner }, event);
        if (event.type === "link" && session.place === place) session.remote.setOpen(event.link.state === "open");
      },
      ended(how) {
        places.delete(place);
        for (const session of inside.values()) if (session.place === place) fail(session, how);
        inside.clear();
      },
    });
    const place: Place = { host, size, sessions: inside };
    places.add(place);
    return place;
  };
  const placeFor = (session: Session): Place => {
    const size = sizeFor(session, perProcess);
    // While its former session closes there, it waits for another host.
    const found = [...places].find(
      (place) => place.size === size && place.sessions.size < size && !place.sessions.has(session.number.id),
    );
    return found ?? startPlace(size);
  };
  const carryOut = (session: Session): void => {
    const { ask, place, number, isStarted } = session;
    if (!ask || !place || !isStarted) return;
    session.ask = undefined;
    place.host
      .call(number.id, ask)
      .catch((error: unknown) => tell(session, { state: "ended", because: "refused", detail: String(error) }));
  };

  return {
    leave,
    /** Opens it where it is in no host and may be tried. */
    settle(session: Session): void {
      const nowMs = clock.elapsedMs();
      const { businessId, number, leasedUntilMs, place, retryAtMs, remote } = session;
      if (isStopping || place || retryAtMs > nowMs || leasedUntilMs <= nowMs) return;
      const found = placeFor(session);
      found.sessions.set(number.id, session);
      session.place = found;
      remote.attach(found.host);
      const opening = { businessId, channelId: number.id, kind: number.kind, phone: number.phone ?? undefined };
      found.host.open(opening, leasedUntilMs - nowMs);
    },
    renew(session: Session, leasedUntilMs: number): void {
      session.leasedUntilMs = leasedUntilMs;
      session.place?.host.leased([session.number.id], leasedUntilMs - clock.elapsedMs());
    },
    ask(session: Session, call: Call): void {
      session.ask = call;
      if (session.place === undefined) forgive(session);
      carryOut(session);
    },
    async stop(): Promise<void> {
      isStopping = true;
      await Promise.all([...places].map(({ host }) => host.stop(timing.stopWithinMs)));
    },
  };
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

function* ofBusiness(sessions: ReadonlyMap<string, Session>, businessId: string): Generator<Session> {
  for (const session of sessions.values()) if (session.businessId === businessId) yield session;
}

function byBusiness(sessions: ReadonlyMap<string, Session>): Map<string, Session[]> {
  return Map.groupBy(sessions.values(), ({ businessId }) => businessId);
}

function idsOf(sessions: readonly Session[]): string[] {
  return sessions.map(({ number }) => number.id);
}
