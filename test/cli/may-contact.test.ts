import { describe, expect, test } from "vitest";
import { verdictOn } from "../../src/cli/may-contact/may-contact.ts";

const SUNDAY = "2026-11-22T10:00:00-05:00";
const MONDAY = "2026-11-23T10:00:00-05:00";

const CASE = {
  id: "c-1",
  jurisdiction: "CO",
  timezone: "America/Bogota",
  localDateTime: MONDAY,
  channel: "whatsapp",
  trigger: "proactive",
  recipient: "debtor",
  history: [] as object[],
  debtorState: { channelAuthorised: true } as object,
};

const ask = (changes: object = {}) => verdictOn(JSON.stringify({ ...CASE, ...changes }), 1);
const state = (changes: object) => ask({ debtorState: { channelAuthorised: true, ...changes } });
const sent = (at: string, changes: object = {}) => ({
  at,
  channel: "whatsapp",
  initiatedBy: "collector",
  kind: "delivered",
  ...changes,
});
const wrote = (at: string) => ({ at, channel: "whatsapp", initiatedBy: "debtor", kind: "inbound" });

describe("a case", () => {
  test("that may leave says by which rule and which version of the law", () => {
    expect(ask()).toEqual({
      id: "c-1",
      verdict: "allow",
      reasonCode: "OK",
      clause: "Ley 2300 de 2023 art. 3",
      clauseId: "CO.hours",
      standing: "law",
      nextAllowed: null,
      profileVersion: "CO-2026.11.1",
    });
  });

  test("that may not says from when, in the person's own time", () => {
    expect(ask({ localDateTime: SUNDAY })).toMatchObject({
      verdict: "deny",
      reasonCode: "OUTSIDE_WINDOW",
      nextAllowed: "2026-11-23T07:00:00-05:00",
    });
  });

  test("names a policy as one before the law it looks to, and a law as a law", () => {
    const mexico = { jurisdiction: "MX", timezone: "America/Mexico_City", localDateTime: "2026-11-23T20:30:00-06:00" };
    expect(ask(mexico)).toMatchObject({
      reasonCode: "OUTSIDE_WINDOW",
      standing: "policy",
      clause: expect.stringMatching(/^Saldar's policy; antecedent: CONDUSEF.* horario$/),
    });
    expect(
      ask({
        debtorState: { channelAuthorised: true, inconvenientTimes: [{ days: [1], start: "09:00", end: "11:00" }] },
      }),
    ).toMatchObject({ clause: "Saldar's policy 8" });
  });

  test("is judged at its moment, however that is written", () => {
    for (const localDateTime of ["2026-11-22T15:00:00Z", "2026-11-22T10:00:00-05", "2026-11-22T10:00:00-0500"])
      expect(ask({ localDateTime })).toMatchObject({ reasonCode: "OUTSIDE_WINDOW" });
    expect(ask({ localDateTime: "2026-11-23T07:00:00-05" })).toMatchObject({ reasonCode: "OK" });
  });

  test.each([
    ["a country without law", { jurisdiction: "ZZ" }, "UNKNOWN_JURISDICTION", null],
    ["no zone", { timezone: null }, "UNKNOWN_TIMEZONE", null],
    ["a zone nobody knows", { timezone: "America/Macondo" }, "UNKNOWN_TIMEZONE", null],
    ["an employer", { recipient: "employer" }, "THIRD_PARTY", null],
    ["nothing known of the person", { debtorState: null }, "NO_PERMISSION", null],
    [
      "another channel than the authorised ones",
      { channel: "sms", debtorState: { authorisedChannels: ["whatsapp"] } },
      "CHANNEL_NOT_AUTHORISED",
      null,
    ],
    [
      "a channel said not to be authorised",
      { debtorState: { channelAuthorised: false } },
      "CHANNEL_NOT_AUTHORISED",
      null,
    ],
    [
      "a state by its full name",
      {
        jurisdiction: "BR",
        subdivision: "BR-SP",
        timezone: "America/Sao_Paulo",
        localDateTime: "2026-11-28T14:00:00-03:00",
      },
      "OUTSIDE_WINDOW",
      "2026-11-30T08:00:00-03:00",
    ],
  ])("with %s", (_, changes, reasonCode, nextAllowed) => {
    expect(ask(changes)).toMatchObject({ verdict: "deny", reasonCode, nextAllowed });
  });
});

describe("what went before", () => {
  test("counts once it was accepted, and not when it was rejected", () => {
    const morning = "2026-11-23T08:00:00-05:00";
    expect(ask({ history: [sent(morning)] })).toMatchObject({ reasonCode: "DAILY_CAP" });
    expect(ask({ history: [sent(morning, { kind: "rejected" })] })).toMatchObject({ reasonCode: "OK" });
  });

  test("on another channel of the same week closes this one", () => {
    const call = sent("2026-11-24T09:00:00-05:00", { channel: "voice", kind: "two_way" });
    expect(ask({ localDateTime: "2026-11-25T10:00:00-05:00", history: [call] })).toMatchObject({
      reasonCode: "SECOND_CHANNEL_SAME_WEEK",
      nextAllowed: "2026-11-30T07:00:00-05:00",
    });
  });

  test("as answers to the person counts towards nothing", () => {
    const history = [wrote("2026-11-23T08:00:00-05:00"), sent("2026-11-23T08:01:00-05:00")];
    expect(ask({ history })).toMatchObject({ verdict: "allow", reasonCode: "OK" });
  });

  test("as an answer and one more is none; what follows while they stay silent is a contact", () => {
    const answers = [sent("2026-11-23T07:01:00-05:00"), sent("2026-11-23T07:30:00-05:00")];
    const history = [wrote("2026-11-23T07:00:00-05:00"), ...answers];
    expect(ask({ history })).toMatchObject({ reasonCode: "OK" });
    expect(ask({ history: [...history, sent("2026-11-23T08:00:00-05:00")] })).toMatchObject({
      reasonCode: "DAILY_CAP",
    });
  });

  test("that goes on with an answer after its day is part of the answer, and of no older contact", () => {
    const american = { jurisdiction: "US", timezone: "America/New_York", channel: "voice" };
    const call = (at: string, kind = "delivered") => sent(at, { channel: "voice", kind });
    const history = [
      call("2026-11-20T10:00:00-05:00"),
      { ...wrote("2026-11-22T09:00:00-05:00"), channel: "voice" },
      call("2026-11-23T08:58:00-05:00"),
      call("2026-11-23T09:03:00-05:00", "two_way"),
    ];
    expect(ask({ ...american, localDateTime: "2026-11-23T12:00:00-05:00", history })).toMatchObject({
      reasonCode: "OK",
    });
  });

  test("lets their words be answered in writing by any channel, and by telephone only where they called", () => {
    const call = sent("2026-11-23T09:05:00-05:00", { channel: "voice", kind: "two_way" });
    const afterOur = { localDateTime: "2026-11-23T12:00:00-05:00" };
    expect(ask({ ...afterOur, history: [wrote("2026-11-23T09:00:00-05:00"), call] })).toMatchObject({
      reasonCode: "DAILY_CAP",
    });
    const called = { ...wrote("2026-11-23T09:00:00-05:00"), channel: "voice" };
    expect(ask({ ...afterOur, history: [called, call] })).toMatchObject({ reasonCode: "OK" });
    const sunday = { localDateTime: "2026-11-29T12:00:00-05:00", trigger: "reply_to_inbound" };
    const voice = { channel: "voice", debtorState: { authorisedChannels: ["whatsapp", "voice"] } };
    const written = { ...sunday, history: [wrote("2026-11-29T11:00:00-05:00")] };
    expect(ask(written)).toMatchObject({ reasonCode: "REPLY_TO_DEBTOR" });
    expect(ask({ ...written, ...voice })).toMatchObject({ reasonCode: "OUTSIDE_WINDOW" });
    const theirCall = [{ ...wrote("2026-11-29T11:00:00-05:00"), channel: "voice", kind: "two_way" }];
    expect(ask({ ...sunday, ...voice, history: theirCall })).toMatchObject({ reasonCode: "REPLY_TO_DEBTOR" });
  });

  test.each([
    ["US", "US-NY", "America/New_York"],
    ["ES", "CT", "Europe/Madrid"],
    ["MX", "MX-BCN", "America/Tijuana"],
    ["AR", "AR-C", "America/Argentina/Buenos_Aires"],
  ])("in a part of %s, which has one law, is judged by it: %s", (jurisdiction, subdivision, timezone) => {
    const whole = ask({ jurisdiction, timezone });
    expect(ask({ jurisdiction, timezone, subdivision })).toEqual(whole);
  });

  test("in one burst is one contact: two of two messages are two, and two bursts are", () => {
    const chile = { jurisdiction: "CL", timezone: "America/Santiago", localDateTime: "2026-11-26T10:00:00-03:00" };
    const burst = [sent("2026-11-23T09:00:00-03:00"), sent("2026-11-23T09:03:00-03:00")];
    expect(ask({ ...chile, history: burst })).toMatchObject({ reasonCode: "OK" });
    const two = [...burst, sent("2026-11-25T09:10:00-03:00")];
    expect(ask({ ...chile, localDateTime: "2026-11-28T10:00:00-03:00", history: two })).toMatchObject({
      reasonCode: "WEEKLY_CAP",
    });
  });

  test("later than the case itself is not looked at", () => {
    expect(ask({ history: [sent("2026-11-23T12:00:00-05:00")] })).toMatchObject({ reasonCode: "OK" });
  });

  test("in any order, and with any offset, is the same", () => {
    const history = [sent("2026-11-23T13:00:00Z"), wrote("2026-11-20T13:00:00Z"), sent("2026-11-20T13:01:00Z")];
    expect(ask({ history })).toEqual(ask({ history: history.toReversed() }));
  });
});

describe("an answer", () => {
  const reply = { trigger: "reply_to_inbound", localDateTime: SUNDAY };

  test("leaves at any hour within a day of what the person wrote", () => {
    expect(ask({ ...reply, history: [wrote("2026-11-22T09:00:00-05:00")] })).toMatchObject({
      reasonCode: "REPLY_TO_DEBTOR",
    });
    expect(ask({ ...reply, history: [wrote("2026-11-21T10:00:00-05:00")] })).toMatchObject({
      reasonCode: "OUTSIDE_WINDOW",
    });
  });

  test("after an opt-out leaves once", () => {
    const history = [wrote("2026-11-22T09:00:00-05:00")];
    const debtorState = { channelAuthorised: true, optedOut: true, optedOutAt: "2026-11-22T09:00:00-05:00" };
    expect(ask({ ...reply, history, debtorState })).toMatchObject({ reasonCode: "REPLY_ONCE_AFTER_OPT_OUT" });
    const again = { ...debtorState, repliesSinceLastInbound: 1 };
    expect(ask({ ...reply, history, debtorState: again })).toMatchObject({ reasonCode: "OPTED_OUT" });
  });

  test.each([
    [0, true, "REPLY_ONCE_AFTER_OPT_OUT"],
    [1, true, "OPTED_OUT"],
    [1, false, "REPLY_TO_DEBTOR"],
    [2, false, "OUTSIDE_WINDOW"],
  ])(
    "is one by the count of replies alone, where no history tells: after %i, opted out %s",
    (count, optedOut, code) => {
      const debtorState = { channelAuthorised: true, optedOut, repliesSinceLastInbound: count };
      expect(ask({ ...reply, debtorState })).toMatchObject({ reasonCode: code });
      expect(ask({ ...reply, history: null, debtorState })).toMatchObject({ reasonCode: code });
      expect(ask({ ...reply, trigger: "proactive", debtorState })).toMatchObject({ verdict: "deny" });
    },
  );
});

describe("the person's own wishes and protections", () => {
  const evening = { localDateTime: "2026-11-23T20:00:00-05:00" };
  const hours = { days: [1], start: "19:30", end: "21:00", separateInstrument: true, afterContract: true };

  test("other hours count when the law accepts how they were asked for", () => {
    const asked = (requestedHours: object) =>
      ask({ ...evening, debtorState: { channelAuthorised: true, requestedHours } });
    expect(asked(hours)).toMatchObject({ reasonCode: "CONSUMER_REQUESTED_HOURS" });
    expect(asked({ ...hours, separateInstrument: false })).toMatchObject({ reasonCode: "OUTSIDE_WINDOW" });
  });

  test("the moment of an opt-out alone says that they opted out", () => {
    expect(state({ optedOutAt: "2026-11-01T09:00:00-05:00" })).toMatchObject({ reasonCode: "OPTED_OUT" });
    expect(state({ optedOut: null, optedOutAt: "2026-11-01T09:00:00-05:00" })).toMatchObject({ verdict: "deny" });
  });

  test("an inconvenient time, a lawyer, and a second place the person may be in", () => {
    const inconvenientTimes = [{ days: [1], start: "09:00", end: "11:00" }];
    expect(state({ inconvenientTimes })).toMatchObject({
      reasonCode: "KNOWN_INCONVENIENT_TIME",
      nextAllowed: "2026-11-23T11:00:00-05:00",
    });
    const attorney = { name: "Abogada de muestra", contactKnown: true, unresponsive: false, consentsToDirect: false };
    expect(state({ attorney })).toMatchObject({ reasonCode: "ATTORNEY_REPRESENTED", nextAllowed: null });
    expect(state({ possibleTimezones: ["America/Bogota", "Pacific/Honolulu"] })).toMatchObject({
      reasonCode: "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION",
    });
  });

  test("breathing space ends with its last protected day", () => {
    const british = {
      jurisdiction: "GB",
      timezone: "Europe/London",
      localDateTime: "2026-11-23T10:00:00Z",
      debtorState: {
        channelAuthorised: true,
        moratorium: { type: "breathing_space_standard", lastProtectedDay: "2026-11-26" },
      },
    };
    expect(ask(british)).toMatchObject({ reasonCode: "MORATORIUM", nextAllowed: "2026-11-27T08:00:00+00:00" });
  });
});

describe("a line that cannot be read", () => {
  test.each([
    ["no JSON", "{", /no JSON/],
    ["another shape", "[]", /the line/],
    ["an unknown channel", JSON.stringify({ ...CASE, channel: "telegram" }), /channel/],
    ["an unknown recipient", JSON.stringify({ ...CASE, recipient: "neighbour" }), /recipient/],
    ["an unknown trigger", JSON.stringify({ ...CASE, trigger: "reminder" }), /trigger/],
    [
      "a moment without its offset",
      JSON.stringify({ ...CASE, localDateTime: "2026-11-23T10:00:00" }),
      /with its offset/,
    ],
    ["a day that does not exist", JSON.stringify({ ...CASE, localDateTime: "2026-02-30T10:00:00Z" }), /localDateTime/],
    [
      "an unknown kind in the history",
      JSON.stringify({ ...CASE, history: [sent(MONDAY, { kind: "seen" })] }),
      /history\.0\.kind/,
    ],
    ["a text where yes or no is wanted", JSON.stringify({ ...CASE, debtorState: { optedOut: "no" } }), /optedOut/],
    [
      "a key of the person's state that is not known",
      JSON.stringify({ ...CASE, debtorState: { channelAuthorised: true, opted_out: true } }),
      /^debtorState: .*"opted_out"/,
    ],
    ["a misspelt key", JSON.stringify({ ...CASE, debtorstate: {} }), /^the line: .*"debtorstate"/],
    ["an unknown key of the history", JSON.stringify({ ...CASE, history: [sent(MONDAY, { by: "bot" })] }), /"by"/],
    [
      "an unknown key of the hours asked for",
      JSON.stringify({
        ...CASE,
        debtorState: { inconvenientTimes: [{ days: [1], start: "09:00", end: "10:00", zone: "UTC" }] },
      }),
      /"zone"/,
    ],
    [
      "an opt-out that is denied and dated",
      JSON.stringify({ ...CASE, debtorState: { optedOut: false, optedOutAt: MONDAY } }),
      /^debtorState\.optedOutAt/,
    ],
    [
      "a state that is none",
      JSON.stringify({ ...CASE, jurisdiction: "BR", subdivision: "XX" }),
      /^subdivision: .*SP, RJ, ES, AM, AL.*TO/,
    ],
    ["a part unlike the rest", JSON.stringify({ ...CASE, jurisdiction: "GB", subdivision: "GB-XX" }), /SCT, NIR/],
    [
      "a part of another country",
      JSON.stringify({ ...CASE, subdivision: "US-NY" }),
      /^subdivision: "US-NY" is no part of CO/,
    ],
    [
      "our own message that came in",
      JSON.stringify({ ...CASE, history: [sent(MONDAY, { kind: "inbound" })] }),
      /^history\.0: "inbound"/,
    ],
    [
      "a message of theirs that was delivered",
      JSON.stringify({ ...CASE, history: [sent(MONDAY), { ...wrote(MONDAY), kind: "read" }] }),
      /^history\.1: "read"/,
    ],
  ])("(%s) is named by its number, with what is wrong", (_, text, error) => {
    expect(verdictOn(text, 7)).toMatchObject({ line: 7, error: expect.stringMatching(error) });
  });

  test("is none for a part that is empty", () => {
    for (const subdivision of ["", null]) expect(ask({ subdivision })).toMatchObject({ reasonCode: "OK" });
  });

  test("keeps its id where it has one, and tells all that is wrong at once", () => {
    expect(ask({ channel: "fax", recipient: "neighbour" })).toMatchObject({
      id: "c-1",
      error: expect.stringMatching(/channel.*recipient/),
    });
  });
});
