import type { SendWindow } from "../contact-law/openings.ts";
import { LIMIT_MS } from "./messaging-limit.ts";

/** 20 a second: the slowest rate that Meta gives a number. Whoever sends keeps to the number's own. */
const FASTEST_MS = 50;

/** As many moments of a window, evenly from its first to its last, as the number may reach people in a day: one for each. */
export type Slots = SendWindow & { readonly everyMs: number };

export function slotsOf(window: SendWindow, limit: number): Slots {
  return { ...window, everyMs: Math.max((window.endMs - window.opensMs) / Math.max(limit - 1, 1), FASTEST_MS) };
}

export function slotMs({ opensMs, everyMs }: Slots, slot: number): number {
  return Math.floor(opensMs + slot * everyMs);
}

export function lastSlot({ opensMs, endMs, everyMs }: Slots): number {
  return Math.floor((endMs - opensMs) / everyMs + 1e-6);
}

/** The first slot at or after that moment, and not before the window lets anything go. */
export function slotAfter({ opensMs, startMs, everyMs }: Slots, ms: number): number {
  // A slot's own moment was rounded down; it is that slot's all the same.
  return Math.ceil((Math.max(ms, startMs) - opensMs) / everyMs - 1e-6);
}

/** What a window holds already, as far as the next few need to know it. */
export type Taken = {
  /** How many have a place in it, or left in it. */
  readonly within: number;
  /** Those of the day before that the next ones have to keep 24 hours from, one each: earliest first, undefined for none. */
  readonly dayBefore: readonly (number | undefined)[];
};

/** When the next ones may go at the earliest because of the day before: the first of them. */
export function roomFrom(slots: Slots, { dayBefore: [first] }: Taken): number {
  return first === undefined ? slots.startMs : Math.max(slots.startMs, first + LIMIT_MS);
}

/**
 * Moments for the next `count` of a window from one of its slots on, in order, or for as many as it has room for. No more than
 * the limit get one in the window, and none comes nearer than 24 hours to the one that is `limit` before it: so no 24 hours hold more.
 */
export function placesIn(
  slots: Slots,
  { count, limit, slot, taken }: { count: number; limit: number; slot: number; taken: Taken },
): number[] {
  const places: number[] = [];
  let next = slot;
  for (let index = 0; index < count && taken.within + index < limit; index += 1) {
    const before = taken.dayBefore[index];
    const earliest = before === undefined ? slots.startMs : Math.max(before + LIMIT_MS, slots.startMs);
    next = Math.max(next, slotAfter(slots, earliest));
    const place = Math.max(slotMs(slots, next), earliest);
    if (place > slots.endMs) break;
    places.push(place);
    next += 1;
  }
  return places;
}

/**
 * The same for all windows to come, from memory: what a dry run says. `taken` are the moments of those that left in the last
 * 24 hours or have a place, in order.
 */
export function planPlaces(
  windows: Iterable<SendWindow>,
  { count, limit, taken }: { count: number; limit: number; taken: readonly number[] },
): number[] {
  const all = [...taken];
  const planned: number[] = [];
  for (const window of windows) {
    if (planned.length === count) break;
    const slots = slotsOf(window, limit);
    const left = count - planned.length;
    const opens = firstFrom(all, window.opensMs);
    const held = takenOf(all.slice(firstFrom(all, window.opensMs - LIMIT_MS + 1), opens), {
      within: firstFrom(all, window.endMs + 1) - opens,
      limit,
      count: left,
    });
    const from = slotAfter(slots, roomFrom(slots, held));
    const behind = Math.max(0, firstFrom(all, window.endMs + 1) - firstFrom(all, slotMs(slots, from)));
    const places = placesIn(slots, { count: left, limit, slot: from + behind, taken: held });
    planned.push(...places);
    all.splice(firstFrom(all, window.endMs + 1), 0, ...places);
    if (behind > 0) all.sort((a, b) => a - b);
  }
  return planned;
}

/** `before`: the moments of the 24 hours before the window opens, in order. */
function takenOf(
  before: readonly number[],
  { within, limit, count }: { within: number; limit: number; count: number },
): Taken {
  const keep = Math.min(count, Math.max(0, limit - within));
  // The one `limit` places before: as many of the window's own come between as it holds by then.
  const dayBefore = Array.from({ length: keep }, (_, index) => before[before.length - (limit - within - index)]);
  return { within, dayBefore };
}

/** How many come before that moment. */
function firstFrom(moments: readonly number[], ms: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? ms) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
