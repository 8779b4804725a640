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
  /** Its driver has started: it can be asked to link. */
  isStarted: boolean;
  retryAtMs: number;
  /** When it, or the host that it was in, failed lately. */
  failedAtMs: readonly number[];
  /** It may be what makes hosts fail: it gets one for itself. */
  isSuspect: boolean;
  /** Asked of it while it was in no host. */
  ask: Call | undefined;
};

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
export function sizeFor({ number, failedAtMs, isSuspect }: Session, perProcess: number): number {
  // A browser each, whose memory is to be had back by ending it.
  if (number.kind === "whatsapp_web" || isSuspect) return 1;
  return failedAtMs.length < 2 ? perProcess : Math.max(1, Math.ceil(perProcess / SPLIT));
}

const SPLIT = 5;
const SUSPECT_FROM = 3;

/** Notes a failure. True when it was one too many: a person has to look, and it rests. */
export function noteFailure(session: Session, nowMs: number, patience: Patience): boolean {
  const failedAtMs = [...session.failedAtMs.filter((at) => nowMs - at < patience.withinMs), nowMs];
  const tries = failedAtMs.length;
  const isTooMany = tries >= patience.mostFailures;
  session.isSuspect ||= tries >= SUSPECT_FROM;
  session.failedAtMs = isTooMany ? [] : failedAtMs;
  session.retryAtMs =
    nowMs + (isTooMany ? patience.restMs : Math.min(patience.longestRetryMs, patience.firstRetryMs * 2 ** (tries - 1)));
  return isTooMany;
}

/** Somebody looks after it: what was before is forgotten. */
export function forgive(session: Session): void {
  session.failedAtMs = [];
  session.retryAtMs = Number.NEGATIVE_INFINITY;
}
