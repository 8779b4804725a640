import type { DeliveryStatus } from "../channel.ts";

/** What WhatsApp Web's number behind a message says: -1 failed, 0 on its way to the server, 1 there, 2 on a phone, 3 read, 4 played. */
export function statusOfAck(ack: number): DeliveryStatus | undefined {
  if (ack < 0) return "failed";
  return [undefined, "sent", "delivered", "read", "read"][Math.min(ack, 4)] as DeliveryStatus | undefined;
}
