import { expect, test } from "vitest";
import { waitForPlaceMs } from "../../../src/app/outbox/channel-pace.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { cloudApiTo } from "../../support/graph/graph.ts";

const slow = (messagesPerSecond: number): Channel => cloudApiTo("http://127.0.0.1:9", { messagesPerSecond });

test("a number sends its burst at once, and the rest at its rate", () => {
  const channel = slow(10);
  const waits = Array.from({ length: 12 }, () => waitForPlaceMs(channel, 1_000, null));
  expect(waits.slice(0, 10).every((ms) => ms === 0)).toBe(true);
  expect(waits[10]).toBe(100);
  // Nothing was taken by the one that was too early: the next asks for the same place.
  expect(waits[11]).toBe(100);
  expect(waitForPlaceMs(channel, 1_100, null)).toBe(0);
});

test("two numbers do not wait for each other", () => {
  const [busy, idle] = [slow(1), slow(1)];
  expect(waitForPlaceMs(busy, 0, null)).toBe(0);
  expect(waitForPlaceMs(busy, 0, null)).toBe(1_000);
  expect(waitForPlaceMs(idle, 0, null)).toBe(0);
});

test("a number that its health slows keeps its distance, and a phone's is drawn by chance between 3 and 8 seconds", () => {
  const slowed = slow(1000);
  expect(waitForPlaceMs(slowed, 0, 250)).toBe(0);
  expect(waitForPlaceMs(slowed, 0, 250)).toBe(250);
  expect(waitForPlaceMs(slowed, 249, 250)).toBe(1);
  expect(waitForPlaceMs(slowed, 250, 250)).toBe(0);

  const gaps = Array.from({ length: 50 }, () => {
    const phone: Channel = { ...slow(1000), kind: "baileys" };
    expect(waitForPlaceMs(phone, 0, null)).toBe(0);
    return waitForPlaceMs(phone, 0, 3_000);
  });
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3_000);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(8_000);
  expect(new Set(gaps).size).toBeGreaterThan(10);
});
