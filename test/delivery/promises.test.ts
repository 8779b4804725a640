import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../../src/bench/temporary.ts";
import { CHECKS } from "../../src/prove/prove.ts";
import { onStage, type Stage } from "../../src/prove/stage.ts";

// The promises that `saldar prove` shows, each tried once: a server in a process of its own, with a database of its own,
// over HTTP from both sides, and killed for real. They are told in the order in which they are tried: kills come first.

const ENOUGH_MS = 120_000;

describe("what a debtor or a creditor may rely on", () => {
  const over = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<Stage>();
  let whole: Promise<void> = Promise.resolve();
  beforeAll(async () => {
    whole = inTemporaryFolder((folder) =>
      onStage(folder, (stage) => {
        ready.resolve(stage);
        return over.promise;
      }),
    );
    whole.catch(ready.reject);
    await ready.promise;
  }, ENOUGH_MS);
  afterAll(async () => {
    over.resolve();
    await whole;
  }, ENOUGH_MS);

  test.each(CHECKS.map((check) => [check.claim, check] as const))(
    "%s",
    async (_, check) => {
      const finding = await check.run(await ready.promise, 1);
      expect(finding).toMatchObject({ survived: true });
    },
    ENOUGH_MS,
  );
});
