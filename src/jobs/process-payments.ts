import type { Deps } from "../app/deps.ts";
import { attachPictures } from "../app/payments/attach-picture.ts";
import { processDeliveries } from "../app/payments/process-deliveries.ts";

/** A picture that could not be fetched is left in peace for so long. Kept in memory: after a restart it is simply tried. */
const PICTURE_REST_MS = 60_000;

export type PaymentJobs = {
  /** What providers delivered, or should have. */
  payments(businessId: string): Promise<void>;
  /** Pictures of receipts that are still at the channel. */
  media(businessId: string): Promise<void>;
};

export function makePaymentJobs(deps: Deps): PaymentJobs {
  const restsUntilMs = new Map<string, number>();
  return {
    async payments(businessId) {
      await processDeliveries(deps, businessId);
    },
    async media(businessId) {
      const nowMs = deps.clock.elapsedMs();
      for (const [proofId, untilMs] of restsUntilMs) if (untilMs <= nowMs) restsUntilMs.delete(proofId);
      const failed = await attachPictures(deps, businessId, (proofId) => !restsUntilMs.has(proofId));
      for (const proofId of failed) restsUntilMs.set(proofId, nowMs + PICTURE_REST_MS);
    },
  };
}
