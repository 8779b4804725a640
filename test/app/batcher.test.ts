import { expect, test } from "vitest";
import { makeBatcher } from "../../src/app/batcher.ts";

/** A gate the test opens by hand. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

test("what comes while one batch is at work goes together in the next", async () => {
  const batches: number[][] = [];
  const first = gate();
  const add = makeBatcher<number>(
    async (items) => {
      batches.push([...items]);
      if (batches.length === 1) await first.opened;
    },
    { limit: 10 },
  );
  const done = [add(1), add(2), add(3)];
  first.open();
  await Promise.all(done);
  expect(batches).toEqual([[1], [2, 3]]);
});

test("a batch holds no more than its limit", async () => {
  const sizes: number[] = [];
  const add = makeBatcher<number>(async (items) => void sizes.push(items.length), { limit: 2 });
  await Promise.all([1, 2, 3, 4, 5].map(add));
  expect(Math.max(...sizes)).toBe(2);
});

test("one poison item fails alone, and the others are done", async () => {
  const done: number[] = [];
  const first = gate();
  const add = makeBatcher<number>(
    async (items) => {
      if (items.includes(0)) await first.opened;
      if (items.includes(3)) throw new Error("three is poison");
      done.push(...items);
    },
    { limit: 10 },
  );
  const results = Promise.allSettled([add(0), add(1), add(3), add(5)]);
  first.open();
  expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(done).toEqual([0, 1, 5]);
});
