import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { DAY_MS, HOUR_MS } from "../../../src/domain/contact-law/civil-time.ts";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Contact, Facts } from "../../../src/domain/contact-law/facts.ts";
import type { Profile } from "../../../src/domain/contact-law/profile.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { factsWith } from "./facts-for-test.ts";
import { refusal, SECOND_READINGS, type SecondReading } from "./second-reading.ts";

const DEBTORS = 10_000;
const YEAR = { start: Date.UTC(2027, 0, 1, 12), end: Date.UTC(2027, 11, 31, 0) };
const MOST_SENDS_A_DEBTOR = 14;
/** Of four messages one is an SMS, so that a week on two channels is asked for. */
const SMS_SHARE = 0.25;

type Debtor = {
  readonly law: SecondReading;
  readonly profile: Profile;
  readonly facts: Facts;
  readonly zone: string;
  /** They say stop then. */
  readonly stopsAtMs: number;
  readonly protectedUntil: { readonly fromMs: number; readonly lastDay: string } | undefined;
};

/** 17 s on a machine that has other work, 72 s on one that has a lot. */
const ENOUGH_MS = 180_000;

test("in a year of 10,000 debtors of all countries nothing leaves that the law, written a second time, refuses", {
  timeout: ENOUGH_MS,
}, () => {
  const chance = seeded(20_270_101);
  const refused: string[] = [];
  const sent: Record<string, number> = {};
  const delayed: Record<string, number> = {};
  for (let index = 0; index < DEBTORS; index += 1) {
    const debtor = makeDebtor(index, chance);
    for (const { at, channel, contacts } of yearOf(debtor, chance, delayed)) {
      const because = secondThoughts(debtor, { at, channel }, contacts);
      if (because !== undefined) refused.push(`${debtor.law.place} ${at.toISO()} in ${debtor.zone}: ${because}`);
      sent[debtor.law.place] = (sent[debtor.law.place] ?? 0) + 1;
    }
  }
  expect(refused).toEqual([]);
  // The year was one: everywhere people were written to, and what was asked for at a bad moment waited for a better one.
  expect(Object.keys(sent).toSorted()).toEqual(SECOND_READINGS.map(({ place }) => place).toSorted());
  expect(Math.min(...Object.values(sent))).toBeGreaterThan(500);
  for (const reason of [
    "OUTSIDE_WINDOW",
    "HOLIDAY",
    "DAILY_CAP",
    "WEEKLY_CAP",
    "MIN_GAP",
    "SECOND_CHANNEL_SAME_WEEK",
    "KNOWN_INCONVENIENT_TIME",
    "MORATORIUM",
    "OPTED_OUT",
  ]) {
    expect(delayed[reason], reason).toBeGreaterThan(50);
  }
});

function makeDebtor(index: number, chance: () => number): Debtor {
  const law = present(SECOND_READINGS[index % SECOND_READINGS.length], "a country");
  const [country = "", subdivision] = law.place.split("-");
  const profile = present(profileOf(country, { subdivision }), law.place);
  const zone = present(law.zones[Math.floor(chance() * law.zones.length)], "a zone");
  const facts = factsWith({
    country,
    zones: [zone],
    permission: { channels: ["whatsapp", "sms"], source: "upload", givenAt: DateTime.utc(2026, 1, 15) },
    ...(chance() < 0.2 && { inconvenient: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "09:00", end: "13:00" }] }),
  });
  const protectedFrom = YEAR.start + chance() * (YEAR.end - YEAR.start);
  return {
    law,
    profile,
    facts,
    zone,
    stopsAtMs: chance() < 0.2 ? YEAR.start + chance() * (YEAR.end - YEAR.start) : Number.POSITIVE_INFINITY,
    protectedUntil:
      country === "GB" && chance() < 0.5
        ? {
            fromMs: protectedFrom,
            lastDay: DateTime.fromMillis(protectedFrom + 60 * DAY_MS, { zone }).toFormat("yyyy-MM-dd"),
          }
        : undefined,
  };
}

/** What left for one debtor: asked for at random moments, and tried again when the gate says. */
function* yearOf(debtor: Debtor, chance: () => number, delayed: Record<string, number>) {
  let contacts: Contact[] = [];
  let ms = YEAR.start + chance() * 20 * DAY_MS;
  let channel = channelBy(chance);
  for (let sends = 0; sends < MOST_SENDS_A_DEBTOR && ms < YEAR.end; ) {
    const at = DateTime.fromMillis(ms, { zone: "utc" });
    const decision = decide(debtor.profile, { ...factsAt(debtor, ms, contacts), channel }, at);
    if (decision.allowed) {
      yield { at, channel, contacts };
      contacts = [...contacts, { at, channel, proactive: true }];
      channel = channelBy(chance);
      sends += 1;
      // Often too soon, so that caps are met; sometimes after weeks, so that the whole year is.
      ms += (chance() < 0.5 ? chance() * 40 : chance() * 60 * 24) * HOUR_MS;
      continue;
    }
    delayed[decision.reason] = (delayed[decision.reason] ?? 0) + 1;
    if (decision.until === null) return;
    // At the very moment, or somewhat later, when it may be too late again.
    ms = decision.until.toMillis() + (chance() < 0.5 ? 0 : chance() * 16 * HOUR_MS);
  }
}

function channelBy(chance: () => number): Contact["channel"] {
  return chance() < SMS_SHARE ? "sms" : "whatsapp";
}

function factsAt({ facts, stopsAtMs, protectedUntil }: Debtor, ms: number, contacts: readonly Contact[]): Facts {
  return {
    ...facts,
    contacts: contacts.filter(({ at }) => at.toMillis() > ms - 8 * DAY_MS),
    ...(ms >= stopsAtMs && { optedOutAt: DateTime.fromMillis(stopsAtMs, { zone: "utc" }) }),
    ...(protectedUntil &&
      ms >= protectedUntil.fromMs && {
        moratorium: { type: "breathing_space_standard", lastProtectedDay: isoDate(protectedUntil.lastDay) },
      }),
  };
}

function secondThoughts(
  { law, zone, facts, stopsAtMs, protectedUntil }: Debtor,
  { at, channel }: Pick<Contact, "at" | "channel">,
  contacts: readonly Contact[],
): string | undefined {
  const local = at.setZone(zone);
  if (at.toMillis() >= stopsAtMs) return "after they said stop";
  if (
    protectedUntil &&
    at.toMillis() >= protectedUntil.fromMs &&
    local.toFormat("yyyy-MM-dd") <= protectedUntil.lastDay
  )
    return "under a moratorium";
  const minute = local.toFormat("HH:mm");
  if (facts.inconvenient && minute >= "09:00" && minute < "13:00") return "at a bad time";
  return refusal(law, zone, local, contacts, "", channel);
}

/** The same chances in each run, so that what is found once is found again: a linear congruence modulo 2^32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
