import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { profileOf, readingsOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, holidaysIn, judgeIn } from "../facts-for-test.ts";

const GUAYAQUIL = { place: "EC", zone: "America/Guayaquil" };

describe("art. 49: hours", () => {
  it.each([
    ["Monday before seven", "2026-11-23 06:59", "OUTSIDE_WINDOW until 2026-11-23 07:00"],
    ["Monday at seven", "2026-11-23 07:00", "OK"],
    ["Friday a minute before the end", "2026-11-27 19:59", "OK"],
    ["Friday at the end, then Monday", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Sunday", "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["the independence of Guayaquil", "2026-10-09 10:00", "HOLIDAY until 2026-10-12 07:00"],
    ["the 9th of October on a Saturday rests on Friday", "2027-10-08 10:00", "HOLIDAY until 2027-10-11 07:00"],
    ["Pichincha on a Sunday rests on Monday", "2026-05-25 10:00", "HOLIDAY until 2026-05-26 07:00"],
    ["Holy Thursday is a day like others", "2026-04-02 10:00", "OK"],
    ["the 10th of September is a day like others", "2026-09-10 10:00", "OK"],
    ["the end of 2027 rests for a New Year on a Saturday", "2027-12-31 10:00", "HOLIDAY until 2028-01-03 07:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(GUAYAQUIL, moment)).toBe(expected);
  });

  it("a business may choose the one newspaper that says ten at night", () => {
    const chosen = { ...GUAYAQUIL, readings: { hours: "until_22" } };
    expect(judgeIn(chosen, "2026-11-27 21:59")).toBe("OK");
    expect(judgeIn(chosen, "2026-11-27 22:00")).toBe("OUTSIDE_WINDOW until 2026-11-30 07:00");
    expect(profileOf("EC", { readings: chosen.readings })?.hours.clause.standing).toBe("policy");
    expect(profileOf("EC")?.hours.clause).toMatchObject({ standing: "law", confidence: "secondary" });
  });

  it("on the Galápagos they come an hour later, and who may be in either is asked for both", () => {
    const zones = profileOf("EC")?.zones ?? [];
    expect(judgeIn(GUAYAQUIL, "2026-11-23 07:59", { zones })).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 08:00",
    );
    expect(judgeIn({ place: "EC", zone: "Pacific/Galapagos" }, "2026-11-23 07:00")).toBe("OK");
  });
});

describe("Código del Trabajo art. 65 and the law of 2016: holidays, each with the day its rest moves to", () => {
  it.each([
    [2026, "01-01 02-16 02-17 04-03 05-01 05-24 05-25 08-10 10-09 11-02 11-03 12-25"],
    [2027, "01-01 02-08 02-09 03-26 04-30 05-01 05-24 08-09 08-10 10-08 10-09 11-01 11-02 11-03 12-24 12-25 12-31"],
  ])("of %i are these and no others", (year, days) => {
    expect(holidaysIn("EC", year)).toEqual(new Set(days.split(" ")));
  });

  it.each([
    [2022, "a Tuesday to the Monday before", ["05-23", "05-24"]],
    [2023, "a Wednesday to Friday", ["05-24", "05-26"]],
    [2029, "a Thursday to Friday", ["05-24", "05-25"]],
    [2030, "a Friday stays", ["05-24"]],
  ])("in %i Pichincha moves: %s", (year, _, days) => {
    expect([...holidaysIn("EC", year)].filter((day) => day > "05-20" && day < "05-31")).toEqual(
      expect.arrayContaining(days),
    );
    expect([...holidaysIn("EC", year)].filter((day) => day > "05-20" && day < "05-31")).toHaveLength(days.length);
  });

  it.each([
    [2026, "Monday and Tuesday stay", ["11-02", "11-03"]],
    [2027, "Tuesday and Wednesday begin on Monday", ["11-01", "11-02", "11-03"]],
    [2022, "Wednesday and Thursday end on Friday", ["11-02", "11-03", "11-04"]],
    [2023, "Thursday and Friday stay", ["11-02", "11-03"]],
    [2029, "Friday and Saturday begin on Thursday", ["11-01", "11-02", "11-03"]],
    [2024, "Saturday and Sunday lie between Friday and Monday", ["11-01", "11-02", "11-03", "11-04"]],
    [2025, "Sunday and Monday end on Tuesday", ["11-02", "11-03", "11-04"]],
  ])("in %i the two of November keep two days of rest: %s", (year, _, days) => {
    const november = [...holidaysIn("EC", year)].filter((day) => day.startsWith("11-"));
    expect(new Set(november)).toEqual(new Set(days));
  });

  it("Christmas and New Year's Day only leave a weekend", () => {
    expect(holidaysIn("EC", 2024)).not.toContain("12-27");
    expect(holidaysIn("EC", 2023)).toContain("01-02");
    expect(holidaysIn("EC", 2022)).toContain("12-26");
    expect(holidaysIn("EC", 2021)).toContain("12-31");
  });
});

describe("art. 49: how often", () => {
  const sms = contact("2026-11-23 09:00", { channel: "sms" });

  it("once a day in all", () => {
    expect(judgeIn(GUAYAQUIL, "2026-11-23 15:00", { contacts: [sms] })).toBe("DAILY_CAP until 2026-11-24 07:00");
    expect(judgeIn(GUAYAQUIL, "2026-11-24 07:00", { contacts: [sms] })).toBe("OK");
    expect(judgeIn(GUAYAQUIL, "2026-11-27 15:00", { contacts: [contact("2026-11-27 08:00")] })).toBe(
      "DAILY_CAP until 2026-11-30 07:00",
    );
  });

  it("a business may choose once a day by each channel", () => {
    const chosen = { ...GUAYAQUIL, readings: { day: "per_channel" } };
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: [sms] })).toBe("OK");
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: [sms, contact("2026-11-23 10:00")] })).toBe(
      "DAILY_CAP until 2026-11-24 07:00",
    );
  });

  it("what may be chosen is named", () => {
    expect(readingsOf("EC").map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ["hours", ["until_20", "until_22"]],
      ["day", ["in_all", "per_channel"]],
    ]);
  });
});

describe("art. 49: to whom, and with what permission", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(GUAYAQUIL, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(GUAYAQUIL, "2026-11-23 10:00", { recipient })).toBe("OK");
  });

  it("only with permission for the channel", () => {
    const permission = { channels: ["email"], source: "upload", givenAt: at("2026-01-02 10:00") } as const;
    expect(judgeIn(GUAYAQUIL, "2026-11-23 10:00", { permission })).toBe("CHANNEL_NOT_AUTHORISED until never");
    const { permission: _, ...without } = factsWith({ country: "EC", zones: [GUAYAQUIL.zone] });
    expect(decide(profileOf("EC"), without, at("2026-11-23 10:00"))).toMatchObject({ reason: "NO_PERMISSION" });
  });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  const lastInboundAt = at("2026-11-27 21:00", GUAYAQUIL.zone);
  expect(judgeIn(GUAYAQUIL, "2026-11-27 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-30 07:00");
  expect(judgeIn(GUAYAQUIL, "2026-11-27 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
