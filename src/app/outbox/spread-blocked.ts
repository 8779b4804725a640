import type { DateTime } from "luxon";
import { spread } from "../../domain/contact-law/openings.ts";
import type { Judged } from "./gate.ts";

/** The last of a window leaves this long before it ends: longer than a template lives, or it would wait for the next one. */
const MARGIN_MINUTES = 75;

/**
 * When each delayed send is tried again: at its own next lawful moment, and those that wait for the same window spread
 * evenly over it, in the order in which they were written. A window is that of each debtor's own law. The gate asks again then.
 */
export function spreadBlocked(denied: readonly Judged[], now: DateTime): { id: string; sendAt: DateTime }[] {
  const delayed = denied.flatMap(({ send, law: { profile, zones }, decision }) =>
    decision.allowed || decision.until === null || !profile ? [] : [{ send, profile, zones, until: decision.until }],
  );
  const byWindow = Map.groupBy(
    delayed,
    ({ until, profile, zones }) => `${until.toMillis()} ${profile.country} ${profile.subdivision} ${zones.join()}`,
  );
  return [...byWindow.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const moments =
      group.length === 1
        ? []
        : spread(first.profile, first.zones, group.length, first.until < now ? now : first.until, {
            marginMinutes: MARGIN_MINUTES,
          });
    return group.map(({ send, until }, index) => ({ id: send.id, sendAt: moments[index] ?? until }));
  });
}
