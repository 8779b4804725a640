import { governNumbers } from "../app/channels/govern-numbers.ts";
import type { Deps } from "../app/deps.ts";
import { moveToOtherNumber } from "../app/outbox/move-to-other-number.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** A number that goes wrong is noticed within so long; a restriction by a refused send at once. */
const EVERY_MS = 30_000;

type GovernorDeps = Parameters<typeof moveToOtherNumber>[0] & Pick<Deps, "log">;

export type Governor = {
  /** Whether the business's numbers were looked at long enough ago. */
  isDue(businessId: string): boolean;
  now(businessId: string): Promise<void>;
};

/** When each business's numbers are judged: every half minute by each process, and two that decide the same write it once. */
export function makeGovernor(deps: GovernorDeps): Governor {
  const lookedMs = new Map<string, number>();
  const govern = oneAtATime(async (businessId: string) => {
    await governNumbers(deps, businessId);
    const moved = await moveToOtherNumber(deps, businessId);
    if (moved > 0) deps.log.warn({ businessId, moved }, "a number is lost; what waited for it begins on another one");
  });
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
