import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { findClause, profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { isoDate } from "../../../../src/domain/time.ts";
import { at, contact, factsWith, judgeIn } from "../facts-for-test.ts";
import { daysOf, holidaysIn } from "../holidays-for-test.ts";

const LONDON = { place: "GB", zone: "Europe/London" };
const GLASGOW = { place: "GB-SCT", zone: "Europe/London" };
const BELFAST = { place: "GB-NIR", zone: "Europe/London" };

describe("our window, where CONC 7.9.4R only says unreasonable times", () => {
  it.each([
    ["Monday before eight", "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 08:00"],
    ["Monday at eight", "2026-11-23 08:00", "OK"],
    ["Friday a minute before nine", "2026-11-27 20:59", "OK"],
    ["Friday at nine, then Monday", "2026-11-27 21:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Sunday", "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Good Friday, over Easter Monday", "2026-04-03 10:00", "HOLIDAY until 2026-04-07 08:00"],
    ["the August bank holiday", "2026-08-31 10:00", "HOLIDAY until 2026-09-01 08:00"],
    ["Christmas, over the Monday for Boxing Day", "2026-12-25 10:00", "HOLIDAY until 2026-12-29 08:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(LONDON, moment)).toBe(expected);
  });

  it.each([
    ["in winter it opens at 8:00 UTC", "2026-03-27 07:59", "2026-03-27 08:00"],
    ["after 29 March at 7:00 UTC", "2026-03-29 12:00", "2026-03-30 07:00"],
    ["after 25 October at 8:00 UTC again", "2026-10-25 12:00", "2026-10-26 08:00"],
  ])("%s", (_, moment, opens) => {
    const inUtc = { place: "GB", zone: "UTC" };
    expect(judgeIn(inUtc, moment, { zones: [LONDON.zone] })).toBe(`OUTSIDE_WINDOW until ${opens}`);
    expect(judgeIn(inUtc, opens, { zones: [LONDON.zone] })).toBe("OK");
  });
});

describe("bank holidays", () => {
  it.each([
    ["GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"],
    ["GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"],
    ["GB-SCT", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-26 12-28"],
    ["GB-SCT", 2027, "01-01 01-02 01-04 03-26 05-03 05-31 08-02 11-30 12-25 12-26 12-27 12-28"],
    ["GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28"],
    ["GB-NIR", 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-25 12-26 12-27 12-28"],
  ])("of %s in %i are these and no others", (place, year, days) => {
    expect(holidaysIn(place, year)).toEqual(daysOf(days));
  });

  it("Easter Monday is open in Scotland, St Andrew's Day and the World Cup's Monday are not", () => {
    expect(judgeIn(GLASGOW, "2026-04-06 10:00")).toBe("OK");
    expect(judgeIn(GLASGOW, "2026-11-30 10:00")).toBe("HOLIDAY until 2026-12-01 08:00");
    expect(judgeIn(GLASGOW, "2026-06-15 10:00")).toBe("HOLIDAY until 2026-06-16 08:00");
    expect(judgeIn(BELFAST, "2026-07-13 10:00")).toBe("HOLIDAY until 2026-07-14 08:00");
  });

  it.each(["GB-ENG", "GB-WLS", "GB"])("those of England, Wales and a part that is not known are one: %s", (place) => {
    expect(holidaysIn(place, 2026)).toEqual(daysOf("01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"));
  });
});

describe("Debt Respite Scheme: breathing space", () => {
  const until = (type: string, day: string) => ({ moratorium: { type, lastProtectedDay: isoDate(day) } });

  it.each([
    ["breathing_space_standard", "2026-11-25", "2026-11-24 10:00", "MORATORIUM until 2026-11-26 08:00"],
    ["breathing_space_standard", "2026-11-25", "2026-11-25 20:59", "MORATORIUM until 2026-11-26 08:00"],
    ["breathing_space_standard", "2026-11-25", "2026-11-26 08:00", "OK"],
    ["breathing_space_standard", "2026-11-27", "2026-11-26 10:00", "MORATORIUM until 2026-11-30 08:00"],
    ["breathing_space_standard", "2026-10-24", "2026-10-23 10:00", "MORATORIUM until 2026-10-26 08:00"],
    ["breathing_space_crisis", "2026-12-24", "2026-11-23 10:00", "MORATORIUM until 2026-12-29 08:00"],
    ["breathing_space_crisis", "2027-03-25", "2027-01-11 10:00", "MORATORIUM until 2027-03-30 08:00"],
  ])("%s, last protected day %s: at %s", (type, day, moment, expected) => {
    expect(judgeIn(LONDON, moment, until(type, day))).toBe(expected);
  });

  it("what the person asks is answered, each time (reg. 11)", () => {
    const asked = {
      ...until("breathing_space_crisis", "2026-12-24"),
      trigger: "reply",
      messageKind: "answer",
      lastInboundAt: at("2026-11-23 22:00", LONDON.zone),
      repliesSinceDebtorWrote: 1,
    } as const;
    expect(judgeIn(LONDON, "2026-11-23 22:01", asked)).toBe("REPLY_TO_DEBTOR");
    expect(judgeIn(LONDON, "2026-11-23 22:01", { ...asked, messageKind: "nudge" })).toMatch(/^MORATORIUM/);
  });

  it("is law in England and Wales; elsewhere a protection is kept as our policy", () => {
    const facts = factsWith({
      country: "GB",
      zones: [LONDON.zone],
      ...until("breathing_space_standard", "2026-12-24"),
    });
    const clauseIn = (subdivision?: string) =>
      decide(profileOf("GB", { subdivision }), facts, at("2026-11-23 10:00", LONDON.zone)).clause;
    expect(clauseIn("ENG")).toMatchObject({ id: "GB.breathing-space", standing: "law", confidence: "secondary" });
    expect(clauseIn("WLS")).toMatchObject({ id: "GB.breathing-space", standing: "law" });
    expect(clauseIn("SCT")).toMatchObject({ id: "GB.moratorium", standing: "policy" });
    expect(clauseIn()).toMatchObject({ id: "GB.breathing-space.unknown", standing: "policy" });
  });
});

describe("CONC 7.9", () => {
  it("7.9.4R: what a person who works in shifts asks of when is heeded", () => {
    const inconvenient = [{ days: [1, 2, 3, 4, 5], start: "08:00", end: "16:00" }];
    expect(judgeIn(LONDON, "2026-11-23 10:00", { inconvenient })).toBe(
      "KNOWN_INCONVENIENT_TIME until 2026-11-23 16:00",
    );
    expect(findClause("GB.inconvenient")).toMatchObject({ standing: "law", confidence: "verified" });
  });

  it.each(["reference", "relative", "employer", "other"] as const)("7.9.7R: never to a %s", (recipient) => {
    expect(judgeIn(LONDON, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(LONDON, "2026-11-23 10:00", { recipient })).toBe("OK");
  });

  it("7.9.10R: who it is comes before what they owe; our hours stay our policy", () => {
    expect(findClause("GB.identity")).toMatchObject({ standing: "law", confidence: "verified", article: "7.9.10R" });
    expect(findClause("GB.hours")?.standing).toBe("policy");
  });

  it("names no number, and a business may choose one a day and three a week", () => {
    const contacts = [contact("2026-11-23 09:00", { at: at("2026-11-23 09:00", LONDON.zone) })];
    expect(judgeIn(LONDON, "2026-11-23 16:00", { contacts })).toBe("OK");
    const chosen = { ...LONDON, readings: { frequency: "once_a_day" } };
    expect(judgeIn(chosen, "2026-11-23 16:00", { contacts })).toBe("DAILY_CAP until 2026-11-24 08:00");
  });
});
