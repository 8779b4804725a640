import { expect, test } from "vitest";
import { afterProbe, quietBeforeProbeMs } from "../../../src/channels/baileys/watch.ts";

const MINUTE_MS = 60_000;

test("a quiet line is asked after ten minutes, and ever less often while it answers and nobody writes, up to two hours", () => {
  expect([0, 1, 2, 3, 4, 50].map((answered) => quietBeforeProbeMs(answered) / MINUTE_MS)).toEqual([
    10, 20, 40, 80, 120, 120,
  ]);
});

test.each([
  [true, false, "wait"],
  [true, true, "wait"],
  [false, false, "renew"],
  [false, true, "restart"],
] as const)("answered %s, made anew before %s: %s", (answered, renewed, expected) => {
  expect(afterProbe({ answered, renewed })).toBe(expected);
});
