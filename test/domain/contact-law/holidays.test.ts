import { expect, it } from "vitest";
import { UNKNOWN_JURISDICTION_CLAUSE as clause } from "../../../src/domain/contact-law/decide.ts";
import { type HolidayCorrection, holidaysOf } from "../../../src/domain/contact-law/holidays.ts";
import { isoDate } from "../../../src/domain/time.ts";

function marchAndAprilOf(year: number, correction: Omit<HolidayCorrection, "clause">): ReadonlySet<string> {
  const days = holidaysOf({ country: "CL", corrections: [{ clause, ...correction }] }, year);
  return new Set([...days].filter((day) => day > `${year}-03` && day < `${year}-05`));
}

it("a correction adds days by the library's rules, by a date of one year, or by its own reckoning", () => {
  const correction = {
    addsRules: ["easter -1", "2026-03-23"],
    adds: (year: number) => [isoDate(`${year}-04-30`)],
  };
  expect(marchAndAprilOf(2026, correction)).toEqual(
    new Set(["2026-03-23", "2026-04-03", "2026-04-04", "2026-04-05", "2026-04-30"]),
  );
  expect(marchAndAprilOf(2027, correction)).toEqual(new Set(["2027-03-26", "2027-03-27", "2027-03-28", "2027-04-30"]));
});

it("a correction strikes a rule out, in its own calendar only", () => {
  expect(marchAndAprilOf(2026, { strikes: ["easter"] })).toEqual(new Set(["2026-04-03"]));
  expect(marchAndAprilOf(2026, {})).toEqual(new Set(["2026-04-03", "2026-04-05"]));
});

it("a rule that the library cannot read is refused", () => {
  expect(() => marchAndAprilOf(2026, { addsRules: ["the day after Easter"] })).toThrow("no rule of a holiday");
});
