import { expect, test } from "vitest";
import { alike } from "../../../src/domain/understanding/alike.ts";

test.each([
  ["¿Cómo así?", "como asi"],
  ["COMO ASÍ...", "como asi"],
  ["  cómo\n asi!!", "como asi"],
  ["el día q llegue", "el dia que llegue"],
  ["👍", "👍"],
  ["??", "??"],
])("%s is found by %s", (text, words) => {
  expect(alike(text)).toBe(words);
});

test("what says nothing is alike nothing", () => {
  expect(alike(" \n ")).toBeUndefined();
});

test("of long texts the beginnings are compared, no character is cut in two, and 8,192 of anything take no time", () => {
  const long = alike("👍".repeat(300)) ?? "";
  expect([...long]).toHaveLength(200);
  expect(long.isWellFormed()).toBe(true);
  expect(alike("a b ".repeat(2_000))).toBe(alike("a b ".repeat(1_000)));
  const began = performance.now();
  for (const piece of ["ñ́", "?", "😀", "1.", " \u0301"]) alike(piece.repeat(8_192));
  expect(performance.now() - began).toBeLessThan(500);
});
