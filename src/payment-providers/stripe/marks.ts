import { z } from "zod";
import type { Attribution } from "../../domain/payments/payment-fact.ts";

const Marks = z.object({
  saldar_business_id: z.uuid(),
  saldar_payment_link_id: z.uuid(),
  saldar_attempt: z.string().regex(/^[1-9]\d{0,8}$/),
});

/**
 * Our name on what is ours at Stripe. Metadata of the session stays on the session; that of `payment_intent_data` goes on
 * to the payment and its charge; `client_reference_id` is what a person sees in the dashboard's list.
 */
export function marksOf({ businessId, paymentLinkId, attempt }: Attribution): z.infer<typeof Marks> {
  return {
    saldar_business_id: businessId,
    saldar_payment_link_id: paymentLinkId,
    saldar_attempt: attempt.toString(),
  };
}

/** At most 120 of the 200 characters that Stripe allows. */
export function clientReferenceOf({ businessId, paymentLinkId, attempt }: Attribution): string {
  return `${businessId}_${paymentLinkId}_${attempt}`;
}

/** Reads them back, from whichever place survived. */
export function readMarks(metadata: unknown, clientReference?: string | null): Attribution | undefined {
  const [businessId, paymentLinkId, attempt] = clientReference?.split("_") ?? [];
  const marks = Marks.safeParse(metadata).data;
  const written =
    marks ??
    Marks.safeParse({
      saldar_business_id: businessId,
      saldar_payment_link_id: paymentLinkId,
      saldar_attempt: attempt,
    }).data;
  if (!written) return undefined;
  return {
    businessId: written.saldar_business_id,
    paymentLinkId: written.saldar_payment_link_id,
    attempt: Number(written.saldar_attempt),
  };
}
