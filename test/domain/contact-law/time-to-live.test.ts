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
  ])("%s", (_, moment, expected) => {
    const inconvenient = [{ days: [1, 2, 3, 4, 5], start: "12:00", end: "14:00" }];
    expect(judged(moment, { inconvenient })).toBe(expected);
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
          const end = windowEnd(law, [BOGOTA], moment);
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
