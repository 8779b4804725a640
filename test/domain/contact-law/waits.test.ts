import { describe, expect, it } from "vitest";
import { addWorkingDays, endOfWait, type Wait } from "../../../src/domain/contact-law/waits.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { at, BOGOTA, colombiaLaw } from "./facts-for-test.ts";

const law = colombiaLaw();
const endsAt = (wait: Wait, now: string) =>
  endOfWait(wait, at(now), law, BOGOTA).setZone(BOGOTA).toFormat("yyyy-MM-dd HH:mm");

describe("a wait", () => {
  it("in hours is hours that pass, also over a night", () => {
    expect(endsAt({ hours: 4 }, "2026-11-24 17:30")).toBe("2026-11-24 21:30");
  });

  it.each([
    ["2026-11-24 10:00", 1, "2026-11-25 07:00"],
    ["2026-11-27 10:00", 1, "2026-11-30 07:00"],
    ["2026-11-13 10:00", 2, "2026-11-18 07:00"],
    ["2026-12-31 10:00", 1, "2027-01-04 07:00"],
  ])("from %s in %i working days ends at the opening on %s", (now, workingDays, expected) => {
    expect(endsAt({ workingDays }, now)).toBe(expected);
  });

  it.each([
    ["a Saturday promise is broken on Monday", "2026-11-28", "2026-11-30 07:00"],
    ["a Friday promise is broken on Saturday, which is open", "2026-11-27", "2026-11-28 08:00"],
    ["one before a holiday Monday waits for Tuesday", "2026-11-15", "2026-11-17 07:00"],
  ])("%s", (_, day, expected) => {
    expect(endsAt({ dayAfter: isoDate(day) }, "2026-11-10 10:00")).toBe(expected);
  });

  it("for a day long past is over now", () => {
    expect(endsAt({ dayAfter: isoDate("2026-11-02") }, "2026-11-10 10:00")).toBe("2026-11-10 10:00");
    expect(endsAt({ workingDays: 0 }, "2026-11-10 10:00")).toBe("2026-11-10 10:00");
  });
});

describe("working days", () => {
  it("leave out Saturdays, Sundays and holidays", () => {
    expect(addWorkingDays(isoDate("2026-11-13"), 1, law)).toBe("2026-11-17");
    expect(addWorkingDays(isoDate("2026-11-13"), 0, law)).toBe("2026-11-13");
    expect(addWorkingDays(isoDate("2026-12-04"), 10, law)).toBe("2026-12-21");
  });

  it("are a whole number", () => {
    expect(() => addWorkingDays(isoDate("2026-11-13"), 1.5, law)).toThrow("no number of working days");
    expect(() => addWorkingDays(isoDate("2026-11-13"), -1, law)).toThrow("no number of working days");
  });
});
