import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterAnswer,
  type Breaker,
  beforeAsking,
  CLOSED,
  FAILURES_TO_OPEN,
  OPEN_MS,
} from "../../src/language-model/breaker.ts";

const after = (breaker: Breaker, outcomes: readonly ("well" | "badly")[], nowMs = 0): Breaker =>
  outcomes.reduce((one, outcome) => afterAnswer(one, outcome, nowMs), breaker);
const badly = (count: number) => Array.from({ length: count }, () => "badly" as const);

test("five failures in a row open it, and four with a success between do not", () => {
  expect(after(CLOSED, badly(FAILURES_TO_OPEN - 1)).state).toBe("closed");
  expect(after(CLOSED, badly(FAILURES_TO_OPEN)).state).toBe("open");
  expect(after(CLOSED, [...badly(FAILURES_TO_OPEN - 1), "well", ...badly(FAILURES_TO_OPEN - 1)]).state).toBe("closed");
});

test("open it lets nothing through until its time is over, then one, and no second beside it", () => {
  const open = after(CLOSED, badly(FAILURES_TO_OPEN), 1000);
  expect(beforeAsking(open, 1000 + OPEN_MS - 1).mayAsk).toBe(false);
  const { mayAsk, next } = beforeAsking(open, 1000 + OPEN_MS);
  expect([mayAsk, next.state]).toEqual([true, "trying"]);
  expect(beforeAsking(next, 1000 + OPEN_MS).mayAsk).toBe(false);
});

test("the one that was let through closes it, or opens it for as long again", () => {
  expect(afterAnswer({ state: "trying" }, "well", 5)).toEqual(CLOSED);
  expect(afterAnswer({ state: "trying" }, "badly", 5)).toEqual({ state: "open", untilMs: 5 + OPEN_MS });
});

test("an answer to what was asked before it opened neither closes it nor keeps it open for longer", () => {
  const open = after(CLOSED, badly(FAILURES_TO_OPEN), 0);
  expect(after(open, ["well", "badly"], 9999)).toEqual(open);
});

test("whatever happened, after its time one question is let through", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("well" as const, "badly" as const)), (outcomes) => {
      const breaker = after(CLOSED, outcomes);
      expect(beforeAsking(breaker, OPEN_MS).mayAsk).toBe(true);
    }),
  );
});
