import type { Deps } from "../app/deps.ts";
import { askAboutSilent } from "../app/payments/ask-about-silent.ts";
import { attachPictures } from "../app/payments/attach-picture.ts";
import { processDeliveries } from "../app/payments/process-deliveries.ts";

/** How often a business's open pages are looked through; the first question about one is due after ten minutes. */
const LOOK_THROUGH_EACH_MS = 30_000;

/** A picture that could not be fetched is left in peace for so long. Kept in memory: after a restart it is simply tried. */
const PICTURE_REST_MS = 60_000;

/** Deliveries and questions of one go; then others who wait are let in. */
const SOME = 64;

export type PaymentJobs = {
  /** What providers delivered, or should have. */
  payments(businessId: string): Promise<void>;
  /** Some of it. True when there may be more. */
  somePayments(businessId: string): Promise<boolean>;
  /** Pictures of receipts that are still at the channel. */
  media(businessId: string): Promise<void>;
};

export function makePaymentJobs(deps: Deps): PaymentJobs {
  const restsUntilMs = new Map<string, number>();
  const lookedThroughMs = new Map<string, number>();
  const somePayments = async (businessId: string): Promise<boolean> => {
    const nowMs = deps.clock.elapsedMs();
    if (nowMs - (lookedThroughMs.get(businessId) ?? Number.NEGATIVE_INFINITY) >= LOOK_THROUGH_EACH_MS) {
      lookedThroughMs.set(businessId, nowMs);
      await askAboutSilent(deps, businessId);
    }
    return (await processDeliveries(deps, businessId, { most: SOME })) === SOME;
  };
  return {
    somePayments,
    async payments(businessId) {
      while (await somePayments(businessId));
    },
    async media(businessId) {
      const nowMs = deps.clock.elapsedMs();
      for (const [proofId, untilMs] of restsUntilMs) if (untilMs <= nowMs) restsUntilMs.delete(proofId);
      const failed = await attachPictures(deps, businessId, (proofId) => !restsUntilMs.has(proofId));
      for (const proofId of failed) restsUntilMs.set(proofId, nowMs + PICTURE_REST_MS);
    },
  };
}
