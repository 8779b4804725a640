import type { ReadMark } from "../channel.ts";

/**
 * The body that marks a message as read (Meta, "Mark messages as read") and, with `typing`, shows that an answer is being
 * written until it arrives, or for 25 seconds (Meta, "Typing indicators").
 */
export function readMark({ providerId, typing }: ReadMark): string {
  return JSON.stringify({
    messaging_product: "whatsapp",
    status: "read",
    message_id: providerId,
    ...(typing && { typing_indicator: { type: "text" } }),
  });
}
