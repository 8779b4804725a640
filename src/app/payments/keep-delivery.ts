import type { DateTime } from "luxon";
import { ringBell } from "../../../db/intake.ts";
import { businessIds } from "../../../db/lookups.ts";
import { insertDelivery } from "../../../db/payments/deliveries.ts";
import type { Deps } from "../deps.ts";
import { hostedProvider, readDelivery } from "./delivery-reading.ts";

export type ProviderDelivery = {
  readonly provider: "stripe" | "test_checkout";
  /** The provider's own: the same event twice is one. */
  readonly eventId: string;
  /** Exactly the bytes that were signed, as text. */
  readonly body: string;
  readonly receivedAt: DateTime;
  /** Where the address it came to says whose it is; otherwise it is read off the event's own marks. */
  readonly businessId?: string;
};

/** Keeps a verified webhook: durable when it resolves, and only then may the provider be told 200. Processing comes later. */
export async function keepProviderDelivery(
  deps: Pick<Deps, "db" | "providers">,
  delivery: ProviderDelivery,
): Promise<void> {
  const { provider, eventId, body, receivedAt } = delivery;
  const named = delivery.businessId ?? readMarks(deps, delivery);
  // An event can name a business of another installation: then it is nobody's here, until somebody has looked.
  const isOurs = named !== undefined && (await businessIds(deps.db.lookups)).includes(named);
  const kept = { provider, eventId, body, receivedAt, businessId: isOurs ? named : null };
  if (!isOurs) {
    await insertDelivery(deps.db.lookups, kept);
    return;
  }
  await deps.db.inBusiness(named, async (tx) => {
    if (await insertDelivery(tx, kept)) await ringBell(tx, "payments", named);
  });
}

function readMarks(deps: Pick<Deps, "providers">, delivery: ProviderDelivery): string | undefined {
  const { facts } = readDelivery(hostedProvider(deps, delivery.provider), delivery);
  return facts.find(({ attribution }) => attribution !== undefined)?.attribution?.businessId;
}
