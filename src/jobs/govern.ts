import { governNumbers } from "../app/channels/govern-numbers.ts";
import type { Deps } from "../app/deps.ts";
import { moveToOtherNumber } from "../app/outbox/move-to-other-number.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** A number that goes wrong is noticed within so long; a restriction by a refused send at once. */
const EVERY_MS = 30_000;

/** Where nothing was written, heard or decided since, only days go by, and the hour after which a lost number's messages move. */
const AT_REST_EACH_MS = 600_000;

/** What could not be judged may be a restriction: its rest begins with the judgement. */
const FAILED_EACH_MS = 2_000;

type GovernorDeps = Parameters<typeof moveToOtherNumber>[0] & Pick<Deps, "log">;

export type Governor = {
  /** Something was written, heard or decided: it is judged within half a minute, and not only in ten. */
  stirred(businessId: string): void;
  /** Whether the business's numbers were looked at long enough ago. */
  isDue(businessId: string): boolean;
  now(businessId: string): Promise<void>;
  /** Judges those of them that are due, one after the other, while `goesOn` says so. One that fails stops no other. */
  thoseDue(businessIds: readonly string[], goesOn: () => boolean): Promise<void>;
};

/** When each business's numbers are judged: by each process, and two that decide the same write it once. */
export function makeGovernor(deps: GovernorDeps): Governor {
  const judged = new Map<string, { readonly atMs: number; readonly againMs: number }>();
  const govern = oneAtATime(async (businessId: string) => {
    await governNumbers(deps, businessId);
    const moved = await moveToOtherNumber(deps, businessId);
    if (moved > 0) deps.log.warn({ businessId, moved }, "a number is lost; what waited for it begins on another one");
  });
  const isDue = (businessId: string): boolean => {
    const last = judged.get(businessId);
    return !last || deps.clock.elapsedMs() - last.atMs >= last.againMs;
  };
  const now = async (businessId: string): Promise<void> => {
    judged.set(businessId, { atMs: deps.clock.elapsedMs(), againMs: AT_REST_EACH_MS });
    try {
      await govern(businessId);
    } catch (error) {
      judged.set(businessId, { atMs: deps.clock.elapsedMs(), againMs: FAILED_EACH_MS });
      throw error;
    }
  };
  let isJudging = false;
  return {
    stirred(businessId) {
      const last = judged.get(businessId);
      if (last) judged.set(businessId, { ...last, againMs: Math.min(last.againMs, EVERY_MS) });
    },
    isDue,
    now,
    async thoseDue(businessIds, goesOn) {
      if (isJudging) return;
      isJudging = true;
      for (const businessId of businessIds)
        if (goesOn() && isDue(businessId))
          await now(businessId).catch((error: unknown) =>
            deps.log.error({ error, businessId }, "the health of a business's numbers could not be judged"),
          );
      isJudging = false;
    },
  };
}
