import type { DateTime } from "luxon";
import { appendOutcomes } from "../../../db/agreements.ts";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { type NewOutbox, putInOutbox } from "../../../db/outbox.ts";
import { appendReadings } from "../../../db/readings.ts";
import {
  appendConversationEvents,
  type LockedConversation,
  type MovedConversation,
  markTaken,
  saveConversations,
  type WaitingMessage,
} from "../../../db/turns.ts";
import { type Effect, HAND_OVER_REASONS, type HandOverReason } from "../../../flows/vocabulary.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { decidePlanned, type PlanDeps } from "../outbox/decide-planned.ts";
import { kindOf, type Trigger } from "../outbox/kinds.ts";
import type { Moved } from "./decide-turn.ts";
import { perform } from "./perform.ts";
import { readingsOf } from "./readings-of.ts";
import { waitEnd } from "./wait-end.ts";

/** What was decided for one conversation, and on whose account it speaks. */
export type DecidedMove = {
  readonly before: LockedConversation;
  readonly waiting: readonly WaitingMessage[];
  readonly moved: Moved;
  /** A debtor's words are answered; a payment is confirmed; everything else we start. */
  readonly trigger: Trigger;
  /** What an agent or the business changed besides: the owner, and with it the epoch. */
  readonly ownership?: Pick<MovedConversation, "owner" | "ownerUserId" | "ownerEpoch">;
  readonly actor: string;
  /** Why a person is to look, where the flow itself does not say it. */
  readonly handedOverBecause?: HandOverReason;
};

export type MoveContext<D = unknown> = {
  readonly deps: D;
  readonly tx: Tx;
  readonly business: Business;
  readonly now: DateTime;
  /** Whoever moves looks at the outbox next, so no bell has to be rung for it. */
  readonly isSentNext?: boolean;
};

/** What a move needs: to seal a link, and to decide on what it starts to say. */
export type MoveDeps = PlanDeps & Pick<Deps, "secrets">;

/**
 * Writes moves of any number of conversations with one statement a table: the state, the log, what was taken, and what is
 * to be said commit together or not at all, so a crash can neither lose a message nor answer it twice. So does the decision on what
 * we start (`decidePlanned`): what answers the words taken here is not looked at, and costs no statement more.
 */
export async function saveMoves(context: MoveContext<MoveDeps>, moves: readonly DecidedMove[]): Promise<void> {
  const { tx, business, now } = context;
  const saved = moves.map((move) => ({ move, after: afterMove(move, context) }));

  const taken = saved.flatMap(({ move, after }) => move.waiting.map(({ id }) => ({ id, turn: after.revision })));
  const said = saved.flatMap(({ move, after }) => saysOf(move, after, now));

  // None reads what another writes, so they travel together. The first that fails fails the transaction.
  await Promise.all([
    saveConversations(
      tx,
      business.id,
      saved.map(({ after }) => after),
    ),
    appendConversationEvents(
      tx,
      business.id,
      moves.flatMap((move) => eventsOf(move, now)),
    ),
    markTaken(tx, business.id, taken),
    appendReadings(
      tx,
      business.id,
      moves.flatMap(({ moved }) => readingsOf(moved, now)),
    ),
    putInOutbox(tx, business.id, said),
    appendOutcomes(
      tx,
      business.id,
      saved.flatMap(({ move, after }) => outcomesOf(move, after, now)),
    ),
    tellConsole(
      tx,
      business.id,
      moves.map(({ before }) => ({ kind: "conversation.changed", subjectId: before.id })),
    ),
    said.length > 0 && !context.isSentNext && ringBell(tx, "dispatch", business.id),
    perform(context, saved),
  ]);
  // After all of it: a hold that a move placed, its proof of who they are and its end are read as it leaves them.
  await decidePlanned(context, startedBy(moves, said));
}

/** What does not answer the words of this turn, nor confirm an operation, and so may be something that we start. */
function startedBy(moves: readonly DecidedMove[], said: readonly NewOutbox[]): string[] {
  const starting = new Set(
    moves.flatMap(({ before, waiting, trigger }) =>
      trigger === "proactive" || (trigger === "reply" && waiting.length === 0) ? [before.id] : [],
    ),
  );
  return said.flatMap(({ id, conversationId }) => (starting.has(conversationId) ? [id] : []));
}

