import type { DateTime } from "luxon";
import { unreachable } from "../../domain/assert.ts";
import type { DeliveryStatus, InboundMessage, InboundStatus, OutMessage, SendResult } from "../channel.ts";
import { rejectionOf } from "../cloud-api/rejection.ts";

/** What can be made to go wrong with one message, as data: a test or the simulator's page orders it. */
export type Fault =
  /** Its statuses are reported twice, and what the phone sends arrives twice. */
  | { readonly kind: "duplicate" }
  | { readonly kind: "delay"; readonly seconds: number }
  /** Its statuses are reported last one first; messages of the phone arrive in reverse. */
  | { readonly kind: "reorder" }
  /** It is never shown, and no answer comes: a send into the void. */
  | { readonly kind: "lose-message" }
  /** It is shown, but the answer to the send gets lost. Its statuses settle it. */
  | { readonly kind: "lose-answer" }
  /** Refused at the door with Meta's code, or with a bare HTTP status. */
  | { readonly kind: "refuse"; readonly code: number }
  | { readonly kind: "refuse-http"; readonly status: number }
  /** Accepted, then reported as failed. */
  | { readonly kind: "fail"; readonly code: number };

/** What the simulated phone is to show, and which statuses are to be reported, each from its `at` on, in this order. */
export type Delivery = {
  readonly providerId: string;
  readonly message: OutMessage;
  readonly visibleAt: DateTime;
  readonly statuses: readonly InboundStatus[];
};

export type Planned = { readonly result: SendResult; readonly delivery: Delivery | undefined };

/** How a send goes under a fault: the answer to the sender, and what reaches the phone. */
export function planSend(message: OutMessage, fault: Fault | undefined, now: DateTime): Planned {
  const providerId = `sim.${message.outboxId}`;
  const accepted: SendResult = { state: "accepted", providerId };
  const deliver = (statuses: readonly DeliveryStatus[], at: DateTime = now, code?: number): Delivery => ({
    providerId,
    message,
    visibleAt: at,
    statuses: statuses.map((status) => report(message, providerId, status, at, code)),
  });
  switch (fault?.kind) {
    case undefined:
      return { result: accepted, delivery: deliver(GOOD) };
    case "duplicate":
      return { result: accepted, delivery: deliver(GOOD.flatMap((status) => [status, status])) };
    case "delay":
      return { result: accepted, delivery: deliver(GOOD, now.plus({ seconds: fault.seconds })) };
    case "reorder":
      return { result: accepted, delivery: deliver(GOOD.toReversed()) };
    case "lose-message":
      return { result: lost(now), delivery: undefined };
    case "lose-answer":
      return { result: lost(now), delivery: deliver(GOOD) };
    case "refuse":
      return {
        result: rejectionOf({ code: fault.code, status: 400, detail: "refused by order" }),
        delivery: undefined,
      };
    case "refuse-http":
      return { result: rejectionOf({ status: fault.status, detail: "refused by order" }), delivery: undefined };
    case "fail":
      return { result: accepted, delivery: deliver(["sent", "failed"], now, fault.code) };
    default:
      return unreachable(fault);
  }
}

const GOOD = ["sent", "delivered"] as const;

function lost(now: DateTime): SendResult {
  return { state: "unknown", settleBy: now.plus({ seconds: 60 }), detail: "the answer was lost by order" };
}

function report(
  { outboxId, to }: OutMessage,
  providerId: string,
  status: DeliveryStatus,
  at: DateTime,
  code: number | undefined,
): InboundStatus {
  const failure = status === "failed" && code !== undefined ? String(code) : undefined;
  return { type: "status", providerId, outboxId, status, at, recipient: to, code: failure, detail: undefined };
}

/** What arrives, and when, of a burst that the simulated phone wrote; a fault acts on the whole burst. */
export function planInbound(
  burst: readonly InboundMessage[],
  fault: Fault | undefined,
  now: DateTime,
): readonly { readonly message: InboundMessage; readonly arrivesAt: DateTime }[] {
  const arriving = (messages: readonly InboundMessage[], arrivesAt: DateTime = now) =>
    messages.map((message) => ({ message, arrivesAt }));
  switch (fault?.kind) {
    case "duplicate":
      return arriving(burst.flatMap((message) => [message, message]));
    case "delay":
      return arriving(burst, now.plus({ seconds: fault.seconds }));
    case "reorder":
      return arriving(burst.toReversed());
    case "lose-message":
      return [];
    default:
      return arriving(burst);
  }
}
