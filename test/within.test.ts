import { expect, test } from "vitest";
import { within } from "../src/within.ts";

test("work that ends in time was within its limit, and work that never ends was not", async () => {
  expect(await within(Promise.resolve("done"), 60_000)).toBe(true);
  expect(await within(new Promise(() => undefined), 5)).toBe(false);
});

test("work that fails in time fails for whoever waits", async () => {
  await expect(within(Promise.reject(new Error("broken")), 60_000)).rejects.toThrow("broken");
});
