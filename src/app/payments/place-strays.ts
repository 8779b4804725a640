import { readBusiness } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { businessIds } from "../../../db/lookups.ts";
import {
  finishDelivery,
  giveToBusiness,
  leaseStray,
  postponeDelivery,
  raiseAlarmOnce,
  type WaitingDelivery,
} from "../../../db/payments/deliveries.ts";
import type { HostedProvider, ProviderReading } from "../../payment-providers/payment-provider.ts";
import { hostedProvider, readDelivery } from "./delivery-reading.ts";
import type { PaymentDeps } from "./put-off.ts";
import { describeFailure, FAILURES_UNTIL_ALARM, retryAfter } from "./retry.ts";

const LEASE_SECONDS = 60;

/**
 * Finds out whose the deliveries are that named no business: a refund or a dispute carries no mark of ours, its payment does.
 * What turns out to be nobody's here is kept, posted nowhere, and shown to every business that shares the account.
 */
export async function placeStrays(deps: PaymentDeps): Promise<void> {
  for (;;) {
    const realNow = deps.clock.now();
    const stray = await leaseStray(deps.db.lookups, { realNow, until: realNow.plus({ seconds: LEASE_SECONDS }) });
    if (!stray) return;
    try {
      await place(deps, stray);
    } catch (error) {
      deps.log.warn(
        { error, provider: stray.provider, eventId: stray.eventId },
        "whose this delivery is could not be found out; it is tried again",
      );
      await postpone(deps, stray, error);
    }
  }
}

async function place(deps: PaymentDeps, stray: WaitingDelivery): Promise<void> {
  const { lookups } = deps.db;
  const provider = hostedProvider(deps, stray.provider);
  const reading = readDelivery(provider, stray);
  const named = await nameOf(provider, reading);
  if (named !== undefined && (await businessIds(lookups)).includes(named)) {
    await giveToBusiness(lookups, stray, named);
    return;
  }
  // No payment is in it at all: a payout, a customer, a price.
  const remark = reading.unreadable ?? (reading.facts.length > 0 ? "no business here has this payment" : null);
  if (remark !== null) await tellEverybody(deps, stray, remark);
  await finishDelivery(lookups, stray, { at: deps.clock.now(), remark });
}

async function nameOf(provider: HostedProvider, reading: ProviderReading): Promise<string | undefined> {
  const marked = ({ facts }: ProviderReading) =>
    facts.find(({ attribution }) => attribution !== undefined)?.attribution?.businessId;
  const [fact] = reading.facts;
  if (!fact) return undefined;
  return marked(reading) ?? marked(await provider.fetchTruth(fact.payment));
}

async function postpone(deps: PaymentDeps, stray: WaitingDelivery, error: unknown): Promise<void> {
  const failure = describeFailure(error);
  const attempts = await postponeDelivery(deps.db.lookups, stray, {
    retryAt: retryAfter(stray.attempts, deps.clock.now()),
    failure,
  });
  if (attempts === FAILURES_UNTIL_ALARM) await tellEverybody(deps, stray, failure);
}

/** Nobody can be told alone, because nobody knows whose it is: it names the provider's object and no person. */
async function tellEverybody(deps: PaymentDeps, { provider, eventId }: WaitingDelivery, remark: string): Promise<void> {
  deps.log.error({ provider, eventId, remark }, "a payment provider told of money that is nobody's here");
  for (const businessId of await businessIds(deps.db.lookups)) {
    await deps.db.inBusiness(businessId, async (tx) => {
      const business = await readBusiness(tx);
      if (business?.paymentProvider !== provider) return;
      await raiseAlarmOnce(tx, businessId, { kind: "payment.of-nobody", detail: `${provider} ${eventId}: ${remark}` });
      await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
    });
  }
}
