import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { decide, nextAllowed } from "../../../src/domain/contact-law/decide.ts";
import { CHANNELS, type Contact, type Facts, ROLES, TRIGGERS } from "../../../src/domain/contact-law/facts.ts";
import { LINKED_PHONE_QUIET } from "../../../src/domain/contact-law/number-clauses.ts";
import { hours, type Profile } from "../../../src/domain/contact-law/profile.ts";
import { type Choices, countriesWithLaw, profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { HOLD_KINDS, MESSAGE_KINDS, STOPPED_BY } from "../../../src/domain/outreach/holds.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { at, colombiaLaw, contact, factsWith } from "./facts-for-test.ts";

/** The law again, written from its text and the calendar by luxon: it shares no code with the engine. */
const HOLIDAYS = new Set(
  [
    "2026-01-01 2026-01-12 2026-03-23 2026-04-02 2026-04-03 2026-05-01 2026-05-18 2026-06-08 2026-06-15 2026-06-29",
    "2026-07-13 2026-07-20 2026-08-07 2026-08-17 2026-10-12 2026-11-02 2026-11-16 2026-12-08 2026-12-25",
    "2027-01-01 2027-01-11 2027-03-22 2027-03-25 2027-03-26 2027-05-01 2027-05-10 2027-05-31 2027-06-07 2027-07-05",
    "2027-07-12 2027-07-20 2027-08-07 2027-08-16 2027-10-18 2027-11-01 2027-11-15 2027-12-08 2027-12-25",
  ].flatMap((line) => line.split(" ")),
);

function isOpen(moment: DateTime, zone: string): boolean {
  const local = moment.setZone(zone);
  const minute = local.hour * 60 + local.minute;
  if (HOLIDAYS.has(local.toFormat("yyyy-MM-dd")) || local.weekday === 7) return false;
  return local.weekday === 6 ? minute >= 480 && minute < 900 : minute >= 420 && minute < 1140;
}

function isFree(moment: DateTime, zone: string, facts: Facts): boolean {
  const local = moment.setZone(zone);
  return facts.contacts
    .filter(({ proactive }) => proactive)
    .every((past) => {
      const then = past.at.setZone(zone);
      if (then.toFormat("yyyy-MM-dd") === local.toFormat("yyyy-MM-dd")) return false;
      return past.channel === facts.channel || then.toFormat("kkkk-WW") !== local.toFormat("kkkk-WW");
    });
}

const minutesOf2026 = 60 * 24 * 700;
const moments = fc
  .integer({ min: 0, max: minutesOf2026 })
  .map((minutes) => DateTime.fromISO("2026-01-03T00:00:00Z", { zone: "utc" }).plus({ minutes }));
const zones = fc.constantFrom(
  "America/Bogota",
  "America/Santiago",
  "America/New_York",
  "Europe/Madrid",
  "Australia/Lord_Howe",
);
const contactsNear = (moment: DateTime) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 14 * 24 * 60 }).map((minutes) => moment.minus({ minutes })),
      channel: fc.constantFrom(...CHANNELS),
      proactive: fc.boolean(),
      answered: fc.boolean(),
    }),
    { maxLength: 6 },
  );
/** Days before and after that moment, from a year ago to a year ahead. */
const momentsAround = (moment: DateTime) =>
  fc.integer({ min: -365 * 24, max: 365 * 24 }).map((hours) => moment.plus({ hours }));
/** Mostly absent, so that most people are still somebody who may be written to. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const holdsNear = (now: DateTime) =>
  fc
    .record({ kind: fc.constantFrom(...HOLD_KINDS), until: fc.option(momentsAround(now), { nil: undefined }) })
    .map(({ kind, until }) => ({ kind, stops: STOPPED_BY[kind], ...(until && { until }) }));
const permissionsNear = (now: DateTime) =>
  fc.record({
    channels: fc.constant(CHANNELS),
    source: fc.constantFrom("upload" as const, "agent" as const, "debtor_words" as const),
    givenAt: momentsAround(now),
  });
/** The facts that are there or are not: a key that is absent is what the gate sees, never one that is undefined. */
const statesNear = (now: DateTime) =>
  fc
    .record({
      permission: fc.oneof(
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 9, arbitrary: permissionsNear(now) },
      ),
      optedOutAt: seldom(momentsAround(now)),
      attorney: seldom(
        fc.record({ contactKnown: fc.boolean(), unresponsive: fc.boolean(), consentsToDirect: fc.boolean() }),
      ),
      moratorium: seldom(
        momentsAround(now).map((last) => ({
          type: "insolvency",
          lastProtectedDay: isoDate(last.toFormat("yyyy-MM-dd")),
        })),
      ),
      deceased: seldom(fc.constant(true)),
      wrongPerson: seldom(fc.constant(true)),
      requestedHours: fc.option(
        fc
          .tuple(weeklyTime, fc.boolean(), fc.boolean())
          .map(([time, separateInstrument, afterContract]) => ({ ...time, separateInstrument, afterContract })),
        { nil: undefined },
      ),
    })
    .map(
      (states): Partial<Facts> => Object.fromEntries(Object.entries(states).filter(([, value]) => value !== undefined)),
    );
