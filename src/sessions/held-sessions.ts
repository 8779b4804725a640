import type { Database } from "../../db/client.ts";
import { systemClock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import { within } from "../within.ts";
import type { Drivers } from "./driver.ts";
import { type HeldSession, holdSession } from "./held-session.ts";
import { toPipe } from "./over-pipe.ts";
import type { FromHost, HostSettings, SessionToOpen } from "./protocol.ts";

/** What a host was told at its beginning, and works with from then on. */
export type Begun = {
  readonly settings: HostSettings;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly log: Log;
};

/** The sessions of a host, each as long as its lease. */
export type HeldSessions = {
  /** Not one that is being closed: nothing more is asked of it. */
  of(channelId: string): HeldSession | undefined;
  /** Those that are being closed among them: what they told is still answered. */
  all(): readonly HeldSession[];
  open(begun: Begun, session: SessionToOpen, leaseMs: number): void;
  /** Resolves when it is closed, whoever began that. */
  close(channelId: string): Promise<void>;
  closeAll(): Promise<void>;
  renew(channelIds: readonly string[], forMs: number): void;
  /** Closes those whose lease the worker has not renewed in time: by then another may have the phone. */
  closeOverdue(): void;
};

/**
 * Longer than WhatsApp Web gives a Chromium to write its profile (`closeWithinMs`), and shorter than a host has to stop. A Chromium
 * that is only just being launched may take longer, and ends with us: its profile holds nothing new.
 */
export const CLOSE_WITHIN_MS = 7_000;

type Held = { readonly session: HeldSession; leasedUntilMs: number };
type Leaving = { readonly channelId: string; readonly session: HeldSession; readonly closed: Promise<void> };

export function makeHeldSessions(drivers: Drivers, post: (message: FromHost) => void): HeldSessions {
  const held = new Map<string, Held>();
  const leaving = new Set<Leaving>();
  const drop = (channelId: string, because?: string, { needsOther = false } = {}): void => {
    const session = held.get(channelId)?.session;
    if (session === undefined) return;
    held.delete(channelId);
    const closed = within(session.close(), CLOSE_WITHIN_MS).then(() => {
      leaving.delete(one);
      // Before it is told: by then the same phone may be opened anew, here.
      session.endLinkNews();
      post({ type: "closed", channelId, because, needsOther });
    });
    const one: Leaving = { channelId, session, closed };
    leaving.add(one);
  };
  const left = async (some: readonly Leaving[]): Promise<void> => {
    await Promise.all(some.map(({ closed }) => closed));
  };
  return {
    of: (channelId) => held.get(channelId)?.session,
    all: () => [...held.values(), ...leaving].map(({ session }) => session),
    open(begun, session, leaseMs) {
      const { channelId } = session;
      // A driver that was closed may still speak: what it says is not about the one that has its phone now.
      const dropIfSame = (because: string, how: { needsOther?: boolean } = {}): void => {
        if (held.get(channelId)?.session === opening) drop(channelId, because, how);
      };
      const restartProcess = (): void => dropIfSame("it asked for another process", { needsOther: true });
      // A driver that only stopped would keep a phone dead whose lease is renewed.
      const leaseLost = (): void => dropIfSame("its lease is another's");
      const opening = holdSession(drivers, { ...begun, session, restartProcess, leaseLost }, post);
      held.set(channelId, { session: opening, leasedUntilMs: systemClock.elapsedMs() + leaseMs });
      opening.opened.then(
        () => post({ type: "opened", channelId }),
        (error: unknown) => dropIfSame(toPipe.failure(error).message),
      );
    },
    close(channelId) {
      drop(channelId);
      return left([...leaving].filter((one) => one.channelId === channelId));
    },
    closeAll() {
      for (const channelId of [...held.keys()]) drop(channelId);
      return left([...leaving]);
    },
    renew(channelIds, forMs) {
      for (const channelId of channelIds) {
        const one = held.get(channelId);
        if (one) one.leasedUntilMs = systemClock.elapsedMs() + forMs;
      }
    },
    closeOverdue() {
      const nowMs = systemClock.elapsedMs();
      for (const [channelId, { leasedUntilMs }] of held)
        if (leasedUntilMs <= nowMs) drop(channelId, "its lease was not renewed in time");
    },
  };
}
