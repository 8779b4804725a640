import { businessIds } from "../../db/lookups.ts";
import type { Deps } from "../app/deps.ts";
import type { Jobs } from "./registry.ts";

const EVERY_MS = 1000;
const HOUR_MS = 3_600_000;

/**
 * Looks at every business once a second: for what only time makes due, and for what a bell announced that nobody heard
 * because its process was killed. The rows say what is to be done; this makes sure that somebody reads them.
 */
export function startSweep(
  deps: Pick<Deps, "db" | "log" | "clock">,
  jobs: Jobs,
  { hourly }: { hourly: () => Promise<unknown> },
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;

  let tidiedMs: number | undefined;
  const tidy = async (): Promise<void> => {
    const nowMs = deps.clock.elapsedMs();
    if (tidiedMs !== undefined && nowMs - tidiedMs < HOUR_MS) return;
    tidiedMs = nowMs;
    await hourly();
  };
  const sweep = async (): Promise<void> => {
    for (const businessId of await businessIds(deps.db.lookups)) {
      try {
        await jobs.look(businessId);
      } catch (error) {
        // One business's trouble is logged and looked at again in a second; the others are not kept waiting.
        deps.log.error({ error, businessId }, "the sweep failed for a business");
      }
    }
  };
  const tick = (): void => {
    if (isRunning) return;
    isRunning = true;
    running = sweep()
      .then(tidy)
      .catch((error: unknown) => deps.log.error({ error }, "the sweep could not read the businesses"))
      .finally(() => {
        isRunning = false;
      });
  };

  tick();
  const timer = setInterval(tick, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
