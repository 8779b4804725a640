import type { ChannelEvent, Sink } from "../channel.ts";
import { LeaseLost } from "../session-store.ts";
import type { After } from "./after.ts";

/** Something to hand over: read when its turn comes, and noted as done when the sink has it. Each step may be done again. */
export type Parcel = { events(): Promise<readonly ChannelEvent[]>; done?(): Promise<void> };

export type Pump = {
  push(parcel: Parcel): void;
  /** Hands over nothing more after what is under way. */
  stop(): void;
};

const LONGEST_MS = 60_000;

/**
 * Hands parcels to the sink, one after the other, in the order in which they came. What fails is tried again from its first
 * event, ever more slowly: the sink knows its repeats, and a message that is passed over would be lost.
 */
export function makePump(parts: {
  readonly sink: Sink;
  readonly after: After;
  readonly report: (error: unknown, doing: string) => void;
}): Pump {
  const waiting: Parcel[] = [];
  const running = { now: false, stopped: false };
  let wake: (() => void) | undefined;

  async function run(): Promise<void> {
    running.now = true;
    let failures = 0;
    while (!running.stopped) {
      const [parcel] = waiting;
      if (parcel === undefined) break;
      if (await handOver(parcel)) {
        failures = 0;
        waiting.shift();
      } else {
        failures += 1;
        await rest(Math.min(LONGEST_MS, 250 * 2 ** Math.min(failures, 10)));
      }
    }
    running.now = false;
  }

  async function handOver({ events, done }: Parcel): Promise<boolean> {
    try {
      for (const event of await events()) await parts.sink(event);
      await done?.();
      return true;
    } catch (error) {
      // Another process has the session and what was received with it.
      if (error instanceof LeaseLost) running.stopped = true;
      parts.report(error, "handing over what a phone received");
      return false;
    }
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = parts.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  return {
    push(parcel) {
      waiting.push(parcel);
      if (!running.now && !running.stopped) void run();
    },
    stop() {
      running.stopped = true;
      wake?.();
    },
  };
}
