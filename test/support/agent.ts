import { closeConversation } from "../../src/app/conversations/close.ts";
import { handBack } from "../../src/app/conversations/hand-back.ts";
import { replyAsAgent } from "../../src/app/conversations/reply.ts";
import { takeOver } from "../../src/app/conversations/take-over.ts";
import type { SampleDebtor, World } from "./world.ts";

/** An agent tries something in a debtor's open conversation; what is not theirs to do is refused, and that is an answer. */
export async function agentDoes(
  { owner, deps, business }: World,
  { contactId }: SampleDebtor,
  what: "takesOver" | "replies" | "handsBack" | "closes",
): Promise<void> {
  const [row] = await owner<{ id: string; newest: string | null }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c where c.contact_id = ${contactId} and c.closed_at is null`;
  if (!row) return;
  const who = { businessId: business.id, conversationId: row.id, userId: "ana" };
  switch (what) {
    case "takesOver":
      await takeOver(deps, who);
      return;
    case "replies":
      await replyAsAgent(deps, { ...who, text: "Hola, ya le ayudo.", lastSeenMessageId: row.newest });
      return;
    case "handsBack":
      await handBack(deps, { ...who, verified: false });
      return;
    case "closes":
      await closeConversation(deps, { ...who, outcome: "refused" });
      return;
  }
}
