import { describe, expect, it } from "vitest";
import { holidaysOf } from "../../../../src/domain/contact-law/holidays.ts";
import { profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, judgeIn } from "../facts-for-test.ts";

const LIMA = { place: "PE", zone: "America/Lima" };

describe("Ley 29571 art. 62.b: hours", () => {
  it.each([
    ["Monday before seven", "2026-11-23 06:59", "OUTSIDE_WINDOW until 2026-11-23 07:00"],
    ["Monday at seven", "2026-11-23 07:00", "OK"],
    ["Friday a minute before eight", "2026-11-27 19:59", "OK"],
    ["Friday at eight, then Monday", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Sunday", "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Immaculate Conception and the day after it, Ayacucho", "2026-12-08 10:00", "HOLIDAY until 2026-12-10 07:00"],
    ["Holy Thursday, then Monday", "2026-04-02 10:00", "HOLIDAY until 2026-04-06 07:00"],
    ["the 7th of June, the Flag, is a Monday in 2027", "2027-06-07 10:00", "HOLIDAY until 2027-06-08 07:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(LIMA, moment)).toBe(expected);
  });
});

it("Decreto Legislativo 713 art. 6: these are the holidays, and none is moved", () => {
  const calendar = profileOf("PE")?.holidays?.calendar;
  const fixed = [
    "01-01",
    "05-01",
    "06-07",
    "06-29",
    "07-23",
    "07-28",
    "07-29",
    "08-06",
    "08-30",
    "10-08",
    "11-01",
    "12-08",
  ];
  const all = [...fixed, "12-09", "12-25"];
  for (const [year, holy] of [
    [2026, ["04-02", "04-03"]],
    [2027, ["03-25", "03-26"]],
  ] as const) {
    const days = calendar ? [...holidaysOf(calendar, year)].toSorted() : [];
    expect(days).toEqual([...all, ...holy].map((day) => `${year}-${day}`).toSorted());
  }
});

describe("how often", () => {
  const morning = contact("2026-11-23 09:00");

  it("the law names no number, so a second message of the day may leave", () => {
    expect(judgeIn(LIMA, "2026-11-23 15:00", { contacts: [morning] })).toBe("OK");
  });

  it("a business may choose one a day and three a week", () => {
    const chosen = { ...LIMA, readings: { frequency: "once_a_day" } };
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: [morning] })).toBe("DAILY_CAP until 2026-11-24 07:00");
    const week = ["2026-11-23 09:00", "2026-11-24 09:00", "2026-11-25 09:00"].map((text) => contact(text));
    expect(judgeIn(chosen, "2026-11-26 09:00", { contacts: week })).toBe("WEEKLY_CAP until 2026-11-30 07:00");
  });
});

describe("art. 62.f: to whom", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(LIMA, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(LIMA, "2026-11-23 10:00", { recipient })).toBe("OK");
  });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  const lastInboundAt = at("2026-11-23 21:00", LIMA.zone);
  expect(judgeIn(LIMA, "2026-11-23 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-24 07:00");
  expect(judgeIn(LIMA, "2026-11-23 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
