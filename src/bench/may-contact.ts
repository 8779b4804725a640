import { DateTime } from "luxon";
import { systemClock } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { decide } from "../domain/contact-law/decide.ts";
import type { Facts } from "../domain/contact-law/facts.ts";
import type { Profile } from "../domain/contact-law/profile.ts";
import { countriesWithLaw, profileOf } from "../domain/contact-law/profiles.ts";

export type MayContactFigures = {
  readonly decisions: number;
  readonly seconds: number;
  /** On one core; a campaign asks for every debtor once before it is planned. */
  readonly decisionsPerSecond: number;
  /** The same where nobody knows in which of a country's zones the person is: each of them must allow it. */
  readonly decisionsPerSecondAllZones: number;
  /** The most that one of those decisions looks at: Brazil's, where no state is on file. */
  readonly mostZones: number;
  readonly allowed: number;
  readonly denied: number;
  readonly countries: number;
};

/** Of each kind of question: enough for a steady rate, few enough to be asked twice. */
const QUESTIONS = 20_000;
const DECISIONS_IN_ALL_ZONES = 200_000;

type Question = { readonly profile: Profile; readonly facts: Facts; readonly now: DateTime };

/**
 * Decides about debtors of every country, each with permission and up to three contacts behind them, at moments spread over
 * a week: by day, by night, on Sundays, so that about half must look for the next lawful moment.
 */
export function benchMayContact({ decisions }: { decisions: number }): MayContactFigures {
  const { seconds, allowed } = timed(makeQuestions(QUESTIONS, "one zone"), decisions);
  const unplaced = makeQuestions(QUESTIONS, "all zones");
  const inAllZones = timed(unplaced, Math.min(decisions, DECISIONS_IN_ALL_ZONES));
  return {
    decisions,
    seconds: Number(seconds.toPrecision(4)),
    decisionsPerSecond: Math.round(decisions / seconds),
    decisionsPerSecondAllZones: Math.round(inAllZones.decisions / inAllZones.seconds),
    mostZones: Math.max(...unplaced.map(({ facts }) => facts.zones.length)),
    allowed,
    denied: decisions - allowed,
    countries: countriesWithLaw().length,
  };
}

/** The first round is not counted: it makes the calendars that all others find. */
function timed(questions: readonly Question[], decisions: number) {
  ask(questions, questions.length);
  const fromMs = systemClock.elapsedMs();
  const allowed = ask(questions, decisions);
  return { decisions, allowed, seconds: (systemClock.elapsedMs() - fromMs) / 1_000 };
}

function ask(questions: readonly Question[], count: number): number {
  let allowed = 0;
  for (let done = 0; done < count; ) {
    for (const { profile, facts, now } of questions) {
      if (decide(profile, facts, now).allowed) allowed += 1;
      done += 1;
      if (done === count) break;
    }
  }
  return allowed;
}

/** A week in November without a change of clocks; each question has another moment of it. */
const WEEK_START = DateTime.fromISO("2026-11-23T00:00:00Z", { zone: "utc" });
const WEEK_MINUTES = 7 * 24 * 60;

function makeQuestions(count: number, where: "one zone" | "all zones"): Question[] {
  const known = countriesWithLaw().flatMap(({ country }) => profileOf(country) ?? []);
  const laws = where === "one zone" ? known : known.filter(({ zones }) => zones.length > 1);
  return Array.from({ length: count }, (_, index) => {
    const profile = present(laws[index % laws.length], "a country's law");
    const now = WEEK_START.plus({ minutes: (index * 7_919) % WEEK_MINUTES });
    const zone = profile.zones[index % profile.zones.length] ?? profile.zones[0];
    const contacts = Array.from({ length: index % 4 }, (_, past) => ({
      at: now.minus({ hours: 30 * (past + 1) }),
      channel: "whatsapp" as const,
      proactive: true,
    }));
    return {
      profile,
      now,
      facts: {
        country: profile.country,
        trigger: "proactive",
        messageKind: "opening",
        channel: "whatsapp",
        recipient: "debtor",
        zones: where === "one zone" ? [zone] : profile.zones,
        permission: { channels: ["whatsapp"], source: "upload", givenAt: now.minus({ days: 90 }) },
        holds: [],
        contacts,
        conversationClosed: false,
        repliesSinceDebtorWrote: 0,
      },
    };
  });
}
