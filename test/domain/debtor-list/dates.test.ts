import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateEvidence, readDate } from "../../../src/domain/debtor-list/dates.ts";
import { addDays, isoDate } from "../../../src/domain/time.ts";

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(isoDate("1930-01-01"), days));

describe("what a date says about the order of day and month", () => {
  it.each([
    ["25/04/2026", "dmy"],
    ["4/25/2026", "mdy"],
    ["03/04/2026", "either"],
    ["1/2/2013", "either"],
    ["04/04/2026", "neutral"],
    ["2026-04-03", "neutral"],
    ["46000", "neutral"],
    ["15 de julio de 2026", "neutral"],
    ["31/02/2026", "no-date"],
    ["13/13/2026", "no-date"],
    ["ayer", "no-date"],
  ])("%s: %s", (text, evidence) => {
    expect(dateEvidence(text)).toBe(evidence);
  });

  it("is `either` exactly when both orders give a day, and different ones", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }), (first, second) => {
        const text = `${first}/${second}/2026`;
        const dmy = readDate(text, { order: "dmy" });
        const mdy = readDate(text, { order: "mdy" });
        const both = dmy !== undefined && mdy !== undefined && dmy !== mdy;
        expect(dateEvidence(text) === "either").toBe(both);
        if (dateEvidence(text) === "dmy") expect(mdy).toBeUndefined();
        if (dateEvidence(text) === "mdy") expect(dmy).toBeUndefined();
      }),
    );
  });
});

describe("a date", () => {
  it.each([
    ["3/4/2026", "dmy", "2026-04-03"],
    ["3/4/2026", "mdy", "2026-03-04"],
    ["03-04-26", "dmy", "2026-04-03"],
    ["03.04.1985", "dmy", "1985-04-03"],
    ["07-08-85", "dmy", "1985-08-07"],
    ["2026/07/15", "dmy", "2026-07-15"],
    ["2026-04-03T00:00:00", "mdy", "2026-04-03"],
    ["03/04/2026 12:00:00 a. m.", "dmy", "2026-04-03"],
    ["20190307", "dmy", "2019-03-07"],
    ["20190307.0", "mdy", "2019-03-07"],
    ["15 Jul 2026", "mdy", "2026-07-15"],
    ["15-ago-26", "mdy", "2026-08-15"],
    ["15 de fevereiro de 2026", "mdy", "2026-02-15"],
    ["Jul 15, 2026", "dmy", "2026-07-15"],
    ["46000.5", "dmy", "2025-12-09"],
  ] as const)("%s (%s) is %s", (text, order, expected) => {
    expect(readDate(text, { order })).toBe(expected);
  });

  it.each(["", "31/02/2026", "29/02/2025", "hoy", "1", "0/1/2026", "15 foo 2026", "01/01/1850", "99999"])(
    "%s is none",
    (text) => {
      expect(readDate(text, { order: "dmy" })).toBeUndefined();
    },
  );

  it("comes back from every way of writing it", () => {
    fc.assert(
      fc.property(day, (on) => {
        const [year, month, date] = on.split("-");
        expect(readDate(`${date}/${month}/${year}`, { order: "dmy" })).toBe(on);
        expect(readDate(`${month}-${date}-${year}`, { order: "mdy" })).toBe(on);
        expect(readDate(on, { order: "dmy" })).toBe(on);
        expect(readDate(`${year}${month}${date}.0`, { order: "dmy" })).toBe(on);
      }),
    );
  });

  it("comes back from the serial number that a spreadsheet keeps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 7_000, max: 73_000 }), (serial) => {
        expect(readDate(String(serial), { order: "mdy" })).toBe(addDays(isoDate("1899-12-30"), serial));
      }),
    );
  });
});
