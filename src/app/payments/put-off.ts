import { tellConsole } from "../../../db/intake.ts";
import { postponeDelivery, raiseAlarmOnce, type WaitingDelivery } from "../../../db/payments/deliveries.ts";
import type { Deps } from "../deps.ts";
import type { ContextDeps } from "./payment-context.ts";
import { describeFailure, FAILURES_UNTIL_ALARM, retryAfter } from "./retry.ts";

export type PaymentDeps = Pick<Deps, "db" | "log" | "providers"> & ContextDeps;

/** Its own work was rolled back; that it failed is kept, so that it stops nobody else. */
export async function putOff(
  { db, clock }: PaymentDeps,
  businessId: string,
  { delivery, error }: { delivery: WaitingDelivery; error: unknown },
): Promise<void> {
  await db.inBusiness(businessId, async (tx) => {
    const failure = describeFailure(error);
    const attempts = await postponeDelivery(tx, delivery, {
      retryAt: retryAfter(delivery.attempts, clock.now()),
      failure,
    });
    if (attempts !== FAILURES_UNTIL_ALARM) return;
    await raiseAlarmOnce(tx, businessId, {
      kind: "payment.delivery-failing",
      detail: `${delivery.provider} ${delivery.eventId}: ${failure}`,
    });
    await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
  });
}
