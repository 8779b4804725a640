import { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import {
  firstWithRoom,
  type LimitWord,
  type NumberLimit,
  placedBetween,
  takenIn,
} from "../../../db/messaging-limit.ts";
import type { Postponed } from "../../../db/outbox.ts";
import { type SendWindow, windowsAhead } from "../../domain/contact-law/openings.ts";
import { LIMIT_MS } from "../../domain/outreach/messaging-limit.ts";
import {
  lastSlot,
  placesIn,
  roomFrom,
  type Slots,
  slotAfter,
  slotMs,
  slotsOf,
  type Taken,
} from "../../domain/outreach/places.ts";
import type { Judged } from "./gate.ts";

/** The last of a window leaves this long before it ends: longer than a template lives, or it would wait for the next one. */
export const MARGIN_MINUTES = 75;

/** Asked about in one go: some ten weeks. */
const WINDOWS_AT_A_LOOK = 64;

/** A send, and the moment before which it may not leave. */
export type ToPlace = Pick<Judged, "send" | "law" | "facts"> & { readonly from: DateTime };

/**
 * Gives each of these sends a place: in order, in the first window of its person's hours that the number has room in, behind those
 * who have one there, at the pace of the number's own limit. What a window has no room for goes to the next. The caller
 * has locked the number (`lockLimits`) and writes the places down; what is open within no month is tried again at its `from`.
 *
 * A batch of 32 costs a few look-ups and counts at most twice the limit, however many wait: 100,000 under a limit of 2,000 were placed
 * in 154 s on two cores that others used too, some 38 ms a batch from the first to the last. A place that somebody gives up in the
 * middle of a full window is not given again: to find it, every window would be counted each time.
 */
export async function placeUnderLimit(
  tx: Tx,
  businessId: string,
  { channelId, limit: { people: limit, because } }: { readonly channelId: string; readonly limit: NumberLimit },
  sends: readonly ToPlace[],
): Promise<Postponed[]> {
  // A number that may begin nothing has no places to give.
  if (limit === 0) return sends.map(({ send, from }) => ({ id: send.id, sendAt: from }));
  const number: LimitedNumber = { channelId, limit, because, moving: sends.map(({ send }) => send.id), given: [] };
  const postponed: Postponed[] = [];
  const groups = Map.groupBy(
    sends,
    ({ from, law: { profile }, facts: { zones, requestedHours, inconvenient, quiet } }) =>
      JSON.stringify([
        from.toMillis(),
        profile?.country,
        profile?.subdivision,
        zones,
        requestedHours,
        inconvenient,
        quiet,
      ]),
  );
  for (const group of groups.values()) {
    const placed = await placeGroup(tx, businessId, number, group);
    postponed.push(...placed, ...group.slice(placed.length).map(({ send, from }) => ({ id: send.id, sendAt: from })));
  }
  return postponed;
}

type LimitedNumber = {
  readonly channelId: string;
  readonly limit: number;
  readonly because: LimitWord;
  /** All that are being moved: the places they had are free again. */
  readonly moving: readonly string[];
  /** The moments given and not yet written, in milliseconds. */
  readonly given: number[];
};

/** Those that may all leave in the same hours. */
async function placeGroup(
  tx: Tx,
  businessId: string,
  number: LimitedNumber,
  sends: readonly ToPlace[],
): Promise<Postponed[]> {
  const placed: Postponed[] = [];
  const [first] = sends;
  if (!first?.law.profile) return placed;
  const windows = windowsAhead(first.law.profile, first.facts, first.from, { marginMinutes: MARGIN_MINUTES });
  let firstOpensMs: number | undefined;
  while (placed.length < sends.length) {
    const ahead = take(windows, WINDOWS_AT_A_LOOK).map((window) => slotsOf(window, number.limit));
    if (ahead.length === 0) break;
    firstOpensMs ??= ahead[0]?.opensMs;
    const full = (await firstWithRoom(tx, businessId, number, ahead.map(lastSlotOf))) ?? ahead.length;
    for (const slots of ahead.slice(full)) {
      const left = sends.slice(placed.length);
      if (left.length === 0) break;
      const isLater = slots.opensMs !== firstOpensMs;
      const places = await placesOn(tx, businessId, number, { slots, count: left.length });
      placed.push(
        ...left.slice(0, places.length).map(({ send }, index) => ({
          id: send.id,
          sendAt: utc(places[index] ?? slots.startMs),
          placedOn: number.channelId,
          ...(isLater && { waitsBecause: number.because }),
        })),
      );
    }
  }
  return placed;
}

/** Moments in one window for as many as it has room for. */
async function placesOn(
  tx: Tx,
  businessId: string,
  number: LimitedNumber,
  { slots, count }: { slots: Slots; count: number },
): Promise<number[]> {
  const { limit, given } = number;
  const taken = await takenOn(tx, businessId, number, { slots, count });
  if (taken.within >= limit) return [];
  const slot = slotAfter(slots, roomFrom(slots, taken));
  const fromMs = slotMs(slots, slot);
  const behind =
    (await placedBetween(tx, businessId, number, { from: utc(fromMs), to: utc(slots.endMs) })) +
    given.filter((ms) => ms >= fromMs && ms <= slots.endMs).length;
  const places = placesIn(slots, { count, limit, slot: slot + behind, taken });
  given.push(...places);
  return places;
}

/** What the window holds: as the database has it, and what this transaction has given besides, which comes behind that. */
async function takenOn(
  tx: Tx,
  businessId: string,
  number: LimitedNumber,
  { slots: { opensMs, endMs }, count }: { slots: Slots; count: number },
): Promise<Taken> {
  const inside = number.given.filter((ms) => ms >= opensMs && ms <= endMs).length;
  const before = number.given.filter((ms) => ms > opensMs - LIMIT_MS && ms < opensMs).toSorted((a, b) => b - a);
  const limit = number.limit - inside - before.length;
  const found = await takenIn(tx, businessId, number, { opens: utc(opensMs), end: utc(endMs), limit, count });
  const within = found.within + inside;
  const skipped = Math.max(limit - found.within - count, 0);
  const dayBefore = Array.from({ length: Math.min(count, Math.max(number.limit - within, 0)) }, (_, index) => {
    const rank = number.limit - within - index;
    if (rank <= before.length) return before[rank - 1];
    return found.dayBefore[rank - before.length - 1 - skipped]?.toMillis();
  });
  return { within, dayBefore };
}

function lastSlotOf(slots: Slots): { lastSlot: DateTime; end: DateTime } {
  return { lastSlot: utc(slotMs(slots, lastSlot(slots))), end: utc(slots.endMs) };
}

function take(windows: Iterator<SendWindow, void>, count: number): SendWindow[] {
  const taken: SendWindow[] = [];
  for (let next = windows.next(); !next.done; next = windows.next()) {
    if (taken.push(next.value) === count) break;
  }
  return taken;
}

function utc(ms: number): DateTime {
  return DateTime.fromMillis(ms, { zone: "utc" });
}
