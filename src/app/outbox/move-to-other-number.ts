import { appendOutcomes } from "../../../db/agreements.ts";
import { recordAudit } from "../../../db/audit.ts";
import { movesToOtherNumber } from "../../../db/businesses.ts";
import { numbersKnownBy } from "../../../db/channels.ts";
import { tellConsole } from "../../../db/intake.ts";
import { giveUp } from "../../../db/outbox.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import { lockStranded, noteContinued, type Stranded } from "../../../db/stranded.ts";
import { closeUnsaid } from "../../../db/unsent.ts";
import { present } from "../../domain/assert.ts";
import type { MessageKind } from "../../domain/outreach/holds.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { type Beginning, beginConversations } from "../conversations/begin.ts";
import type { OpenDeps } from "../conversations/open.ts";
import type { MoveContext, MoveDeps } from "../conversations/save-moves.ts";
import { isWarmOnly, makeChooseNumber } from "./choose-numbers.ts";

/** Conversations of one transaction. */
const BATCH = 100;

/** A token that is repaired within the hour moves nobody: what has moved does not come back. */
const LOST_AFTER_HOURS = 1;

/** What an opening says as well. A reminder of a promise or a plan is about what was said in its own chat: it waits. */
const REPLACED_BY_OPENING = ["opening", "reminder", "nudge"] as const satisfies readonly MessageKind[];

/**
 * Where the business wants it, what we wanted to begin by a number that is lost begins on another one, with whom has authorised that: as a
 * new conversation, with its own opening, which asks who they are. Nobody who was verified on the old number is verified on the new
 * one, so no word of a debt goes there before. What answers a person is theirs to read where they asked: it waits for the number.
 *
 * The waiting message ends, its conversation closes and the new one begins in one transaction, so that nothing is said twice. The
 * gate then judges the new opening as every other. Returns how many moved.
 */
export async function moveToOtherNumber(deps: OpenDeps, businessId: string): Promise<number> {
  let moved = 0;
  let after: string | undefined;
  do {
    // From the last on, whether it moved or not: who cannot move keeps nobody behind them waiting.
    const batch: Batch = await deps.db.inBusiness(businessId, async (tx) => {
      if (!(await movesToOtherNumber(tx))) return NOTHING;
      return moveBatch(await moveContext(deps, tx), deps, after);
    });
    moved += batch.moved;
    after = batch.last;
  } while (after !== undefined);
  return moved;
}

type Batch = { readonly moved: number; readonly last: string | undefined };
const NOTHING: Batch = { moved: 0, last: undefined };

async function moveBatch(
  context: MoveContext<MoveDeps>,
  { clock, channels }: OpenDeps,
  after: string | undefined,
): Promise<Batch> {
  const { tx, business, now } = context;
  const choose = await makeChooseNumber(tx, business.id, channels);
  if (!choose([])) return NOTHING;
  const { stranded, last } = await lockStranded(tx, business.id, {
    lostBefore: now.minus({ hours: LOST_AFTER_HOURS }),
    lostBeforeReal: clock.now().minus({ hours: LOST_AFTER_HOURS }),
    kinds: REPLACED_BY_OPENING,
    limit: BATCH,
    after,
  });
  const [known, owed] = await Promise.all([
    numbersKnownBy(tx, business.id, { contactIds: stranded.map(({ contactId }) => contactId) }),
    owedByDebtor(
      tx,
      business.id,
      stranded.map(({ debtorId }) => debtorId),
      business.currency,
    ),
  ]);
  const moving = stranded.flatMap((from): Moving[] => {
    const chosen = choose(known.get(from.contactId) ?? []);
    const owes = owed.get(from.debtorId);
    // Where they would be refused as a stranger to a linked phone, or owe nothing any more, nothing is gained by moving.
    if (!chosen || (isWarmOnly(chosen.channel, channels) && !chosen.hasWritten) || (owes?.minor ?? 0n) <= 0n) return [];
    const { contactId, debtorId, language } = from;
    return [{ from, to: { channelId: chosen.channel.id, contactId, debtorId, language, owed: owes } }];
  });
  if (moving.length === 0) return { moved: 0, last };
  await endOld(context, moving);
  const begun = await beginConversations(
    context,
    moving.map(({ to }) => to),
    "bot",
  );
  for (const { id, contactId } of begun) {
    const one = moving.find(({ to }) => to.contactId === contactId);
    await recordMoved(context, present(one, "the conversation that moved"), id);
  }
  return { moved: begun.length, last };
}

type Moving = { readonly from: Stranded; readonly to: Beginning };

async function endOld({ tx, business, now }: MoveContext, moving: readonly Moving[]): Promise<void> {
  await giveUp(
    tx,
    business.id,
    moving.flatMap(({ from: { outboxIds } }) =>
      outboxIds.map((id) => ({ id, state: "superseded" as const, failure: { reason: "MOVED_TO_OTHER_NUMBER" } })),
    ),
  );
  const ids = moving.map(({ from }) => from.conversationId);
  const ended = await closeUnsaid(tx, business.id, ids, { outcome: "other", at: now });
  await appendOutcomes(
    tx,
    business.id,
    ended.map((one) => ({ ...one, outcome: "other", by: "bot", at: now })),
  );
}

async function recordMoved({ tx, business, now }: MoveContext, { from, to }: Moving, id: string): Promise<void> {
  await noteContinued(tx, business.id, { conversationId: id, continues: from.conversationId });
  await recordAudit(tx, business.id, {
    actor: "bot",
    action: "conversation.moved-to-other-number",
    subject: "conversation",
    subjectId: id,
    before: { conversationId: from.conversationId, channelId: from.channelId },
    after: { conversationId: id, channelId: to.channelId },
    at: now,
  });
  await tellConsole(tx, business.id, [
    { kind: "conversation.changed", subjectId: from.conversationId },
    { kind: "conversation.changed", subjectId: id },
  ]);
}
