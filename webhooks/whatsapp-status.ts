import type { DateTime } from "luxon";
import type { DeliveryStatus, InboundStatus, StatusPricing } from "../src/channels/channel.ts";
import { listAt, objectAt, textAt } from "./json.ts";
import { identityOf, momentAt } from "./whatsapp-parts.ts";

/** One status of a webhook, or `undefined` when it names no message or none of the states we follow. */
export function readStatus(status: unknown, receivedAt: DateTime): InboundStatus | undefined {
  const providerId = textAt(status, "id");
  const state = FOLLOWED.get(textAt(status, "status") ?? "");
  if (providerId === undefined || state === undefined) return undefined;
  const error = listAt(status, "errors")[0];
  const pricing = pricingOf(objectAt(status, "pricing"));
  return {
    type: "status",
    providerId,
    outboxId: ourIdIn(textAt(status, "biz_opaque_callback_data")),
    status: state,
    at: momentAt(status, "timestamp") ?? receivedAt,
    recipient: identityOf({ phone: textAt(status, "recipient_id"), bsuid: textAt(status, "recipient_user_id") }),
    ...(pricing && { pricing }),
    code: textAt(error, "code"),
    detail: textAt(objectAt(error, "error_data"), "details") ?? textAt(error, "title"),
  };
}

/**
 * Of one that says whether it is billed and as what. Older ones name only `pricing_model` and `category`; then a type other than
 * `regular` is how Meta says that it is free, and without one nobody can tell.
 */
function pricingOf(pricing: Readonly<Record<string, unknown>> | undefined): StatusPricing | undefined {
  const category = textAt(pricing, "category")?.toLowerCase();
  const type = textAt(pricing, "type");
  const told = pricing?.["billable"];
  const billable = typeof told === "boolean" ? told : type === undefined ? undefined : type === "regular";
  return category === undefined || billable === undefined ? undefined : { billable, category, type };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whoever else sends through the same number writes what they like there: what is no id of ours names nothing. */
function ourIdIn(echoed: string | undefined): string | undefined {
  return echoed !== undefined && UUID.test(echoed) ? echoed : undefined;
}

/** A voice message that was played has been read. */
const FOLLOWED: ReadonlyMap<string, DeliveryStatus> = new Map([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["played", "read"],
  ["failed", "failed"],
]);
