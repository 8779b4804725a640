import { DateTime } from "luxon";
import type { Zone } from "../time.ts";
import { lawDay, type Stretch } from "./calendar.ts";
import { civilDay, MINUTE_MS } from "./civil-time.ts";
import { type HourFacts, hoursEnd, openAt, openStretch } from "./hours-check.ts";
import type { Profile } from "./profile.ts";

/** Longer than any run of closed days, in either direction. */
const HORIZON_DAYS = 31;

/**
 * When what the gate allows now by its hours, the law's or those the person asked for, ends in the zone where that comes first: a
 * message's time to live ends there. Null when it is closed now.
 */
export function windowEnd(profile: Profile, facts: HourFacts, now: DateTime): DateTime | null {
  const end = hoursEnd(profile, facts, now.toMillis());
  return end === null ? null : utc(end);
}

/** The start of the next window that opens after now in all the zones; null when none does within a month. */
export function startOfNextWindow(profile: Profile, zones: readonly Zone[], now: DateTime): DateTime | null {
  const stretch = nextStretch(profile, zones, now.toMillis());
  return stretch ? utc(stretch.start) : null;
}

/**
 * The latest lawful moment at or before now with at least that many minutes left in its window: where a demo opens.
 * Null when no window of the month before is that long.
 */
export function latestAllowed(profile: Profile, zone: Zone, now: DateTime, marginMinutes: number): DateTime | null {
  const nowMs = now.toMillis();
  const today = civilDay(nowMs, zone);
  for (let day = today; day >= today - HORIZON_DAYS; day -= 1) {
    const moments = lawDay(profile, zone, day)
      .open.map(({ start, end }) => ({ start, latest: Math.min(nowMs, end - marginMinutes * MINUTE_MS) }))
      .filter(({ start, latest }) => latest >= start)
      .map(({ latest }) => latest);
    if (moments.length > 0) return utc(Math.max(...moments));
  }
  return null;
}

/** A stretch of time, first moment and last. */
export type Span = { readonly start: DateTime; readonly end: DateTime };

/**
 * Where what is blocked now may go: what is left of the window that is open, or else the next one, up to `marginMinutes` before
 * it ends. A window with less than the margin left is passed over. Null when there is none within a month.
 */
export function spanToSpread(
  profile: Profile,
  zones: readonly Zone[],
  now: DateTime,
  { marginMinutes = 60 }: { marginMinutes?: number } = {},
): Span | null {
  const marginMs = marginMinutes * MINUTE_MS;
  let from = now.toMillis();
  let stretch = openInAll(profile, zones, from) ?? nextStretch(profile, zones, from);
  while (stretch && stretch.end - marginMs < Math.max(stretch.start, from)) {
    from = stretch.end;
    stretch = openInAll(profile, zones, from) ?? nextStretch(profile, zones, from);
    if (from > now.toMillis() + HORIZON_DAYS * 24 * 60 * MINUTE_MS) return null;
  }
  return stretch ? { start: utc(Math.max(stretch.start, from)), end: utc(stretch.end - marginMs) } : null;
}

/** A window of somebody's hours in milliseconds: sends leave from `startMs` to `endMs`, both included; it opened at `opensMs`. */
export type SendWindow = { readonly opensMs: number; readonly startMs: number; readonly endMs: number };

/**
 * Every window from now on in which what we start may leave, up to `marginMinutes` before each ends, as far ahead as is asked for:
 * those of the law, or where the person has hours of their own, those. Ends where nothing is open for a month.
 */
export function* windowsAhead(
  profile: Profile,
  facts: HourFacts,
  now: DateTime,
  { marginMinutes }: { marginMinutes: number },
): Generator<SendWindow, void, undefined> {
  let ms = now.toMillis();
  let lastOpenMs = ms;
  while (ms <= lastOpenMs + HORIZON_DAYS * 24 * 60 * MINUTE_MS) {
    const open = openAt(profile, facts, ms);
    if (open !== true) {
      if (open.untilMs === null || open.untilMs <= ms) return;
      ms = open.untilMs;
      continue;
    }
    const end = hoursEnd(profile, facts, ms);
    if (end === null) return;
    const endMs = end - marginMinutes * MINUTE_MS;
    if (endMs >= ms) yield { opensMs: openInAll(profile, facts.zones, ms)?.start ?? ms, startMs: ms, endMs };
    [ms, lastOpenMs] = [end, end];
  }
}

/** Multiples of it, without their whole part, fill a stretch evenly however many there are: the golden ratio's. */
const EVEN_STEP = (Math.sqrt(5) - 1) / 2;

/**
 * Moments for `count` sends in the span, evenly and in order; all at 07:00:00 would be a burst that the number pays for. So many
 * as wait there `already` push the first one on, so that nights of single messages do not leave together either.
 */
export function spread({ start, end }: Span, count: number, already: number): DateTime[] {
  const step = (end.toMillis() - start.toMillis()) / count;
  const shift = (already * EVEN_STEP) % 1;
  return Array.from({ length: count }, (_, index) => utc(Math.floor(start.toMillis() + (index + shift) * step)));
}

/** The stretch that is open in all the zones at that moment: from the last opening to the first closing. */
function openInAll(profile: Profile, zones: readonly Zone[], ms: number): Stretch | undefined {
  const stretches = zones.map((zone) => openStretch(profile, zone, ms)).filter((stretch) => stretch !== undefined);
  if (stretches.length === 0 || stretches.length < zones.length) return undefined;
  return {
    start: Math.max(...stretches.map(({ start }) => start)),
    end: Math.min(...stretches.map(({ end }) => end)),
  };
}

/** A window of all zones begins where the window of one of them does, so only those moments are tried. */
function nextStretch(profile: Profile, zones: readonly Zone[], fromMs: number): Stretch | undefined {
  const starts = zones
    .flatMap((zone) => {
      const today = civilDay(fromMs, zone);
      const days = Array.from({ length: HORIZON_DAYS }, (_, index) => today + index);
      return days.flatMap((day) => lawDay(profile, zone, day).open.map(({ start }) => start));
    })
    .filter((start) => start > fromMs)
    .sort((a, b) => a - b);
  for (const start of starts) {
    const stretch = openInAll(profile, zones, start);
    if (stretch?.start === start) return stretch;
  }
  return undefined;
}

function utc(ms: number): DateTime {
  return DateTime.fromMillis(ms, { zone: "utc" });
}
