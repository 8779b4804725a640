import type { TakeEvent } from "../app/channels/take-event.ts";
import type { Deps } from "../app/deps.ts";
import type { ChannelEvent, LinkState } from "../channels/channel.ts";
import { within } from "../within.ts";
import { type HostHandlers, startHost } from "./host.ts";
import { type LinkNews, makeLinkNews } from "./link-news.ts";
import { gone } from "./pending.ts";
import type { Call, HostSettings } from "./protocol.ts";
import { forgive, noteFailure, type Patience, type Place, type Session, sizeFor } from "./session.ts";

/** The hosts of this process, and which session is in which. */
export type Places = {
  /** Opens it where it is in no host and may be tried. */
  settle(session: Session): void;
  /** Closes it where it is, and is done with it. */
  leave(session: Session): void;
  renew(session: Session, leasedUntilMs: number): void;
  /** Carried out at once, or when it has started. */
  ask(session: Session, call: Call): void;
  /** Ends every host. What they told last of their phones is kept by then, if the database takes it. */
  stop(): Promise<void>;
};

export type PlaceDeps = Pick<Deps, "clock" | "log"> & { readonly takeEvent: TakeEvent };
export type PlaceSettings = {
  /** The program of a session host. */
  readonly entry: string;
  readonly perProcess: number;
  readonly host: HostSettings;
  readonly patience: Patience;
  readonly stopWithinMs: number;
};

export function makePlaces(deps: PlaceDeps, settings: PlaceSettings): Places {
  const { clock } = deps;
  const hosts: Hosts = { deps, settings, linkNews: makeLinkNews(deps.log), all: new Set(), isStopping: false };
  return {
    settle(session) {
      const nowMs = clock.elapsedMs();
      const { place, retryAtMs, leasedUntilMs } = session;
      if (hosts.isStopping || place || retryAtMs > nowMs || leasedUntilMs <= nowMs) return;
      putIn(session, placeFor(hosts, session), leasedUntilMs - nowMs);
    },
    leave(session) {
      const { place } = session;
      putOut(session);
      place?.host.close(session.number.id);
    },
    renew(session, leasedUntilMs) {
      session.leasedUntilMs = leasedUntilMs;
      session.place?.host.leased([session.number.id], leasedUntilMs - clock.elapsedMs());
    },
    ask(session, call) {
      session.ask = call;
      if (session.place === undefined) forgive(session);
      carryOut(hosts, session);
    },
    async stop() {
      hosts.isStopping = true;
      await Promise.all([...hosts.all].map(({ host }) => host.stop(settings.stopWithinMs)));
      await within(hosts.linkNews.whenTaken(), LAST_NEWS_MS);
    },
  };
}

/** Who stops lets go of the leases next, and without its lease a phone's news are not taken. */
const LAST_NEWS_MS = 2_000;

/** The hosts that run, empty ones not among them. */
type Hosts = {
  readonly deps: PlaceDeps;
  readonly settings: PlaceSettings;
  readonly linkNews: LinkNews;
  readonly all: Set<Place>;
  isStopping: boolean;
};

/** While its former session still closes somewhere, it is not opened there again. */
function placeFor(hosts: Hosts, session: Session): Place {
  const { perProcess } = hosts.settings;
  const size = sizeFor(session, { perProcess, nowMs: hosts.deps.clock.elapsedMs() });
  const hasRoom = ({ sessions, ...place }: Place): boolean =>
    place.size === size && sessions.size < size && !sessions.has(session.number.id);
  return [...hosts.all].find(hasRoom) ?? startPlace(hosts, size);
}

function startPlace(hosts: Hosts, size: number): Place {
  const { deps, settings, all } = hosts;
  const sessions = new Map<string, Session>();
  // Its handlers are called from the next turn of the event loop on.
  const handlers = handlersOf(hosts, () => place);
  const host = startHost({ entry: settings.entry, settings: settings.host, log: deps.log }, handlers);
  const place: Place = { host, size, sessions };
  all.add(place);
  return place;
}