const weeklyTime = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  start: fc.constantFrom("06:00", "09:30", "18:00", "22:00"),
  end: fc.constantFrom("08:00", "12:00", "20:30", "02:00"),
});

/** Every country as it stands and with each reading it offers, and the parts of it that have rules of their own. */
const LAWS: Profile[] = countriesWithLaw().flatMap(({ country, readings, subdivisions }) => [
  ...[undefined, ...subdivisions].map((subdivision) => lawOf(country, { subdivision })),
  ...readings.flatMap(({ name, options }) =>
    options.map((option) => lawOf(country, { readings: { [name]: option.name } })),
  ),
]);

function lawOf(country: string, choices: Choices): Profile {
  return present(profileOf(country, choices), country);
}

const cases = moments.chain((now) =>
  fc
    .record({
      trigger: fc.constantFrom(...TRIGGERS),
      messageKind: fc.constantFrom(...MESSAGE_KINDS),
      channel: fc.constantFrom(...CHANNELS),
      recipient: fc.constantFrom("debtor" as const, ...ROLES),
      zones: fc.uniqueArray(zones, { minLength: 1, maxLength: 2 }),
      holds: seldom(holdsNear(now)).map((hold) => (hold ? [hold] : [])),
      contacts: contactsNear(now),
      conversationClosed: fc.boolean(),
      repliesSinceDebtorWrote: fc.integer({ min: 0, max: 3 }),
      lastInboundAt: fc.integer({ min: 0, max: 3_000 }).map((minutes) => now.minus({ minutes })),
      inconvenient: fc.array(weeklyTime, { maxLength: 1 }),
      deliveredWithinSeconds: fc.constantFrom(0, 3_600, 20_000),
      forbiddenContent: fc.constantFrom(false, false, false, true),
      coldOnNumber: fc.constantFrom(false, false, false, true),
      quiet: fc.constantFrom([], LINKED_PHONE_QUIET),
    })
    .chain((changes) =>
      fc.tuple(fc.constantFrom(...LAWS), statesNear(now)).map(([law, states]) => ({ law, changes, states })),
    )
    .map(({ law, changes, states }) => {
      const { permission: _, ...unpermitted } = factsWith(changes);
      return { now, law, facts: { ...unpermitted, ...states } };
    }),
);

const law = colombiaLaw();
const RUNS = { numRuns: 1_500 };

