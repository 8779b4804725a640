import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import { type SendWindow, windowsAhead } from "../../../src/domain/contact-law/openings.ts";
import { planPlaces, slotMs, slotsOf } from "../../../src/domain/outreach/places.ts";
import { at, BOGOTA, colombiaLaw, factsWith } from "../contact-law/facts-for-test.ts";

const law = colombiaLaw();
const HOURS = 3_600_000;
const MARGIN = { marginMinutes: 75 };

const windowsFrom = (now: DateTime) => windowsAhead(law, { zones: [BOGOTA] }, now, MARGIN);
const moment = (ms: number) => DateTime.fromMillis(ms, { zone: "utc" });
const here = (ms: number) => moment(ms).setZone(BOGOTA).toFormat("EEE HH:mm:ss");

/** Batches that come one after the other, with what the earlier ones were given; some time passes between them. */
function placeAll(limit: number, start: DateTime, batches: readonly (readonly [count: number, minutes: number])[]) {
  const given: { now: number; places: number[] }[] = [];
  let now = start;
  for (const [count, minutes] of batches) {
    const taken = given.flatMap(({ places }) => places).toSorted((a, b) => a - b);
    given.push({ now: now.toMillis(), places: planPlaces(windowsFrom(now), { count, limit, taken }) });
    now = now.plus({ minutes });
  }
  return given;
}

const LIMIT = fc.integer({ min: 1, max: 40 });
const START = fc.integer({ min: 0, max: 500_000 }).map((minutes) => at("2026-01-01 00:00").plus({ minutes }));
const BATCHES = fc.array(fc.tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 400 })), {
  minLength: 1,
  maxLength: 8,
});

describe("places under a number's limit", () => {
  it("fill five days' windows with ten thousand under a limit of two thousand, evenly and in order", () => {
    const sunday = at("2026-11-22 12:00");
    const places = planPlaces(windowsFrom(sunday), { count: 10_000, limit: 2_000, taken: [] });
    const days = Map.groupBy(places, (ms) => moment(ms).setZone(BOGOTA).toFormat("EEE"));
    expect([...days].map(([day, ofDay]) => [day, ofDay.length])).toEqual([
      ["Mon", 2_000],
      ["Tue", 2_000],
      ["Wed", 2_000],
      ["Thu", 2_000],
      ["Fri", 2_000],
    ]);
    for (const ofDay of days.values()) {
      const gaps = ofDay.slice(1).map((ms, index) => ms - (ofDay[index] ?? 0));
      // The window less an hour and a quarter is ten hours and three quarters: one each 19.36 seconds.
      expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([19_359, 19_360]);
    }
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([here(places[0] ?? 0), here(places.at(-1) ?? 0)]).toEqual(["Mon 07:00:00", "Fri 17:45:00"]);
  });

  it("take no more of a short Saturday than Friday leaves: a day is 24 hours and no page of a calendar", () => {
    const friday = at("2026-11-27 06:00");
    const places = planPlaces(windowsFrom(friday), { count: 300, limit: 100, taken: [] });
    const days = Map.groupBy(places, (ms) => moment(ms).setZone(BOGOTA).toFormat("EEE"));
    expect(days.get("Fri")).toHaveLength(100);
    expect(days.get("Sat")?.length).toBeLessThan(70);
    expect(days.get("Mon")).toHaveLength(100);
  });

  it("begin a day after those of a burst, and not at the opening", () => {
    const wednesday = at("2026-11-25 10:00");
    const burst = Array.from({ length: 100 }, (_, index) => wednesday.toMillis() + index * 12);
    const places = planPlaces(windowsFrom(wednesday.plus({ minutes: 1 })), { count: 100, limit: 100, taken: burst });
    expect(here(places[0] ?? 0)).toBe("Thu 10:02:25");
    const onThursday = places.filter((ms) => here(ms).startsWith("Thu"));
    const gaps = onThursday.slice(1).map((ms, index) => ms - (onThursday[index] ?? 0));
    expect(Math.min(...gaps)).toBe(390_909);
  });

  it("never give a window, or any 24 hours, more people than the limit", () => {
    fc.assert(
      fc.property(LIMIT, START, BATCHES, (limit, start, batches) => {
        const places = placeAll(limit, start, batches).flatMap((batch) => batch.places);
        const sorted = places.toSorted((a, b) => a - b);
        sorted.forEach((ms, index) => {
          const before = sorted[index - limit];
          if (before !== undefined) expect(ms - before).toBeGreaterThanOrEqual(24 * HOURS);
        });
        const perDay = Map.groupBy(sorted, (ms) => moment(ms).setZone(BOGOTA).toISODate());
        for (const ofDay of perDay.values()) expect(ofDay.length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });

  it("keep the order, are all given, and lie where the law allows to write", () => {
    fc.assert(
      fc.property(LIMIT, START, BATCHES, (limit, start, batches) => {
        const given = placeAll(limit, start, batches);
        const places = given.flatMap((batch) => batch.places);
        expect(given.map((batch) => batch.places.length)).toEqual(batches.map(([count]) => count));
        places.forEach((ms, index) => {
          expect(ms).toBeGreaterThanOrEqual(places[index - 1] ?? 0);
          expect(decide(law, factsWith(), moment(ms)).allowed).toBe(true);
        });
        for (const batch of given) for (const ms of batch.places) expect(ms).toBeGreaterThanOrEqual(batch.now);
      }),
      { numRuns: 150 },
    );
  });

  it("are as early as that allows: before none of them is a slot free that it could have had", () => {
    fc.assert(
      fc.property(LIMIT, START, fc.integer({ min: 1, max: 120 }), (limit, start, count) => {
        const places = planPlaces(windowsFrom(start), { count, limit, taken: [] });
        const slots = slotsUpTo(windowsFrom(start), limit, places.at(-1) ?? 0);
        places.forEach((ms, index) => {
          const dayBefore = places[index - limit];
          const earliest = Math.max((places[index - 1] ?? 0) + 1, dayBefore === undefined ? 0 : dayBefore + 24 * HOURS);
          const free = slots.find((slot) => slot >= earliest);
          // A slot is a rounded moment, and a day after the one before it may be a millisecond later.
          expect(ms - (free ?? 0)).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 150 },
    );
  });
});

function slotsUpTo(windows: Iterable<SendWindow>, limit: number, lastMs: number): number[] {
  const moments: number[] = [];
  for (const window of windows) {
    const slots = slotsOf(window, limit);
    for (let slot = 0; slotMs(slots, slot) <= window.endMs; slot += 1) {
      if (slotMs(slots, slot) >= window.startMs) moments.push(slotMs(slots, slot));
    }
    if (window.endMs >= lastMs) return moments;
  }
  return moments;
}
