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
  of(channelId: string): HeldSession | undefined;
  all(): readonly HeldSession[];
  open(begun: Begun, session: SessionToOpen, leaseMs: number): void;
  close(channelId: string): Promise<void>;
  closeAll(): Promise<void>;
  renew(channelIds: readonly string[], forMs: number): void;
  /** Closes those whose lease the worker has not renewed in time: by then another may have the phone. */
  closeOverdue(): void;
};

/** Longer than any driver needs to let go of its connections. */
const CLOSE_WITHIN_MS = 5_000;

type Held = { readonly session: HeldSession; leasedUntilMs: number };

export function makeHeldSessions(drivers: Drivers, post: (message: FromHost) => void): HeldSessions {
  const held = new Map<string, Held>();
  const drop = async (channelId: string, because?: string, { needsOther = false } = {}): Promise<void> => {
    const one = held.get(channelId);
    held.delete(channelId);
    await within(one?.session.close() ?? Promise.resolve(), CLOSE_WITHIN_MS);
    post({ type: "closed", channelId, because, needsOther });
  };
  return {
    of: (channelId) => held.get(channelId)?.session,
    all: () => [...held.values()].map(({ session }) => session),
    open(begun, session, leaseMs) {
      const { channelId } = session;
      // A driver that was closed may still speak: what it says is not about the one that has its phone now.
      const dropIfSame = (because: string, how: { needsOther?: boolean } = {}): void => {
        if (held.get(channelId)?.session === opening) void drop(channelId, because, how);
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
    close: (channelId) => drop(channelId),
    async closeAll() {
      await Promise.all([...held.keys()].map((channelId) => drop(channelId)));
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
        if (leasedUntilMs <= nowMs) void drop(channelId, "its lease was not renewed in time");
    },
  };
}
