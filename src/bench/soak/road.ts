import { setTimeout as pause } from "node:timers/promises";
/** What happened to webhooks on their way, counted. */
export type RoadCounts = { dropped: number; doubled: number; late: number };

export type Road = {
  /** The HTTP status, 0 where it got lost: then Meta brings it again. A double travels beside the first. */
  bring(body: Buffer): Promise<number>;
  readonly counts: Readonly<RoadCounts>;
  /** Resolves when every webhook that was late or a double has been answered, whatever the answer was. */
  allArrived(): Promise<void>;
  clear(): void;
};

const DROPPED = 0.03;
const DOUBLED = 0.1;
const LATE = 0.15;
const LATEST_MS = 3_000;

/** The way of webhooks from Meta to us: some get lost, come twice, or so late that those behind them overtake them. */
export function makeRoad(post: (body: Buffer) => Promise<number>, chance: () => number): Road {
  const counts: RoadCounts = { dropped: 0, doubled: 0, late: 0 };
  const travelling = new Set<Promise<unknown>>();
  let isClear = false;
  const arrive = (body: Buffer): Promise<number> => {
    const arriving = post(body).catch(() => 0);
    travelling.add(arriving);
    void arriving.finally(() => travelling.delete(arriving));
    return arriving;
  };
  return {
    counts,
    async bring(body) {
      if (isClear) return arrive(body);
      if (chance() < DROPPED) {
        counts.dropped += 1;
        return 0;
      }
      if (chance() < LATE) {
        counts.late += 1;
        await pause(chance() * LATEST_MS);
      }
      if (chance() < DOUBLED) {
        counts.doubled += 1;
        void arrive(body);
      }
      return arrive(body);
    },
    async allArrived() {
      while (travelling.size > 0) await Promise.allSettled(travelling);
    },
    clear() {
      isClear = true;
    },
  };
}
