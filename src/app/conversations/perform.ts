import {
  claimPayment,
  insertPaymentLink,
  insertPlan,
  insertPromise,
  lastSaid,
  openDispute,
  placeHold,
  suppressContact,
} from "../../../db/agreements.ts";
import { ringBell } from "../../../db/intake.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import type { MovedConversation } from "../../../db/turns.ts";
import { supersedeWaiting } from "../../../db/unsent.ts";
import type { Effect, Effects } from "../../../flows/vocabulary.ts";
import { assert, present, unreachable } from "../../domain/assert.ts";
import { fromText, type Money } from "../../domain/money.ts";
import { withinPolicy } from "../../domain/negotiation/policy.ts";
import type { HoldKind } from "../../domain/outreach/holds.ts";
import { dayOf } from "../../domain/time.ts";
import { newId, newToken } from "../../ids.ts";
import { hashToken } from "../../secrets.ts";
import { quotableNumber } from "../quotable-number.ts";
import type { DecidedMove, MoveContext } from "./save-moves.ts";

/** A link outlives the conversation's day; the page behind it re-reads what is owed each time it is opened. */
const LINK_DAYS = 30;

/** Does to our own database what a flow asked for. What it asks of the world waits in the outbox. */
export async function perform(context: MoveContext, move: DecidedMove, after: MovedConversation): Promise<void> {
  for (const effect of move.moved.effects) await performOne(context, move, after, effect);
}

async function performOne(
  context: MoveContext,
  move: DecidedMove,
  after: MovedConversation,
  effect: Effect,
): Promise<void> {
  const { tx, business, now } = context;
  switch (effect.type) {
    // Written with the conversation's own row, for all conversations of the batch at once.
    case "say":
    case "setAlarm":
    case "handToAgent":
    case "recordOutcome":
    case "stayQuiet":
      return;
    case "createPaymentLink":
      return createPaymentLink(context, move, effect.params);
    case "recordPromise":
      return recordPromise(context, move, effect.params);
    case "recordPlan":
      return recordPlan(context, move, effect.params);
    case "recordPaymentClaim":
      return recordClaim(context, move);
    case "openDispute":
      return openDispute(tx, business.id, {
        id: newId(),
        ...subject(move),
        caseNumber: quotableNumber("C", `${after.id}/${after.revision}`),
        openedAt: now,
      });
    case "recordHardship":
      return hold(context, move, "hardship");
    case "recordDeceased":
      return hold(context, move, "deceased");
    case "recordCrisis":
      return hold(context, move, "crisis");
    case "stopContact":
      return stopContact(context, move, after);
    case "suppressContact":
      await supersedeWaiting(tx, business.id, move.before.id, after.revision);
      return suppressContact(tx, business.id, move.before.contactId, now);
    default:
      return unreachable(effect);
  }
}

function subject({ before }: DecidedMove): { debtorId: string; conversationId: string } {
  return { debtorId: present(before.debtorId, "the conversation's debtor"), conversationId: before.id };
}

async function hold({ tx, business, now }: MoveContext, move: DecidedMove, kind: HoldKind): Promise<void> {
  // A stranger has no file to hold; the person who takes over decides.
  if (move.before.debtorId === null) return;
  await placeHold(tx, business.id, {
    id: newId(),
    debtorId: move.before.debtorId,
    kind,
    sourceId: move.before.id,
    placedAt: now,
  });
}

/**
 * An opt-out binds the number it was said from, and the debtor behind it on every other. An older answer that still waits,
 * for its retry or its rate, would be one message too many.
 */
async function stopContact(context: MoveContext, move: DecidedMove, after: MovedConversation): Promise<void> {
  await supersedeWaiting(context.tx, context.business.id, move.before.id, after.revision);
  await hold(context, move, "opt_out");
  if (move.before.debtorId === null)
    await suppressContact(context.tx, context.business.id, move.before.contactId, context.now);
}

async function createPaymentLink(
  { deps, tx, business, now }: MoveContext,
  move: DecidedMove,
  { for: purpose }: Effects["createPaymentLink"],
): Promise<void> {
  const token = newToken();
  await insertPaymentLink(tx, business.id, {
    id: newId(),
    ...subject(move),
    purpose,
    tokenHash: hashToken(token),
    tokenSealed: deps.secrets.seal(token),
    expiresAt: now.plus({ days: LINK_DAYS }),
  });
}

async function recordPromise(
  { tx, business, now }: MoveContext,
  move: DecidedMove,
  { on, amount }: Effects["recordPromise"],
): Promise<void> {
  const owed = await owedNow({ tx, business }, move);
  const promised = amount === undefined ? owed : present(fromText(amount), "the promised amount");
  await insertPromise(tx, business.id, {
    id: newId(),
    ...subject(move),
    promisedOn: dayOf(now, business.zone),
    dueOn: on,
    amount: promised,
  });
}

async function recordPlan(
  { tx, business, now }: MoveContext,
  move: DecidedMove,
  { terms }: Effects["recordPlan"],
): Promise<void> {
  const today = dayOf(now, business.zone);
  const total = await owedNow({ tx, business }, move);
  const verdict = withinPolicy(terms, total, business.planPolicy, today);
  // The turn checks the terms against what is owed before it hears a yes, under the same lock.
  assert(verdict.ok, "a plan beyond the policy was agreed");
  const said = await lastSaid(tx, business.id, move.before.id);
  await insertPlan(tx, business.id, {
    id: newId(),
    ...subject(move),
    agreedOn: today,
    terms,
    total,
    instalments: verdict.offer.instalments,
    acceptance: {
      confirmation: said,
      yes: move.waiting.map(({ id, body }) => ({ id, body })),
      flow: move.before.flow,
      version: move.before.flowVersion,
    },
  });
}

async function owedNow({ tx, business }: Pick<MoveContext, "tx" | "business">, move: DecidedMove): Promise<Money> {
  const { debtorId } = subject(move);
  const owed = await owedByDebtor(tx, business.id, [debtorId], business.currency);
  return present(owed.get(debtorId), "what the debtor owes");
}

/** Each picture is a proof of its own; words alone are one claim. */
async function recordClaim({ tx, business, now }: MoveContext, move: DecidedMove): Promise<void> {
  const pictures = move.waiting.filter(({ kind }) => kind === "media");
  const claims = pictures.length > 0 ? pictures.map(({ id }) => id) : [null];
  for (const messageId of claims) {
    await claimPayment(tx, business.id, { id: newId(), ...subject(move), messageId, mime: null, claimedAt: now });
  }
  // The picture is fetched now: WhatsApp keeps it for some days only.
  if (pictures.length > 0) await ringBell(tx, "media", business.id);
}
