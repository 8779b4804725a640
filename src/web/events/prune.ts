import { deleteEventsBefore } from "../../../db/console/events.ts";
import { businessIds } from "../../../db/lookups.ts";
import type { Deps } from "../../app/deps.ts";

const KEPT_HOURS = 48;

/** Forgets the console's events that no stream may ask for any more, business by business. Once an hour is enough. */
export async function pruneConsoleEvents({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const before = clock.now().minus({ hours: KEPT_HOURS });
  let deleted = 0;
  for (const businessId of await businessIds(db.lookups)) {
    deleted += await db.inBusiness(businessId, (tx) => deleteEventsBefore(tx, businessId, before));
  }
  return deleted;
}
