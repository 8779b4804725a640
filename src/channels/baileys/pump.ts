import type { ChannelEvent, Sink } from "../channel.ts";
import { isItsOwnFault, MOST_REFUSALS } from "../refusals.ts";
import { LeaseLost } from "../session-store.ts";
import type { After } from "./after.ts";

/** Something to hand over: read when its turn comes, and noted as done when the sink has it. Each step may be done again. */
export type Parcel = {
  events(): Promise<readonly ChannelEvent[]>;
  done?(): Promise<void>;
  /** All of it as text, for a person, when it is refused again and again. Without it, as a link's state, it is tried for ever. */
  readonly raw?: () => string;
};

export type Pump = {
  push(parcel: Parcel): void;
  /** Hands over nothing more after what is under way. */
  stop(): void;
};

type PumpParts = {
  readonly sink: Sink;
  readonly after: After;
  readonly report: (error: unknown, doing: string) => void;
};

const LONGEST_MS = 60_000;

/**
 * Hands parcels to the sink, one after the other, in the order in which they came. What fails is tried again from its first
 * event, ever more slowly: the sink knows its repeats. One that is refused again and again goes to the sink as `passed-over`, which
 * must be durable too before the next has its turn: nothing is lost.
 */
export function makePump(parts: PumpParts): Pump {
  const waiting: Parcel[] = [];
  const running = { now: false, stopped: false };
  const resting = makeRest(parts.after);

  async function run(): Promise<void> {
    running.now = true;
    let failures = 0;
    let refusals = 0;
    while (!running.stopped) {
      const [parcel] = waiting;
      if (parcel === undefined) break;
      const outcome = await handOver(parts, refusals < MOST_REFUSALS ? parcel : passedOver(parcel));
      if (outcome === "done") {
        failures = 0;
        refusals = 0;
        waiting.shift();
      } else if (outcome === "not-ours") {
        running.stopped = true;
      } else {
        failures += 1;
        refusals += outcome === "refused" ? 1 : 0;
        await resting.begin(Math.min(LONGEST_MS, 250 * 2 ** Math.min(failures, 10)));
      }
    }
    running.now = false;
  }

  return {
    push(parcel) {
      waiting.push(parcel);
      if (!running.now && !running.stopped) void run();
    },
    stop() {
      running.stopped = true;
      resting.end();
    },
  };
}

async function handOver(
  { sink, report }: PumpParts,
  { events, done }: Parcel,
): Promise<"done" | "refused" | "not-now" | "not-ours"> {
  try {
    for (const event of await events()) await sink(event);
    await done?.();
    return "done";
  } catch (error) {
    report(error, "handing over what a phone received");
    // Another process has the session and what was received with it.
    if (error instanceof LeaseLost) return "not-ours";
    return isItsOwnFault(error) ? "refused" : "not-now";
  }
}

/** A wait that a stop ends. */
function makeRest(after: After): { begin(ms: number): Promise<void>; end(): void } {
  let wake: (() => void) | undefined;
  return {
    begin: (ms) =>
      new Promise((resolve) => {
        const cancel = after(ms, resolve);
        wake = () => {
          cancel();
          resolve();
        };
      }),
    end: () => wake?.(),
  };
}

function passedOver(parcel: Parcel): Parcel {
  const { raw } = parcel;
  if (raw === undefined) return parcel;
  const event: ChannelEvent = { type: "passed-over", what: "received.refused", raw: raw() };
  return { ...parcel, events: () => Promise.resolve([event]) };
}
