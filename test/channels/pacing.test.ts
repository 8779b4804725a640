import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PairRate, Rate } from "../../src/channels/channel.ts";
import { META_PAIR_RATE } from "../../src/channels/meta-pair-rate.ts";
import { type PairDebt, reserve, reservePair } from "../../src/channels/pacing.ts";
import { BORROW, PAIR_RATE } from "../../src/domain/outreach/number-health/pair-rate.ts";
import { tooEarly } from "../support/pair-rule.ts";

const PAIR: PairRate = META_PAIR_RATE;
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

/** When messages to one person leave that become ready at these moments: in their order, each asked again when it was told to wait. */
function pairTimes(rate: PairRate, readyAt: readonly number[], owedFirst?: PairDebt): number[] {
  let owed = owedFirst;
  let nowMs = 0;
  return readyAt.map((ready) => {
    nowMs = Math.max(nowMs, ready);
    nowMs = reservePair(rate, owed, { nowMs, says: "more" }).sendAtMs;
    const reserved = reservePair(rate, owed, { nowMs, says: "more" });
    expect(reserved.sendAtMs).toBe(nowMs);
    owed = reserved.owed;
    return nowMs;
  });
}

describe("the rate of one person", () => {
  const arrivals = fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 400_000 })), {
      minLength: 1,
      maxLength: 150,
    })
    .map((gaps) => {
      let at = 0;
      return gaps.map((gap) => (at += gap));
    });

  it("lets a script of five messages, and of forty-five, go at once", () => {
    expect(pairTimes(PAIR, Array(45).fill(1_000))).toEqual(Array(45).fill(1_000));
  });

  it("after twenty at once sends nothing for the two minutes that twenty take, and all of a burst again then", () => {
    const sent = pairTimes(PAIR, [...Array<number>(20).fill(0), ...Array<number>(21).fill(10_000)]);
    expect(sent.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(sent.slice(20)).toEqual(Array(21).fill(120_000 + BORROW.burstWithinMs));
  });

  it("makes the forty-sixth wait for what the forty-five cost", () => {
    expect(pairTimes(PAIR, Array(46).fill(0)).at(-1)).toBe(270_000 + BORROW.burstWithinMs);
  });

  it("borrows nothing in a chat in which each answer comes four seconds after ours: each waits two", () => {
    expect(pairTimes(PAIR, [0, 4_000, 10_000, 16_000])).toEqual([0, 6_000, 12_000, 18_000]);
  });

  it("lets five quick answers in six seconds go at once, as a burst that has begun", () => {
    const readyAt = [0, 1_300, 2_600, 3_900, 5_200];
    expect(pairTimes(PAIR, readyAt)).toEqual(readyAt);
  });

  it("keeps Meta's rule whenever messages come, and holds none back for longer than all before it cost", () => {
    fc.assert(
      fc.property(arrivals, (readyAt) => {
        const sent = pairTimes(PAIR, readyAt);
        expect(tooEarly(sent)).toBeUndefined();
        sent.forEach((at, index) => {
          expect(at).toBeGreaterThanOrEqual(Math.max(readyAt[index] ?? 0, sent[index - 1] ?? 0));
          const waiting = sent.filter(
            (earlier, other) => other < index && earlier + PAIR_RATE.burst * PAIR_RATE.everyMs > (readyAt[index] ?? 0),
          );
          expect(at - (readyAt[index] ?? 0)).toBeLessThanOrEqual(
            waiting.length * (PAIR_RATE.everyMs + BORROW.burstWithinMs),
          );
        });
      }),
      { numRuns: 500 },
    );
  });

  it("never lets more through in any stretch than a burst and what the stretch earns", () => {
    const rates = fc.record({
      burst: fc.integer({ min: 1, max: 50 }),
      beginWithinMs: fc.integer({ min: 1, max: 5_999 }),
      burstWithinMs: fc.integer({ min: 1, max: 5_999 }),
    });
    fc.assert(
      fc.property(rates, arrivals, (rate, readyAt) => {
        const sent = pairTimes({ ...rate, everyMs: 6_000 }, readyAt);
        sent.forEach((from, first) => {
          sent.slice(first).forEach((to, distance) => {
            expect(distance + 1).toBeLessThanOrEqual(rate.burst + Math.floor((to - from) / 6_000));
          });
        });
      }),
    );
  });

  it("holds nobody back who keeps to it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 6_000, max: 60_000 }), { minLength: 1, maxLength: 100 }), (gaps) => {
        let at = 0;
        const readyAt = gaps.map((gap) => (at += gap));
        expect(pairTimes(PAIR, readyAt)).toEqual(readyAt);
      }),
    );
  });

  it("lends nothing while it rests, nor to a clock that was set back", () => {
    expect(pairTimes(PAIR, [1_000], { burstFromMs: undefined, paidUntilMs: 61_000 })).toEqual([61_000]);
    expect(
      reservePair(PAIR, { burstFromMs: 100_000, paidUntilMs: 106_000 }, { nowMs: 99_000, says: "more" }).sendAtMs,
    ).toBe(106_000);
  });

  it("lets forty-five quick answers go as they are asked for, and then one in six seconds", () => {
    let owed: PairDebt | undefined;
    const sent = Array.from({ length: 60 }, (_, index) => {
      const ready = index * 2_000;
      const { sendAtMs } = reservePair(PAIR, owed, { nowMs: ready, says: "answer" });
      const reserved = reservePair(PAIR, owed, { nowMs: sendAtMs, says: "answer" });
      owed = reserved.owed;
      return { ready, sendAtMs };
    });
    expect(sent.slice(0, 45).every(({ ready, sendAtMs }) => ready === sendAtMs)).toBe(true);
    // What is more than answers waits until all of them are repaid.
    const { sendAtMs } = reservePair(PAIR, owed, { nowMs: 120_000, says: "more" });
    expect(sendAtMs).toBeGreaterThanOrEqual(60 * PAIR_RATE.everyMs);
  });

  it("lets answers and all else together never be more in any stretch than a burst and what the stretch earns, and all else repay whole", () => {
    const said = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 20_000 }), isAnswer: fc.boolean() }), {
      minLength: 1,
      maxLength: 150,
    });
    fc.assert(
      fc.property(said, (messages) => {
        let owed: PairDebt | undefined;
        let nowMs = 0;
        const sent = messages.map(({ gap, isAnswer }) => {
          const says = isAnswer ? "answer" : "more";
          nowMs = reservePair(PAIR, owed, { nowMs: nowMs + gap, says }).sendAtMs;
          const before = owed;
          owed = reservePair(PAIR, owed, { nowMs, says }).owed;
          const inBurst = before?.burstFromMs !== undefined && nowMs - before.burstFromMs < BORROW.burstWithinMs;
          if (!isAnswer && !inBurst) expect(nowMs).toBeGreaterThanOrEqual(before?.paidUntilMs ?? 0);
          return nowMs;
        });
        sent.forEach((from, first) => {
          sent.slice(first).forEach((to, distance) => {
            expect(distance + 1).toBeLessThanOrEqual(PAIR_RATE.burst + Math.floor((to - from) / PAIR_RATE.everyMs));
          });
        });
      }),
    );
  });

  it("lends an answer nothing while Meta's refusal rests the person", () => {
    const resting = { burstFromMs: undefined, paidUntilMs: 64_000 };
    expect(reservePair(PAIR, resting, { nowMs: 1_000, says: "answer" }).sendAtMs).toBe(64_000);
  });

  it("would be caught by its own test: a token bucket is not Meta's rule", () => {
    expect(tooEarly(sendTimes(PAIR, 46, 0))).toBe(45);
    expect(tooEarly([0, 0, 7_000])).toBe(2);
    expect(tooEarly([0, 0, 12_000])).toBeUndefined();
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
});
