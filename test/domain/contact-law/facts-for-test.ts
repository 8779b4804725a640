import { DateTime } from "luxon";
import { assert } from "../../../src/domain/assert.ts";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Contact, Facts } from "../../../src/domain/contact-law/facts.ts";
import { holidaysOf } from "../../../src/domain/contact-law/holidays.ts";
import type { Profile } from "../../../src/domain/contact-law/profile.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";
import "../../../src/domain/time.ts";

export const BOGOTA = "America/Bogota";

/** A moment in Bogotá: `at("2026-11-23 10:00")`. */
export function at(text: string, zone = BOGOTA): DateTime {
  return DateTime.fromFormat(text, "yyyy-MM-dd HH:mm", { zone });
}

export function colombiaLaw(readings: Record<string, string> = {}): Profile {
  const profile = profileOf("CO", { readings });
  assert(profile, "Colombia has a profile");
  return profile;
}

/** A first message to a debtor in Colombia with permission and no past. */
export function factsWith(changes: Partial<Facts> = {}): Facts {
  return {
    country: "CO",
    trigger: "proactive",
    messageKind: "opening",
    channel: "whatsapp",
    recipient: "debtor",
    zones: [BOGOTA],
    permission: { channels: ["whatsapp"], source: "upload", givenAt: at("2026-01-15 09:00") },
    holds: [],
    contacts: [],
    conversationClosed: false,
    repliesSinceDebtorWrote: 0,
    ...changes,
  };
}

export function contact(text: string, changes: Partial<Contact> = {}): Contact {
  return { at: at(text), channel: "whatsapp", proactive: true, ...changes };
}

/** The days of a year on which a country's law closes as holidays, as `12-25`; none where it closes on no holiday. */
export function holidaysIn(country: string, year: number, readings: Record<string, string> = {}): ReadonlySet<string> {
  const calendar = profileOf(country, { readings })?.holidays?.calendar;
  return new Set(calendar ? [...holidaysOf(calendar, year)].map((day) => day.replace(`${year}-`, "")) : []);
}

/**
 * What a country's own law says of a first message at a moment there: `OK`, or `HOLIDAY until 2026-11-17 07:00`.
 *
 * @param where ISO codes, `PE` or `BR-SP`, and the zone the moments are told in.
 */
export function judgeIn(
  where: { place: string; zone: string; readings?: Record<string, string> },
  moment: string,
  changes: Partial<Facts> = {},
): string {
  const [country = "", subdivision] = where.place.split("-");
  const profile = profileOf(country, { readings: where.readings, subdivision });
  const facts = factsWith({ country, zones: [where.zone], ...changes });
  const decision = decide(profile, facts, at(moment, where.zone));
  if (decision.allowed) return decision.reason;
  const until = decision.until?.setZone(where.zone).toFormat("yyyy-MM-dd HH:mm") ?? "never";
  return `${decision.reason} until ${until}`;
}
