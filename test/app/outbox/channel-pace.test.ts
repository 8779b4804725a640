import { expect, test } from "vitest";
import { waitForPlaceMs } from "../../../src/app/outbox/channel-pace.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { cloudApiTo } from "../../support/graph/graph.ts";

const slow = (messagesPerSecond: number): Channel => cloudApiTo("http://127.0.0.1:9", { messagesPerSecond });

test("a number sends its burst at once, and the rest at its rate", () => {
  const channel = slow(10);
  const waits = Array.from({ length: 12 }, () => waitForPlaceMs(channel, 1_000));
  expect(waits.slice(0, 10).every((ms) => ms === 0)).toBe(true);
  expect(waits[10]).toBe(100);
  // Nothing was taken by the one that was too early: the next asks for the same place.
  expect(waits[11]).toBe(100);
  expect(waitForPlaceMs(channel, 1_100)).toBe(0);
});

test("two numbers do not wait for each other", () => {
  const [busy, idle] = [slow(1), slow(1)];
  expect(waitForPlaceMs(busy, 0)).toBe(0);
  expect(waitForPlaceMs(busy, 0)).toBe(1_000);
  expect(waitForPlaceMs(idle, 0)).toBe(0);
});
