import type { Zone } from "../time.ts";
import { isZone } from "../zone-offset.ts";
import { isHoliday, type LawDay, lawDay, lawDayAt, type Stretch, stretchOf } from "./calendar.ts";
import { type CivilDay, civilDay, DAY_MS } from "./civil-time.ts";
import { refuse, type Verdict } from "./decision.ts";
import type { Facts, WeeklyTime } from "./facts.ts";
import { NUMBER_HOURS_CLAUSE } from "./number-clauses.ts";
import type { Profile } from "./profile.ts";

/** How far ahead an opening is looked for: longer than any run of closed days. */
const HORIZON_DAYS = 31;

const NONE: readonly Stretch[] = [];

/** Of the facts, what hours depend on. */
export type HourFacts = Pick<Facts, "zones" | "requestedHours" | "inconvenient" | "quiet">;

/** Open by the law's own hours, only by those the person asked for, or closed until then (null: not in sight). */
type Opening = "law" | "requested" | { readonly closedUntilMs: number | null };

/**
 * Zone, holiday, window and inconvenient times, in this order. Every plausible zone must be open. Returns a refusal, or
 * whose hours allow it: the law's in every zone, or the person's own request in at least one. What may be delivered later
 * than it is sent must be lawful at every moment of its time to live: a phone may come back at any.
 */
export function checkHours(profile: Profile, facts: Facts, nowMs: number): Verdict | "law" | "requested" {
  const { zones, deliveredWithinSeconds } = facts;
  if (zones.length === 0 || !zones.every(isZone)) return refuse("UNKNOWN_TIMEZONE", profile.zone.clause, null);

  const opening = checkMoment(profile, facts, nowMs);
  if (typeof opening !== "string" || deliveredWithinSeconds === undefined) return opening;
  const closedMs = firstClosed(profile, facts, nowMs, nowMs + deliveredWithinSeconds * 1000);
  // Whatever leaves before then may be delivered then, so no moment is passed over by waiting for the next opening.
  return closedMs === undefined ? opening : checkMoment(profile, facts, closedMs);
}

/** Whether the hours allow that moment, whatever lives longer; if not, when they may next (null: not in sight). */
export function openAt(profile: Profile, facts: HourFacts, ms: number): true | { readonly untilMs: number | null } {
  if (facts.zones.length === 0 || !facts.zones.every(isZone)) return { untilMs: null };
  const opening = checkMoment(profile, facts, ms);
  if (typeof opening === "string") return true;
  return { untilMs: opening.allowed ? ms : opening.untilMs };
}

/** When the hours that are open at that moment end; null when they are closed then, or do not end within a month. */
export function hoursEnd(profile: Profile, facts: HourFacts, nowMs: number): number | null {
  if (facts.zones.length === 0 || typeof checkMoment(profile, facts, nowMs) !== "string") return null;
  return firstClosed(profile, facts, nowMs, nowMs + HORIZON_DAYS * DAY_MS) ?? null;
}

/** The first moment up to `lastMs` that `checkMoment` refuses, after one that it allows. */
function firstClosed(profile: Profile, facts: HourFacts, openMs: number, lastMs: number): number | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const zone of facts.zones) {
    const closed = closesIn(profile, facts, zone, { openMs, lastMs });
    const unwelcome = nextInconvenient(facts, zone, { openMs, lastMs });
    first = Math.min(first, closed, unwelcome);
  }
  return first <= lastMs ? first : undefined;
}

type Ahead = { readonly openMs: number; readonly lastMs: number };

/** The law's hours and those that were asked for go over into one another; each ends with its day, where a holiday may begin. */
function closesIn(profile: Profile, facts: HourFacts, zone: Zone, { openMs, lastMs }: Ahead): number {
  let end = openMs;
  while (end <= lastMs) {
    const day = lawDayAt(profile, zone, end);
    const open = day.holiday ? undefined : (openOn(day, end) ?? askedFor(profile, facts, zone, end));
    if (!open) return end;
    end = Math.min(open.end, day.whole.end);
  }
  return end;
}

function nextInconvenient({ inconvenient = [], quiet = [] }: HourFacts, zone: Zone, { openMs, lastMs }: Ahead): number {
  let next = Number.POSITIVE_INFINITY;
  const times = quiet.length === 0 ? inconvenient : [...inconvenient, ...quiet];
  if (times.length === 0) return next;
  const last = civilDay(lastMs, zone);
  for (let day = civilDay(openMs, zone); day <= last && next > lastMs; day += 1) {
    for (const time of times) {
      const { start, end } = stretchOf(time, day, zone, "any") ?? { start: openMs, end: openMs };
      if (start > openMs && start < end && start < next) next = start;
    }
  }
  return next;
}

