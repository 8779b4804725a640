import { IANAZone } from "luxon";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const zones = new Map<string, IANAZone | undefined>();
const offsets = new Map<string, Map<number, number | "changes">>();
const KEPT_OFFSETS = 10_000;

/** Whether that is a name of the IANA zone data. */
export function isZone(zone: string): boolean {
  return zoneOf(zone) !== undefined;
}

/**
 * Milliseconds to add to UTC there, at that moment; 0 for a zone that nobody knows. Exact also on the days clocks change; one
 * look-up on all others, where luxon formats and reads a date each time (4 % of a turn).
 */
export function offsetMs(ms: number, zone: string): number {
  const block = Math.floor(ms / DAY_MS);
  const known = offsetsOf(zone).get(block) ?? learnOffset(block, zone);
  return known === "changes" ? exactOffsetMs(ms, zone) : known;
}

function learnOffset(block: number, zone: string): number | "changes" {
  const first = exactOffsetMs(block * DAY_MS, zone);
  const learnt = first === exactOffsetMs((block + 1) * DAY_MS - 1, zone) ? first : "changes";
  const known = offsetsOf(zone);
  if (known.size >= KEPT_OFFSETS) known.clear();
  known.set(block, learnt);
  return learnt;
}

function offsetsOf(zone: string): Map<number, number | "changes"> {
  const known = offsets.get(zone);
  if (known) return known;
  const empty = new Map<number, number | "changes">();
  offsets.set(zone, empty);
  return empty;
}

/** The same without remembering. */
export function exactOffsetMs(ms: number, zone: string): number {
  return (zoneOf(zone)?.offset(ms) ?? 0) * MINUTE_MS;
}

function zoneOf(zone: string): IANAZone | undefined {
  if (!zones.has(zone)) zones.set(zone, IANAZone.isValidZone(zone) ? IANAZone.create(zone) : undefined);
  return zones.get(zone);
}
