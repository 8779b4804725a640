import { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { lockLimits, type NumberLimit } from "../../../db/messaging-limit.ts";
import type { Postponed } from "../../../db/outbox.ts";
import { waitingBetween } from "../../../db/unsent.ts";
import { isWindowOpen } from "../../channels/service-window.ts";
import { type Span, spanToSpread, spread } from "../../domain/contact-law/openings.ts";
import type { Judged } from "./gate.ts";
import { MARGIN_MINUTES, placeUnderLimit, type ToPlace } from "./place-under-limit.ts";

/** Counting more would make a night of a million quadratic: of so many, one's own id says as well where to begin. */
const MOST_COUNTED = 2_000;

type Delayed = ToPlace & {
  readonly law: { readonly profile: NonNullable<Judged["law"]["profile"]> };
};

/**
 * When each delayed send is tried again: in the order in which they were written, among all that wait for the same windows
 * already. Windows are those of each debtor's own law. Where the number has a messaging limit, what is to leave outside WhatsApp's 24
 * hours gets a place under it, and no window more people than that; else those that wait for one window are spread over it. The
 * gate asks again then.
 */
export async function spreadBlocked(
  tx: Tx,
  businessId: string,
  denied: readonly Judged[],
  now: DateTime,
): Promise<Postponed[]> {
  const delayed = denied.flatMap(({ send, facts, law, decision }): Delayed[] => {
    const { profile } = law;
    if (decision.allowed || decision.until === null || !profile) return [];
    return [{ send, facts, law: { ...law, profile }, from: DateTime.max(decision.until, now) }];
  });
  // An answer to somebody whose 24 hours are still open then reaches nobody anew.
  const starting = delayed.filter(({ send, from }) => !isWindowOpen(send.lastInboundAt ?? undefined, from));
  const limits =
    starting.length === 0
      ? new Map<string, NumberLimit>()
      : await lockLimits(tx, businessId, [...new Set(starting.map(({ send }) => send.channelId))]);
  const limited = new Set(starting.filter(({ send }) => limits.has(send.channelId)));
  const postponed = await spreadOver(
    tx,
    businessId,
    delayed.filter((one) => !limited.has(one)),
  );
  for (const [channelId, limit] of limits) {
    const ofNumber = [...limited].filter(({ send }) => send.channelId === channelId);
    postponed.push(...(await placeUnderLimit(tx, businessId, { channelId, limit }, ofNumber)));
  }
  return postponed;
}

/** Where the number has no limit: evenly over the window, however many wait for it. */
async function spreadOver(tx: Tx, businessId: string, delayed: readonly Delayed[]): Promise<Postponed[]> {
  const byWindow = Map.groupBy(
    delayed,
    ({ from, law: { profile, zones } }) =>
      `${from.toMillis()} ${profile.country} ${profile.subdivision} ${zones.join()}`,
  );
  const postponed: Postponed[] = [];
  for (const group of byWindow.values()) {
    const [first] = group;
    if (!first) continue;
    const { law, from } = first;
    const span = spanToSpread(law.profile, law.zones, from, { marginMinutes: MARGIN_MINUTES });
    const moments = span ? spread(span, group.length, await placeIn(span, first.send.id)) : [];
    postponed.push(...group.map(({ send }, index) => ({ id: send.id, sendAt: moments[index] ?? from })));
  }
  return postponed;

  async function placeIn(span: Span, id: string): Promise<number> {
    const waiting = await waitingBetween(tx, businessId, { ...span, most: MOST_COUNTED });
    // The last digits of a UUIDv7 are chance.
    if (waiting === MOST_COUNTED) return Number.parseInt(id.slice(-8), 16);
    return waiting + postponed.filter(({ sendAt }) => sendAt >= span.start && sendAt <= span.end).length;
  }
}
