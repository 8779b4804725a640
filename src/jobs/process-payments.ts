import type { Deps } from "../app/deps.ts";
import { askAboutSilent } from "../app/payments/ask-about-silent.ts";
import { attachPictures } from "../app/payments/attach-picture.ts";
import { processDeliveries } from "../app/payments/process-deliveries.ts";

/** How often a business's open pages are looked through; the first question about one is due after ten minutes. */
const LOOK_THROUGH_EACH_MS = 30_000;

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
  const lookedThroughMs = new Map<string, number>();
  return {
    async payments(businessId) {
      const nowMs = deps.clock.elapsedMs();
      if (nowMs - (lookedThroughMs.get(businessId) ?? Number.NEGATIVE_INFINITY) >= LOOK_THROUGH_EACH_MS) {
        lookedThroughMs.set(businessId, nowMs);
        await askAboutSilent(deps, businessId);
      }
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
