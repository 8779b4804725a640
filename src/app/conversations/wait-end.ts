import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Wait } from "../../../flows/vocabulary.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { endOfWait } from "../../domain/contact-law/waits.ts";
import { addDays, startOfDay } from "../../domain/time.ts";

/**
 * When a wait ends for this business: by its own country's working days, which are the days its people work. Where no contact law is written yet nothing we start may leave anyway, so working
 * days are then plain days: the alarm still rings, and the gate refuses what it asks for.
 */
export function waitEnd(
  wait: Wait,
  business: Pick<Business, "country" | "zone" | "readings">,
  now: DateTime,
): DateTime {
  const { profile } = lawFor(business);
  if (profile) return endOfWait(wait, now, profile, business.zone);
  if ("hours" in wait) return now.plus({ hours: wait.hours });
  if ("workingDays" in wait) return now.plus({ days: wait.workingDays });
  return startOfDay(addDays(wait.dayAfter, 1), business.zone).toUTC();
}
