import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import {
  claimDelivery,
  findSilent,
  finishDelivery,
  insertLookUps,
  raiseAlarmOnce,
  type WaitingDelivery,
} from "../../../db/payments/deliveries.ts";
import { OPEN_FOR_HOURS } from "../../domain/payments/checkout-terms.ts";
import { factsOfEvent, hostedProvider, readDelivery } from "./delivery-reading.ts";
import { lookUpNext } from "./look-up.ts";
import { type PaymentContext, paymentContext } from "./payment-context.ts";
import { placeStrays } from "./place-strays.ts";
import { type PaymentDeps, putOff } from "./put-off.ts";
import { recordFacts } from "./record-facts.ts";

/** Questions to a provider of one look: a second later the next ones follow. */
const QUESTIONS_AT_ONCE = 20;

/**
 * Does everything about payments that is due for one business: finds the owners of deliveries that named none, takes in what
 * was delivered, and asks the provider what its webhooks left out. Safe to run in several processes at once, and again after
 * a kill at any line. Returns how many deliveries were looked at.
 */
export async function processDeliveries(deps: PaymentDeps, businessId: string): Promise<number> {
  await placeStrays(deps);
  const isThere = await deps.db.inBusiness(businessId, (tx) => askSilent(deps, tx, businessId));
  if (!isThere) return 0;
  let looked = 0;
  while (await processNext(deps, businessId)) looked += 1;
  while (await lookUpNext(deps, businessId)) looked += 1;
  return looked;
}

/** A webhook can be lost on the way for good: pages that have been open for long, and vouchers not heard of, are asked about. */
async function askSilent({ clock }: PaymentDeps, tx: Tx, businessId: string): Promise<boolean> {
  if (!(await readBusiness(tx))) return false;
  const realNow = clock.now();
  const silent = await findSilent(tx, businessId, { realNow, openForHours: OPEN_FOR_HOURS, limit: QUESTIONS_AT_ONCE });
  await insertLookUps(
    tx,
    businessId,
    silent.map((one) => ({ ...one, now: realNow, at: realNow })),
  );
  return true;
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