/** What a host tells of its sessions. One that has another place by now is not the host's to speak of. */
function handlersOf(hosts: Hosts, placeOf: () => Place): HostHandlers {
  const { deps, settings, all } = hosts;
  return {
    opened(channelId) {
      const session = placeOf().sessions.get(channelId);
      if (session?.place !== placeOf()) return;
      session.isStarted = true;
      carryOut(hosts, session);
    },
    closed({ channelId, because, needsOther }) {
      const place = placeOf();
      const session = place.sessions.get(channelId);
      place.sessions.delete(channelId);
      if (session?.place === place) {
        if (needsOther) session.suspectedAtMs = deps.clock.elapsedMs();
        fail(hosts, session, because ?? "it closed");
      }
      endEmpty(hosts, place);
    },
    async event(channelId, event) {
      const session = placeOf().sessions.get(channelId);
      if (session === undefined) throw gone();
      if (event.type !== "link") return take(deps, settings, session, event);
      const { openings, place } = session;
      // One that we have let go of: where its phone stands is for whoever has it now to say. Never told as kept: with the end of a link
      // its keys go.
      if (place !== placeOf()) throw gone();
      if (isOldNews(session, event.link)) return;
      await takeLinkNews(hosts, session, event.link);
      if (session.place === place && session.openings === openings) session.remote.setOpen(stands(event.link));
    },
    ended(how) {
      const place = placeOf();
      all.delete(place);
      for (const session of place.sessions.values()) if (session.place === place) fail(hosts, session, how);
      place.sessions.clear();
    },
  };
}

/** Also while WhatsApp restricts it: what may leave by it is the number's own block to say, and a person lifts that. */
function stands({ state }: LinkState): boolean {
  return state === "open" || state === "restricted";
}

function fail(hosts: Hosts, session: Session, why: string): void {
  putOut(session);
  // Its host was right to let go of one whose lease was over, and it comes back with the lease.
  if (!hosts.isStopping && session.leasedUntilMs > hosts.deps.clock.elapsedMs()) noteAndTell(hosts, session, why);
}

function endEmpty({ all, settings, isStopping }: Hosts, place: Place): void {
  if (place.sessions.size > 0 || isStopping) return;
  all.delete(place);
  void place.host.stop(settings.stopWithinMs);
}

function putIn(session: Session, place: Place, leaseMs: number): void {
  const { businessId, number, remote } = session;
  place.sessions.set(number.id, session);
  session.place = place;
  session.openings += 1;
  remote.attach(place.host);
  const opening = { businessId, channelId: number.id, kind: number.kind, phone: number.phone ?? undefined };
  place.host.open(opening, leaseMs);
}

function putOut(session: Session): void {
  session.remote.attach(undefined);
  session.place = undefined;
  session.isStarted = false;
}

/** It is tried again after a while; the worker says where it stands, since its driver cannot. */
function noteAndTell(hosts: Hosts, session: Session, why: string): void {
  const { settings } = hosts;
  const { clock, log } = hosts.deps;
  const { businessId, number } = session;
  log.warn({ businessId, channelId: number.id, why }, "the session of a linked phone ended");
  const isTooMany = noteFailure(session, clock.elapsedMs(), settings.patience);
  if (isTooMany) {
    // Of the last time: what it lacks, such as a program that is not installed, is said where a person looks.
    const detail = `failed ${settings.patience.mostFailures} times in a short time, at last: ${firstLine(why)}`;
    tell(hosts, session, { state: "ended", because: "failing", detail });
    session.isToldFailing = true;
  } else if (!session.isToldFailing) {
    const retryAt = clock.now().plus({ milliseconds: session.retryAtMs - clock.elapsedMs() });
    tell(hosts, session, { state: "down", because: "process-ended", retryAt });
  }
}

/** It stays "failing" until it does more than try again: otherwise each round of tries would end in another alarm. */
function isOldNews(session: Session, { state }: LinkState): boolean {
  if (!session.isToldFailing) return false;
  if (state === "connecting" || state === "down") return true;
  session.isToldFailing = false;
  return false;
}

const MOST_DETAIL = 300;

/** Of a stack or a complaint the rest is the log's. */
function firstLine(why: string): string {
  return (why.split("\n")[0] ?? "").slice(0, MOST_DETAIL);
}

function carryOut(hosts: Hosts, session: Session): void {
  const { ask, place, number, isStarted, openings } = session;
  if (!ask || !place || !isStarted) return;
  session.ask = undefined;
  place.host.call(number.id, ask).catch((error: unknown) => {
    // It failed with its host, which is told, or was closed: it may stand open again by now.
    if (session.place !== place || session.openings !== openings) return;
    tell(hosts, session, { state: "ended", because: "refused", detail: String(error) });
  });
}

function tell(hosts: Hosts, session: Session, link: LinkState): void {
  takeLinkNews(hosts, session, link).catch((error: unknown) => {
    const { businessId, number } = session;
    hosts.deps.log.error({ error, businessId, channelId: number.id }, "where a linked phone stands could not be kept");
  });
}

function takeLinkNews({ deps, settings, linkNews }: Hosts, session: Session, link: LinkState): Promise<void> {
  return linkNews.add(session.number.id, () => take(deps, settings, session, { type: "link", link }));
}

function take(
  { takeEvent }: PlaceDeps,
  { host: { owner } }: PlaceSettings,
  { businessId, number }: Session,
  event: ChannelEvent,
): Promise<void> {
  return takeEvent({ businessId, channelId: number.id, owner }, event);
}
