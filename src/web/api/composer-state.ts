import type { DateTime } from "luxon";
import type { ConversationSummary } from "../contract/inbox.ts";
import type { ComposerState } from "../contract/thread.ts";

export type ComposerFacts = {
  /** When WhatsApp's window closes; undefined when the debtor never wrote. */
  readonly closesAt: DateTime | undefined;
  readonly now: DateTime;
  /** The channel has no window. */
  readonly freeText: boolean;
  readonly holds: readonly { readonly kind: string }[];
  /** The number is not the debtor's. */
  readonly suppressed: boolean;
};

/** What the person at the console may do with this conversation: the first of these that is so. The server checks again at send. */
export function composerState(
  { closedAt, owner }: Pick<ConversationSummary, "closedAt" | "owner">,
  facts: ComposerFacts,
): ComposerState {
  if (closedAt !== null) return "closed";
  if (owner.kind === "bot") return "bot_owns";
  if (owner.kind === "nobody") return "nobody_owns";
  if (!owner.isMe) return "other_owns";
  if (facts.suppressed || facts.holds.some(({ kind }) => kind === "opt_out")) return "opted_out";
  const isOpen = facts.freeText || (facts.closesAt !== undefined && facts.now < facts.closesAt);
  return isOpen ? "mine_open" : "mine_closed";
}
