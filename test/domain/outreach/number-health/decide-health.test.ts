import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNEL_KINDS } from "../../../../src/domain/channel-kind.ts";
import { decideHealth, type HealthDecision } from "../../../../src/domain/outreach/number-health/decide-health.ts";
import { type Counts, type NumberFacts, VERDICTS } from "../../../../src/domain/outreach/number-health/facts.ts";
import { gapMs } from "../../../../src/domain/outreach/number-health/gap.ts";
import { RESTRICTIONS, restHours } from "../../../../src/domain/outreach/number-health/restrictions.ts";
import { RULES } from "../../../../src/domain/outreach/number-health/rules.ts";

const QUIET: Counts = {
  sent: 0,
  people: 0,
  begun: 0,
  replied: 0,
  undeliverable: 0,
  capped: 0,
  otherFailures: 0,
  stops: 0,
};

/** A phone in good health, half a year old. */
const WELL: NumberFacts = {
  kind: "baileys",
  ageDays: 180,
  metaLimit: null,
  quality: "UNKNOWN",
  blockedBecause: null,
  stoppedBy: null,
  resumedDaysAgo: null,
  errorsInARow: 0,
  day: QUIET,
  week: QUIET,
  before: null,
};
const CLOUD: NumberFacts = { ...WELL, kind: "cloud", quality: "GREEN", metaLimit: 10_000 };

const count = fc.nat({ max: 2_000 });
const counts: fc.Arbitrary<Counts> = fc
  .record({
    sent: count,
    people: count,
    begun: count,
    undeliverable: count,
    capped: count,
    otherFailures: count,
    stops: count,
    replied: count,
  })
  .map((c) => ({ ...c, replied: Math.min(c.replied, c.begun) }));
const numberFacts: fc.Arbitrary<NumberFacts> = fc.record({
  kind: fc.constantFrom(...CHANNEL_KINDS),
  ageDays: fc.nat({ max: 60 }),
  metaLimit: fc.option(fc.integer({ min: 1, max: 200_000 })),
  quality: fc.constantFrom("GREEN", "YELLOW", "RED", "UNKNOWN"),
  blockedBecause: fc.option(fc.constantFrom("190", "131042", ...RESTRICTIONS), { freq: 3 }),
  stoppedBy: fc.option(fc.constantFrom(...RESTRICTIONS), { freq: 3 }),
  resumedDaysAgo: fc.option(fc.nat({ max: 60 })),
  errorsInARow: fc.nat({ max: 30 }),
  day: counts,
  week: counts,
  before: fc.option(
    fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      peopleADay: fc.option(fc.nat({ max: 100_000 })),
      hoursAgo: fc.nat({ max: 100 }),
    }),
  ),
});

/** Each makes the facts worse in one way, or leaves them as they are. */
const WORSE: Record<string, (facts: NumberFacts, by: number) => NumberFacts> = {
  younger: (f, by) => ({ ...f, ageDays: Math.max(0, f.ageDays - by) }),
  "less of Meta": (f, by) => ({ ...f, metaLimit: Math.max(1, (f.metaLimit ?? 200_000) - by * 997) }),
  "quality YELLOW": (f) => ({ ...f, quality: f.quality === "RED" ? "RED" : "YELLOW" }),
  "quality RED": (f) => ({ ...f, quality: "RED" }),
  restricted: (f) => ({ ...f, blockedBecause: "131048" }),
  "stopped before": (f) => ({ ...f, stoppedBy: f.stoppedBy ?? "463" }),
  "resumed lately": (f, by) => ({ ...f, resumedDaysAgo: Math.max(0, (f.resumedDaysAgo ?? 60) - by) }),
  "more errors": (f, by) => ({ ...f, errorsInARow: f.errorsInARow + by }),
  "more stops": (f, by) => ({ ...f, week: { ...f.week, stops: f.week.stops + by } }),
  "more failures": (f, by) => ({ ...f, week: { ...f.week, undeliverable: f.week.undeliverable + by } }),
  "more held back": (f, by) => ({ ...f, day: { ...f.day, capped: f.day.capped + by } }),
  "fewer replies": (f, by) => ({ ...f, week: { ...f.week, replied: Math.max(0, f.week.replied - by) } }),
  "less the day before": (f, by) => ({
    ...f,
    before: f.before && { ...f.before, peopleADay: Math.max(0, (f.before.peopleADay ?? 100_000) - by * 997) },
  }),
};

