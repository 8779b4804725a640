import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import type { Contact } from "../../../../src/domain/contact-law/facts.ts";
import { profileOf, readingsOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, holidaysIn, judgeIn } from "../facts-for-test.ts";

const SANTIAGO = { place: "CL", zone: "America/Santiago" };
const PUNTA_ARENAS = "America/Punta_Arenas";
const WHOLE_DAYS = { ...SANTIAGO, readings: { gap: "two_full_days" } };

function sent(moment: string, changes: Partial<Contact> = {}): Contact {
  return contact(moment, { at: at(moment, SANTIAGO.zone), ...changes });
}

describe("Ley 19.496 art. 37: hours", () => {
  it.each([
    ["Monday before eight", "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 08:00"],
    ["Monday at eight", "2026-11-23 08:00", "OK"],
    ["Friday a minute before the end", "2026-11-27 19:59", "OK"],
    ["Friday at the end, then Saturday", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-28 08:00"],
    ["Saturday until the evening", "2026-11-28 19:59", "OK"],
    ["Saturday at the end, then Monday", "2026-11-28 20:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Sunday", "2026-11-29 12:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["Immaculate Conception", "2026-12-08 10:00", "HOLIDAY until 2026-12-09 08:00"],
    ["Good Friday, then Holy Saturday and Easter: Monday", "2026-04-03 10:00", "HOLIDAY until 2026-04-06 08:00"],
    ["Holy Saturday", "2026-04-04 10:00", "HOLIDAY until 2026-04-06 08:00"],
    ["the feasts of September on a Friday and a Saturday", "2026-09-18 10:00", "HOLIDAY until 2026-09-21 08:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(SANTIAGO, moment)).toBe(expected);
  });

  it("rest on what SERNAC says", () => {
    const decision = decide(
      profileOf("CL"),
      factsWith({ country: "CL", zones: [SANTIAGO.zone] }),
      at("2026-11-29 12:00"),
    );
    expect(decision.clause).toMatchObject({ id: "CL.hours", law: "Ley 19.496", standing: "policy" });
  });

  it.each([
    ["voice", "law", "verified"],
    ["visit", "law", "verified"],
    ["whatsapp", "policy", "unverified"],
    ["sms", "policy", "unverified"],
    ["email", "policy", "unverified"],
  ] as const)("on a Sunday and on a holiday %s is refused by %s", (channel, standing, confidence) => {
    const permission = { channels: [channel], source: "upload", givenAt: at("2026-01-01 12:00") } as const;
    const facts = factsWith({ country: "CL", zones: [SANTIAGO.zone], channel, permission });
    for (const [moment, id] of [
      ["2026-11-29 12:00", "CL.hours"],
      ["2026-12-08 12:00", "CL.holidays"],
    ] as const)
      expect(decide(profileOf("CL"), facts, at(moment)).clause).toMatchObject({ id, standing, confidence });
  });
});

it.each([
  [2026, "01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25"],
  [2027, "01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25"],
])("Ley 2.977: the holidays of %i are these and no others", (year, days) => {
  expect(holidaysIn("CL", year)).toEqual(new Set(days.split(" ")));
});

describe("where it is", () => {
  const either = { zones: [SANTIAGO.zone, PUNTA_ARENAS] };
  const magallanes = { place: "CL", zone: PUNTA_ARENAS };

  it("eight o'clock comes an hour earlier to Punta Arenas than to Santiago in winter, and together in summer", () => {
    expect(judgeIn(magallanes, "2026-07-01 08:00")).toBe("OK");
    expect(judgeIn(SANTIAGO, "2026-07-01 07:00")).toBe("OUTSIDE_WINDOW until 2026-07-01 08:00");
    expect(at("2026-07-01 08:00", PUNTA_ARENAS).toMillis()).toBe(at("2026-07-01 07:00", SANTIAGO.zone).toMillis());
    expect(at("2026-01-02 08:00", PUNTA_ARENAS).toMillis()).toBe(at("2026-01-02 08:00", SANTIAGO.zone).toMillis());
  });

  it.each([
    ["morning in Punta Arenas only", "2026-07-01 07:30", "2026-07-01 08:00"],
    ["evening in Santiago only", "2026-07-01 19:00", "2026-07-02 08:00"],
  ])("who may be in either is written to when both are open: %s", (_, moment, until) => {
    expect(judgeIn(SANTIAGO, moment, either)).toBe(`OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until ${until}`);
  });

  it("both are open from eight to seven in winter, told in Santiago, and until eight in summer", () => {
    expect(judgeIn(SANTIAGO, "2026-07-01 08:00", either)).toBe("OK");
    expect(judgeIn(SANTIAGO, "2026-07-01 18:59", either)).toBe("OK");
    expect(judgeIn(SANTIAGO, "2026-01-02 19:59", either)).toBe("OK");
  });

  it("every zone of the country exists, and Easter Island is two hours behind", () => {
    const zones = profileOf("CL")?.zones ?? [];
    expect(judgeIn(SANTIAGO, "2026-11-23 10:00", { zones })).toBe("OK");
    expect(judgeIn(SANTIAGO, "2026-11-23 09:59", { zones })).toMatch(/^OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION/);
  });
});

describe("art. 37: how often, by messages", () => {
  it.each([
    ["a second one before 48 hours", ["2026-11-23 09:00"], "2026-11-24 10:00", "MIN_GAP until 2026-11-25 09:00"],
    ["a second one after 48 hours", ["2026-11-23 09:00"], "2026-11-25 09:00", "OK"],
    ["48 hours that end at night", ["2026-11-23 21:00"], "2026-11-25 10:00", "MIN_GAP until 2026-11-26 08:00"],
    [
      "a third one in the week",
      ["2026-11-23 09:00", "2026-11-25 09:00"],
      "2026-11-27 10:00",
      "WEEKLY_CAP until 2026-11-30 08:00",
    ],
    [
      "a new week does not lift the 48 hours",
      ["2026-11-25 09:00", "2026-11-28 19:00"],
      "2026-11-30 09:00",
      "MIN_GAP until 2026-11-30 19:00",
    ],
  ])("%s", (_, past, moment, expected) => {
    expect(judgeIn(SANTIAGO, moment, { contacts: past.map((text) => sent(text)) })).toBe(expected);
  });

  it("WhatsApp, SMS and email count together, and calls do not", () => {
    const contacts = [
      sent("2026-11-23 09:00", { channel: "sms" }),
      sent("2026-11-24 09:00", { channel: "voice" }),
      sent("2026-11-25 09:00", { channel: "email" }),
    ];
    expect(judgeIn(SANTIAGO, "2026-11-27 10:00", { contacts })).toBe("WEEKLY_CAP until 2026-11-30 08:00");
    expect(judgeIn(SANTIAGO, "2026-11-27 10:00", { contacts: contacts.slice(0, 2) })).toBe("OK");
  });

  it("a business may choose two whole days between", () => {
    const contacts = [sent("2026-11-23 09:00")];
    expect(judgeIn(WHOLE_DAYS, "2026-11-25 10:00", { contacts })).toBe("MIN_GAP until 2026-11-26 08:00");
    expect(judgeIn(WHOLE_DAYS, "2026-11-26 08:00", { contacts })).toBe("OK");
    expect(readingsOf("CL").map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ["gap", ["48_hours", "two_full_days"]],
    ]);
  });
});

describe("art. 37: how often, by call or visit", () => {
  const call = {
    channel: "voice",
    permission: { channels: ["voice", "whatsapp"], source: "upload", givenAt: at("2026-01-02 10:00") },
  } as const;

  it.each(["voice", "visit"] as const)("a %s of the week bars a call until the next week", (channel) => {
    const contacts = [sent("2026-11-23 09:00", { channel })];
    expect(judgeIn(SANTIAGO, "2026-11-28 10:00", { ...call, contacts })).toBe("WEEKLY_CAP until 2026-11-30 08:00");
    expect(judgeIn(SANTIAGO, "2026-11-30 08:00", { ...call, contacts })).toBe("OK");
  });

  it("messages of the week bar no call", () => {
    const contacts = [sent("2026-11-23 09:00"), sent("2026-11-25 09:00")];
    expect(judgeIn(SANTIAGO, "2026-11-25 10:00", { ...call, contacts })).toBe("OK");
  });
});

describe("the nights on which clocks change in Santiago", () => {
  it("on 5 April 2026 the hour before midnight comes twice, so 48 hours end an hour earlier on the clock", () => {
    const contacts = [sent("2026-04-04 10:00")];
    expect(judgeIn(SANTIAGO, "2026-04-06 08:59", { contacts })).toBe("MIN_GAP until 2026-04-06 09:00");
    expect(judgeIn(SANTIAGO, "2026-04-06 09:00", { contacts })).toBe("OK");
  });

  it("both hours before that midnight are Saturday's", () => {
    const first = sent("2026-04-04 23:30");
    const again = { ...first, at: first.at.plus({ hours: 1 }) };
    expect(again.at.toFormat("yyyy-MM-dd HH:mm")).toBe("2026-04-04 23:30");
    for (const { at: moment } of [first, again]) {
      const contacts = [sent("2026-04-04 10:00", { at: moment })];
      expect(judgeIn(WHOLE_DAYS, "2026-04-06 19:59", { contacts })).toBe("MIN_GAP until 2026-04-07 08:00");
    }
  });

  it("on 6 September 2026 the day begins at one, so 48 hours end an hour later on the clock", () => {
    const contacts = [sent("2026-09-05 10:00")];
    expect(judgeIn(SANTIAGO, "2026-09-07 10:59", { contacts })).toBe("MIN_GAP until 2026-09-07 11:00");
    expect(judgeIn(SANTIAGO, "2026-09-07 11:00", { contacts })).toBe("OK");
  });

  it("two whole days end at a midnight that does not come, and Monday is the first open day", () => {
    const contacts = [sent("2026-09-03 10:00")];
    expect(judgeIn(WHOLE_DAYS, "2026-09-05 19:00", { contacts })).toBe("MIN_GAP until 2026-09-07 08:00");
  });

  it.each([
    ["the last evening of summer time", "2026-04-02 20:00", "2026-04-06 08:00"],
    ["the last evening of winter time", "2026-09-05 20:00", "2026-09-07 08:00"],
  ])("the window opens at eight by the clock before and after: %s", (_, moment, until) => {
    expect(judgeIn(SANTIAGO, moment)).toBe(`OUTSIDE_WINDOW until ${until}`);
  });
});

describe("to whom, and with what permission", () => {
  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(SANTIAGO, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(SANTIAGO, "2026-11-23 10:00", { recipient })).toBe("OK");
  });

  it("only with permission for the channel", () => {
    const permission = { channels: ["email"], source: "upload", givenAt: at("2026-01-02 10:00") } as const;
    expect(judgeIn(SANTIAGO, "2026-11-23 10:00", { permission })).toBe("CHANNEL_NOT_AUTHORISED until never");
    const { permission: _, ...without } = factsWith({ country: "CL", zones: [SANTIAGO.zone] });
    expect(decide(profileOf("CL"), without, at("2026-11-23 10:00"))).toMatchObject({ reason: "NO_PERMISSION" });
  });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  const lastInboundAt = at("2026-11-28 21:00", SANTIAGO.zone);
  expect(judgeIn(SANTIAGO, "2026-11-28 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-30 08:00");
  expect(judgeIn(SANTIAGO, "2026-11-28 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
