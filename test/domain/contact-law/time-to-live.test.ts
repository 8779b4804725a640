import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Facts } from "../../../src/domain/contact-law/facts.ts";
import { windowEnd } from "../../../src/domain/contact-law/openings.ts";
import { at, BOGOTA, colombiaLaw, factsWith } from "./facts-for-test.ts";

const law = colombiaLaw();
const HOUR = 3_600;

function judged(moment: string, changes: Partial<Facts> = {}): string {
  const decision = decide(law, factsWith({ deliveredWithinSeconds: HOUR, ...changes }), at(moment));
  if (decision.allowed) return decision.reason;
  return `${decision.reason} until ${decision.until?.setZone(BOGOTA).toFormat("yyyy-MM-dd HH:mm") ?? "never"}`;
}

describe("what may still arrive in an hour", () => {
  it.each([
    ["leaves while the hour fits", "2026-11-24 17:59", "OK"],
    ["waits for the morning when it ends with the window", "2026-11-24 18:00", "OUTSIDE_WINDOW until 2026-11-25 07:00"],
    ["leaves with the window's first minute", "2026-11-25 07:00", "OK"],
    ["on a Saturday at two waits for Monday", "2026-11-28 14:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["would arrive at an inconvenient time", "2026-11-24 11:30", "KNOWN_INCONVENIENT_TIME until 2026-11-24 14:00"],
    ["leaves when it ends just before one", "2026-11-24 10:59", "OK"],
    ["may arrive as one begins", "2026-11-24 11:00", "KNOWN_INCONVENIENT_TIME until 2026-11-24 14:00"],
    [
      "may arrive in a short one between its two ends",
      "2026-11-23 15:55",
      "KNOWN_INCONVENIENT_TIME until 2026-11-23 16:45",
    ],
  ])("%s", (_, moment, expected) => {
    const inconvenient = [
      { days: [1, 2, 3, 4, 5], start: "12:00", end: "14:00" },
      { days: [1], start: "16:00", end: "16:45" },
    ];
    expect(judged(moment, { inconvenient })).toBe(expected);
  });

  describe("with other hours asked for", () => {
    const requestedHours = {
      days: [2, 3, 7],
      start: "18:00",
      end: "22:00",
      separateInstrument: true,
      afterContract: true,
    };

    it.each([
      ["leaves where the law's hours go over into them", "2026-11-24 18:10", "OK"],
      ["leaves in them", "2026-11-24 20:30", "CONSUMER_REQUESTED_HOURS"],
      ["waits when it would outlive them", "2026-11-24 21:00", "OUTSIDE_WINDOW until 2026-11-25 07:00"],
      ["waits on a day on which there are none", "2026-11-26 18:10", "OUTSIDE_WINDOW until 2026-11-27 07:00"],
    ])("%s", (_, moment, expected) => {
      expect(judged(moment, { requestedHours })).toBe(expected);
    });

    it("waits where they pass midnight into a holiday, which they do not open", () => {
      const late = { ...requestedHours, start: "20:00", end: "02:00" };
      // Tuesday 8 December 2026 is one.
      expect(judged("2026-12-07 22:30", { requestedHours: { ...late, days: [1] } })).toBe("CONSUMER_REQUESTED_HOURS");
      expect(judged("2026-12-07 23:30", { requestedHours: { ...late, days: [1] } })).toBe(
        "HOLIDAY until 2026-12-09 07:00",
      );
    });

    it("the driver is given the end that the gate goes by", () => {
      const end = (moment: string, facts: Partial<Facts>) =>
        windowEnd(law, factsWith({ requestedHours, ...facts }), at(moment))
          ?.setZone(BOGOTA)
          .toFormat("HH:mm");
      expect(end("2026-11-24 18:10", {})).toBe("22:00");
      expect(end("2026-11-24 10:00", { inconvenient: [{ days: [2], start: "12:00", end: "12:45" }] })).toBe("12:00");
      expect(end("2026-11-26 18:10", {})).toBe("19:00");
      expect(end("2026-11-26 19:10", {})).toBeUndefined();
    });
  });

  it("is no matter for an answer", () => {
    const answer = {
      trigger: "reply",
      messageKind: "answer",
      lastInboundAt: at("2026-11-24 18:58"),
      repliesSinceDebtorWrote: 1,
    } as const;
    expect(judged("2026-11-24 18:59", answer)).toBe("REPLY_TO_DEBTOR");
  });

  it("is within one window, and refused until the first moment at which it is", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 300 });
    const lives = fc.integer({ min: 30, max: 6 * HOUR });
    fc.assert(
      fc.property(minutes, lives, (minute, deliveredWithinSeconds) => {
        const now = DateTime.fromISO("2026-01-03T00:00:00Z", { zone: "utc" }).plus({ minutes: minute });
        const facts = factsWith({ deliveredWithinSeconds });
        const fits = (moment: DateTime): boolean => {
          const end = windowEnd(law, { zones: [BOGOTA] }, moment);
          return end !== null && moment.plus({ seconds: deliveredWithinSeconds }) < end;
        };
        const decision = decide(law, facts, now);
        expect(decision.allowed).toBe(fits(now));
        if (decision.allowed || decision.until === null) return;
        expect(fits(decision.until)).toBe(true);
        for (let moment = now; moment < decision.until; moment = moment.plus({ minutes: 7 }))
          expect(fits(moment)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