/** As it holds: a number never does more than Meta or the business lets it. */
function gives(decision: HealthDecision, { metaLimit }: NumberFacts) {
  return {
    people: Math.min(decision.peopleADay ?? Number.POSITIVE_INFINITY, metaLimit ?? Number.POSITIVE_INFINITY),
    everyMs: decision.everyMs,
    // A number that climbs back after a slowed day, or warms up, is given what it is given, whatever the word for it.
    stops: decision.verdict === "stopped" ? 1 : 0,
  };
}

describe("decideHealth", () => {
  it.each(Object.entries(WORSE))("never gives more for worse facts: %s", (_, worse) => {
    fc.assert(
      fc.property(numberFacts, fc.integer({ min: 1, max: 60 }), (facts, by) => {
        const changed = worse(facts, by);
        const [better, after] = [gives(decideHealth(facts), facts), gives(decideHealth(changed), changed)];
        expect(after.people).toBeLessThanOrEqual(better.people);
        expect(after.everyMs).toBeGreaterThanOrEqual(better.everyMs);
        expect(after.stops).toBeGreaterThanOrEqual(better.stops);
      }),
      { numRuns: 2_000 },
    );
  });

  it("never gives more people than Meta or the business allows", () => {
    fc.assert(
      fc.property(numberFacts, (facts) => {
        const { peopleADay } = decideHealth(facts);
        if (facts.metaLimit !== null && peopleADay !== null) expect(peopleADay).toBeLessThan(facts.metaLimit);
      }),
    );
  });

  it("stays stopped until somebody lets it go on, however well the number does", () => {
    fc.assert(
      fc.property(numberFacts, fc.constantFrom(...RESTRICTIONS), (facts, stoppedBy) => {
        expect(decideHealth({ ...facts, stoppedBy })).toMatchObject({
          verdict: "stopped",
          peopleADay: 0,
          lookAgainHours: null,
        });
      }),
    );
  });

  it("is stopped by nothing but a stop: whoever wrote to us is answered through all the rest", () => {
    fc.assert(
      fc.property(numberFacts, (facts) => {
        const { verdict } = decideHealth({ ...facts, blockedBecause: null, stoppedBy: null });
        expect(verdict).not.toBe("stopped");
      }),
    );
  });

  it("decides the same from the same facts, and names a rule and its source for all that it takes away", () => {
    fc.assert(
      fc.property(numberFacts, (facts) => {
        const decision = decideHealth(facts);
        expect(decideHealth(structuredClone(facts))).toEqual(decision);
        if (decision.verdict !== "normal") expect(decision.reasons.length).toBeGreaterThan(0);
        for (const { rule, source } of decision.reasons) expect(source).toBe(RULES[rule].source);
        const order = Object.keys(RULES);
        const places = decision.reasons.map(({ rule }) => order.indexOf(rule));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it("warms a linked phone up to 20 people a day in its first week, and then by weeks", () => {
    const people = [0, 6, 7, 14, 21, 28, 400].map((ageDays) => decideHealth({ ...WELL, ageDays }).peopleADay);
    expect(people).toEqual([20, 20, 40, 80, 160, 250, 250]);
    expect(decideHealth({ ...WELL, ageDays: 3 })).toMatchObject({
      verdict: "warming-up",
      everyMs: 3_000,
      lookAgainHours: 96,
    });
    expect(decideHealth(WELL)).toMatchObject({ verdict: "normal" });
  });

  it("ramps a new Cloud API number up within Meta's tier, and then leaves it to Meta", () => {
    const people = [0, 7, 14, 28].map((ageDays) => decideHealth({ ...CLOUD, ageDays }).peopleADay);
    expect(people).toEqual([250, 1_000, 5_000, null]);
    expect(decideHealth({ ...CLOUD, ageDays: 10, metaLimit: 250 }).peopleADay).toBeNull();
    expect(decideHealth(CLOUD)).toMatchObject({ verdict: "normal", peopleADay: null, everyMs: 0, reasons: [] });
  });

  it("halves what a number of quality YELLOW may do, and lets one of RED only answer", () => {
    expect(decideHealth({ ...CLOUD, quality: "YELLOW" })).toMatchObject({
      verdict: "slowed",
      peopleADay: 5_000,
      everyMs: 250,
    });
    expect(decideHealth({ ...CLOUD, quality: "RED" })).toMatchObject({
      verdict: "slowed",
      peopleADay: 0,
      everyMs: 1_000,
    });
  });

  it.each([
    ["stop-share", { week: { ...QUIET, people: 100, stops: 3 } }, 125],
    ["stop-share", { week: { ...QUIET, people: 100, stops: 8 } }, 25],
    ["failure-share", { week: { ...QUIET, sent: 100, undeliverable: 6, otherFailures: 4 } }, 125],
    ["network-cap", { day: { ...QUIET, sent: 100, capped: 5 } }, 125],
    ["reply-ratio", { week: { ...QUIET, begun: 20, replied: 5 } }, 125],
    ["errors-in-a-row", { errorsInARow: 5 }, 125],
    ["errors-in-a-row", { errorsInARow: 20 }, 25],
  ] as const)("slows a phone down by %s at its limit, and not just below its sample", (rule, changed, people) => {
    const decision = decideHealth({ ...WELL, ...changed });
    expect(decision).toMatchObject({ verdict: "slowed", peopleADay: people });
    expect(decision.reasons[0]).toMatchObject({ rule });
  });

  it.each([
    { week: { ...QUIET, people: 19, stops: 19 } },
    { week: { ...QUIET, people: 100, stops: 2 } },
    { week: { ...QUIET, sent: 49, undeliverable: 49 } },
    { week: { ...QUIET, begun: 19 } },
    { week: { ...QUIET, begun: 20, replied: 6 } },
    { errorsInARow: 4 },
  ])("takes nothing from a phone with too small a sample, or below the limit: %o", (changed) => {
    expect(decideHealth({ ...WELL, ...changed })).toEqual(decideHealth(WELL));
  });

  it("comes back step by step, a day each, and never at once", () => {
    let before: NumberFacts["before"] = { verdict: "slowed", peopleADay: 5, hoursAgo: 23 };
    expect(decideHealth({ ...WELL, before }).peopleADay).toBe(5);
    const days: (number | null)[] = [];
    for (let day = 0; day < 6; day += 1) {
      const { verdict, peopleADay } = decideHealth({ ...WELL, before: { ...before, hoursAgo: 24 } });
      days.push(peopleADay);
      before = { verdict, peopleADay, hoursAgo: 24 };
    }
    expect(days).toEqual([15, 30, 60, 120, 240, 250]);
    expect(before.verdict).toBe("normal");
  });

  it("begins its warm-up again after a stop", () => {
    expect(decideHealth({ ...WELL, resumedDaysAgo: 0 })).toMatchObject({ verdict: "warming-up", peopleADay: 20 });
    expect(decideHealth({ ...WELL, resumedDaysAgo: 15 })).toMatchObject({ verdict: "warming-up", peopleADay: 80 });
  });

  it("tells a restriction from a token that is over", () => {
    expect(decideHealth({ ...CLOUD, blockedBecause: "131048" }).reasons[0]).toMatchObject({
      rule: "restriction",
      inputs: { code: "131048" },
    });
    expect(decideHealth({ ...CLOUD, blockedBecause: "190" }).reasons[0]).toMatchObject({
      rule: "blocked",
      inputs: { code: "190" },
    });
  });
});

it("rests longer after each restriction of a month", () => {
  expect([0, 1, 2, 3, 9].map(restHours)).toEqual([0, 24, 72, 168, 168]);
});

it("spaces a phone's messages by chance, never closer than its health allows, and Meta's evenly", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      expect(gapMs("baileys", 3_000, chance)).toBeGreaterThanOrEqual(3_000);
      expect(gapMs("whatsapp_web", 3_000, chance)).toBeLessThanOrEqual(8_000);
      expect(gapMs("cloud", 250, chance)).toBe(250);
    }),
  );
});
