import { expect, it } from "vitest";
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
