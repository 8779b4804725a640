import { describe, expect, it } from "vitest";
import { CO } from "../../../../src/domain/contact-law/countries/colombia.ts";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { CHANNELS, type Contact } from "../../../../src/domain/contact-law/facts.ts";
import { holidaysOf } from "../../../../src/domain/contact-law/holidays.ts";
import { STOPPED_BY } from "../../../../src/domain/outreach/holds.ts";
import { isoDate } from "../../../../src/domain/time.ts";
import { at, colombiaLaw, contact, factsWith, judgeIn } from "../facts-for-test.ts";

const law = colombiaLaw();

/** `OK`, or `HOLIDAY until 2026-11-17 07:00` in Bogotá. */
function verdict(moment: string, facts = factsWith(), profile = law): string {
  const decision = decide(profile, facts, at(moment));
  if (decision.allowed) return decision.reason;
  const until = decision.until?.setZone("America/Bogota").toFormat("yyyy-MM-dd HH:mm") ?? "never";
  return `${decision.reason} until ${until}`;
}

describe("Ley 2300 art. 3: hours", () => {
  it.each([
    ["Monday before seven", "2026-11-23 06:59", "OUTSIDE_WINDOW until 2026-11-23 07:00"],
    ["Monday at seven", "2026-11-23 07:00", "OK"],
    ["Friday a minute before the end", "2026-11-27 18:59", "OK"],
    [
      "Friday at the end, which is out: then Saturday at eight",
      "2026-11-27 19:00",
      "OUTSIDE_WINDOW until 2026-11-28 08:00",
    ],
    ["Saturday before eight", "2026-11-28 07:59", "OUTSIDE_WINDOW until 2026-11-28 08:00"],
    ["Saturday at eight", "2026-11-28 08:00", "OK"],
    ["Saturday a minute before the end", "2026-11-28 14:59", "OK"],
    ["Saturday at three, then Monday", "2026-11-28 15:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["Sunday at noon", "2026-11-29 12:00", "OUTSIDE_WINDOW until 2026-11-30 07:00"],
    ["a holiday Monday", "2026-11-16 10:00", "HOLIDAY until 2026-11-17 07:00"],
    ["the Sunday before a holiday Monday skips both", "2026-11-15 10:00", "OUTSIDE_WINDOW until 2026-11-17 07:00"],
    ["the new holiday of Ley 2578", "2026-07-13 10:00", "HOLIDAY until 2026-07-14 07:00"],
    ["and its next year", "2027-07-12 10:00", "HOLIDAY until 2027-07-13 07:00"],
    ["the Monday a week later is a day like others", "2027-07-19 10:00", "OK"],
    ["Holy Thursday, then Saturday", "2026-04-02 10:00", "HOLIDAY until 2026-04-04 08:00"],
    ["the last evening of the year skips New Year's Day", "2026-12-31 19:00", "OUTSIDE_WINDOW until 2027-01-02 08:00"],
    ["Christmas on a Friday", "2026-12-25 09:00", "HOLIDAY until 2026-12-26 08:00"],
  ])("%s", (_, moment, expected) => {
    expect(verdict(moment)).toBe(expected);
  });

  it("rests on its article, with the confidence it has", () => {
    const decision = decide(law, factsWith(), at("2026-11-29 12:00"));
    expect(decision.clause).toMatchObject({ law: "Ley 2300 de 2023", article: "art. 3", confidence: "secondary" });
    expect(decision.profile).toEqual({
      country: "CO",
      subdivision: null,
      version: law.version,
      readings: { contact: "each_send", week: "one_channel" },
    });
  });
});

describe("Ley 51 of 1983 and Ley 2578 of 2026: holidays", () => {
  it.each([
    [
      2026,
      "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
    ],
    [
      2027,
      "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
    ],
  ])("of %i are these and no others", (year, days) => {
    const expected = days.split(" ").map((day) => `${year}-${day}`);
    const calendar = law.holidays?.calendar;
    expect(calendar && new Set(holidaysOf(calendar, year))).toEqual(new Set(expected));
  });

  it("9 July is one from 2026 on, moved to Monday, and kept when it is one", () => {
    const calendar = law.holidays?.calendar;
    const julyOf = (year: number) =>
      calendar ? [...holidaysOf(calendar, year)].filter((day) => day > `${year}-07-05` && day < `${year}-07-19`) : [];
    expect(julyOf(2025)).toEqual([]);
    expect(julyOf(2028)).toEqual(["2028-07-10"]);
    expect(julyOf(2029)).toEqual(["2029-07-09"]);
  });
});

describe("Ley 2300 art. 3: how often", () => {
  it.each([
    ["a second contact the same day", "2026-11-24 10:00", ["2026-11-24 08:00"], "DAILY_CAP until 2026-11-25 07:00"],
    [
      "a second contact on a Saturday waits for Monday",
      "2026-11-28 12:00",
      ["2026-11-28 08:00"],
      "DAILY_CAP until 2026-11-30 07:00",
    ],
    ["yesterday's contact", "2026-11-24 10:00", ["2026-11-23 18:59"], "OK"],
  ])("%s", (_, moment, past, expected) => {
    expect(verdict(moment, factsWith({ contacts: past.map((text) => contact(text)) }))).toBe(expected);
  });

  it("another channel in the same ISO week waits for the next week, over a holiday Monday", () => {
    const contacts = [contact("2026-11-09 10:00", { channel: "voice" })];
    expect(verdict("2026-11-13 10:00", factsWith({ contacts }))).toBe(
      "SECOND_CHANNEL_SAME_WEEK until 2026-11-17 07:00",
    );
    expect(verdict("2026-11-17 10:00", factsWith({ contacts }))).toBe("OK");
  });

  it("a week runs over the year's end: Thursday's call in 2026 bars Saturday's message in 2027", () => {
    const contacts = [contact("2026-12-31 10:00", { channel: "voice" })];
    expect(verdict("2027-01-02 09:00", factsWith({ contacts }))).toBe(
      "SECOND_CHANNEL_SAME_WEEK until 2027-01-04 07:00",
    );
  });

  it("a day begins at midnight and a week on Monday, and both are in", () => {
    const voice = { contacts: [contact("2026-11-23 00:00", { channel: "voice" })] };
    expect(verdict("2026-11-24 10:00", factsWith({ contacts: [contact("2026-11-24 00:00")] }))).toMatch(/^DAILY_CAP/);
    expect(verdict("2026-11-25 10:00", factsWith(voice))).toMatch(/^SECOND_CHANNEL_SAME_WEEK/);
    expect(verdict("2026-11-21 10:00", factsWith(voice))).toBe("OK");
  });

  it("answers and confirmations count towards no cap", () => {
    const contacts = [
      contact("2026-11-24 08:00", { proactive: false }),
      contact("2026-11-24 08:05", { proactive: false, channel: "sms" }),
    ];
    expect(verdict("2026-11-24 10:00", factsWith({ contacts }))).toBe("OK");
  });

  it("a business may choose, by name, that only two-way contacts count", () => {
    const chosen = colombiaLaw({ contact: "two_way_only" });
    const silent = factsWith({ contacts: [contact("2026-11-24 08:00")] });
    const answered = factsWith({ contacts: [contact("2026-11-24 08:00", { answered: true })] });
    expect(verdict("2026-11-24 10:00", silent, chosen)).toBe("OK");
    expect(verdict("2026-11-24 10:00", answered, chosen)).toBe("DAILY_CAP until 2026-11-25 07:00");
    expect(decide(chosen, silent, at("2026-11-24 10:00")).profile.readings).toMatchObject({ contact: "two_way_only" });
  });

  it("a business may choose the strictest reading of the week: one contact", () => {
    const facts = factsWith({ contacts: [contact("2026-11-23 08:00")] });
    expect(verdict("2026-11-26 10:00", facts, colombiaLaw({ week: "one_contact" }))).toBe(
      "WEEKLY_CAP until 2026-11-30 07:00",
    );
    expect(verdict("2026-11-26 10:00", facts)).toBe("OK");
  });
});

describe("Ley 2300 art. 6: visits", () => {
  const PERMITTED = {
    channels: ["visit", "whatsapp"],
    source: "debtor_words",
    givenAt: at("2026-01-02 10:00"),
  } as const;
  const visit = factsWith({ channel: "visit", permission: PERMITTED });

  it("are made at no time, whatever was permitted", () => {
    expect(verdict("2026-11-24 10:00", visit)).toBe("CHANNEL_NOT_AUTHORISED until never");
    expect(decide(law, visit, at("2026-11-24 10:00")).clause.id).toBe("CO.visits");
  });

  it("are no answer and no receipt either, also after an opt-out", () => {
    const answer = {
      ...visit,
      trigger: "reply",
      messageKind: "answer",
      lastInboundAt: at("2026-11-24 09:00"),
    } as const;
    for (const facts of [
      answer,
      { ...answer, optedOutAt: at("2026-11-24 09:00"), permission: PERMITTED },
      { ...visit, trigger: "confirmation", messageKind: "receipt" } as const,
    ])
      expect(verdict("2026-11-24 10:00", facts)).toBe("CHANNEL_NOT_AUTHORISED until never");
  });

  it("stay lawful where no law bars them", () => {
    expect(judgeIn({ place: "CL", zone: "America/Santiago" }, "2026-11-24 10:00", visit)).toMatch(/^OK/);
  });
});

describe("Ley 2300 art. 3 par.: other hours at the consumer's request", () => {
  const asked = { days: [1, 7], start: "19:00", end: "21:00", separateInstrument: true, afterContract: true };

  it("widen the window on the days that were asked for", () => {
    expect(verdict("2026-11-23 20:00", factsWith({ requestedHours: asked }))).toBe("CONSUMER_REQUESTED_HOURS");
    expect(verdict("2026-11-29 20:00", factsWith({ requestedHours: asked }))).toBe("CONSUMER_REQUESTED_HOURS");
    expect(verdict("2026-11-24 20:00", factsWith({ requestedHours: asked }))).toBe(
      "OUTSIDE_WINDOW until 2026-11-25 07:00",
    );
    expect(verdict("2026-11-28 16:00", factsWith({ requestedHours: asked }))).toBe(
      "OUTSIDE_WINDOW until 2026-11-29 19:00",
    );
  });

  it("need a document apart from the contract and later than it", () => {
    for (const missing of [{ separateInstrument: false }, { afterContract: false }]) {
      const facts = factsWith({ requestedHours: { ...asked, ...missing } });
      expect(verdict("2026-11-23 20:00", facts)).toBe("OUTSIDE_WINDOW until 2026-11-24 07:00");
    }
  });

  it("open no holiday and lift no cap", () => {
    expect(verdict("2026-11-16 20:00", factsWith({ requestedHours: asked }))).toBe("HOLIDAY until 2026-11-17 07:00");
    const contacts = [contact("2026-11-23 08:00")];
    expect(verdict("2026-11-23 20:00", factsWith({ requestedHours: asked, contacts }))).toBe(
      "DAILY_CAP until 2026-11-24 07:00",
    );
  });
});

describe("who, with what permission, in which state", () => {
  it.each([
    ["a co-debtor", { recipient: "co_debtor" }, "OK"],
    ["a guarantor (art. 4)", { recipient: "guarantor" }, "OK"],
    ["a reference (art. 4)", { recipient: "reference" }, "THIRD_PARTY until never"],
    [
      "a relative who wrote",
      { recipient: "relative", trigger: "reply", lastInboundAt: at("2026-11-24 09:00") },
      "THIRD_PARTY until never",
    ],
    ["a stranger who did not write", { recipient: "stranger" }, "THIRD_PARTY until never"],
    [
      "a stranger who wrote",
      { recipient: "stranger", messageKind: "answer", trigger: "reply", lastInboundAt: at("2026-11-24 09:00") },
      "REPLY_TO_DEBTOR",
    ],
    [
      "permission for another channel (art. 2)",
      { permission: { channels: ["email"], source: "upload", givenAt: at("2026-01-01 09:00") } },
      "CHANNEL_NOT_AUTHORISED until never",
    ],
    ["no known zone", { zones: [] }, "UNKNOWN_TIMEZONE until never"],
    ["a zone that does not exist", { zones: ["America/Nowhere"] }, "UNKNOWN_TIMEZONE until never"],
    ["an opt-out", { optedOutAt: at("2026-11-01 09:00") }, "OPTED_OUT until never"],
    [
      "a lawyer who answers",
      { attorney: { contactKnown: true, unresponsive: false, consentsToDirect: false } },
      "ATTORNEY_REPRESENTED until never",
    ],
    ["a lawyer who consents", { attorney: { contactKnown: true, unresponsive: false, consentsToDirect: true } }, "OK"],
    [
      "a moratorium until Friday",
      { moratorium: { type: "insolvency", lastProtectedDay: isoDate("2026-11-27") } },
      "MORATORIUM until 2026-11-28 08:00",
    ],
    [
      "a moratorium that ended yesterday",
      { moratorium: { type: "insolvency", lastProtectedDay: isoDate("2026-11-23") } },
      "OK",
    ],
    ["a death", { deceased: true }, "DECEASED until never"],
    ["a wrong person", { wrongPerson: true }, "WRONG_PERSON until never"],
    ["a held death", { holds: [{ kind: "deceased", stops: STOPPED_BY.deceased }] }, "DECEASED until never"],
    ["a dispute", { holds: [{ kind: "dispute", stops: STOPPED_BY.dispute }] }, "HOLD_dispute until never"],
    [
      "a promise that ends on Thursday night",
      { holds: [{ kind: "promise", stops: STOPPED_BY.promise, until: at("2026-11-26 23:00") }] },
      "HOLD_promise until 2026-11-27 07:00",
    ],
    [
      "a promise and its own reminder",
      { messageKind: "promise_reminder", holds: [{ kind: "promise", stops: STOPPED_BY.promise }] },
      "OK",
    ],
    ["words that may not be said", { forbiddenContent: true }, "CONTENT_FORBIDDEN until never"],
    [
      "times the person called bad",
      { inconvenient: [{ days: [2], start: "09:00", end: "12:00" }] },
      "KNOWN_INCONVENIENT_TIME until 2026-11-24 12:00",
    ],
    [
      "bad nights that end in the morning",
      { inconvenient: [{ days: [1], start: "22:00", end: "10:30" }] },
      "KNOWN_INCONVENIENT_TIME until 2026-11-24 10:30",
    ],
  ] as const)("%s", (_, changes, expected) => {
    expect(verdict("2026-11-24 10:00", factsWith(changes))).toBe(expected);
  });

  it("without any permission nothing we start leaves", () => {
    const { permission: _, ...without } = factsWith();
    expect(verdict("2026-11-24 10:00", without)).toBe("NO_PERMISSION until never");
  });

  it("a country without a profile is refused, whatever the message", () => {
    const facts = factsWith({ country: "ZZ", trigger: "reply", lastInboundAt: at("2026-11-24 09:59") });
    const decision = decide(undefined, facts, at("2026-11-24 10:00"));
    expect(decision).toMatchObject({ allowed: false, reason: "UNKNOWN_JURISDICTION", until: null });
    expect(decision.profile).toEqual({ country: "ZZ", subdivision: null, version: "none", readings: {} });
  });
});

describe("Ley 2300 art. 8: what is exempt", () => {
  it.each(["2026-11-29 23:00", "2026-11-16 03:00"])("a receipt leaves on a Sunday and on a holiday: %s", (moment) => {
    const facts = factsWith({ trigger: "confirmation", messageKind: "receipt", contacts: [contact(moment)] });
    expect(verdict(moment, facts)).toBe("OPERATION_CONFIRMATION");
  });

  it("a demand does not pass as a confirmation", () => {
    const facts = factsWith({ trigger: "confirmation", messageKind: "reminder" });
    expect(verdict("2026-11-29 23:00", facts)).toBe("OUTSIDE_WINDOW until 2026-11-30 07:00");
  });

  it("an answer to the debtor leaves at any hour", () => {
    const facts = factsWith({ trigger: "reply", messageKind: "answer", lastInboundAt: at("2026-11-29 22:55") });
    expect(verdict("2026-11-29 23:00", facts)).toBe("REPLY_TO_DEBTOR");
  });

  it("a receipt needs permission for the channel and respects an opt-out", () => {
    const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
    const { permission: _, ...without } = factsWith(receipt);
    expect(verdict("2026-11-24 10:00", without)).toBe("NO_PERMISSION until never");
    expect(verdict("2026-11-24 10:00", factsWith({ ...receipt, optedOutAt: at("2026-11-01 09:00") }))).toBe(
      "OPTED_OUT until never",
    );
  });
});

describe("an opt-out", () => {
  const optedOut = { optedOutAt: at("2026-11-24 09:00"), lastInboundAt: at("2026-11-24 09:00") };
  const answer = { trigger: "reply", messageKind: "answer" } as const;

  it("is confirmed once, and then there is silence", () => {
    const first = factsWith({ ...optedOut, ...answer, conversationClosed: true });
    expect(verdict("2026-11-24 09:01", first)).toBe("REPLY_ONCE_AFTER_OPT_OUT");
    expect(verdict("2026-11-24 09:02", { ...first, repliesSinceDebtorWrote: 1 })).toBe("OPTED_OUT until never");
    const nudge = { ...first, conversationClosed: false, messageKind: "nudge" } as const;
    expect(verdict("2026-11-24 09:02", nudge)).toBe("OPTED_OUT until never");
  });

  it("is lifted by the debtor's own later words, and by no upload, agent or time", () => {
    const lifting = (source: "upload" | "agent" | "debtor_words", givenAt: string) =>
      factsWith({
        optedOutAt: optedOut.optedOutAt,
        permission: { channels: ["whatsapp"], source, givenAt: at(givenAt) },
      });
    expect(verdict("2028-11-24 10:00", lifting("upload", "2028-01-03 10:00"))).toBe("OPTED_OUT until never");
    expect(verdict("2028-11-24 10:00", lifting("agent", "2028-01-03 10:00"))).toBe("OPTED_OUT until never");
    expect(verdict("2026-11-25 10:00", lifting("debtor_words", "2026-11-24 08:59"))).toBe("OPTED_OUT until never");
    expect(verdict("2026-11-25 10:00", lifting("debtor_words", "2026-11-24 09:01"))).toBe("OK");
  });

  it("that a hold records stands until the hold is lifted", () => {
    const facts = factsWith({
      holds: [{ kind: "opt_out", stops: STOPPED_BY.opt_out }],
      permission: { channels: ["whatsapp"], source: "debtor_words", givenAt: at("2026-11-24 09:00") },
    });
    expect(verdict("2026-11-25 10:00", facts)).toBe("OPTED_OUT until never");
  });
});

describe("the clauses of Colombia", () => {
  it("have unlike ids, one sentence in each language, and no unverified one is called law", () => {
    const clauses = Object.values(CO);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    for (const clause of clauses) {
      for (const text of Object.values(clause.text)) expect(text).toMatch(/^[\p{Lu}\d].+\.$/u);
      expect(clause.standing === "law").toBe(clause.confidence !== "unverified");
      expect(clause.source).not.toBe("");
    }
  });
});

describe("until when, and by which rule for the most of it", () => {
  const longest = (moment: string, contacts: Contact[]) => {
    const permission = { channels: CHANNELS, source: "upload", givenAt: at("2026-01-15 09:00") } as const;
    const facts = factsWith({ contacts, permission });
    const decision = decide(law, facts, at(moment));
    return decision.allowed ? undefined : [decision.reason, decision.clause.id, decision.longestClause?.id];
  };

  it("a call today stops a message until tomorrow by the day, and for longer by the week's one channel", () => {
    const called = [contact("2026-11-23 10:00", { channel: "voice" })];
    expect(longest("2026-11-23 14:00", called)).toEqual(["DAILY_CAP", "CO.day-cap", "CO.week-channel"]);
    expect(longest("2026-11-24 14:00", called)?.[2]).toBeUndefined();
  });

  it("a message today keeps until tomorrow by its own rule", () => {
    expect(longest("2026-11-23 10:00", [contact("2026-11-23 09:00")])?.[2]).toBeUndefined();
  });
});
