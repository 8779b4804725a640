import { createHash } from "node:crypto";

/**
 * The id that a message of ours has on WhatsApp, the same for every try: what was sent can be found again, and a second copy
 * carries the first one's id. In the form of the ids that WhatsApp Web makes.
 */
export function messageIdOf(outboxId: string): string {
  return `3EB0${createHash("sha256").update(outboxId).digest("hex").slice(0, 18).toUpperCase()}`;
}
