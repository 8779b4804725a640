import { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { channelFor } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { allTaken } from "../../../db/messaging-limit.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { windowsAhead } from "../../domain/contact-law/openings.ts";
import { LIMIT_HOURS, leastLimit } from "../../domain/outreach/messaging-limit.ts";
import { planPlaces } from "../../domain/outreach/places.ts";
import { dayOf, type IsoDate } from "../../domain/time.ts";
import { MARGIN_MINUTES } from "./place-under-limit.ts";

/** On how many days the number writes to so many people, and the last of them, by the business's calendar. */
export type LimitOutlook = {
  readonly people: number;
  readonly limit: number;
  readonly days: number;
  readonly lastDay: IsoDate;
};

/**
 * How long the number that the business writes through needs for so many people, beside all that waits for it: what leaves now,
 * where hours are open, and the places that the others would get, by the same rule as in earnest. By the law of the
 * business's own country. Null for a number without a limit, for nobody, and where no hours are in sight.
 */
export async function limitOutlook(
  tx: Tx,
  { business, now }: { business: Business; now: DateTime },
  people: number,
): Promise<LimitOutlook | null> {
  const channel = await channelFor(tx, business.id);
  const limit = channel ? leastLimit(channel) : null;
  const { profile, zones } = lawFor(business);
  if (!channel || limit === null || limit === 0 || people === 0 || !profile) return null;
  const since = now.minus({ hours: LIMIT_HOURS });
  const taken = (await allTaken(tx, business.id, { channelId: channel.id, since })).map((at) => at.toMillis());

  const nowMs = now.toMillis();
  const windows = () => windowsAhead(profile, { zones }, now, { marginMinutes: MARGIN_MINUTES });
  const isOpen = windows().next().value?.startMs === nowMs;
  const reached = taken.filter((ms) => ms <= nowMs).length;
  const atOnce = isOpen ? Math.max(0, Math.min(people, limit - reached)) : 0;
  const leaving = Array.from({ length: atOnce }, () => nowMs);
  const later = planPlaces(windows(), {
    count: people - atOnce,
    limit,
    taken: [...taken, ...leaving].toSorted((a, b) => a - b),
  });
  const days = new Set(
    [...leaving, ...later].map((ms) => dayOf(DateTime.fromMillis(ms, { zone: "utc" }), business.zone)),
  );
  const lastDay = [...days].at(-1);
  return lastDay === undefined ? null : { people, limit, days: days.size, lastDay };
}
