import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { profileOf, readingsOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, holidaysIn, judgeIn } from "../facts-for-test.ts";

const MEXICO_CITY = { place: "MX", zone: "America/Mexico_City" };
const DOF_2014 = { ...MEXICO_CITY, readings: { hours: "dof_2014" } };
const PRESS_2026 = { ...MEXICO_CITY, readings: { hours: "press_2026" } };

describe("hours, unless the business chooses a source", () => {
  it.each([
    ["Monday before eight", "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 08:00"],
    ["Monday at eight", "2026-11-23 08:00", "OK"],
    ["Friday a minute before the end", "2026-11-27 19:59", "OK"],
    ["Friday at the end, then Monday", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Saturday morning, which the press of 2026 closes", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Sunday", "2026-11-29 12:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["the Revolution, kept on a Monday", "2026-11-16 10:00", "HOLIDAY until 2026-11-17 08:00"],
    ["the day itself is a day like others", "2026-11-20 10:00", "OK"],
    ["Holy Thursday and Good Friday are days like others", "2026-04-03 10:00", "OK"],
    ["Christmas on a Friday", "2026-12-25 10:00", "HOLIDAY until 2026-12-28 08:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(MEXICO_CITY, moment)).toBe(expected);
  });

  it("are the house's policy and not shown as law", () => {
    expect(profileOf("MX")?.hours.clause).toMatchObject({
      id: "MX.hours",
      standing: "policy",
      confidence: "unverified",
    });
    expect(profileOf("MX")?.holidays?.clause.standing).toBe("policy");
  });
});

describe("Saturday mornings, when a business chooses them", () => {
  it.each([
    ["Friday at the end, then Saturday", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-28 09:00"],
    ["Saturday a minute before two", "2026-11-28 13:59", "OK"],
    ["Saturday at two, then Monday", "2026-11-28 14:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["a holiday", "2026-12-25 10:00", "HOLIDAY until 2026-12-26 09:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn({ ...MEXICO_CITY, readings: { hours: "saturday_morning" } }, moment)).toBe(expected);
  });
});

describe("DOF of 7 October 2014, as the press tells it", () => {
  it.each([
    ["before seven", "2026-11-23 06:59", "OUTSIDE_WINDOW until 2026-11-23 07:00"],
    ["a minute before ten at night", "2026-11-23 21:59", "OK"],
    ["at ten, then the next day", "2026-11-28 22:00", "OUTSIDE_WINDOW until 2026-11-29 07:00"],
    ["Sunday", "2026-11-29 12:00", "OK"],
    ["a holiday is not closed", "2026-11-16 10:00", "OK"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(DOF_2014, moment)).toBe(expected);
  });

  it("has no holidays at all", () => {
    expect(profileOf("MX", { readings: DOF_2014.readings })?.holidays).toBeUndefined();
    expect(profileOf("MX", { readings: DOF_2014.readings })?.hours.clause).toMatchObject({ confidence: "secondary" });
  });
});

describe("the press of 2026", () => {
  it.each([
    ["Friday until ten, then Monday", "2026-11-27 22:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Friday before ten", "2026-11-27 21:59", "OK"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["a holiday", "2026-11-16 10:00", "HOLIDAY until 2026-11-17 07:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(PRESS_2026, moment)).toBe(expected);
  });

  it("is a source of its own, said in each decision", () => {
    const profile = profileOf("MX", { readings: PRESS_2026.readings });
    const facts = factsWith({ country: "MX", zones: [MEXICO_CITY.zone] });
    const decision = decide(profile, facts, at("2026-11-16 10:00", MEXICO_CITY.zone));
    expect(decision.clause).toMatchObject({ id: "MX.holidays.2026", confidence: "secondary" });
    expect(decision.profile.readings).toEqual({ hours: "press_2026", frequency: "law" });
  });
});

it.each([
  [2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25"],
  [2027, "01-01 02-01 03-15 05-01 09-16 11-15 12-25"],
])("the holidays of %i are these and no others", (year, days) => {
  expect(holidaysIn("MX", year)).toEqual(new Set(days.split(" ")));
  expect(holidaysIn("MX", year, PRESS_2026.readings)).toEqual(new Set(days.split(" ")));
});

describe("the zone is the person's", () => {
  it.each([
    ["Cancún, an hour ahead", "America/Cancun", "2026-11-23 08:00", "2026-11-23 07:00"],
    ["Tijuana, two hours behind in winter", "America/Tijuana", "2026-11-23 08:00", "2026-11-23 10:00"],
    ["Tijuana, one hour behind in summer", "America/Tijuana", "2026-07-06 08:00", "2026-07-06 09:00"],
  ])("%s", (_, zone, there, inTheCapital) => {
    expect(at(there, zone).toMillis()).toBe(at(inTheCapital, MEXICO_CITY.zone).toMillis());
    expect(judgeIn({ place: "MX", zone }, there)).toBe("OK");
  });

  it("who may be anywhere in the country is written to when every place is open", () => {
    const zones = profileOf("MX")?.zones ?? [];
    expect(judgeIn(MEXICO_CITY, "2026-11-23 09:59", { zones })).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 10:00",
    );
    expect(judgeIn(MEXICO_CITY, "2026-11-23 18:59", { zones })).toBe("OK");
    expect(judgeIn(MEXICO_CITY, "2026-11-23 19:00", { zones })).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-24 10:00",
    );
  });
});

describe("how often", () => {
  it("no number was found, so a second message of the day may leave", () => {
    expect(judgeIn(MEXICO_CITY, "2026-11-23 15:00", { contacts: [contact("2026-11-23 10:00")] })).toBe("OK");
  });

  it("a business may choose one a day and three a week", () => {
    const chosen = { ...MEXICO_CITY, readings: { frequency: "once_a_day" } };
    const contacts = ["2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00"].map((text) => contact(text));
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: contacts.slice(0, 1) })).toBe(
      "DAILY_CAP until 2026-11-24 08:00",
    );
    expect(judgeIn(chosen, "2026-11-26 10:00", { contacts })).toBe("WEEKLY_CAP until 2026-11-30 08:00");
  });

  it("what may be chosen is named", () => {
    expect(readingsOf("MX").map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ["hours", ["recommended", "saturday_morning", "dof_2014", "press_2026"]],
      ["frequency", ["law", "once_a_day"]],
    ]);
  });
});

describe("to whom, and with what permission", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(MEXICO_CITY, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(MEXICO_CITY, "2026-11-23 10:00", { recipient })).toBe("OK");
  });

  it("only with permission for the channel", () => {
    const permission = { channels: ["email"], source: "upload", givenAt: at("2026-01-02 10:00") } as const;
    expect(judgeIn(MEXICO_CITY, "2026-11-23 10:00", { permission })).toBe("CHANNEL_NOT_AUTHORISED until never");
    const { permission: _, ...without } = factsWith({ country: "MX", zones: [MEXICO_CITY.zone] });
    expect(decide(profileOf("MX"), without, at("2026-11-23 10:00"))).toMatchObject({ reason: "NO_PERMISSION" });
  });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  const lastInboundAt = at("2026-11-28 21:00", MEXICO_CITY.zone);
  expect(judgeIn(MEXICO_CITY, "2026-11-28 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-30 08:00");
  expect(judgeIn(MEXICO_CITY, "2026-11-28 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
