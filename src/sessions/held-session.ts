import type { LinkedChannel, Sink } from "../channels/channel.ts";
import { notStarted } from "../channels/not-started.ts";
import { systemClock } from "../clock.ts";
import { unreachable } from "../domain/assert.ts";
import type { DriverContext, Drivers } from "./driver.ts";
import { fromPipe, toPipe } from "./over-pipe.ts";
import type { Answer, Call, FromHost, HostSettings, SessionToOpen, ToHost } from "./protocol.ts";

/** One linked phone in a session host: what the worker says reaches its driver, and what the phone says reaches the worker. */
export type HeldSession = {
  /** Rejects when the driver cannot be loaded or does not start. */
  readonly opened: Promise<void>;
  send(asked: Extract<ToHost, { type: "send" }>): void;
  call(asked: Extract<ToHost, { type: "call" }>): void;
  /** An event of this or of another session became durable, or did not. */
  hearOf(answer: Extract<ToHost, { type: "taken" | "refused" }>): void;
  /** Resolves when the driver has closed, or could not. */
  close(): Promise<void>;
  /** The worker was told that it is closed: where the phone's link stands is the next session's to say. */
  endLinkNews(): void;
};

type Post = (message: FromHost) => void;

export function holdSession(
  drivers: Drivers,
  {
    settings,
    session,
    ...context
  }: { settings: HostSettings; session: SessionToOpen } & Pick<
    DriverContext,
    "db" | "secrets" | "log" | "restartProcess" | "leaseLost"
  >,
  post: Post,
): HeldSession {
  const { channelId } = session;
  const events = makeEvents(channelId, post);
  const driving = drivers[session.kind]({
    ...context,
    session,
    owner: settings.owner,
    clock: systemClock,
    settings: settings.drivers,
  });
  const opened = driving.then((driver) => driver.start(events.handOver));
  const fail = (id: number, error: unknown): void => post({ type: "failed", id, failure: toPipe.failure(error) });

  return {
    opened,
    send({ id, message }) {
      // The pipe has it before the driver is asked: a worker that finds us dead and has not read it knows that nothing left.
      post({ type: "begun", id });
      driving
        .then((driver) => {
          const { started, result } = driver.send(fromPipe.message(message));
          void started.then(() => post({ type: "started", id }));
          return result.then((given) => post({ type: "result", id, result: toPipe.result(given) }));
        })
        .catch((error: unknown) => post({ type: "result", id, result: refused(error) }));
    },
    call({ id, call }) {
      driving
        .then((driver) => answerTo(driver, call))
        .then((value) => post({ type: "done", id, value }))
        .catch((error: unknown) => fail(id, error));
    },
    hearOf: events.hearOf,
    endLinkNews: events.endLinkNews,
    async close() {
      try {
        await (await driving).close();
      } catch (error) {
        // Also where it never came up, which `opened` has said.
        context.log.warn({ error, channelId }, "a session did not close");
      }
    },
  };
}

/** Of all sessions of the process, so that an answer finds its event by its number alone. */
let lastEvent = 0;

/** Events that the worker was told of, each until its answer. */
function makeEvents(
  channelId: string,
  post: Post,
): { readonly handOver: Sink } & Pick<HeldSession, "hearOf" | "endLinkNews"> {
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  let isOver = false;
  return {
    endLinkNews() {
      isOver = true;
    },
    async handOver(event) {
      // Never answered: whatever the driver does once the news is durable, as forgetting its keys, is no longer its to do.
      if (isOver && event.type === "link") return new Promise(() => undefined);
      lastEvent += 1;
      const answer = Promise.withResolvers<void>();
      waiting.set(lastEvent, answer);
      post({ type: "event", id: lastEvent, channelId, event: toPipe.event(event) });
      return answer.promise;
    },
    hearOf(answer) {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.type === "taken") one?.resolve();
      else one?.reject(fromPipe.failure(answer.failure));
    },
  };
}

async function answerTo(driver: LinkedChannel, call: Call): Promise<Answer> {
  switch (call.what) {
    case "link":
      return void (await driver.link(call.how));
    case "unlink":
      return void (await driver.unlink());
    case "settle":
      return driver.settle(call.outboxId);
    case "upload":
      return driver.upload(call.file);
    case "download":
      return driver.download(call.media);
    case "markRead":
      return void (await driver.markRead(call.read));
    default:
      return unreachable(call);
  }
}

/** A driver that threw has begun nothing (`Channel.send`): a bug, which trying again does not cure. */
function refused(error: unknown): Extract<FromHost, { type: "result" }>["result"] {
  return notStarted(toPipe.failure(error).message, "reshape");
}