function checkMoment(profile: Profile, facts: HourFacts, nowMs: number): Verdict | "law" | "requested" {
  const { zones } = facts;
  if (profile.holidays) {
    for (const zone of zones) {
      const today = lawDayAt(profile, zone, nowMs);
      if (today.holiday) return refuse("HOLIDAY", profile.holidays.clause, today.whole.end);
    }
  }
  const opening = openingInAll(profile, facts, nowMs);
  if (typeof opening !== "string") return opening;

  for (const zone of zones) {
    const bad = stretchAt(facts.inconvenient, zone, nowMs);
    if (bad) return refuse("KNOWN_INCONVENIENT_TIME", profile.inconvenient.clause, bad.end);
    const quiet = stretchAt(facts.quiet, zone, nowMs);
    if (quiet) return refuse("NUMBER_HOURS", NUMBER_HOURS_CLAUSE, quiet.end);
  }
  return opening;
}

/** When the law's own window that is open now closes in that zone; undefined when it is closed. */
export function openStretch(profile: Profile, zone: Zone, nowMs: number): Stretch | undefined {
  return openOn(lawDayAt(profile, zone, nowMs), nowMs);
}

/** A loop and no closure: this runs for each zone of every decision. */
function openOn({ open }: LawDay, ms: number): Stretch | undefined {
  for (const stretch of open) if (stretch.start <= ms && ms < stretch.end) return stretch;
  return undefined;
}

/** A loop and no lists, as in `openOn`. */
function openingInAll(profile: Profile, facts: HourFacts, nowMs: number): Verdict | "law" | "requested" {
  let isRequested = false;
  let closed = 0;
  let until: number | null = Number.NEGATIVE_INFINITY;
  for (const zone of facts.zones) {
    const opening = openingIn(profile, facts, zone, nowMs);
    if (opening === "requested") isRequested = true;
    if (typeof opening === "string") continue;
    closed += 1;
    // Each is the first moment its own zone opens, so no earlier one can be open in all of them.
    until = until === null || opening.closedUntilMs === null ? null : Math.max(until, opening.closedUntilMs);
  }
  if (closed === 0) return isRequested ? "requested" : "law";
  const reason = closed < facts.zones.length ? "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION" : "OUTSIDE_WINDOW";
  return refuse(reason, profile.hours.clause, until);
}

function openingIn(profile: Profile, facts: HourFacts, zone: Zone, nowMs: number): Opening {
  if (openStretch(profile, zone, nowMs)) return "law";
  if (askedFor(profile, facts, zone, nowMs)) return "requested";

  const today = civilDay(nowMs, zone);
  for (let day = today; day <= today + HORIZON_DAYS; day += 1) {
    const start = Math.min(
      firstStart(lawDay(profile, zone, day).open, nowMs),
      firstStart(requestedOn(profile, facts, zone, day), nowMs),
    );
    if (start < Number.POSITIVE_INFINITY) return { closedUntilMs: start };
  }
  return { closedUntilMs: null };
}

function firstStart(stretches: readonly Stretch[], afterMs: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { start } of stretches) if (start > afterMs && start < first) first = start;
  return first;
}

/** The stretch that the person asked for and that holds that moment. */
function askedFor(profile: Profile, facts: HourFacts, zone: Zone, ms: number): Stretch | undefined {
  if (!facts.requestedHours) return undefined;
  return requestedOn(profile, facts, zone, civilDay(ms, zone)).find(({ start, end }) => start <= ms && ms < end);
}

/** Whether the law lets hours count that were asked for in this way. */
export function acceptsRequest(
  { requestedHours: rule }: Profile,
  {
    separateInstrument,
    afterContract,
  }: Pick<NonNullable<Facts["requestedHours"]>, "separateInstrument" | "afterContract">,
): boolean {
  if (!rule) return false;
  return (separateInstrument || !rule.separateInstrument) && (afterContract || !rule.afterContract);
}

/** The hours the person asked for that touch that day, when the request is one the law accepts. Never on a holiday. */
function requestedOn(profile: Profile, { requestedHours }: HourFacts, zone: Zone, day: CivilDay): readonly Stretch[] {
  if (!requestedHours || !acceptsRequest(profile, requestedHours)) return NONE;
  if (isHoliday(profile, day)) return NONE;
  const stretches = [stretchOf(requestedHours, day - 1, zone, "sure"), stretchOf(requestedHours, day, zone, "sure")];
  return stretches.filter((stretch) => stretch !== undefined);
}

function stretchAt(times: readonly WeeklyTime[] | undefined, zone: Zone, nowMs: number): Stretch | undefined {
  if (!times || times.length === 0) return undefined;
  const today = civilDay(nowMs, zone);
  return times
    .flatMap((time) => [stretchOf(time, today - 1, zone, "any"), stretchOf(time, today, zone, "any")])
    .find((stretch) => stretch !== undefined && stretch.start <= nowMs && nowMs < stretch.end);
}
