import { expect, test } from "vitest";
import { placeAtChannelRate } from "../../../src/app/outbox/channel-pace.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { cloudApiTo } from "../../support/graph/graph.ts";

const slow = (messagesPerSecond: number): Channel => cloudApiTo("http://127.0.0.1:9", { messagesPerSecond });

test("a number sends its burst at once, and the rest at its rate", () => {
  const channel = slow(10);
  const places = Array.from({ length: 12 }, () => placeAtChannelRate(channel, 1_000));
  expect(places.slice(0, 10).every((at) => at === 1_000)).toBe(true);
  expect(places[10]).toBe(1_100);
  // Nothing was taken by the one that was too early: the next asks for the same place.
  expect(places[11]).toBe(1_100);
  expect(placeAtChannelRate(channel, 1_100)).toBe(1_100);
});

test("two numbers do not wait for each other", () => {
  const [busy, idle] = [slow(1), slow(1)];
  expect(placeAtChannelRate(busy, 0)).toBe(0);
  expect(placeAtChannelRate(busy, 0)).toBe(1_000);
  expect(placeAtChannelRate(idle, 0)).toBe(0);
});
