import { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { waitingBetween } from "../../../db/outbox.ts";
import { type Span, spanToSpread, spread } from "../../domain/contact-law/openings.ts";
import type { Judged } from "./gate.ts";

/** The last of a window leaves this long before it ends: longer than a template lives, or it would wait for the next one. */
const MARGIN_MINUTES = 75;

/** Counting more would make a night of a million quadratic: of so many, one's own id says as well where to begin. */
const MOST_COUNTED = 2_000;

type Postponed = { readonly id: string; readonly sendAt: DateTime };

/**
 * When each delayed send is tried again: those that wait for the same window are spread over it, in the order in which they
 * were written, among all that wait for it already. A window is that of each debtor's own law. The gate asks again then.
 */
export async function spreadBlocked(
  tx: Tx,
  businessId: string,
  denied: readonly Judged[],
  now: DateTime,
): Promise<Postponed[]> {
  const delayed = denied.flatMap(({ send, law: { profile, zones }, decision }) =>
    decision.allowed || decision.until === null || !profile ? [] : [{ send, profile, zones, until: decision.until }],
  );
  const byWindow = Map.groupBy(
    delayed,
    ({ until, profile, zones }) => `${until.toMillis()} ${profile.country} ${profile.subdivision} ${zones.join()}`,
  );
  const postponed: Postponed[] = [];
  for (const group of byWindow.values()) {
    const [first] = group;
    if (!first) continue;
    const { profile, zones, until } = first;
    const span = spanToSpread(profile, zones, DateTime.max(until, now), { marginMinutes: MARGIN_MINUTES });
    const moments = span ? spread(span, group.length, await placeIn(span, first.send.id)) : [];
    postponed.push(...group.map(({ send }, index) => ({ id: send.id, sendAt: moments[index] ?? until })));
  }
  return postponed;

  async function placeIn(span: Span, id: string): Promise<number> {
    const waiting = await waitingBetween(tx, businessId, { ...span, most: MOST_COUNTED });
    // The last digits of a UUIDv7 are chance.
    if (waiting === MOST_COUNTED) return Number.parseInt(id.slice(-8), 16);
    return waiting + postponed.filter(({ sendAt }) => sendAt >= span.start && sendAt <= span.end).length;
  }
}
