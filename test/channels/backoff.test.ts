import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairRestMs, waitBeforeRetryMs } from "../../src/channels/backoff.ts";
import type { Rejection } from "../../src/channels/channel.ts";

const rejected = (kind: Rejection["class"], retryAfterSeconds?: number): Rejection => ({
  state: "rejected",
  code: "1",
  class: kind,
  slowsChannel: false,
  slowsRecipient: false,
  retryAfterSeconds,
  detail: "",
});

const waits = (kind: Rejection["class"]) =>
  [1, 2, 3, 4, 5, 6, 7].map((tries) => waitBeforeRetryMs(rejected(kind), tries, 0));

describe("waiting before a retry", () => {
  it("doubles from one second up to five minutes, and gives up after two hours", () => {
    expect(waits("retry")).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000]);
    const all = Array.from({ length: 29 }, (_, index) => waitBeforeRetryMs(rejected("retry"), index + 1, 0) ?? 0);
    expect(Math.max(...all)).toBe(300_000);
    // Two hours in all, and then never again.
    expect(all.reduce((total, wait) => total + wait, 0)).toBeGreaterThan(6_000_000);
    expect(waitBeforeRetryMs(rejected("retry"), 30, 0)).toBeUndefined();
  });

  it("waits 4ˣ seconds for one recipient, beginning with one", () => {
    expect(waits("retryRecipient")).toEqual([1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000, undefined]);
  });

  it("rests the recipient as long, and after the last refusal no longer than before the last try", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(pairRestMs)).toEqual([
      1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000, 1_024_000, 1_024_000,
    ]);
  });

  it("tries what Meta held back once more, a day later", () => {
    expect(waits("retryLater").slice(0, 2)).toEqual([86_400_000, undefined]);
  });

  it.each(["reshape", "recipient", "channel"] as const)("never repeats %s as it is", (kind) => {
    expect(waits(kind).every((wait) => wait === undefined)).toBe(true);
  });

  it("never comes back before the other side asked, and spreads over at most half as long again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("retry", "retryRecipient", "retryLater"),
        fc.option(fc.nat(10_000), { nil: undefined }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (kind, asked, jitter) => {
          const plain = waitBeforeRetryMs(rejected(kind, asked), 1, 0) ?? 0;
          const spread = waitBeforeRetryMs(rejected(kind, asked), 1, jitter) ?? 0;
          expect(plain).toBeGreaterThanOrEqual((asked ?? 0) * 1000);
          expect(spread).toBeGreaterThanOrEqual(plain);
          expect(spread).toBeLessThanOrEqual(plain * 1.5);
        },
      ),
    );
  });
});
