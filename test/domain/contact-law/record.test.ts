import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import { toRecord } from "../../../src/domain/contact-law/record.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { at, colombiaLaw, contact, factsWith } from "./facts-for-test.ts";

const now = at("2026-11-29 12:00");

describe("the record of a decision", () => {
  it("holds verdict, clause, who decided and every input, and survives JSON unchanged", () => {
    const facts = factsWith({
      contacts: [contact("2026-11-23 08:00")],
      holds: [{ kind: "promise", stops: ["opening"], until: at("2026-11-20 00:00") }],
      lastInboundAt: at("2026-11-01 08:00"),
    });
    const record = toRecord(decide(colombiaLaw(), facts, now), facts, now);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record).toMatchObject({
      verdict: "deny",
      reason: "OUTSIDE_WINDOW",
      clause: { id: "CO.hours", standing: "law", law: "Ley 2300 de 2023", article: "art. 3", confidence: "secondary" },
      until: "2026-11-30T12:00:00.000Z",
      judgedAs: "proactive",
      profile: { country: "CO", readings: { contact: "each_send", week: "one_channel" } },
      decidedAt: "2026-11-29T17:00:00.000Z",
    });
    expect(record.facts.contacts).toEqual([
      { at: "2026-11-23T13:00:00.000Z", channel: "whatsapp", proactive: true, answered: false },
    ]);
    expect(record.facts.holds).toEqual([{ kind: "promise", stops: ["opening"], until: "2026-11-20T05:00:00.000Z" }]);
  });

  it("of a permission has no next moment, and names absent facts as null", () => {
    const facts = factsWith();
    const record = toRecord(decide(colombiaLaw(), facts, at("2026-11-24 10:00")), facts, at("2026-11-24 10:00"));
    expect(record).toMatchObject({ verdict: "allow", reason: "OK", until: null });
    expect(record.facts).toMatchObject({ optedOutAt: null, attorney: null, requestedHours: null, deceased: false });
  });

  it("keeps every kind of fact there is", () => {
    const full = factsWith({
      optedOutAt: now,
      attorney: { contactKnown: true, unresponsive: false, consentsToDirect: false },
      moratorium: { type: "insolvency", lastProtectedDay: isoDate("2026-12-01") },
      placeKnown: "plausible",
      deliveredWithinSeconds: 3600,
      deceased: true,
      wrongPerson: true,
      requestedHours: { days: [7], start: "10:00", end: "11:00", separateInstrument: true, afterContract: true },
      inconvenient: [{ days: [1], start: "12:00", end: "13:00" }],
      forbiddenContent: true,
      coldOnNumber: true,
      quiet: [],
      lastInboundAt: now,
    });
    const { facts } = toRecord(decide(colombiaLaw(), full, now), full, now);
    expect(new Set(Object.keys(facts))).toEqual(new Set(Object.keys(full)));
    expect(JSON.stringify(facts)).not.toContain("null");
  });
});
