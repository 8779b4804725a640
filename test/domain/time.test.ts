import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../src/domain/assert.ts";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfMonth,
  isoDate,
  isoWeekOf,
  parseIsoDate,
  startOfDay,
  weekdayOf,
} from "../../src/domain/time.ts";

const day = fc
  .tuple(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => isoDate(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`));

describe("a day", () => {
  test.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    "hoy",
    "2025-02-29",
  ])("is not %s", (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDate(text)).toThrow(BrokenInvariant);
  });

  test("is the one it is where the person is", () => {
    const moment = DateTime.fromISO("2026-11-22T03:30:00Z", { zone: "utc" });
    expect(dayOf(moment, "America/Bogota")).toBe("2026-11-21");
    expect(dayOf(moment, "Europe/Madrid")).toBe("2026-11-22");
    expect(() => dayOf(moment, "Atlantis/Capital")).toThrow(BrokenInvariant);
  });

  test("is luxon's at any moment, also on days on which the clocks change", () => {
    const zones = fc.constantFrom(
      "America/Bogota",
      "America/Santiago",
      "America/Sao_Paulo",
      "Europe/Madrid",
      "Australia/Lord_Howe",
      "UTC",
    );
    const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(moments, zones, (ms, zone) => {
        const moment = DateTime.fromMillis(ms, { zone: "utc" });
        expect(dayOf(moment, zone)).toBe(moment.setZone(zone).toFormat("yyyy-MM-dd"));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["2026-02-03", "2026-02-28"],
    ["2028-02-29", "2028-02-29"],
    ["2026-12-01", "2026-12-31"],
  ])("%s is in a month that ends on %s", (text, last) => {
    expect(endOfMonth(isoDate(text))).toBe(last);
  });

  test("begins at its midnight there", () => {
    expect(startOfDay(isoDate("2026-11-22"), "America/Bogota").toUTC().toISO()).toBe("2026-11-22T05:00:00.000Z");
  });

  test("knows its weekday and its ISO week", () => {
    expect(weekdayOf(isoDate("2026-11-22"))).toBe(7);
    expect(isoWeekOf(isoDate("2026-11-22"))).toBe("2026-W47");
    expect(isoWeekOf(isoDate("2027-01-01"))).toBe("2026-W53");
  });
});

describe("counting days", () => {
  test("goes forth and comes back", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });

  test("clamps a month's end against the day it started from", () => {
    expect(addMonths(isoDate("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(isoDate("2026-01-31"), 2)).toBe("2026-03-31");
    expect(addMonths(isoDate("2028-01-31"), 1)).toBe("2028-02-29");
  });

  test("an impossible moment throws where it is made", () => {
    expect(() => DateTime.fromISO("2026-02-30")).toThrow();
  });
});
