import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { dayOf, type IsoDate, type Zone } from "../../domain/time.ts";

/**
 * Today where the debtor is, by which their days are read and their payments are due: one day for all that a turn reads, checks,
 * says and keeps. Where the business is, while nobody knows better.
 */
export function todayOf(
  { business, now }: { readonly business: Pick<Business, "zone">; readonly now: DateTime },
  { debtorZone }: { readonly debtorZone: Zone | null },
): IsoDate {
  return dayOf(now, debtorZone ?? business.zone);
}
