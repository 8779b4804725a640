import { STANDS_STILL_MS } from "../../db/client.ts";
import { endStandingTransactions } from "../../db/standing-transactions.ts";
import { gatherFirstStatistics } from "../../db/statistics.ts";
import type { Deps } from "../app/deps.ts";
import { every } from "../every.ts";
import { forgetOld } from "./forget-old.ts";
import type { Jobs } from "./registry.ts";
import { makeRounds } from "./rounds.ts";

const EVERY_MS = 1000;
const HOUR_MS = 3_600_000;

/** How often connections that stand still are looked for, and since when one has to. */
const STANDING = { eachMs: 5_000, afterMs: STANDS_STILL_MS };

/** As many as bells are answered side by side: more would only wait for the same connections. */
const LANES = 4;

/** A pass is some batches, a fraction of a second each. One that takes longer waits for something, and not the others for it. */
const MOST_MS = 5_000;

/**
 * Looks over all businesses once a second, and into those that have something to do: what only time makes due, and what a bell
 * announced that nobody heard because its process was killed. The rows say what is to be done; this makes sure that somebody reads
 * them. Businesses take turns (`rounds.ts`), so that one in a flood keeps no other waiting.
 *
 * A hundred businesses at rest cost 5 transactions a second (6 with five linked phones), 2 % of a core of the database and 1 % of one here; looked
 * into each second, they cost 1,117, 26 % and 31 % (2 cores; test/jobs/at-rest.test.ts holds it).
 */
export function startSweep(
  deps: Pick<Deps, "db" | "log" | "clock">,
  jobs: Pick<Jobs, "look" | "whoHasWork">,
  { hourly, standing = STANDING }: { hourly: () => Promise<unknown>; standing?: typeof STANDING },
): { stop(): Promise<void> } {
  const rounds = makeRounds({
    pass: (businessId) => jobs.look(businessId),
    // One business's trouble is logged and looked at again in a second; the others are not kept waiting.
    failed: (businessId, error) => deps.log.error({ error, businessId }, "the sweep failed for a business"),
    lanes: LANES,
    mostMs: MOST_MS,
  });

  const beside = makeBeside(deps, hourly);
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  const tick = (): void => {
    if (isRunning) return;
    isRunning = true;
    running = jobs
      .whoHasWork()
      .then((ids) => rounds.ask(ids))
      .then(beside.begin)
      .catch((error: unknown) => deps.log.error({ error }, "the sweep could not read who has something to do"))
      .finally(() => {
        isRunning = false;
      });
  };

  // Beside the ticks and not within them: a pass may be waiting for just such a connection's rows.
  const ending = every(
    standing.eachMs,
    async () => {
      const ended = await endStandingTransactions(deps.db.lookups, standing);
      if (ended.length > 0) deps.log.warn({ ended }, "connections of a process that stands still were ended");
    },
    (error) => deps.log.error({ error }, "connections that stand still could not be looked for"),
  );
  tick();
  const timer = setInterval(tick, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      beside.beginNothingMore();
      await Promise.all([running, rounds.stop(), ending.stop()]);
      await beside.whenDone();
    },
  };
}

type Beside = {
  begin(): void;
  beginNothingMore(): void;
  whenDone(): Promise<void>;
};

/** What goes on beside the passes, which do not wait for it: the hour's tidying, and the statistics of tables that have none yet. */
function makeBeside(deps: Pick<Deps, "db" | "log" | "clock">, hourly: () => Promise<unknown>): Beside {
  let isStopped = false;
  let tidying: Promise<unknown> = Promise.resolve();
  let tidiedMs: number | undefined;
  /** Analyzing may have to wait for somebody's vacuum. */
  let gathering: Promise<unknown> | undefined;
  const gather = (): void => {
    gathering ??= gatherFirstStatistics(deps.db.lookups)
      .catch((error: unknown) => deps.log.error({ error }, "the first statistics could not be gathered"))
      .finally(() => {
        gathering = undefined;
      });
  };
  const tidy = (): void => {
    const nowMs = deps.clock.elapsedMs();
    if (tidiedMs !== undefined && nowMs - tidiedMs < HOUR_MS) return;
    tidiedMs = nowMs;
    const failed = (error: unknown): void => deps.log.error({ error }, "the hourly tidying failed");
    tidying = Promise.all([
      tidying,
      hourly().catch(failed),
      forgetOld(deps, { goesOn: () => !isStopped }).catch(failed),
    ]);
  };
  return {
    begin() {
      tidy();
      gather();
    },
    beginNothingMore() {
      isStopped = true;
    },
    async whenDone() {
      await Promise.all([tidying, gathering]);
    },
  };
}
