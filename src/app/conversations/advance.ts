import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import {
  findDueConversations,
  type LockedConversation,
  lockConversations,
  recordTurnFailure,
  takeWaiting,
  type WaitingMessage,
} from "../../../db/turns.ts";
import { flowAt } from "../../../flows/registry.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { Money } from "../../domain/money.ts";
import { dayOf, isoDate } from "../../domain/time.ts";
import type { Deps } from "../deps.ts";
import { decideTurn, type MoveFacts } from "./decide-turn.ts";
import { quarantine } from "./quarantine.ts";
import { reopen } from "./reopen.ts";
import { type DecidedMove, type MoveContext, saveMoves } from "./save-moves.ts";

type TurnDeps = Pick<Deps, "db" | "clock" | "log" | "secrets">;

/** Conversations of one transaction: measured, beyond 64 the last of a batch waits longer than the commit saves. */
const BATCH = 64;
/** After that many failures in a row a person looks at it, with the reason. */
const MOST_FAILURES = 5;
const RETRY_SECONDS = 2;

/**
 * Gives every conversation of one business that has something to do its turn: many in one transaction, or, when that
 * fails, one by one, so that one poison message stops nobody else. Returns how many moved; call again until none does.
 */
export async function advanceDue(deps: TurnDeps, businessId: string): Promise<number> {
  try {
    return await deps.db.inBusiness(businessId, (tx) => advanceBatch(deps, tx, businessId));
  } catch (error) {
    deps.log.warn({ error, businessId }, "a batch of turns failed; taking them one by one");
    return advanceOneByOne(deps, businessId);
  }
}

async function advanceBatch(deps: TurnDeps, tx: Tx, businessId: string, only?: readonly string[]): Promise<number> {
  const business = present(await readBusiness(tx), "the business");
  const realNow = deps.clock.now();
  const now = businessTime(realNow, Number(business.clockOffsetMs));
  const due = only ?? (await findDueConversations(tx, businessId, { businessNow: now, realNow, limit: BATCH }));
  if (due.length === 0) return 0;

  const locked = await lockConversations(tx, businessId, due);
  if (locked.length === 0) return 0;
  // Only now, under the locks: what was committed before we got them is seen, what comes later waits for the next bell.
  const waiting = Map.groupBy(
    await takeWaiting(
      tx,
      businessId,
      locked.map(({ id }) => id),
    ),
    ({ conversationId }) => conversationId,
  );
  const context: MoveContext = { deps, tx, business, now };

  // Written to a conversation that was closing at that moment: it belongs to a new one.
  const over = locked.filter(({ closedAt, id }) => closedAt !== null && waiting.has(id));
  if (over.length > 0) await reopen(context, over);

  const open = locked.filter(({ closedAt }) => closedAt === null);
  const owed = await owedBy(context, open);
  const moves = open.flatMap((conversation) => decide(context, conversation, waiting.get(conversation.id) ?? [], owed));
  if (moves.length > 0) await saveMoves(context, moves);
  return moves.length + over.length;
}

async function owedBy(
  { tx, business }: MoveContext,
  conversations: readonly LockedConversation[],
): Promise<Map<string, Money>> {
  const debtorIds = conversations.flatMap(({ debtorId }) => debtorId ?? []);
  return debtorIds.length === 0 ? new Map() : owedByDebtor(tx, business.id, debtorIds, business.currency);
}

function decide(
  context: MoveContext,
  conversation: LockedConversation,
  waiting: readonly WaitingMessage[],
  owed: ReadonlyMap<string, Money>,
): DecidedMove[] {
  const isAlarm = waiting.length === 0 && conversation.alarmAt !== null && conversation.alarmAt <= context.now;
  if (waiting.length === 0 && !isAlarm) return [];
  const moved = decideTurn(
    {
      conversation,
      flow: flowAt(conversation.flow, conversation.flowVersion),
      waiting,
      events: isAlarm ? [{ type: "alarm.rang" }] : [],
    },
    factsFor(context, conversation, conversation.debtorId === null ? undefined : owed.get(conversation.debtorId)),
  );
  return [{ before: conversation, waiting, moved, trigger: isAlarm ? "proactive" : "reply", actor: "bot" }];
}

/** What a decision may look at; a birth date is unsealed only when somebody gives one. */
export function factsFor(
  { deps, business, now }: MoveContext,
  conversation: LockedConversation,
  owed: Money | undefined,
): MoveFacts {
  const { birthDateSealed, documentLastFour } = conversation;
  return {
    owed,
    policy: business.planPolicy,
    today: dayOf(now, business.zone),
    country: business.country,
    currency: business.currency,
    documentLastFour,
    birthDate: () => (birthDateSealed === null ? undefined : isoDate(deps.secrets.unseal(birthDateSealed))),
  };
}

async function advanceOneByOne(deps: TurnDeps, businessId: string): Promise<number> {
  const due = await deps.db.inBusiness(businessId, async (tx) => {
    const business = present(await readBusiness(tx), "the business");
    const realNow = deps.clock.now();
    return findDueConversations(tx, businessId, {
      businessNow: businessTime(realNow, Number(business.clockOffsetMs)),
      realNow,
      limit: BATCH,
    });
  });
  let moved = 0;
  for (const id of due) {
    try {
      moved += await deps.db.inBusiness(businessId, (tx) => advanceBatch(deps, tx, businessId, [id]));
    } catch (error) {
      deps.log.error({ error, businessId, conversationId: id }, "a turn failed");
      await putAside(deps, { businessId, id, error });
      moved += 1;
    }
  }
  return moved;
}

async function putAside(
  deps: TurnDeps,
  { businessId, id, error }: { businessId: string; id: string; error: unknown },
): Promise<void> {
  const realNow: DateTime = deps.clock.now();
  await deps.db.inBusiness(businessId, async (tx) => {
    const failures = await recordTurnFailure(tx, businessId, id, realNow.plus({ seconds: RETRY_SECONDS }));
    if (failures >= MOST_FAILURES)
      await quarantine(
        { deps, tx, business: present(await readBusiness(tx), "the business"), now: realNow },
        id,
        error,
      );
  });
}
