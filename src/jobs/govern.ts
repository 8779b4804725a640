import { governNumbers } from "../app/channels/govern-numbers.ts";
import type { Deps } from "../app/deps.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** A number that goes wrong is noticed within so long; a restriction by a refused send at once. */
const EVERY_MS = 30_000;

export type Governor = {
  /** Whether the business's numbers were looked at long enough ago. */
  isDue(businessId: string): boolean;
  now(businessId: string): Promise<void>;
};

/** When each business's numbers are judged: every half minute by each process, and two that decide the same write it once. */
export function makeGovernor(deps: Pick<Deps, "db" | "clock" | "channels">): Governor {
  const lookedMs = new Map<string, number>();
  const govern = oneAtATime((businessId: string) => governNumbers(deps, businessId));
  return {
    isDue(businessId) {
      const last = lookedMs.get(businessId);
      return last === undefined || deps.clock.elapsedMs() - last >= EVERY_MS;
    },
    now(businessId) {
      lookedMs.set(businessId, deps.clock.elapsedMs());
      return govern(businessId);
    },
  };
}
