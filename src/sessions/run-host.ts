import { connect } from "../../db/client.ts";
import { notStarted } from "../channels/not-started.ts";
import { present, unreachable } from "../domain/assert.ts";
import { makeSecrets } from "../secrets.ts";
import type { Drivers } from "./driver.ts";
import { type Begun, type HeldSessions, makeHeldSessions } from "./held-sessions.ts";
import type { FromHost, HostSettings, ToHost } from "./protocol.ts";

/** Keys of all its sessions go through these. */
const CONNECTIONS = 3;
const LOOK_AT_LEASES_EACH_MS = 250;

type Pipe = { post(message: FromHost, written?: () => void): void };

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
  const held = makeHeldSessions(drivers, pipe.post);
  setInterval(held.closeOverdue, LOOK_AT_LEASES_EACH_MS);
  endWithWorker(pipe);
  process.on("message", ears(held, pipe));
}

/** What the worker says, in the order in which it says it. */
function ears(held: HeldSessions, pipe: Pipe): (message: ToHost) => void {
  let begun: Begun | undefined;
  return (message) => {
    switch (message.type) {
      case "begin":
        begun = begin(message.settings, pipe);
        return pipe.post({ type: "ready" });
      case "open":
        return held.open(present(begun, "the settings"), message.session, message.leaseMs);
      case "close":
        return void held.close(message.channelId);
      case "leased":
        return held.renew(message.channelIds, message.forMs);
      case "send":
      case "call":
      case "taken":
      case "refused":
        return route(held, message, pipe);
      case "ping":
        return pipe.post({ type: "pong" });
      case "stop":
        return void held.closeAll().then(() => {
          const last = { type: "log", level: "debug", fields: {}, message: "a session host has stopped" } as const;
          pipe.post(last, () => process.exit(0));
        });
      default:
        unreachable(message);
    }
  };
}

type Routed = Extract<ToHost, { type: "send" | "call" | "taken" | "refused" }>;

/** Whatever is for a session that is gone by now never left: an event's answer alone needs no reply. */
function route(held: HeldSessions, message: Routed, { post }: Pipe): void {
  if (message.type === "taken" || message.type === "refused") {
    for (const session of held.all()) session.hearOf(message);
    return;
  }
  const session = held.of(message.channelId);
  if (session) {
    if (message.type === "send") session.send(message);
    else session.call(message);
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
