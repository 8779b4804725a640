import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import {
  firstReached,
  lockLimits,
  lockTheirConversations,
  markReached,
  type Reached,
  reachedSince,
} from "../../../db/messaging-limit.ts";
import type { DueSend, Postponed } from "../../../db/outbox.ts";
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
 * Which of these, which the law allows now, may leave under the messaging limits of their numbers: what goes out outside WhatsApp's 24
 * hours, whatever its trigger, goes to no more different people in 24 hours than that. Who was reached within them
 * costs nothing again, but counts from then on anew. Exact whoever else sends: the number's row is locked from the count
 * to the commit. Where nothing leaves outside the 24 hours, which is every answer, nothing is asked.
 *
 * By business time, which is what Meta counts in wherever Meta counts: only a demo's clock is ever moved, and a demo never has
 * a real number. So a demo's day that is passed over passes for its simulated number too, and a place (`send_at`) is a moment of
 * the same clock.
 */
export async function withinLimit(
  tx: Tx,
  businessId: string,
  leaving: readonly Judged[],
  now: DateTime,
): Promise<WithinLimit> {
  const starting = leaving.filter(({ send }) => !isWindowOpen(send.lastInboundAt ?? undefined, now));
  const going = new Set(leaving.map(({ send }) => send.id));
  if (starting.length === 0) return { going, moved: [] };

  const [, limits] = await Promise.all([
    lockTheirConversations(
      tx,
      businessId,
      starting.map(({ send }) => send.conversationId),
    ),
    lockLimits(tx, businessId, [...new Set(starting.map(({ send }) => send.channelId))]),
  ]);
  const moved: Postponed[] = [];
  for (const [channelId, limit] of limits) {
    const asking = starting.filter(({ send }) => send.channelId === channelId);
    const over = await overLimit(tx, businessId, { channelId, limit, asking, now });
    for (const { send } of over.held) going.delete(send.id);
    moved.push(...over.moved);
  }
  await markReached(
    tx,
    businessId,
    starting.flatMap(({ send: { id, channelId, contactId } }) =>
      going.has(id) ? [{ channelId, contactId, at: now }] : [],
    ),
  );
  return { going, moved };
}

type Asking = {
  readonly channelId: string;
  readonly limit: number;
  readonly asking: readonly Judged[];
  readonly now: DateTime;
};

async function overLimit(
  tx: Tx,
  businessId: string,
  { channelId, limit, asking, now }: Asking,
): Promise<{ held: readonly Judged[]; moved: readonly Postponed[] }> {
  const since = now.minus({ hours: LIMIT_HOURS });
  const contactIds = asking.map(({ send }) => send.contactId);
  const reached = await reachedSince(tx, businessId, { channelId, contactIds, since, most: limit });
  const held = beyond(asking, reached, limit);
  if (held.length === 0) return { held, moved: [] };

  const rooms = await firstReached(tx, businessId, { channelId, since, limit: held.length });
  const soon = now.plus({ minutes: SOON_MINUTES });
  const kept = held.flatMap(({ send }, index) => {
    const room = rooms[index]?.plus({ hours: LIMIT_HOURS });
    return send.placedOn === channelId && room && room <= soon ? [keepsItsTurn(send, room)] : [];
  });
  const keeping = new Set(kept.map(({ id }) => id));
  const placed = await placeUnderLimit(
    tx,
    businessId,
    { channelId, limit },
    held.filter(({ send }) => !keeping.has(send.id)).map((one) => ({ ...one, from: now })),
  );
  return {
    held,
    moved: [
      ...kept,
      ...placed.map(({ placedOn, ...one }) => ({
        ...one,
        // Where no hours are in sight it looks again when all who were reached by now no longer count.
        ...(placedOn === undefined ? { sendAt: now.plus({ hours: LIMIT_HOURS }) } : { placedOn }),
        waitsBecause: "messaging_limit" as const,
      })),
    ],
  };
}

/** Of those who ask, in order, the ones for whom the number has no room; nobody counts twice. */
function beyond(asking: readonly Judged[], { people, contactIds }: Reached, limit: number): Judged[] {
  const reached = new Set(contactIds);
  let room = limit - people;
  return asking.filter(({ send: { contactId } }) => {
    if (reached.has(contactId)) return false;
    if (room <= 0) return true;
    room -= 1;
    reached.add(contactId);
    return false;
  });
}

function keepsItsTurn({ id, channelId }: DueSend, sendAt: DateTime): Postponed {
  return { id, sendAt, placedOn: channelId, waitsBecause: "messaging_limit" };
}
