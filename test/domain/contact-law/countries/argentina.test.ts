import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { findClause, profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, holidaysIn, judgeIn } from "../facts-for-test.ts";

const BUENOS_AIRES = { place: "AR", zone: "America/Argentina/Buenos_Aires" };

describe("hours of the house, for the law names none", () => {
  it.each([
    ["Tuesday before nine", "2026-11-24 08:59", "OUTSIDE_WINDOW until 2026-11-24 09:00"],
    ["Tuesday at nine", "2026-11-24 09:00", "OK"],
    ["Friday a minute before the end", "2026-11-27 18:59", "OK"],
    ["Friday at the end, then Monday", "2026-11-27 19:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Sunday", "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Sovereignty, moved from Friday to Monday", "2026-11-23 10:00", "HOLIDAY until 2026-11-24 09:00"],
    ["and the Friday itself is a day like others", "2026-11-20 10:00", "OK"],
    ["the bridge before Memory Day", "2026-03-23 10:00", "HOLIDAY until 2026-03-25 09:00"],
    ["Independence and the bridge after it", "2026-07-09 10:00", "HOLIDAY until 2026-07-13 09:00"],
    ["the bridge before the Immaculate Conception", "2026-12-07 10:00", "HOLIDAY until 2026-12-09 09:00"],
    ["Holy Thursday", "2027-03-25 10:00", "HOLIDAY until 2027-03-29 09:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(BUENOS_AIRES, moment)).toBe(expected);
  });

  it("and its holidays are policy, not shown as law", () => {
    const profile = profileOf("AR");
    expect(profile?.hours.clause).toMatchObject({ law: "Saldar", article: "15", standing: "policy" });
    expect(profile?.holidays?.clause).toMatchObject({ law: "Saldar", article: "16", standing: "policy" });
  });
});

describe("Ley 27.399: holidays", () => {
  it.each([
    [
      2026,
      "01-01 02-16 02-17 03-23 03-24 04-02 04-03 05-01 05-25 06-15",
      "06-20 07-09 07-10 08-17 10-12 11-23 12-07 12-08 12-25",
    ],
    [2027, "01-01 02-08 02-09 03-24 03-25 03-26 04-02 05-01 05-25 06-20", "06-21 07-09 08-16 10-11 11-20 12-08 12-25"],
  ])("of %i are these and no others", (year, earlier, later) => {
    expect(holidaysIn("AR", year)).toEqual(new Set([...earlier.split(" "), ...later.split(" ")]));
  });
});

describe("how often", () => {
  it("the law names no number, so a second message of the day may leave", () => {
    expect(judgeIn(BUENOS_AIRES, "2026-11-24 15:00", { contacts: [contact("2026-11-24 09:00")] })).toBe("OK");
  });

  it("a business may choose one a day and three a week", () => {
    const chosen = { ...BUENOS_AIRES, readings: { frequency: "once_a_day" } };
    const contacts = ["2026-11-24 09:00", "2026-11-25 09:00", "2026-11-26 09:00"].map((text) => contact(text));
    expect(judgeIn(chosen, "2026-11-24 15:00", { contacts: contacts.slice(0, 1) })).toBe(
      "DAILY_CAP until 2026-11-25 09:00",
    );
    expect(judgeIn(chosen, "2026-11-27 09:00", { contacts })).toBe("WEEKLY_CAP until 2026-11-30 09:00");
  });
});

it("Ley 24.240 art. 8 bis and Ley 25.326 are cited as read", () => {
  expect(findClause("AR.dignity")).toMatchObject({ article: "art. 8 bis", confidence: "verified" });
  expect(findClause("AR.judicial")).toMatchObject({ article: "art. 8 bis", confidence: "verified" });
  expect(findClause("AR.data.credit")).toMatchObject({ article: "art. 26.4", confidence: "verified" });
});

describe("to whom, and with what permission", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(BUENOS_AIRES, "2026-11-24 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(BUENOS_AIRES, "2026-11-24 10:00", { recipient })).toBe("OK");
  });

  it("only with permission for the channel", () => {
    const permission = { channels: ["email"], source: "upload", givenAt: at("2026-01-02 10:00") } as const;
    expect(judgeIn(BUENOS_AIRES, "2026-11-24 10:00", { permission })).toBe("CHANNEL_NOT_AUTHORISED until never");
    const { permission: _, ...without } = factsWith({ country: "AR", zones: [BUENOS_AIRES.zone] });
    expect(decide(profileOf("AR"), without, at("2026-11-24 10:00"))).toMatchObject({ reason: "NO_PERMISSION" });
  });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  const lastInboundAt = at("2026-11-24 21:00", BUENOS_AIRES.zone);
  expect(judgeIn(BUENOS_AIRES, "2026-11-24 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-25 09:00");
  expect(judgeIn(BUENOS_AIRES, "2026-11-24 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
