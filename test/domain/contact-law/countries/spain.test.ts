import { describe, expect, it } from "vitest";
import { findClause } from "../../../../src/domain/contact-law/profiles.ts";
import { contact, judgeIn } from "../facts-for-test.ts";
import { daysOf, holidaysIn } from "../holidays-for-test.ts";

const MADRID = { place: "ES", zone: "Europe/Madrid" };
const CANARY = { place: "ES", zone: "Atlantic/Canary" };
const BOTH = { zones: [MADRID.zone, CANARY.zone] };

describe("our window, as for commercial calls", () => {
  it.each([
    ["Monday before nine", "2026-11-23 08:59", "OUTSIDE_WINDOW until 2026-11-23 09:00"],
    ["Monday at nine", "2026-11-23 09:00", "OK"],
    ["Friday a minute before twenty-one", "2026-11-27 20:59", "OK"],
    ["Friday at twenty-one, then Monday", "2026-11-27 21:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Sunday", "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Epiphany", "2026-01-06 10:00", "HOLIDAY until 2026-01-07 09:00"],
    ["Good Friday, then Monday", "2026-04-03 10:00", "HOLIDAY until 2026-04-06 09:00"],
    ["Immaculate Conception", "2026-12-08 10:00", "HOLIDAY until 2026-12-09 09:00"],
  ])("%s, on the mainland and in the Canaries by their own clocks", (_, moment, expected) => {
    expect(judgeIn(MADRID, moment)).toBe(expected);
    expect(judgeIn(CANARY, moment)).toBe(expected);
  });

  it("who may be on the mainland or in the Canaries is written to when both are open", () => {
    expect(judgeIn(MADRID, "2026-11-23 09:30", BOTH)).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 10:00",
    );
    expect(judgeIn(MADRID, "2026-11-23 20:59", BOTH)).toBe("OK");
    expect(judgeIn(MADRID, "2026-11-23 21:00", BOTH)).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-24 10:00",
    );
  });

  it.each([
    ["in winter Madrid opens at 8:00 UTC", "Europe/Madrid", "2026-03-27 07:59", "2026-03-27 08:00"],
    ["after 29 March at 7:00 UTC", "Europe/Madrid", "2026-03-29 12:00", "2026-03-30 07:00"],
    ["after 25 October at 8:00 UTC again", "Europe/Madrid", "2026-10-25 12:00", "2026-10-26 08:00"],
    ["in winter the Canaries open at 9:00 UTC", "Atlantic/Canary", "2026-03-27 08:59", "2026-03-27 09:00"],
    ["after 29 March at 8:00 UTC", "Atlantic/Canary", "2026-03-29 12:00", "2026-03-30 08:00"],
    ["after 25 October at 9:00 UTC again", "Atlantic/Canary", "2026-10-25 12:00", "2026-10-26 09:00"],
  ])("%s", (_, zone, moment, opens) => {
    const inUtc = { place: "ES", zone: "UTC" };
    expect(judgeIn(inUtc, moment, { zones: [zone] })).toBe(`OUTSIDE_WINDOW until ${opens}`);
    expect(judgeIn(inUtc, opens, { zones: [zone] })).toBe("OK");
  });
});

it("the national holidays are closed, also where a region moves the day", () => {
  const fixed = "01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25";
  expect(holidaysIn("ES", 2026)).toEqual(daysOf(fixed, "04-03"));
  expect(holidaysIn("ES", 2027)).toEqual(daysOf(fixed, "03-26"));
});

describe("to whom and how often", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("LOPDGDD art. 5: never to a %s", (recipient) => {
    expect(judgeIn(MADRID, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(MADRID, "2026-11-23 10:00", { recipient })).toBe("OK");
  });

  it("Ley 3/1991 art. 8 names no number, and a business may choose one a day", () => {
    const contacts = [contact("2026-11-23 09:00")];
    expect(judgeIn(MADRID, "2026-11-23 16:00", { contacts })).toBe("OK");
    const chosen = { ...MADRID, readings: { frequency: "once_a_day" } };
    expect(judgeIn(chosen, "2026-11-23 16:00", { contacts })).toBe("DAILY_CAP until 2026-11-24 09:00");
  });
});

it.each([
  ["ES.hours", "policy"],
  ["ES.holidays", "policy"],
  ["ES.recipients", "law"],
  ["ES.no-cap", "law"],
  ["ES.eu.privacy", "policy"],
  ["ES.eu.forbearance", "law"],
])("%s is %s", (id, standing) => {
  expect(findClause(id)?.standing).toBe(standing);
});
