import { connect, type Database } from "../../db/client.ts";
import { notStarted } from "../channels/not-started.ts";
import { systemClock } from "../clock.ts";
import { present, unreachable } from "../domain/assert.ts";
import type { Log } from "../log.ts";
import { makeSecrets, type Secrets } from "../secrets.ts";
import { within } from "../within.ts";
import type { Drivers } from "./driver.ts";
import { type HeldSession, holdSession } from "./held-session.ts";
import { toPipe } from "./over-pipe.ts";
import type { FromHost, HostSettings, SessionToOpen, ToHost } from "./protocol.ts";

/** Keys of all its sessions go through these. */
const CONNECTIONS = 3;
const LOOK_AT_LEASES_EACH_MS = 250;
/** Longer than any driver needs to let go of its connections. */
const CLOSE_WITHIN_MS = 5_000;

type Pipe = { post(message: FromHost, written?: () => void): void };
type Begun = { readonly settings: HostSettings; readonly db: Database; readonly secrets: Secrets; readonly log: Log };
type Held = { readonly session: HeldSession; leasedUntilMs: number };

/**
 * A session host: a process that holds linked phones for its worker, so that what a library does wrong costs these and no more.
 * It ends by itself when its worker does, and closes a session whose lease the worker no longer renews, also when the worker only
 * stands still: by then another may have it.
 */
export function runHost(drivers: Drivers): void {
  const pipe: Pipe = {
    // Whoever cannot be told any more is gone, and `disconnect` ends us.
    post: (message, written) => void process.send?.(message, undefined, undefined, () => written?.()),
  };
  const held = new Map<string, Held>();
  let begun: Begun | undefined;

  const drop = async (channelId: string, because?: string, { needsOther = false } = {}): Promise<void> => {
    const one = held.get(channelId);
    held.delete(channelId);
    await within(one?.session.close() ?? Promise.resolve(), CLOSE_WITHIN_MS);
    pipe.post({ type: "closed", channelId, because, needsOther });
  };
  const open = (session: SessionToOpen, leaseMs: number): void => {
    const { channelId } = session;
    const restartProcess = (): void => void drop(channelId, "it asked for another process", { needsOther: true });
    // A driver that only stopped would keep a phone dead whose lease is renewed.
    const leaseLost = (): void => {
      if (held.get(channelId)?.session === opening) void drop(channelId, "its lease is another's");
    };
    const context = { ...present(begun, "the settings"), session, restartProcess, leaseLost };
    const opening = holdSession(drivers, context, pipe.post);
    held.set(channelId, { session: opening, leasedUntilMs: systemClock.elapsedMs() + leaseMs });
    opening.opened.then(
      () => pipe.post({ type: "opened", channelId }),
      (error: unknown) => {
        if (held.get(channelId)?.session === opening) void drop(channelId, toPipe.failure(error).message);
      },
    );
  };
  const hear = (message: ToHost): void => {
    switch (message.type) {
      case "begin":
        begun = begin(message.settings, pipe);
        pipe.post({ type: "ready" });
        return;
      case "open":
        open(message.session, message.leaseMs);
        return;
      case "close":
        void drop(message.channelId);
        return;
      case "leased":
        for (const channelId of message.channelIds) {
          const one = held.get(channelId);
          if (one) one.leasedUntilMs = systemClock.elapsedMs() + message.forMs;
        }
        return;
      case "send":
      case "call":
      case "taken":
      case "refused":
        route(held, message, pipe);
        return;
      case "ping":
        pipe.post({ type: "pong" });
        return;
      case "stop":
        void Promise.all([...held.keys()].map((channelId) => drop(channelId))).then(() => {
          pipe.post({ type: "log", level: "debug", fields: {}, message: "a session host has stopped" }, () =>
            process.exit(0),
          );
        });
        return;
      default:
        unreachable(message);
    }
  };

  setInterval(() => {
    const nowMs = systemClock.elapsedMs();
    for (const [channelId, { leasedUntilMs }] of held)
      if (leasedUntilMs <= nowMs) void drop(channelId, "its lease was not renewed in time");
  }, LOOK_AT_LEASES_EACH_MS);
  endWithWorker(pipe);
  process.on("message", hear);
}

type Routed = Extract<ToHost, { type: "send" | "call" | "taken" | "refused" }>;

/** Whatever is for a session that is gone by now never left: an event's answer alone needs no reply. */
function route(held: ReadonlyMap<string, Held>, message: Routed, { post }: Pipe): void {
  if (message.type === "taken" || message.type === "refused") {
    for (const { session } of held.values()) session.hearOf(message);
    return;
  }
  const one = held.get(message.channelId);
  if (one) {
    if (message.type === "send") one.session.send(message);
    else one.session.call(message);
    return;
  }
  const gone = "the session was closed in this moment";
  if (message.type === "call") {
    post({
      type: "failed",
      id: message.id,
      failure: { code: "channel.unavailable", message: gone, retryAfterSeconds: undefined },
    });
    return;
  }
  post({ type: "result", id: message.id, result: notStarted(gone) });
}

function begin(settings: HostSettings, { post }: Pipe): Begun {
  const log = (level: "debug" | "info" | "warn" | "error") => (fields: object, message: string) =>
    post({ type: "log", level, fields: plain(fields), message });
  return {
    settings,
    db: connect(settings.databaseUrl, { max: CONNECTIONS, name: "saldar-sessions" }),
    secrets: makeSecrets(settings.keySecret),
    log: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
  };
}

/** Words, figures and errors: of whatever else a library hangs on an error nothing passes, keys among it. */
function plain(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Error
        ? { name: value.name, message: value.message, stack: value.stack }
        : typeof value === "object"
          ? undefined
          : value,
    ]),
  );
}

function endWithWorker({ post }: Pipe): void {
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C and a service's stop reach every process of a group: the worker says when it is our turn.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("uncaughtException", (error) => {
    const fields = plain({ error });
    post({ type: "log", level: "error", fields, message: "a session host failed" }, () => process.exit(1));
  });
}
