import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  civilDay,
  civilDayOf,
  momentOf,
  nextMonday,
  weekdayOfCivil,
  weekOfCivil,
} from "../../../src/domain/contact-law/civil-time.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { isZone } from "../../../src/domain/zone-offset.ts";

const ZONES = [
  "America/Bogota",
  "America/Santiago",
  "America/St_Johns",
  "Europe/London",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
];
const anyMs = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });

describe("civil time in whole numbers is what luxon says", () => {
  it("for the day, the weekday and the ISO week", () => {
    fc.assert(
      fc.property(anyMs, fc.constantFrom(...ZONES), (ms, zone) => {
        const local = DateTime.fromMillis(ms, { zone });
        const day = civilDay(ms, zone);
        expect(day).toBe(civilDayOf(isoDate(local.toFormat("yyyy-MM-dd"))));
        expect(weekdayOfCivil(day)).toBe(local.weekday);
        expect(weekOfCivil(day) === weekOfCivil(day + 1)).toBe(local.weekday !== 7);
        expect(weekdayOfCivil(nextMonday(day))).toBe(1);
        expect(weekOfCivil(nextMonday(day))).toBe(weekOfCivil(day) + 1);
      }),
      { numRuns: 3_000 },
    );
  });

  it("and the moment of a minute that exists reads back as that minute", () => {
    fc.assert(
      fc.property(anyMs, fc.constantFrom(...ZONES), (ms, zone) => {
        const local = DateTime.fromMillis(ms, { zone }).startOf("minute");
        const moments = (["first", "last"] as const).map((which) =>
          momentOf(civilDay(ms, zone), local.hour * 60 + local.minute, zone, which),
        );
        expect(moments).toContain(local.toMillis());
      }),
      { numRuns: 3_000 },
    );
  });

  it("a minute that the clocks jump over is the moment they jump", () => {
    const day = civilDayOf(isoDate("2026-03-29"));
    expect(momentOf(day, 90, "Europe/London")).toBe(Date.UTC(2026, 2, 29, 1, 0));
    expect(momentOf(day, 90, "Europe/London", "last")).toBe(Date.UTC(2026, 2, 29, 1, 0));
  });

  it("a minute that comes twice has a first and a last moment", () => {
    const day = civilDayOf(isoDate("2026-10-25"));
    expect(momentOf(day, 90, "Europe/London")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(momentOf(day, 90, "Europe/London", "last")).toBe(Date.UTC(2026, 9, 25, 1, 30));
  });

  it("a zone is one that the zone data know", () => {
    expect(isZone("America/Bogota")).toBe(true);
    expect(isZone("America/Nowhere")).toBe(false);
    expect(isZone("")).toBe(false);
  });
});
