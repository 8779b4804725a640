import { findSilent, insertLookUps } from "../../../db/payments/deliveries.ts";
import { OPEN_FOR_HOURS } from "../../domain/payments/checkout-terms.ts";
import type { PaymentDeps } from "./put-off.ts";

/** Questions of one round to a provider, so that a thousand open pages are no flood. */
const AT_ONCE = 20;

/**
 * The net under the webhooks, one of which can be lost for good: pages that have been open for ten minutes or more, and
 * vouchers not heard of for a day, are to be asked about. `processDeliveries` does the asking.
 */
export async function askAboutSilent(
  { db, clock }: Pick<PaymentDeps, "db" | "clock">,
  businessId: string,
): Promise<void> {
  const now = clock.now();
  await db.inBusiness(businessId, async (tx) => {
    const silent = await findSilent(tx, businessId, { realNow: now, openForHours: OPEN_FOR_HOURS, limit: AT_ONCE });
    const lookUps = silent.map((one) => ({ ...one, now, at: now }));
    await insertLookUps(tx, businessId, lookUps);
  });
}
