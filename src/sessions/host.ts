import { type ChildProcess, fork } from "node:child_process";
import type { ChannelEvent, OutMessage, Sending } from "../channels/channel.ts";
import { plainEnvironment } from "../config.ts";
import type { Log } from "../log.ts";
import { within } from "../within.ts";
import { fromPipe, toPipe } from "./over-pipe.ts";
import { makePending, type Sender } from "./pending.ts";
import type { Answer, Call, FromHost, HostSettings, SessionToOpen, ToHost } from "./protocol.ts";

/** A session host as its worker sees it. */
export type Host = Line & {
  /** Of the process; undefined when it could not be started. */
  readonly pid: number | undefined;
  open(session: SessionToOpen, leaseMs: number): void;
  close(channelId: string): void;
  leased(channelIds: readonly string[], forMs: number): void;
  /** Closes its sessions and ends it; kills it when that takes longer. */
  stop(withinMs: number): Promise<void>;
  kill(): void;
};

/** What reaches a session through its host. */
export type Line = {
  send(by: Sender, message: OutMessage): Sending;
  /** @throws {AppError} as the driver does, and `channel.unavailable` when the host ends first. */
  call(channelId: string, call: Call): Promise<Answer>;
};

export type HostHandlers = {
  opened(channelId: string): void;
  closed(told: Extract<FromHost, { type: "closed" }>): void;
  /** Resolves when it is durable. */
  event(channelId: string, event: ChannelEvent): Promise<void>;
  /** Once, when the process is gone and all that it had said was heard. */
  ended(how: string): void;
};

/** A host that turns answers within milliseconds, one on a crowded machine within a second or two. */
const PING_EACH_MS = 2_000;
/** So many pings in a row without any word: 10 s. They are counted, since a worker that stood still itself has not asked meanwhile. */
const MOST_UNANSWERED = 5;
/** Until the first word of a process that has to load its program first: 60 s. */
const MOST_UNANSWERED_AT_START = 30;

/** What a process that does not come up says is kept up to here; afterwards nothing that it prints is. */
const MOST_COMPLAINT = 4_000;

/**
 * Starts a process that holds sessions. What it prints once it has begun is thrown away unread: libraries print private keys. It
 * is given no settings of ours but by the pipe.
 */
export function startHost(
  { entry, settings, log }: { entry: string; settings: HostSettings; log: Log },
  handlers: HostHandlers,
): Host {
  const child = fork(entry, [], {
    serialization: "advanced",
    // Ours has the secret that seals documents, the database's owner and payment keys: a library has no business with them.
    env: plainEnvironment(),
    // Small, because there are many: sessions wait for the net and make little garbage. It is collected sooner where size comes
    // first: 50 phones at work in two hosts took 432 MB, and take 308 (`saldar bench channel baileys`), for a fifth to a third more
    // of the processor's time.
    execArgv: ["--max-semi-space-size=2", "--v8-pool-size=1", "--optimize-for-size"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const post = (message: ToHost): void => void child.send(message, () => undefined);
  const kill = (why: string): void => {
    log.warn(
      { host: child.pid, why },
      "a session host stands still: it is killed, and its phones come back in another",
    );
    child.kill("SIGKILL");
  };
  const pending = makePending(post, () => kill("it did not begin to send"));
  const complaint = complaintOf(child);
  const pulse = watchPulse(post, () => kill("it says nothing"));

  child.on("message", (message: FromHost) => {
    pulse.heard();
    if (message.type === "ready") complaint.forget();
    if (message.type === "log") return log[message.level](message.fields, message.message);
    hear(message, { pending, handlers, post });
  });
  const ended = whenGone(child).then((how) => {
    pulse.stop();
    pending.end();
    const said = complaint.said();
    handlers.ended(said === "" ? how : `${how}: ${said}`);
  });
  post({ type: "begin", settings });

  return {
    pid: child.pid,
    send: pending.send,
    call: pending.call,
    open: (session, leaseMs) => post({ type: "open", session, leaseMs }),
    close: (channelId) => post({ type: "close", channelId }),
    leased: (channelIds, forMs) => post({ type: "leased", channelIds, forMs }),
    async stop(withinMs) {
      post({ type: "stop" });
      if (await within(ended, withinMs)) return;
      child.kill("SIGKILL");
      await ended;
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

type Hearing = {
  readonly pending: ReturnType<typeof makePending>;
  readonly handlers: HostHandlers;
  readonly post: (message: ToHost) => void;
};

function hear(message: Exclude<FromHost, { type: "log" }>, { pending, handlers, post }: Hearing): void {
  switch (message.type) {
    case "ready":
    case "pong":
      return;
    case "opened":
      handlers.opened(message.channelId);
      return;
    case "closed":
      handlers.closed(message);
      return;
    case "event": {
      const { id, channelId, event } = message;
      handlers.event(channelId, fromPipe.event(event)).then(
        () => post({ type: "taken", id }),
        (error: unknown) => post({ type: "refused", id, failure: toPipe.failure(error) }),
      );
      return;
    }
    default:
      pending.hear(message);
  }
}

/** Asks again and again whether it still turns. Any word of it is an answer. */
function watchPulse(post: (ping: ToHost) => void, isStill: () => void): { heard(): void; stop(): void } {
  let unanswered = 0;
  let most = MOST_UNANSWERED_AT_START;
  const asking = setInterval(() => {
    if (unanswered >= most) {
      clearInterval(asking);
      isStill();
      return;
    }
    unanswered += 1;
    post({ type: "ping" });
  }, PING_EACH_MS);
  return {
    heard() {
      unanswered = 0;
      most = MOST_UNANSWERED;
    },
    stop: () => clearInterval(asking),
  };
}

/** Gone, and everything read that it had written: a message that it began is known to have begun. */
async function whenGone(child: ChildProcess): Promise<string> {
  const exited = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", (error) => {
      if (child.pid === undefined) resolve(error.message);
    });
  });
  const read = new Promise<void>((resolve) => {
    if (child.connected) child.once("disconnect", resolve);
    else resolve();
  });
  const [how] = await Promise.all([exited, read]);
  return how;
}

/** Why it did not come up, such as a file that is not there. */
function complaintOf({ stderr }: ChildProcess): { said(): string; forget(): void } {
  let kept: string | undefined = "";
  stderr?.setEncoding("utf8").on("data", (text: string) => {
    if (kept !== undefined) kept = (kept + text).slice(0, MOST_COMPLAINT);
  });
  return {
    said: () => kept ?? "",
    forget() {
      kept = undefined;
    },
  };
}
