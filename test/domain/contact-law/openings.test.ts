import fc from "fast-check";
import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import { latestAllowed, spread, startOfNextWindow, windowEnd } from "../../../src/domain/contact-law/openings.ts";
import { at, BOGOTA, colombiaLaw, factsWith } from "./facts-for-test.ts";

const law = colombiaLaw();
const here = (moment: DateTime | null) => moment?.setZone(BOGOTA).toFormat("yyyy-MM-dd HH:mm:ss") ?? null;

describe("the window that is open", () => {
  it.each([
    ["2026-11-24 10:00", "2026-11-24 19:00:00"],
    ["2026-11-28 08:00", "2026-11-28 15:00:00"],
    ["2026-11-28 15:00", null],
    ["2026-11-16 10:00", null],
    ["2026-11-29 10:00", null],
  ])("at %s ends at %s", (moment, end) => {
    expect(here(windowEnd(law, [BOGOTA], at(moment)))).toBe(end);
  });

  it("ends where it ends first, when the zone is unsure", () => {
    expect(here(windowEnd(law, [BOGOTA, "Europe/Madrid"], at("2026-11-24 10:00")))).toBe("2026-11-24 13:00:00");
    expect(windowEnd(law, [BOGOTA, "Europe/Madrid"], at("2026-11-24 14:00"))).toBeNull();
    expect(windowEnd(law, [], at("2026-11-24 14:00"))).toBeNull();
  });
});

describe("the next window", () => {
  it.each([
    ["2026-11-24 06:00", "2026-11-24 07:00:00"],
    ["2026-11-24 10:00", "2026-11-25 07:00:00"],
    ["2026-11-14 10:00", "2026-11-17 07:00:00"],
    ["2026-12-31 20:00", "2027-01-02 08:00:00"],
  ])("after %s starts at %s", (moment, start) => {
    expect(here(startOfNextWindow(law, [BOGOTA], at(moment)))).toBe(start);
  });

  it("of two zones starts when the later one opens", () => {
    expect(here(startOfNextWindow(law, [BOGOTA, "Europe/Madrid"], at("2026-11-24 14:00")))).toBe("2026-11-25 07:00:00");
    expect(startOfNextWindow(law, [BOGOTA, "Asia/Jakarta"], at("2026-11-24 14:00"))).toBeNull();
  });
});

describe("the latest lawful moment with time left", () => {
  it.each([
    ["now, on a working morning", "2026-11-24 10:00", "2026-11-24 10:00:00"],
    ["an hour before the evening's end", "2026-11-24 18:30", "2026-11-24 18:00:00"],
    ["Saturday before three, on a Sunday", "2026-11-29 10:00", "2026-11-28 14:00:00"],
    ["yesterday evening, before seven", "2026-11-25 05:00", "2026-11-24 18:00:00"],
    ["Saturday, on a holiday Monday", "2026-11-16 10:00", "2026-11-14 14:00:00"],
  ])("is %s", (_, now, expected) => {
    expect(here(latestAllowed(law, BOGOTA, at(now), 60))).toBe(expected);
  });

  it("does not exist when no window is that long", () => {
    expect(latestAllowed(law, BOGOTA, at("2026-11-24 10:00"), 13 * 60)).toBeNull();
  });
});

describe("spreading blocked sends", () => {
  it("begins at the opening, goes evenly, and ends a margin before the close", () => {
    const moments = spread(law, [BOGOTA], 5, at("2026-11-22 12:00"), { marginMinutes: 60 });
    expect(moments.map(here)).toEqual([
      "2026-11-23 07:00:00",
      "2026-11-23 09:45:00",
      "2026-11-23 12:30:00",
      "2026-11-23 15:15:00",
      "2026-11-23 18:00:00",
    ]);
  });

  it("uses what is left of the window that is open now", () => {
    expect(spread(law, [BOGOTA], 2, at("2026-11-24 16:00"), { marginMinutes: 60 }).map(here)).toEqual([
      "2026-11-24 16:00:00",
      "2026-11-24 18:00:00",
    ]);
  });

  it("passes over a window with less than the margin left, and one that is shorter than it", () => {
    expect(spread(law, [BOGOTA], 1, at("2026-11-27 18:30")).map(here)).toEqual(["2026-11-28 08:00:00"]);
    expect(spread(law, [BOGOTA], 1, at("2026-11-27 18:30"), { marginMinutes: 480 }).map(here)).toEqual([
      "2026-11-30 07:00:00",
    ]);
    expect(spread(law, [BOGOTA], 1, at("2026-11-27 18:30"), { marginMinutes: 5_000 })).toEqual([]);
  });

  it("is in order, lawful at every moment, and the same each time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 300 }), (minutes, count) => {
        const now = at("2026-01-01 00:00").plus({ minutes });
        const moments = spread(law, [BOGOTA], count, now);
        expect(moments).toHaveLength(count);
        expect(spread(law, [BOGOTA], count, now)).toEqual(moments);
        moments.forEach((moment, index) => {
          expect(moment >= now && moment >= (moments[index - 1] ?? now)).toBe(true);
          expect(decide(law, factsWith(), moment).allowed).toBe(true);
          expect(windowEnd(law, [BOGOTA], moment)?.diff(moment, "minutes").minutes).toBeGreaterThanOrEqual(60);
        });
      }),
      { numRuns: 60 },
    );
  });
});
