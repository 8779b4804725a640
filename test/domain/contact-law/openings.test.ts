import fc from "fast-check";
import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import {
  latestAllowed,
  spanToSpread,
  spread,
  startOfNextWindow,
  windowEnd,
} from "../../../src/domain/contact-law/openings.ts";
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
    expect(here(windowEnd(law, { zones: [BOGOTA] }, at(moment)))).toBe(end);
  });

  it("ends where it ends first, when the zone is unsure", () => {
    expect(here(windowEnd(law, { zones: [BOGOTA, "Europe/Madrid"] }, at("2026-11-24 10:00")))).toBe(
      "2026-11-24 13:00:00",
    );
    expect(windowEnd(law, { zones: [BOGOTA, "Europe/Madrid"] }, at("2026-11-24 14:00"))).toBeNull();
    expect(windowEnd(law, { zones: [] }, at("2026-11-24 14:00"))).toBeNull();
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
  const spanOf = (moment: string, marginMinutes?: number) =>
    spanToSpread(law, [BOGOTA], at(moment), marginMinutes === undefined ? {} : { marginMinutes });
  const spanHere = (moment: string, marginMinutes?: number) => {
    const span = spanOf(moment, marginMinutes);
    return span && [here(span.start), here(span.end)];
  };

  it("begins at the opening and ends a margin before the close", () => {
    expect(spanHere("2026-11-22 12:00")).toEqual(["2026-11-23 07:00:00", "2026-11-23 18:00:00"]);
  });

  it("uses what is left of the window that is open now", () => {
    expect(spanHere("2026-11-24 16:00")).toEqual(["2026-11-24 16:00:00", "2026-11-24 18:00:00"]);
  });

  it("passes over a window with less than the margin left, and one that is shorter than it", () => {
    expect(spanHere("2026-11-27 18:30")?.[0]).toBe("2026-11-28 08:00:00");
    expect(spanHere("2026-11-27 18:30", 480)?.[0]).toBe("2026-11-30 07:00:00");
    expect(spanHere("2026-11-27 18:30", 5_000)).toBeNull();
  });

  it("goes evenly, in order, from the first moment where nothing waits", () => {
    const span = present(spanOf("2026-11-22 12:00"), "a window");
    expect(spread(span, 5, 0).map(here)).toEqual([
      "2026-11-23 07:00:00",
      "2026-11-23 09:12:00",
      "2026-11-23 11:24:00",
      "2026-11-23 13:36:00",
      "2026-11-23 15:48:00",
    ]);
    expect(spread(span, 0, 3)).toEqual([]);
  });

  it("fills the window evenly however many batches of however many come", () => {
    const span = present(spanOf("2026-11-22 12:00"), "a window");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 1, 1, 7, 64), { minLength: 20, maxLength: 120 }), (batches) => {
        const moments: number[] = [];
        for (const count of batches)
          moments.push(...spread(span, count, moments.length).map((moment) => moment.diff(span.start).as("hours")));
        const perHour = Array.from(
          { length: 11 },
          (_, hour) => moments.filter((one) => Math.floor(one) === hour).length,
        );
        // Never twice what an hour would have of an even spanToSpread, spread, and a few more for the few.
        expect(Math.max(...perHour)).toBeLessThan((2 * moments.length) / 11 + 4);
        const seconds = Map.groupBy(moments, (one) => Math.floor(one * 3600));
        expect(Math.max(...[...seconds.values()].map(({ length }) => length))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });

  it("is in order, lawful at every moment, and the same each time", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500_000 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 1_000 }),
        (minutes, count, already) => {
          const now = at("2026-01-01 00:00").plus({ minutes });
          const span = present(spanToSpread(law, [BOGOTA], now), "a window");
          const moments = spread(span, count, already);
          expect(moments).toHaveLength(count);
          expect(spread(span, count, already)).toEqual(moments);
          moments.forEach((moment, index) => {
            expect(moment >= now && moment >= (moments[index - 1] ?? now)).toBe(true);
            expect(decide(law, factsWith(), moment).allowed).toBe(true);
            expect(windowEnd(law, { zones: [BOGOTA] }, moment)?.diff(moment, "minutes").minutes).toBeGreaterThanOrEqual(
              60,
            );
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
