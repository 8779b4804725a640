import type { DateTime } from "luxon";
import type { Capabilities, OutMessage, Sending, SendResult } from "../channels/channel.ts";
import { notStarted } from "../channels/not-started.ts";
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";
import { fromPipe, toPipe } from "./over-pipe.ts";
import type { Answer, Call, FromHost, ToHost } from "./protocol.ts";

/** A database lock is held until a send has started (`Channel.Sending`). */
const STARTS_WITHIN_MS = 3_000;
/** `begun` is said before anything else is done: a host that does not say it stands still. In two halves, see `stuck`. */
const HALF_OF_BEGINS_WITHIN_MS = 2_500;
/** Beyond what its driver may take: the word has to come through the pipe, from a process that may be busy with others. */
const ON_THE_WAY_MS = 5_000;
/** A file takes as long as the line does; linking may have to start a browser first. */
const CALL_WITHIN_MS: Readonly<Record<Call["what"], number>> = {
  link: 120_000,
  unlink: 60_000,
  upload: 60_000,
  download: 60_000,
  settle: 10_000,
  markRead: 10_000,
};
/** How long a phone's server may take to tell us that it had the message after all. */
const SETTLES_WITHIN_SECONDS = 60;

type Ask = Extract<ToHost, { type: "send" | "call" }>;
type Told = Extract<FromHost, { type: "begun" | "started" | "result" | "done" | "failed" }>;

type OpenSend = {
  hasBegun: boolean;
  readonly begun: () => void;
  readonly started: () => void;
  readonly result: (result: SendResult) => void;
};

/** The session that is to send, and how long its driver may take to answer (`Capabilities.answersWithinMs`). */
export type Sender = { readonly channelId: string } & Pick<Capabilities, "answersWithinMs">;

/** What was asked of a host and is not answered yet. */
export type Pending = {
  send(by: Sender, message: OutMessage): Sending;
  call(channelId: string, call: Call): Promise<Answer>;
  hear(told: Told): void;
  /**
   * The host is gone and has said all that it ever will. What it had not begun surely never left and may be sent again; of what
   * it had begun nobody knows.
   */
  end(): void;
};

/** `stuck` is called when the host does not even begin with what it was asked to send: it is to be killed, which ends all of these. */
export function makePending(post: (ask: Ask) => void, stuck: () => void): Pending {
  const sends = new Map<number, OpenSend>();
  const calls = new Map<number, PromiseWithResolvers<Answer>>();
  let isGone = false;
  let last = 0;

  return {
    send({ channelId, answersWithinMs }, message) {
      if (isGone) return sentNowhere();
      last += 1;
      const id = last;
      const { send, sending } = openSend(stuck, answersWithinMs + ON_THE_WAY_MS);
      sends.set(id, send);
      void sending.result.then(() => sends.delete(id));
      post({ type: "send", id, channelId, message: toPipe.message(message) });
      return sending;
    },
    async call(channelId, call) {
      if (isGone) throw gone();
      last += 1;
      const answer = Promise.withResolvers<Answer>();
      const id = last;
      calls.set(id, answer);
      const limit = setTimeout(() => {
        calls.delete(id);
        answer.reject(late(call));
      }, CALL_WITHIN_MS[call.what]);
      post({ type: "call", id, channelId, call });
      return answer.promise.finally(() => clearTimeout(limit));
    },
    hear(told) {
      switch (told.type) {
        case "begun": {
          const send = sends.get(told.id);
          if (send === undefined) return;
          send.hasBegun = true;
          return send.begun();
        }
        case "started":
          return sends.get(told.id)?.started();
        case "result":
          return sends.get(told.id)?.result(fromPipe.result(told.result));
        case "done":
          calls.get(told.id)?.resolve(told.value);
          return void calls.delete(told.id);
        case "failed":
          calls.get(told.id)?.reject(fromPipe.failure(told.failure));
          return void calls.delete(told.id);
      }
    },
    end() {
      isGone = true;
      for (const { hasBegun, result } of sends.values())
        result(hasBegun ? unknown("the session host ended while it was being sent") : NOT_STARTED);
      for (const { reject } of calls.values()) reject(gone());
      calls.clear();
    },
  };
}

/** A send that waits for the host's words, and for each no longer than it may take; for the last from `begun` on. */
function openSend(stuck: () => void, answersWithinMs: number): { readonly send: OpenSend; readonly sending: Sending } {
  const started = Promise.withResolvers<void>();
  const result = Promise.withResolvers<SendResult>();
  const startsLate = setTimeout(started.resolve, STARTS_WITHIN_MS);
  // Twice half of it: a worker that stood still itself reads what was said meanwhile before it judges.
  let limit = setTimeout(() => {
    limit = setTimeout(stuck, HALF_OF_BEGINS_WITHIN_MS);
  }, HALF_OF_BEGINS_WITHIN_MS);
  const begun = (): void => {
    clearTimeout(limit);
    limit = setTimeout(() => result.resolve(unknown("the session host says nothing")), answersWithinMs);
  };
  void result.promise.then(() => {
    started.resolve();
    clearTimeout(startsLate);
    clearTimeout(limit);
  });
  return {
    send: { hasBegun: false, begun, started: started.resolve, result: result.resolve },
    sending: { started: started.promise, result: result.promise },
  };
}

/** The phone's session is in no process that we can reach: nothing of it left, and it may be sent again. */
export function sentNowhere(): Sending {
  return { started: Promise.resolve(), result: Promise.resolve(NOT_STARTED) };
}

const NOT_STARTED = notStarted("no process has the phone's session at this moment");

function unknown(detail: string): SendResult {
  const settleBy: DateTime = systemClock.now().plus({ seconds: SETTLES_WITHIN_SECONDS });
  return { state: "unknown", settleBy, detail };
}

/** Whoever asked a session for something, and no process has it. */
export function gone(): AppError {
  return new AppError(
    "channel.unavailable",
    "No process has this phone's session at this moment. Try again in a minute",
  );
}

function late({ what }: Call): AppError {
  return new AppError(
    "channel.unavailable",
    `The phone's session gave no answer to "${what}" in time. Try again in a minute`,
  );
}