function afterMove(
  { before, waiting, moved, ownership, handedOverBecause }: DecidedMove,
  { business, now }: MoveContext,
): MovedConversation {
  const reasons = moved.effects.flatMap((effect) => (effect.type === "handToAgent" ? [effect.params.because] : []));
  if (handedOverBecause !== undefined) reasons.push(handedOverBecause);
  const outcome = moved.effects.findLast((effect) => effect.type === "recordOutcome");
  // Whoever has it keeps it; from the bot it goes to nobody, which is the queue.
  const owner = reasons.length > 0 && before.owner === "bot" ? "nobody" : before.owner;
  return {
    id: before.id,
    state: moved.state,
    context: moved.context,
    language: moved.language,
    revision: before.revision + 1,
    owner,
    ownerUserId: before.ownerUserId,
    ownerEpoch: stops(moved.effects) ? before.ownerEpoch + 1 : before.ownerEpoch,
    ...ownership,
    handedOverBecause: mostUrgent([before.handedOverBecause, ...reasons]),
    handedOverAt: reasons.length > 0 ? (before.handedOverAt ?? now) : before.handedOverAt,
    verifiedAt: moved.context["verified"] === true ? (before.verifiedAt ?? now) : null,
    alarmAt: moved.finished ? null : alarmAfter({ before, moved }, business, now),
    lastInboundAt: moved.lastInboundAt,
    saidSinceInbound: waiting.length > 0 ? 0 : before.saidSinceInbound,
    outcome: outcome?.params.outcome ?? before.outcome,
    closedAt: moved.finished ? now : null,
  };
}

/**
 * Whoever says stop hears one word more and nothing that was written before: not what is being prepared in this moment either,
 * which is of an older epoch when it looks for the last time.
 */
function stops(effects: readonly Effect[]): boolean {
  return effects.some(({ type }) => type === "stopContact" || type === "suppressContact" || type === "recordDeceased");
}

/** Who was in danger and later says «ya pagué» is still first somebody in danger. */
function mostUrgent(reasons: readonly (string | null)[]): string | null {
  return HAND_OVER_REASONS.find((reason) => reasons.includes(reason)) ?? null;
}

/**
 * One conversation, one alarm. Leaving a state silences it unless the new state set another; so does its ringing. One that
 * fell due while something else was heard has not rung, and rings next.
 */
function alarmAfter(
  { before, moved }: Pick<DecidedMove, "before" | "moved">,
  business: Business,
  now: DateTime,
): DateTime | null {
  let alarmAt = before.alarmAt;
  for (const { event, fromState, toState, effects } of moved.taken) {
    const asked = effects.findLast((effect) => effect.type === "setAlarm");
    if (asked) alarmAt = waitEnd(asked.params, business, now);
    else if (fromState !== toState || event.type === "alarm.rang") alarmAt = null;
  }
  return alarmAt;
}

function eventsOf({ before, moved }: DecidedMove, now: DateTime) {
  return moved.taken.map(({ event, meaning, handled, fromState, toState, effects }, position) => ({
    conversationId: before.id,
    revision: before.revision + 1,
    position,
    event,
    meaning,
    handled,
    fromState,
    toState,
    effects,
    at: now,
  }));
}

function saysOf({ before, moved, trigger }: DecidedMove, after: MovedConversation, now: DateTime): NewOutbox[] {
  return moved.effects.flatMap((effect, position) =>
    effect.type === "say"
      ? [
          {
            id: newId(),
            conversationId: before.id,
            revision: after.revision,
            position,
            kind: kindOf(effect.params.message, trigger),
            trigger,
            payload: effect.params,
            ownerEpoch: after.ownerEpoch,
            author: "bot",
            sendAt: now,
          },
        ]
      : [],
  );
}

function outcomesOf({ before, moved, actor }: DecidedMove, after: MovedConversation, now: DateTime) {
  return moved.effects
    .filter((effect): effect is Extract<Effect, { type: "recordOutcome" }> => effect.type === "recordOutcome")
    .slice(-1)
    .map(({ params }) => ({
      conversationId: before.id,
      revision: after.revision,
      outcome: params.outcome,
      by: actor,
      at: now,
    }));
}
