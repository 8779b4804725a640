import {
  finishDelivery,
  leaseLookUp,
  postponeDelivery,
  type WaitingDelivery,
} from "../../../db/payments/deliveries.ts";
import type { PaymentStanding } from "../../domain/payments/fold-payment.ts";
import type { ProviderReading } from "../../payment-providers/payment-provider.ts";
import { factsAskedFor, hostedProvider } from "./delivery-reading.ts";
import { paymentContext } from "./payment-context.ts";
import { type PaymentDeps, putOff } from "./put-off.ts";
import { recordFacts } from "./record-facts.ts";
import { retryAfter } from "./retry.ts";

/** A provider answers within half of it; a process that is still silent after it is dead, and another asks again. */
const LEASE_SECONDS = 60;

/** A fee that is still unknown after so many questions (some hours) is none. */
const QUESTIONS_FOR_A_FEE = 8;

/** Asks the provider what is to be asked next: first outside any transaction, then its answer is taken in like an event. */
export async function lookUpNext(deps: PaymentDeps, businessId: string): Promise<boolean> {
  const realNow = deps.clock.now();
  const until = realNow.plus({ seconds: LEASE_SECONDS });
  const leased = await deps.db.inBusiness(businessId, (tx) => leaseLookUp(tx, businessId, { realNow, until }));
  if (!leased) return false;
  try {
    const reading = await hostedProvider(deps, leased.provider).fetchTruth(leased.body);
    await takeIn(deps, businessId, { lookUp: leased, reading });
  } catch (error) {
    deps.log.warn(
      { error, businessId, provider: leased.provider, eventId: leased.eventId },
      "a question to a payment provider failed; it is asked again",
    );
    await putOff(deps, businessId, { delivery: leased, error });
  }
  return true;
}

async function takeIn(
  deps: PaymentDeps,
  businessId: string,
  { lookUp, reading }: { lookUp: WaitingDelivery; reading: ProviderReading },
): Promise<void> {
  await deps.db.inBusiness(businessId, async (tx) => {
    const context = await paymentContext(deps, tx);
    const standings: PaymentStanding[] = [];
    for (const facts of factsAskedFor(reading.facts)) {
      standings.push(
        await recordFacts(context, {
          provider: lookUp.provider,
          facts,
          origin: { actor: "system", source: lookUp.eventId },
          canBeAsked: true,
        }),
      );
    }
    const at = context.realNow;
    const hasNothing = reading.ignored !== undefined && reading.facts.length === 0;
    if (hasNothing || isAnswered(lookUp, standings))
      await finishDelivery(tx, lookUp, { at, remark: reading.unreadable ?? null });
    else
      await postponeDelivery(tx, lookUp, { retryAt: retryAfter(lookUp.attempts, at), failure: "not known there yet" });
  });
}

/** What was asked for is known now, or will not be. */
function isAnswered({ eventId, attempts }: WaitingDelivery, standings: readonly PaymentStanding[]): boolean {
  if (eventId.endsWith(":fee"))
    return attempts + 1 >= QUESTIONS_FOR_A_FEE || standings.some(({ fees }) => fees.length > 0);
  if (eventId.endsWith(":payment"))
    return standings.length > 0 && standings.every(({ waitsForPayment }) => !waitsForPayment);
  return true;
}