describe("over random people, histories and moments, in Colombia", () => {
  it("what is judged proactive and allowed lies in the window of every zone, on no holiday or Sunday, and under the caps", () => {
    fc.assert(
      fc.property(cases, ({ now, facts }) => {
        const decision = decide(law, facts, now);
        if (!decision.allowed || decision.judgedAs !== "proactive" || decision.reason !== "OK") return;
        for (const zone of facts.zones) {
          expect(isOpen(now, zone)).toBe(true);
          expect(isFree(now, zone, facts)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("a plain first message is allowed exactly when the law, written a second time, allows it", () => {
    const plain = moments.chain((now) =>
      contactsNear(now).map((contacts) => ({ now, facts: factsWith({ contacts }) })),
    );
    fc.assert(
      fc.property(plain, ({ now, facts }) => {
        const legal = isOpen(now, "America/Bogota") && isFree(now, "America/Bogota", facts);
        expect(decide(law, facts, now).allowed).toBe(legal);
      }),
      RUNS,
    );
  });
});

describe("over random people, histories and moments, in every country", () => {
  it("`until` is never before now, and is allowed when it comes", () => {
    fc.assert(
      fc.property(cases, ({ law, now, facts }) => {
        const decision = decide(law, facts, now);
        if (decision.allowed || !decision.until) return;
        expect(decision.until.toMillis()).toBeGreaterThan(now.toMillis());
        expect(decide(law, facts, decision.until).allowed).toBe(true);
      }),
      RUNS,
    );
  });

  it("no earlier minute than `nextAllowed` is allowed", () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ law, now, facts }, share) => {
        const next = nextAllowed(law, facts, now);
        if (!next || next <= now) return;
        const before = [
          next.minus({ minutes: 1 }),
          now.plus({ milliseconds: Math.floor(next.diff(now).toMillis() * share) }),
        ];
        for (const moment of before) {
          if (moment >= now && moment < next) expect(decide(law, facts, moment).allowed).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it("what leaves is allowed at each moment at which it may be delivered", () => {
    fc.assert(
      fc.property(cases, ({ law, now, facts }) => {
        const decision = decide(law, facts, now);
        if (!decision.allowed || decision.judgedAs !== "proactive") return;
        const { deliveredWithinSeconds: _, ...atOnce } = facts;
        const last = now.plus({ seconds: facts.deliveredWithinSeconds ?? 0 });
        for (let moment = now; moment < last; moment = moment.plus({ minutes: 10 }))
          expect(decide(law, atOnce, moment).allowed).toBe(true);
        expect(decide(law, atOnce, last).allowed).toBe(true);
      }),
      RUNS,
    );
  });

  it("one more past contact never turns a refusal into a permission", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 20_000 }), ({ law, now, facts }, minutes) => {
        const more: Contact = { at: now.minus({ minutes }), channel: "sms", proactive: true };
        if (decide(law, facts, now).allowed) return;
        expect(decide(law, { ...facts, contacts: [...facts.contacts, more] }, now).allowed).toBe(false);
      }),
      RUNS,
    );
  });

  it("one more plausible zone never turns a refusal into a permission", () => {
    fc.assert(
      fc.property(cases, zones, ({ law, now, facts }, zone) => {
        if (decide(law, facts, now).allowed) return;
        expect(decide(law, { ...facts, zones: [...facts.zones, zone] }, now).allowed).toBe(false);
      }),
      RUNS,
    );
  });

  it("after an opt-out nothing we start leaves, at any later moment", () => {
    fc.assert(
      fc.property(cases, ({ law, now, facts }) => {
        const optedOutAt = now.minus({ days: 1 });
        if (facts.permission?.source === "debtor_words" && facts.permission.givenAt > optedOutAt) return;
        const decision = decide(law, { ...facts, optedOutAt }, now);
        if (decision.allowed) expect(decision.reason).toBe("REPLY_ONCE_AFTER_OPT_OUT");
        if (decision.allowed) expect(facts.repliesSinceDebtorWrote).toBe(0);
        if (decision.judgedAs !== "reply") expect(decision.allowed).toBe(false);
      }),
      RUNS,
    );
  });

  it("no upload, no agent and no passing of time lifts an opt-out: only later words of the person do", () => {
    const opted = cases.chain(({ now, law, facts }) =>
      fc.tuple(permissionsNear(now), fc.integer({ min: 0, max: 3_650 })).map(([permission, days]) => {
        const started = { ...facts, trigger: "proactive" as const, messageKind: "opening" as const, holds: [] };
        return { law, later: now.plus({ days }), facts: { ...started, permission, optedOutAt: now } };
      }),
    );
    fc.assert(
      fc.property(opted, ({ law, later, facts }) => {
        const { source, givenAt } = facts.permission;
        if (source === "debtor_words" && givenAt > facts.optedOutAt) return;
        expect(nextAllowed(law, facts, later)).toBeNull();
      }),
      RUNS,
    );
  });

  it("a message that an active hold names does not leave", () => {
    fc.assert(
      fc.property(cases, ({ law, now, facts }) => {
        const stopped = facts.holds.some(
          ({ stops, until }) => stops.includes(facts.messageKind) && (!until || now < until),
        );
        if (stopped) expect(decide(law, facts, now).allowed).toBe(false);
      }),
      RUNS,
    );
  });

  it("the same facts at the same moment give the same decision, and are left as they were", () => {
    fc.assert(
      fc.property(cases, ({ law, now, facts }) => {
        const before = JSON.stringify(facts);
        expect(decide(law, facts, now)).toEqual(decide(law, facts, now));
        expect(JSON.stringify(facts)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe("in two plausible zones", () => {
  it("both must be open: Bogotá and Madrid share the afternoon of one and the morning of the other", () => {
    const facts = factsWith({ zones: ["America/Bogota", "Europe/Madrid"] });
    const early = decide(law, facts, at("2026-11-24 06:30"));
    expect(early).toMatchObject({ allowed: false, reason: "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION" });
    expect(decide(law, facts, at("2026-11-24 10:00")).allowed).toBe(true);
    expect(decide(law, facts, at("2026-11-24 03:00", "Europe/Madrid"))).toMatchObject({ reason: "OUTSIDE_WINDOW" });
  });

  it("that are never open together, the answer is never", () => {
    const facts = factsWith({ zones: ["America/Bogota", "Asia/Jakarta"] });
    expect(nextAllowed(law, facts, at("2026-11-24 10:00"))).toBeNull();
  });
});

describe("rules that later countries bring", () => {
  const mayWrite = (profile: Profile, facts: Facts, moment: string, zone: string) => {
    const decision = decide(profile, facts, at(moment, zone));
    if (decision.allowed) return decision.reason;
    return `${decision.reason} until ${decision.until?.setZone(zone).toFormat("yyyy-MM-dd HH:mm ZZ") ?? "never"}`;
  };
  const santiago = "America/Santiago";
  const nights = [hours("00:00", "06:00")];
  const { holidays: _, ...plain } = law;
  const always = (open: Profile["hours"]["week"][1], caps: Profile["caps"] = []): Profile => ({
    ...plain,
    holidays: undefined,
    caps,
    hours: { ...law.hours, week: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open, 7: open } },
  });

  it("a day that begins at one because clocks go forward opens when it begins (Chile, 6 September 2026)", () => {
    const facts = factsWith({ zones: [santiago] });
    expect(mayWrite(always(nights), facts, "2026-09-05 22:00", santiago)).toBe(
      "OUTSIDE_WINDOW until 2026-09-06 01:00 -03:00",
    );
  });

  it("an hour that comes twice is open once: from its last start to its first end (London, 25 October 2026)", () => {
    const zone = "Europe/London";
    const profile = always([hours("01:30", "03:00")]);
    const first = DateTime.fromISO("2026-10-25T00:40:00Z", { zone: "utc" });
    const decision = decide(profile, factsWith({ zones: [zone] }), first);
    expect(decision.allowed ? "" : decision.until?.toISO()).toBe("2026-10-25T01:30:00.000Z");
  });

  it("a gap in hours and a cap by the week hold together, and a cap may name its channels", () => {
    const profile = always(
      [hours("08:00", "20:00")],
      [
        { kind: "per_week", max: 2, channels: ["whatsapp", "sms"], clause: law.hours.clause },
        { kind: "min_gap", hours: 48, channels: ["whatsapp", "sms"], clause: law.hours.clause },
        { kind: "per_week", max: 1, channels: ["voice"], clause: law.hours.clause },
      ],
    );
    const zone = "America/Bogota";
    const two = [contact("2026-11-23 09:00"), contact("2026-11-25 10:00", { channel: "sms" })];
    expect(mayWrite(profile, factsWith({ contacts: two.slice(0, 1) }), "2026-11-24 10:00", zone)).toBe(
      "MIN_GAP until 2026-11-25 09:00 -05:00",
    );
    expect(mayWrite(profile, factsWith({ contacts: two }), "2026-11-26 10:00", zone)).toBe(
      "WEEKLY_CAP until 2026-11-30 08:00 -05:00",
    );
    const call = factsWith({
      contacts: two,
      channel: "voice",
      permission: { channels: ["voice"], source: "upload", givenAt: at("2026-01-02 10:00") },
    });
    expect(mayWrite(profile, call, "2026-11-26 10:00", zone)).toBe("OK");
  });

  it("where confirmations are not exempt, a receipt is judged as what it is", () => {
    const profile: Profile = { ...law, confirmation: { ...law.confirmation, exempt: false } };
    const receipt = factsWith({ trigger: "confirmation", messageKind: "receipt" });
    expect(mayWrite(profile, receipt, "2026-11-29 10:00", "America/Bogota")).toMatch(/^OUTSIDE_WINDOW/);
    expect(
      mayWrite(profile, { ...receipt, lastInboundAt: at("2026-11-29 09:00") }, "2026-11-29 10:00", "America/Bogota"),
    ).toBe("REPLY_TO_DEBTOR");
  });

  it("where a stop state allows no answer, there is none", () => {
    const profile: Profile = { ...law, stops: { ...law.stops, deceased: { ...law.stops.deceased, answers: "none" } } };
    const facts = factsWith({
      trigger: "reply",
      messageKind: "answer",
      lastInboundAt: at("2026-11-24 09:00"),
      deceased: true,
    });
    expect(mayWrite(profile, facts, "2026-11-24 10:00", "America/Bogota")).toBe("DECEASED until never");
    expect(mayWrite(law, facts, "2026-11-24 10:00", "America/Bogota")).toBe("REPLY_TO_DEBTOR");
  });
});
