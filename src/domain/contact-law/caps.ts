import type { Zone } from "../time.ts";
import { startOfNextDay } from "./calendar.ts";
import { civilDay, HOUR_MS, momentOf, nextMonday, weekOfCivil } from "./civil-time.ts";
import { refuse, type Verdict } from "./decision.ts";
import type { Contact, Facts } from "./facts.ts";
import type { Cap, Profile } from "./profile.ts";

const ORDER = ["per_day", "one_channel_per_week", "per_week", "min_gap"] as const satisfies readonly Cap["kind"][];

/** How often: day, channel in the week, week, gap. A cap holds when it holds in any zone the person may be in. */
export function checkCaps(profile: Profile, facts: Facts, nowMs: number): Verdict | undefined {
  const contacts = facts.contacts.filter((contact) => counts(profile, contact));
  if (contacts.length === 0) return undefined;
  for (const kind of ORDER) {
    for (const cap of profile.caps) {
      if (cap.kind !== kind || (cap.channels && !cap.channels.includes(facts.channel))) continue;
      const refusal = checkCap(cap, relevantTo(cap, contacts), facts, nowMs);
      if (refusal) return refusal;
    }
  }
  return undefined;
}

function counts({ countsAsContact }: Profile, { proactive, answered }: Contact): boolean {
  return proactive && (countsAsContact === "each_send" || answered === true);
}

function relevantTo({ channels }: Cap, contacts: readonly Contact[]): readonly Contact[] {
  return channels ? contacts.filter(({ channel }) => channels.includes(channel)) : contacts;
}

function checkCap(cap: Cap, contacts: readonly Contact[], facts: Facts, nowMs: number): Verdict | undefined {
  switch (cap.kind) {
    case "per_day": {
      const zone = facts.zones.find((place) => sameDay(contacts, place, nowMs) >= cap.max);
      return zone === undefined ? undefined : refuse("DAILY_CAP", cap.clause, startOfNextDay(nowMs, zone));
    }
    case "one_channel_per_week": {
      const others = contacts.filter(({ channel }) => channel !== facts.channel);
      const zone = facts.zones.find((place) => sameWeek(others, place, nowMs) > 0);
      return zone === undefined
        ? undefined
        : refuse("SECOND_CHANNEL_SAME_WEEK", cap.clause, startOfNextWeek(nowMs, zone));
    }
    case "per_week": {
      const zone = facts.zones.find((place) => sameWeek(contacts, place, nowMs) >= cap.max);
      return zone === undefined ? undefined : refuse("WEEKLY_CAP", cap.clause, startOfNextWeek(nowMs, zone));
    }
    case "min_gap": {
      const last = contacts.reduce((latest, { at }) => Math.max(latest, at.toMillis()), Number.NEGATIVE_INFINITY);
      const open = last + cap.hours * HOUR_MS;
      return nowMs < open ? refuse("MIN_GAP", cap.clause, open) : undefined;
    }
  }
}

function sameDay(contacts: readonly Contact[], zone: Zone, nowMs: number): number {
  const today = civilDay(nowMs, zone);
  return count(contacts, ({ at }) => civilDay(at.toMillis(), zone) === today);
}

function sameWeek(contacts: readonly Contact[], zone: Zone, nowMs: number): number {
  const week = weekOfCivil(civilDay(nowMs, zone));
  return count(contacts, ({ at }) => weekOfCivil(civilDay(at.toMillis(), zone)) === week);
}

/** Counted without a list in between: this runs once for each cap, zone and decision. */
function count(contacts: readonly Contact[], matches: (contact: Contact) => boolean): number {
  let found = 0;
  for (const contact of contacts) if (matches(contact)) found += 1;
  return found;
}

function startOfNextWeek(nowMs: number, zone: Zone): number {
  return momentOf(nextMonday(civilDay(nowMs, zone)), 0, zone);
}
