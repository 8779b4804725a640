import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import type { LockedConversation, MovedConversation } from "../../../db/turns.ts";
import { flowAt } from "../../../flows/registry.ts";
import type { FlowEvent, HandOverReason } from "../../../flows/vocabulary.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { Deps } from "../deps.ts";
import type { Trigger } from "../outbox/kinds.ts";
import { factsFor } from "./advance.ts";
import { decideTurn } from "./decide-turn.ts";
import { type MoveContext, type MoveDeps, saveMoves } from "./save-moves.ts";

/** What this transaction moves conversations in: the business it belongs to, at its own time. */
export async function moveContext<D extends Pick<Deps, "clock">>(deps: D, tx: Tx): Promise<MoveContext<D>> {
  const business = present(await readBusiness(tx), "the business");
  return { deps, tx, business, now: businessTime(deps.clock.now(), Number(business.clockOffsetMs)) };
}

export type Happening = {
  readonly event: FlowEvent;
  readonly trigger: Trigger;
  /** `bot`, `agent:<user id>`, `business:<user id>`: who is behind it. */
  readonly actor: string;
  readonly ownership?: Pick<MovedConversation, "owner" | "ownerUserId" | "ownerEpoch">;
  readonly handedOverBecause?: HandOverReason;
};

/** Moves one conversation, which the caller has locked, by something that was not the debtor's words. */
export async function applyEvent(
  context: MoveContext<MoveDeps>,
  conversation: LockedConversation,
  { event, trigger, actor, ownership, handedOverBecause }: Happening,
): Promise<void> {
  const { tx, business } = context;
  const { debtorId } = conversation;
  const owed =
    debtorId === null ? undefined : (await owedByDebtor(tx, business.id, [debtorId], business.currency)).get(debtorId);
  const moved = decideTurn(
    { conversation, flow: flowAt(conversation.flow, conversation.flowVersion), waiting: [], events: [event] },
    factsFor(context, conversation, owed),
  );
  await saveMoves(context, [
    {
      before: conversation,
      waiting: [],
      moved,
      trigger,
      actor,
      ...(ownership && { ownership }),
      ...(handedOverBecause && { handedOverBecause }),
    },
  ]);
}
