import { expect, test } from "vitest";
import { systemClock } from "../src/clock.ts";
import { chance, firstIdAt, newId, newToken } from "../src/ids.ts";

test("ids are version 7, all different, and sort in the order in which they were made", () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("the first id of a moment stands between those made before and those made from then on", () => {
  const [made, now] = [newId(), systemClock.now()];
  expect(firstIdAt(now.minus({ seconds: 1 })) < made).toBe(true);
  expect(made < firstIdAt(now.plus({ seconds: 1 }))).toBe(true);
  expect(firstIdAt(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-0{12}$/);
});

test("a token is 32 bytes that fit into an address", () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});

test("chance lies between 0 and 1", () => {
  for (const value of Array.from({ length: 1000 }, chance)) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});
