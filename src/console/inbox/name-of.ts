import type { ConversationSummary } from "../../web/contract.ts";

/** Whom a conversation is with: the debtor, else the contact, else the number, else the word for somebody unknown. */
export function nameOf({ debtor, contact }: Pick<ConversationSummary, "debtor" | "contact">, unknown: string): string {
  return debtor?.name ?? contact.name ?? contact.phone ?? unknown;
}
