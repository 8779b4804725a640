import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { spread } from "../../domain/contact-law/openings.ts";
import { profileOf } from "../../domain/contact-law/profiles.ts";
import type { Judged } from "./gate.ts";

/** The last of a window leaves this long before it ends, so that a slow phone does not get it after the window. */
const MARGIN_MINUTES = 30;

/**
 * When each delayed send is tried again: at its own next lawful moment, and those that wait for the same window spread
 * evenly over it, in the order in which they were written. The gate asks again then.
 */
export function spreadBlocked(
  business: Business,
  denied: readonly Judged[],
  now: DateTime,
): { id: string; sendAt: DateTime }[] {
  const delayed = denied.flatMap(({ send, facts, decision }) =>
    decision.allowed || decision.until === null ? [] : [{ send, zones: facts.zones, until: decision.until }],
  );
  const profile = profileOf(business.country, { readings: business.readings });
  if (!profile) return [];

  const byWindow = Map.groupBy(delayed, ({ until, zones }) => `${until.toMillis()} ${zones.join()}`);
  return [...byWindow.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const moments =
      group.length === 1
        ? []
        : spread(profile, first.zones, group.length, first.until < now ? now : first.until, {
            marginMinutes: MARGIN_MINUTES,
          });
    return group.map(({ send, until }, index) => ({ id: send.id, sendAt: moments[index] ?? until }));
  });
}
