import { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import {
  firstReached,
  lockLimits,
  lockTheirConversations,
  markReached,
  type NumberLimit,
  reachedSince,
} from "../../../db/messaging-limit.ts";
import type { Postponed } from "../../../db/outbox.ts";
import { isWindowOpen } from "../../channels/service-window.ts";
import { LIMIT_HOURS } from "../../domain/outreach/messaging-limit.ts";
import type { Judged } from "./gate.ts";
import { placeUnderLimit } from "./place-under-limit.ts";

/** A place that comes up some moments before its number has room keeps its turn so long; what waits longer gets another. */
const SOON_MINUTES = 15;

export type WithinLimit = {
  /** What leaves now, in the order given. */
  readonly going: ReadonlySet<string>;
  /** What is over its number's limit, and when it is tried again. */
  readonly moved: readonly Postponed[];
};

/**
 * The limits by which these may leave, or get places, locked until the transaction ends; of a number without one, nothing. Where no start
 * is among them nothing is asked. Before the numbers come the conversations of all of them, answers' and refusals' too: something is
 * written on each before the commit, and whoever has one may be waiting for the number (`lockTheirConversations`). All numbers in
 * one go, because two processes that took one after the other would wait for each other.
 */
export async function lockLimitsOf(
  tx: Tx,
  businessId: string,
  judged: readonly Judged[],
  now: DateTime,
): Promise<ReadonlyMap<string, NumberLimit>> {
  if (!judged.some((one) => startsThen(one, now))) return new Map();
  const sends = judged.map(({ send }) => send);
  const [, limits] = await Promise.all([
    lockTheirConversations(
      tx,
      businessId,
      sends.map(({ conversationId }) => conversationId),
    ),
    lockLimits(tx, businessId, [...new Set(sends.map(({ channelId }) => channelId))]),
  ]);
  return limits;
}

/** Whether it leaves outside WhatsApp's 24 hours, now or when the law allows it. */
function startsThen({ send, decision }: Judged, now: DateTime): boolean {
  const until = decision.allowed ? null : decision.until;
  return !isWindowOpen(send.lastInboundAt ?? undefined, until === null ? now : DateTime.max(until, now));
}

/**
 * Which of these, which the law allows now, may leave under the messaging limits of their numbers: what goes out outside WhatsApp's 24
 * hours, whatever its trigger, goes to no more different people in 24 hours than that. Who was reached within them
 * costs nothing again, but counts from then on anew. Exact whoever else sends: the numbers' rows are locked (`lockLimitsOf`) from the
 * count to the commit. Where nothing leaves outside the 24 hours, which is every answer, nothing is asked.
 *
 * By business time, which is what Meta counts in wherever Meta counts: only a demo's clock is ever moved, and a demo never has
 * a real number. So a demo's day that is passed over passes for its simulated number too, and a place (`send_at`) is a moment of
 * the same clock.
 */
export async function withinLimit(
  tx: Tx,
  businessId: string,
  leaving: readonly Judged[],
  { now, limits }: { readonly now: DateTime; readonly limits: ReadonlyMap<string, NumberLimit> },
): Promise<WithinLimit> {
  const starting = leaving.filter(({ send }) => !isWindowOpen(send.lastInboundAt ?? undefined, now));
  const going = new Set(leaving.map(({ send }) => send.id));
  if (starting.length === 0) return { going, moved: [] };

  const over: Over[] = [];
  for (const [channelId, limit] of limits) {
    const asking = starting.filter(({ send }) => send.channelId === channelId);
    if (asking.length === 0) continue;
    const held = await beyond(tx, businessId, { channelId, limit, asking, now });
    if (held.length > 0) over.push({ channelId, limit, held, now });
    for (const { send } of held) going.delete(send.id);
  }
  await markReached(
    tx,
    businessId,
    starting.flatMap(({ send }) => (going.has(send.id) ? [{ ...send, at: now }] : [])),
  );
  // After those who leave are written down: a place keeps its distance from them.
  const moved: Postponed[] = [];
  for (const one of over) moved.push(...(await tryLater(tx, businessId, one)));
  return { going, moved };
}

type OnNumber = { readonly channelId: string; readonly limit: NumberLimit; readonly now: DateTime };
type Over = OnNumber & { readonly held: readonly Judged[] };

/** Of those who ask, in order, the ones for whom the number has no room; nobody counts twice. */
async function beyond(
  tx: Tx,
  businessId: string,
  { channelId, limit, asking, now }: OnNumber & { readonly asking: readonly Judged[] },
): Promise<Judged[]> {
  const since = now.minus({ hours: LIMIT_HOURS });
  const contactIds = asking.map(({ send }) => send.contactId);
  const { people, known } = await reachedSince(tx, businessId, { channelId, contactIds, since, most: limit.people });
  let room = limit.people - people;
  return asking.filter(({ send: { contactId } }) => {
    if (known.has(contactId)) return false;
    if (room <= 0) return true;
    room -= 1;
    known.add(contactId);
    return false;
  });
}

/** The next place under the limit, or the same turn where the number has room again in some moments. */
async function tryLater(tx: Tx, businessId: string, { channelId, limit, held, now }: Over): Promise<Postponed[]> {
  const since = now.minus({ hours: LIMIT_HOURS });
  const rooms = await firstReached(tx, businessId, { channelId, since, limit: held.length });
  const soon = now.plus({ minutes: SOON_MINUTES });
  const waitsBecause = limit.because;
  const kept = held.flatMap(({ send: { id, placedOn } }, index): Postponed[] => {
    const sendAt = rooms[index]?.plus({ hours: LIMIT_HOURS });
    return limit.people > 0 && placedOn === channelId && sendAt && sendAt <= soon
      ? [{ id, sendAt, placedOn, waitsBecause }]
      : [];
  });
  const keeping = new Set(kept.map(({ id }) => id));
  const others = held.filter(({ send }) => !keeping.has(send.id)).map((one) => ({ ...one, from: now }));
  const placed = await placeUnderLimit(tx, businessId, { channelId, limit }, others);
  return [
    ...kept,
    ...placed.map(
      ({ id, sendAt, placedOn }): Postponed =>
        // Where no hours are in sight it looks again when nobody counts any more who was reached by now.
        placedOn === undefined
          ? { id, sendAt: now.plus({ hours: LIMIT_HOURS }), waitsBecause }
          : { id, sendAt, placedOn, waitsBecause },
    ),
  ];
}
