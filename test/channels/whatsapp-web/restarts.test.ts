import { expect, it } from "vitest";
import { restartReason } from "../../../src/channels/whatsapp-web/restart-reason.ts";
import { restarts } from "../../../src/channels/whatsapp-web/restarts.ts";
import { NOON } from "../../support/graph/graph.ts";

const again = (chance = 0) => restarts({ firstMs: 1_000, longestMs: 8_000, chance: () => chance });

it("waits double after each failure, up to the longest, and gives up at the eighth", () => {
  const { afterFailure } = again();
  const waits = Array.from({ length: 8 }, (_, minute) => afterFailure(NOON.plus({ minutes: minute })));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, undefined]);
});

it("adds up to half of the wait by chance", () => {
  expect(again(1).afterFailure(NOON)).toBe(1_500);
});

it("forgets failures after half an hour: one in five minutes goes on for ever", () => {
  const { afterFailure } = again();
  const waits = Array.from({ length: 50 }, (_, index) => afterFailure(NOON.plus({ minutes: 5 * index })));
  expect(waits).not.toContain(undefined);
});

it("begins anew when somebody asked for it", () => {
  const { afterFailure, forget } = again();
  for (let failure = 0; failure < 7; failure += 1) afterFailure(NOON);
  forget();
  expect(afterFailure(NOON)).toBe(1_000);
});

const DAY_MS = 86_400_000;

it.each([
  [{ memoryMb: 1_100, openForMs: DAY_MS - 1, isQuiet: true }, undefined],
  [{ memoryMb: 1_300, openForMs: 0, isQuiet: true }, "it took 1300 MB"],
  [{ memoryMb: 1_300, openForMs: 2 * DAY_MS, isQuiet: false }, undefined],
  [{ memoryMb: 2_500, openForMs: 0, isQuiet: false }, "it took 2500 MB"],
  [{ memoryMb: 500, openForMs: DAY_MS + 1, isQuiet: true }, "daily restart"],
])("a Chromium in the condition %j is restarted because: %s", (condition, reason) => {
  expect(restartReason(condition, { memoryMb: 1_200, restartAfterMs: DAY_MS })).toBe(reason);
});
