import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneByOne } from "../../../src/app/debtor-lists/one-by-one.ts";

test("each begins when the one before has ended, also when that one failed, and each caller gets their own answer", async () => {
  const inTurn = oneByOne();
  const begun: string[] = [];
  const first = Promise.withResolvers<string>();
  const asked = [
    inTurn(() => {
      begun.push("first");
      return first.promise;
    }),
    inTurn(async () => {
      begun.push("second");
      return 2;
    }),
  ];
  await setImmediate();
  expect(begun).toEqual(["first"]);

  first.reject(new Error("failed"));
  expect(await Promise.allSettled(asked)).toMatchObject([
    { status: "rejected", reason: { message: "failed" } },
    { status: "fulfilled", value: 2 },
  ]);
  expect(begun).toEqual(["first", "second"]);
});
