import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rate } from "../../src/channels/channel.ts";
import { type Pace, pace, pause, reserve } from "../../src/channels/pacing.ts";

const PAIR: Rate = { everyMs: 6_000, burst: 45 };
const NUMBER: Rate = { everyMs: 12.5, burst: 80 };

/** When each of `count` messages may go that are all ready at `nowMs`. */
function sendTimes(rate: Rate, count: number, nowMs: number): number[] {
  let paid: number | undefined;
  return Array.from({ length: count }, () => {
    const reserved = reserve(rate, paid, nowMs);
    paid = reserved.paidUntilMs;
    return reserved.sendAtMs;
  });
}

describe("the pair rate", () => {
  it("lets a script of five messages, and of forty-five, go at once", () => {
    expect(sendTimes(PAIR, 45, 1_000)).toEqual(Array.from({ length: 45 }, () => 1_000));
  });

  it("gives the forty-sixth message a place six seconds later, and so on", () => {
    expect(sendTimes(PAIR, 48, 0).slice(45)).toEqual([6_000, 12_000, 18_000]);
  });

  it("lends all forty-five again after the four and a half minutes they were borrowed for", () => {
    let paid: number | undefined;
    for (const _ of Array(45)) paid = reserve(PAIR, paid, 0).paidUntilMs;
    expect(paid).toBe(270_000);
    for (const _ of Array(44)) paid = reserve(PAIR, paid, 270_000).paidUntilMs;
    expect(reserve(PAIR, paid, 270_000).sendAtMs).toBe(270_000);
  });
});

describe("a rate", () => {
  const rates = fc.record({ everyMs: fc.integer({ min: 1, max: 10_000 }), burst: fc.integer({ min: 1, max: 50 }) });
  const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 120 });

  it("never lets more through in any stretch than its burst and what the stretch earns", () => {
    fc.assert(
      fc.property(rates, gaps, (rate, waits) => {
        let nowMs = 0;
        let paid: number | undefined;
        const sent = waits.map((wait) => {
          nowMs += wait;
          const reserved = reserve(rate, paid, nowMs);
          paid = reserved.paidUntilMs;
          return reserved.sendAtMs;
        });
        sent.forEach((from, first) => {
          sent.slice(first).forEach((to, distance) => {
            expect(distance + 1).toBeLessThanOrEqual(rate.burst + Math.floor((to - from) / rate.everyMs));
          });
        });
      }),
    );
  });

  it("holds nobody back who keeps to it, and never sends before it is asked or out of turn", () => {
    fc.assert(
      fc.property(rates, gaps, (rate, waits) => {
        let nowMs = 0;
        let steady: number | undefined;
        let hasty: number | undefined;
        let last = 0;
        for (const wait of waits) {
          nowMs += wait;
          const reserved = reserve(rate, hasty, nowMs);
          hasty = reserved.paidUntilMs;
          expect(reserved.sendAtMs).toBeGreaterThanOrEqual(Math.max(nowMs, last));
          last = reserved.sendAtMs;
        }
        for (let at = 0; at < 20 * rate.everyMs; at += rate.everyMs) {
          const reserved = reserve(rate, steady, at);
          steady = reserved.paidUntilMs;
          expect(reserved.sendAtMs).toBe(at);
        }
      }),
    );
  });

  it("carries eighty a second and not eighty-one", () => {
    const times = sendTimes(NUMBER, 80 + 800, 0);
    expect(times.filter((at) => at < 1)).toHaveLength(80);
    expect(times.at(-1)).toBe(10_000);
  });

  it("that was told to pause sends nothing before and no burst after", () => {
    const paid = pause(PAIR, undefined, 1_000, 60_000);
    const first = reserve(PAIR, paid, 1_000);
    expect(first.sendAtMs).toBe(61_000);
    expect(reserve(PAIR, first.paidUntilMs, 1_000).sendAtMs).toBe(67_000);
  });

  it("is never made faster by a pause", () => {
    expect(pause(PAIR, 10_000_000, 0, 1)).toBe(10_000_000);
  });
});

describe("pace", () => {
  it("waits for whichever of the two is slower and remembers both", () => {
    const rates = { channel: { everyMs: 100, burst: 1 }, recipient: { everyMs: 1_000, burst: 1 } };
    const first = pace(rates, {}, 0);
    expect(first).toEqual({ sendAtMs: 0, paid: { channel: 100, recipient: 1_000 } });
    expect(pace(rates, first.paid, 0).sendAtMs).toBe(1_000);
    const other: Pace = { channel: first.paid.channel };
    expect(pace(rates, other, 0).sendAtMs).toBe(100);
  });
});
