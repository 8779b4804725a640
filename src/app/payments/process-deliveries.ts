import { tellConsole } from "../../../db/intake.ts";
import {
  claimDelivery,
  finishDelivery,
  raiseAlarmOnce,
  type WaitingDelivery,
} from "../../../db/payments/deliveries.ts";
import { factsOfEvent, hostedProvider, readDelivery } from "./delivery-reading.ts";
import { lookUpNext } from "./look-up.ts";
import { type PaymentContext, paymentContext } from "./payment-context.ts";
import { placeStrays } from "./place-strays.ts";
import { type PaymentDeps, putOff } from "./put-off.ts";
import { recordFacts } from "./record-facts.ts";

/**
 * Does everything about payments that is due for one business: finds the owners of deliveries that named none, takes in what
 * was delivered, and asks the provider what is to be asked. Safe to run in several processes at once, and again after a kill
 * at any line. Returns how many were looked at, which is `most` when there may be more.
 */
export async function processDeliveries(
  deps: PaymentDeps,
  businessId: string,
  { most = Number.POSITIVE_INFINITY }: { most?: number } = {},
): Promise<number> {
  await placeStrays(deps);
  let looked = 0;
  while (looked < most && (await processNext(deps, businessId))) looked += 1;
  while (looked < most && (await lookUpNext(deps, businessId))) looked += 1;
  return looked;
}

/** One delivery, whole, in one transaction: its facts, the books, the thanks, and the mark that it is done. */
async function processNext(deps: PaymentDeps, businessId: string): Promise<boolean> {
  let claimed: WaitingDelivery | undefined;
  try {
    return await deps.db.inBusiness(businessId, async (tx) => {
      claimed = await claimDelivery(tx, businessId, deps.clock.now());
      if (!claimed) return false;
      await takeIn(deps, await paymentContext(deps, tx), claimed);
      return true;
    });
  } catch (error) {
    if (!claimed) throw error;
    deps.log.error(
      { error, businessId, provider: claimed.provider, eventId: claimed.eventId },
      "a payment's delivery failed; it is tried again",
    );
    await putOff(deps, businessId, { delivery: claimed, error });
    return true;
  }
}

async function takeIn(deps: PaymentDeps, context: PaymentContext, delivery: WaitingDelivery): Promise<void> {
  const { tx, business, realNow } = context;
  const { provider: name, eventId } = delivery;
  const reading = readDelivery(hostedProvider(deps, name), delivery);
  for (const facts of factsOfEvent(eventId, reading.facts)) {
    await recordFacts(context, {
      provider: name,
      facts,
      origin: { actor: "system", source: eventId },
      canBeAsked: true,
    });
  }
  if (reading.unreadable !== undefined) {
    await raiseAlarmOnce(tx, business.id, {
      kind: "payment.unreadable",
      detail: `${name} sent ${eventId}: ${reading.unreadable}`,
    });
    await tellConsole(tx, business.id, [{ kind: "alarm.changed", subjectId: null }]);
  }
  await finishDelivery(tx, delivery, { at: realNow, remark: reading.unreadable ?? null });
}
