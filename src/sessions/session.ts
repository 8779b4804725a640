import type { LinkedNumber } from "../../db/session-lease.ts";
import type { Host } from "./host.ts";
import type { Call } from "./protocol.ts";
import type { RemoteChannel } from "./remote-channel.ts";

/** A linked phone whose lease this process has, in one of its hosts or about to be. Moments are of the clock that never jumps. */
export type Session = {
  readonly businessId: string;
  readonly number: LinkedNumber;
  readonly remote: RemoteChannel;
  leasedUntilMs: number;
  /** Undefined: it waits for a host, from `retryAtMs` on. */
  place: Place | undefined;
  /** How often it was put in a host. */
  openings: number;
  /** Its driver has started: it can be asked to link. */
  isStarted: boolean;
  retryAtMs: number;
  /** When it, or the host that it was in, failed lately. */
  failedAtMs: readonly number[];
  /** Also when that was long ago. */
  lastFailedAtMs: number;
  /** When it last looked as if it made hosts fail: it gets one for itself, until a day has passed without that. */
  suspectedAtMs: number;
  /** How often in a row it failed too many times. At the second time it rests until somebody asks. */
  givenUp: number;
  /** People were told that it fails, and it has not been heard of since: that it tries again is no news for them. */
  isToldFailing: boolean;
  /** Asked of it while it was in no host. */
  ask: Call | undefined;
};

/** In no host, and due to be tried at once. */
export function newSession(known: Pick<Session, "businessId" | "number" | "remote" | "leasedUntilMs">): Session {
  return {
    ...known,
    place: undefined,
    openings: 0,
    isStarted: false,
    retryAtMs: Number.NEGATIVE_INFINITY,
    failedAtMs: [],
    lastFailedAtMs: Number.NEGATIVE_INFINITY,
    suspectedAtMs: Number.NEGATIVE_INFINITY,
    givenUp: 0,
    isToldFailing: false,
    ask: undefined,
  };
}

/** A session host and who is in it. */
export type Place = {
  readonly host: Host;
  /** As many as may be in it. */
  readonly size: number;
  readonly sessions: Map<string, Session>;
};

/** How failures are borne. Milliseconds. */
export type Patience = {
  /** Before the second start; doubled at each further one. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** So many failures within so long, and a person is called. */
  readonly mostFailures: number;
  readonly withinMs: number;
  /** Until it is tried once more after that. */
  readonly restMs: number;
};

/**
 * How many sessions may share a host with this one. What takes its host down once may be bad luck. At the second time the group
 * is split, and at the third each is alone: so one that fails by itself is found at the cost of a few more processes, and the
 * others are rid of it.
 */
export function sizeFor(session: Session, { perProcess, nowMs }: { perProcess: number; nowMs: number }): number {
  const { number, failedAtMs } = session;
  // A browser each, whose memory is to be had back by ending it.
  if (number.kind === "whatsapp_web" || isSuspect(session, nowMs)) return 1;
  return failedAtMs.length < 2 ? perProcess : Math.max(1, Math.ceil(perProcess / SPLIT));
}

const SPLIT = 5;
const SUSPECT_FROM = 3;
/** After so long without a failure it is trusted among others again. */
const STEADY_MS = 24 * 3_600_000;
/** "Too many" so often in a row, and only a person helps: trying on would cost a start each few minutes, for ever. */
const MOST_GIVEN_UP = 2;

const isSuspect = ({ suspectedAtMs }: Session, nowMs: number): boolean => nowMs - suspectedAtMs < STEADY_MS;

/** Notes a failure. True when it was one too many: a person has to look, and it rests; from the second time on until one asks. */
export function noteFailure(session: Session, nowMs: number, patience: Patience): boolean {
  // It went well for longer than it ever rested: what was before is another story.
  if (nowMs - session.lastFailedAtMs > patience.restMs + patience.withinMs) session.givenUp = 0;
  session.lastFailedAtMs = nowMs;
  const failedAtMs = [...session.failedAtMs.filter((at) => nowMs - at < patience.withinMs), nowMs];
  const tries = failedAtMs.length;
  const isTooMany = tries >= patience.mostFailures;
  if (tries >= SUSPECT_FROM || isSuspect(session, nowMs)) session.suspectedAtMs = nowMs;
  session.failedAtMs = isTooMany ? [] : failedAtMs;
  session.givenUp += isTooMany ? 1 : 0;
  session.retryAtMs = nowMs + restAfter(session, { tries, isTooMany }, patience);
  return isTooMany;
}

function restAfter(
  { givenUp }: Session,
  { tries, isTooMany }: { tries: number; isTooMany: boolean },
  { restMs, longestRetryMs, firstRetryMs }: Patience,
): number {
  if (!isTooMany) return Math.min(longestRetryMs, firstRetryMs * 2 ** (tries - 1));
  return givenUp >= MOST_GIVEN_UP ? Number.POSITIVE_INFINITY : restMs;
}

/** Somebody looks after it: what was before is forgotten. */
export function forgive(session: Session): void {
  session.failedAtMs = [];
  session.givenUp = 0;
  session.isToldFailing = false;
  session.retryAtMs = Number.NEGATIVE_INFINITY;
}
