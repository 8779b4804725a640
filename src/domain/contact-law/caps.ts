import { type LawDay, lawDayAt, type Stretch } from "./calendar.ts";
import { civilDay, DAY_MS, HOUR_MS, momentOf } from "./civil-time.ts";
import { refuse, type Verdict } from "./decision.ts";
import type { Contact, Facts } from "./facts.ts";
import type { Cap, Profile } from "./profile.ts";

/** The moment, and the day and week it falls in at each place the person may be. */
type Law = { readonly nowMs: number; readonly days: readonly LawDay[] };

const ORDER = [
  "per_day",
  "one_channel_per_week",
  "per_week",
  "per_days",
  "min_gap",
  "min_days_between",
  "after_conversation",
] as const satisfies readonly Cap["kind"][];

/** How often, in the order of `ORDER`. A cap holds when it holds in any zone the person may be in. */
export function checkCaps(profile: Profile, facts: Facts, nowMs: number): Verdict | undefined {
  const contacts = facts.contacts.filter((contact) => counts(profile, contact));
  if (contacts.length === 0) return undefined;
  const law = { nowMs, days: facts.zones.map((zone) => lawDayAt(profile, zone, nowMs)) };
  for (const kind of ORDER) {
    for (const cap of profile.caps) {
      if (cap.kind !== kind || (cap.channels && !cap.channels.includes(facts.channel))) continue;
      const relevant = relevantTo(cap, contacts);
      const refusal = relevant.length > 0 ? checkCap(cap, relevant, facts, law) : undefined;
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

function checkCap(cap: Cap, contacts: readonly Contact[], facts: Facts, law: Law): Verdict | undefined {
  switch (cap.kind) {
    case "per_day": {
      const day = law.days.find(({ whole }) => countIn(whole, contacts) >= cap.max);
      return day && refuse("DAILY_CAP", cap.clause, day.whole.end);
    }
    case "one_channel_per_week": {
      const others = contacts.filter(({ channel }) => channel !== facts.channel);
      const day = law.days.find(({ week }) => countIn(week, others) > 0);
      return day && refuse("SECOND_CHANNEL_SAME_WEEK", cap.clause, day.week.end);
    }
    case "per_week": {
      const day = law.days.find(({ week }) => countIn(week, contacts) >= cap.max);
      return day && refuse("WEEKLY_CAP", cap.clause, day.week.end);
    }
    case "per_days": {
      const open = openAfter(contacts, cap, law.nowMs);
      return law.nowMs < open ? refuse("WEEKLY_CAP", cap.clause, open) : undefined;
    }
    case "after_conversation": {
      const open = lastOf(contacts.filter(({ answered }) => answered === true)) + cap.days * DAY_MS;
      return law.nowMs < open ? refuse("MIN_GAP", cap.clause, open) : undefined;
    }
    case "min_days_between": {
      const last = lastOf(contacts);
      const open = Math.max(...facts.zones.map((zone) => momentOf(civilDay(last, zone) + cap.days + 1, 0, zone)));
      return law.nowMs < open ? refuse("MIN_GAP", cap.clause, open) : undefined;
    }
    case "min_gap": {
      const open = lastOf(contacts) + cap.hours * HOUR_MS;
      return law.nowMs < open ? refuse("MIN_GAP", cap.clause, open) : undefined;
    }
  }
}

function lastOf(contacts: readonly Contact[]): number {
  return contacts.reduce((latest, { at }) => Math.max(latest, at.toMillis()), Number.NEGATIVE_INFINITY);
}

/** When fewer than `max` of the past contacts lie within the running days before. */
function openAfter(contacts: readonly Contact[], { days, max }: { days: number; max: number }, nowMs: number): number {
  const latest = contacts
    .map(({ at }) => at.toMillis())
    .filter((ms) => ms <= nowMs)
    .sort((a, b) => b - a);
  return (latest[max - 1] ?? Number.NEGATIVE_INFINITY) + days * DAY_MS;
}

/** A loop and no list: this runs for each cap and zone of every decision. */
function countIn({ start, end }: Stretch, contacts: readonly Contact[]): number {
  let found = 0;
  for (const { at } of contacts) {
    const ms = at.toMillis();
    if (start <= ms && ms < end) found += 1;
  }
  return found;
}
