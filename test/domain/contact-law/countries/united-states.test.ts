import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import type { Contact, Facts, Permission } from "../../../../src/domain/contact-law/facts.ts";
import { findClause, profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, judgeIn } from "../facts-for-test.ts";

const NEW_YORK = { place: "US", zone: "America/New_York" };
const IN_UTC = { place: "US", zone: "UTC" };
const ANY_CHANNEL: Permission = {
  channels: ["whatsapp", "voice"],
  source: "upload",
  givenAt: at("2026-01-15 09:00"),
};
const CALL = { channel: "voice", permission: ANY_CHANNEL } as const;

function past(text: string, changes: Partial<Contact> = {}): Contact {
  return contact(text, { at: at(text, NEW_YORK.zone), ...changes });
}

function call(text: string, changes: Partial<Contact> = {}): Contact {
  return past(text, { channel: "voice", ...changes });
}

describe("12 CFR 1006.6(b)(1)(i): hours at the person's location", () => {
  it.each([
    ["before eight", "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 08:00"],
    ["at eight", "2026-11-23 08:00", "OK"],
    ["a minute before nine at night", "2026-11-23 20:59", "OK"],
    ["at nine at night", "2026-11-23 21:00", "OUTSIDE_WINDOW until 2026-11-24 08:00"],
    ["Saturday", "2026-11-28 10:00", "OK"],
    ["Sunday", "2026-11-29 10:00", "OK"],
    ["Thanksgiving 2026", "2026-11-26 10:00", "OK"],
    ["Christmas 2026", "2026-12-25 10:00", "OK"],
    ["Independence Day 2027", "2027-07-04 10:00", "OK"],
    ["New Year's Day 2027, before eight", "2027-01-01 07:59", "OUTSIDE_WINDOW until 2027-01-01 08:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(NEW_YORK, moment)).toBe(expected);
  });

  it.each([
    ["New York opens at 13:00 UTC", "America/New_York", "2026-03-07 12:59", "2026-03-07 13:00"],
    ["on 8 March at 12:00 UTC", "America/New_York", "2026-03-08 11:59", "2026-03-08 12:00"],
    ["on 31 October at 12:00 UTC", "America/New_York", "2026-10-31 11:59", "2026-10-31 12:00"],
    ["on 1 November at 13:00 UTC", "America/New_York", "2026-11-01 12:59", "2026-11-01 13:00"],
    ["and closes that night at 02:00 UTC", "America/New_York", "2026-11-02 02:00", "2026-11-02 13:00"],
    ["Phoenix keeps 15:00 UTC on 8 March", "America/Phoenix", "2026-03-08 14:59", "2026-03-08 15:00"],
    ["Honolulu opens at 18:00 UTC", "Pacific/Honolulu", "2026-03-08 17:59", "2026-03-08 18:00"],
  ])("%s", (_, zone, moment, opens) => {
    expect(judgeIn(IN_UTC, moment, { zones: [zone] })).toBe(`OUTSIDE_WINDOW until ${opens}`);
    expect(judgeIn(IN_UTC, opens, { zones: [zone] })).toBe("OK");
  });

  it.each([
    ["before eight in both", "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 11:00"],
    [
      "eight in New York is five there",
      "2026-11-23 08:00",
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 11:00",
    ],
    ["a minute before eight there", "2026-11-23 10:59", "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 11:00"],
    ["eight there", "2026-11-23 11:00", "OK"],
    ["a minute before nine in New York", "2026-11-23 20:59", "OK"],
    ["nine in New York is six there", "2026-11-23 21:00", "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-24 11:00"],
    ["on 8 March both have moved", "2026-03-08 11:00", "OK"],
  ])("who may be in New York or Los Angeles: %s", (_, moment, expected) => {
    expect(judgeIn(NEW_YORK, moment, { zones: ["America/New_York", "America/Los_Angeles"] })).toBe(expected);
  });

  it("a time known to be inconvenient is one, whatever the clock says", () => {
    const inconvenient = [{ days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" }];
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { inconvenient })).toBe(
      "KNOWN_INCONVENIENT_TIME until 2026-11-23 17:00",
    );
    expect(judgeIn(NEW_YORK, "2026-11-28 10:00", { inconvenient })).toBe("OK");
  });
});

describe("1006.14(b)(2): calls", () => {
  const seven = [23, 24, 25, 26, 27, 28, 29].map((day) => call(`2026-11-${day} 10:00`));

  it.each([
    ["the seventh in seven days", seven.slice(1), "2026-11-29 12:00", "OK"],
    [
      "the eighth waits till seven days after the first",
      seven,
      "2026-11-29 12:00",
      "WEEKLY_CAP until 2026-11-30 10:00",
    ],
    ["a minute before that", seven, "2026-11-30 09:59", "WEEKLY_CAP until 2026-11-30 10:00"],
    ["and then", seven, "2026-11-30 10:00", "OK"],
  ])("%s", (_, contacts, moment, expected) => {
    expect(judgeIn(NEW_YORK, moment, { ...CALL, contacts })).toBe(expected);
  });

  it("seven consecutive days know no week: they run over a Monday", () => {
    const contacts = [25, 26, 27, 28, 29, 30].map((day) => call(`2026-11-${day} 10:00`));
    expect(judgeIn(NEW_YORK, "2026-12-01 10:00", { ...CALL, contacts: [...contacts, call("2026-12-01 09:00")] })).toBe(
      "WEEKLY_CAP until 2026-12-02 10:00",
    );
  });

  it("after a conversation there is no call for seven days; a call nobody took is none", () => {
    const spoken = [call("2026-11-23 10:00", { answered: true })];
    expect(judgeIn(NEW_YORK, "2026-11-24 10:00", { ...CALL, contacts: spoken })).toBe("MIN_GAP until 2026-11-30 10:00");
    expect(judgeIn(NEW_YORK, "2026-11-30 09:59", { ...CALL, contacts: spoken })).toBe("MIN_GAP until 2026-11-30 10:00");
    expect(judgeIn(NEW_YORK, "2026-11-30 10:00", { ...CALL, contacts: spoken })).toBe("OK");
    expect(judgeIn(NEW_YORK, "2026-11-24 10:00", { ...CALL, contacts: [call("2026-11-23 10:00")] })).toBe("OK");
  });

  it("messages are counted neither with calls nor by this rule", () => {
    const spoken = [...seven, call("2026-11-29 11:00", { answered: true })];
    expect(judgeIn(NEW_YORK, "2026-11-29 12:00", { contacts: spoken })).toBe("OK");
    const written = Array.from({ length: 12 }, (_, hour) => past(`2026-11-29 ${hour + 10}:00`, { answered: true }));
    expect(judgeIn(NEW_YORK, "2026-11-30 10:00", { ...CALL, contacts: written })).toBe("OK");
  });

  it("for messages a business may choose one a day and three a week", () => {
    const chosen = { ...NEW_YORK, readings: { frequency: "once_a_day" } };
    expect(judgeIn(NEW_YORK, "2026-11-23 15:00", { contacts: [past("2026-11-23 09:00")] })).toBe("OK");
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: [past("2026-11-23 09:00")] })).toBe(
      "DAILY_CAP until 2026-11-24 08:00",
    );
    const week = [23, 24, 25].map((day) => past(`2026-11-${day} 09:00`));
    expect(judgeIn(chosen, "2026-11-26 09:00", { contacts: week })).toBe("WEEKLY_CAP until 2026-11-30 08:00");
  });

  it("one more past contact never turns a refusal into a permission", () => {
    const now = at("2026-11-23 12:00", NEW_YORK.zone);
    const contacts = fc.record({
      at: fc.integer({ min: 1, max: 10 * 24 * 60 }).map((minutes) => now.minus({ minutes })),
      channel: fc.constantFrom("voice" as const, "whatsapp" as const),
      proactive: fc.boolean(),
      answered: fc.boolean(),
    });
    const histories = fc.array(contacts, { maxLength: 9 });
    fc.assert(
      fc.property(histories, contacts, fc.constantFrom("law", "once_a_day"), (history, more, frequency) => {
        const profile = profileOf("US", { readings: { frequency } });
        const facts = factsWith({ country: "US", zones: [NEW_YORK.zone], ...CALL, contacts: history });
        if (decide(profile, facts, now).allowed) return;
        expect(decide(profile, { ...facts, contacts: [...history, more] }, now).allowed).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("1006.6(b)(2): who has a lawyer", () => {
  const known = { contactKnown: true, unresponsive: false, consentsToDirect: false };
  const answer = {
    trigger: "reply",
    messageKind: "answer",
    lastInboundAt: at("2026-11-23 09:59", NEW_YORK.zone),
  } as const;

  it.each([
    ["is not contacted", known, "ATTORNEY_REPRESENTED until never"],
    ["is, when the lawyer does not respond", { ...known, unresponsive: true }, "OK"],
    ["is, when the lawyer consents", { ...known, consentsToDirect: true }, "OK"],
    ["is, when nobody can know who the lawyer is", { ...known, contactKnown: false }, "OK"],
  ])("%s", (_, attorney, expected) => {
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { attorney })).toBe(expected);
  });

  it("is answered once when they write themselves", () => {
    const asked = { ...answer, attorney: known };
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", asked)).toBe("REPLY_TO_DEBTOR");
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { ...asked, repliesSinceDebtorWrote: 1 })).toBe(
      "ATTORNEY_REPRESENTED until never",
    );
  });
});

describe("1006.14(h)(2): after an opt-out", () => {
  const optedOutAt = at("2026-11-23 10:00", NEW_YORK.zone);
  const wrote = { trigger: "reply", messageKind: "answer", lastInboundAt: optedOutAt, optedOutAt } as const;

  it("nothing is sent, also years later", () => {
    expect(judgeIn(NEW_YORK, "2026-11-23 11:00", { optedOutAt })).toBe("OPTED_OUT until never");
    expect(judgeIn(NEW_YORK, "2029-11-23 11:00", { optedOutAt })).toBe("OPTED_OUT until never");
  });

  it("but one confirmation, also at night, and one answer when the person writes again", () => {
    expect(judgeIn(NEW_YORK, "2026-11-23 10:01", wrote)).toBe("REPLY_ONCE_AFTER_OPT_OUT");
    expect(judgeIn(NEW_YORK, "2026-11-23 10:02", { ...wrote, repliesSinceDebtorWrote: 1 })).toBe(
      "OPTED_OUT until never",
    );
    const lastInboundAt = at("2026-11-25 22:00", NEW_YORK.zone);
    expect(judgeIn(NEW_YORK, "2026-11-25 22:01", { ...wrote, lastInboundAt })).toBe("REPLY_ONCE_AFTER_OPT_OUT");
  });

  it("until the person's own later words lift it", () => {
    const givenAt = optedOutAt.plus({ days: 1 });
    const permission: Permission = { channels: ["whatsapp"], source: "debtor_words", givenAt };
    expect(judgeIn(NEW_YORK, "2026-11-25 10:00", { optedOutAt, permission })).toBe("OK");
    const uploaded: Permission = { ...permission, source: "upload" };
    expect(judgeIn(NEW_YORK, "2026-11-25 10:00", { optedOutAt, permission: uploaded })).toBe("OPTED_OUT until never");
  });
});

describe("permission and recipients", () => {
  it("no message leaves without permission, nor by a medium the person did not allow (1006.14(h)(1))", () => {
    const { permission: _, ...without }: Facts = factsWith({ country: "US", zones: [NEW_YORK.zone] });
    const now = at("2026-11-23 10:00", NEW_YORK.zone);
    expect(decide(profileOf("US"), without, now)).toMatchObject({ allowed: false, reason: "NO_PERMISSION" });
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { channel: "sms" })).toBe("CHANNEL_NOT_AUTHORISED until never");
  });

  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(NEW_YORK, "2026-11-23 10:00", { recipient })).toBe("OK");
  });
});

it.each([
  ["US.hours", "law", "verified"],
  ["US.attorney", "law", "verified"],
  ["US.validation", "law", "verified"],
  ["US.opt-out-notice", "law", "secondary"],
  ["US.seven-calls", "law", "secondary"],
  ["US.scope", "law", "secondary"],
  ["US.opt-out", "policy", "unverified"],
  ["US.mini-miranda", "policy", "unverified"],
])("%s is %s, %s", (id, standing, confidence) => {
  expect(findClause(id)).toMatchObject({ standing, confidence });
});
