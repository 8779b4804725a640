import {
  claimPayments,
  insertPaymentLinks,
  type NewClaim,
  type NewDispute,
  type NewHold,
  type NewPaymentLink,
  openDisputes,
  placeHolds,
  suppressContacts,
} from "../../../db/agreements.ts";
import { ringBell } from "../../../db/intake.ts";
import type { MovedConversation } from "../../../db/turns.ts";
import { supersedeWaiting } from "../../../db/unsent.ts";
import type { Effect, Effects } from "../../../flows/vocabulary.ts";
import { present, unreachable } from "../../domain/assert.ts";
import type { HoldKind } from "../../domain/outreach/holds.ts";
import { newId, newToken } from "../../ids.ts";
import { hashToken } from "../../secrets.ts";
import type { Deps } from "../deps.ts";
import { quotableNumber } from "../quotable-number.ts";
import { hearWishes } from "./hear-wishes.ts";
import { type AgreedPlan, type GivenPromise, recordAgreements } from "./record-agreements.ts";
import type { DecidedMove, MoveContext } from "./save-moves.ts";

/** A link outlives the conversation's day; the page behind it re-reads what is owed each time it is opened. */
const LINK_DAYS = 30;

/** What seals the token of a payment link. */
type Sealing = Pick<Deps, "secrets">;

/** A move, and the conversation as it leaves it. */
export type SavedMove = { readonly move: DecidedMove; readonly after: MovedConversation };

/**
 * Does to our own database what the flows asked for, of each kind all in one. What they ask of the world waits in the
 * outbox.
 */
export async function perform(context: MoveContext<Sealing>, saved: readonly SavedMove[]): Promise<void> {
  const { tx, business, now } = context;
  const asked: Asked = {
    links: [],
    promises: [],
    plans: [],
    claims: [],
    disputes: [],
    holds: [],
    silenced: [],
    suppressed: [],
    stops: [],
    returns: [],
  };
  for (const one of saved) for (const effect of one.move.moved.effects) note(asked, context, one, effect);

  await Promise.all([
    insertPaymentLinks(tx, business.id, asked.links),
    recordAgreements(context, asked),
    claimPayments(tx, business.id, asked.claims),
    // The picture is fetched now: WhatsApp keeps it for some days only.
    asked.claims.some(({ messageId }) => messageId !== null) && ringBell(tx, "media", business.id),
    openDisputes(tx, business.id, asked.disputes),
    placeHolds(tx, business.id, asked.holds),
    supersedeWaiting(tx, business.id, asked.silenced),
    suppressContacts(tx, business.id, asked.suppressed, now),
  ]);
  await hearWishes(context, asked);
}

/** What was asked for, in the order of the conversations and in each in the order of its flow. */
type Asked = {
  readonly links: NewPaymentLink[];
  readonly promises: GivenPromise[];
  readonly plans: AgreedPlan[];
  readonly claims: NewClaim[];
  readonly disputes: NewDispute[];
  readonly holds: NewHold[];
  /** Where an older answer that still waits, for its retry or its rate, would be one message too many. */
  readonly silenced: { readonly conversationId: string; readonly revision: number }[];
  /** Contacts. */
  readonly suppressed: string[];
  readonly stops: DecidedMove[];
  readonly returns: DecidedMove[];
};

function note(asked: Asked, context: MoveContext<Sealing>, { move, after }: SavedMove, effect: Effect): void {
  const { now } = context;
  switch (effect.type) {
    // Written with the conversation's own row, for all conversations of the batch at once.
    case "say":
    case "setAlarm":
    case "handToAgent":
    case "recordOutcome":
    case "stayQuiet":
      return;
    case "createPaymentLink":
      asked.links.push(newLink(context, move, effect.params));
      return;
    case "recordPromise":
      asked.promises.push({ id: newId(), ...subject(move), ...effect.params, move });
      return;
    case "recordPlan":
      asked.plans.push({ id: newId(), ...subject(move), ...effect.params, move });
      return;
    case "recordPaymentClaim":
      asked.claims.push(...newClaims(context, move));
      return;
    case "openDispute":
      asked.disputes.push({
        id: newId(),
        ...subject(move),
        caseNumber: quotableNumber("C", `${after.id}/${after.revision}`),
        openedAt: now,
      });
      return;
    case "recordHardship":
      asked.holds.push(...newHolds(context, move, "hardship"));
      return;
    case "recordDeceased":
      asked.holds.push(...newHolds(context, move, "deceased"));
      return;
    case "recordCrisis":
      asked.holds.push(...newHolds(context, move, "crisis"));
      return;
    case "stopContact":
      // An opt-out binds the number it was said from, and the debtor behind it on every other.
      asked.silenced.push({ conversationId: move.before.id, revision: after.revision });
      asked.holds.push(...newHolds(context, move, "opt_out"));
      if (move.before.debtorId === null) asked.suppressed.push(move.before.contactId);
      asked.stops.push(move);
      return;
    case "recordPermission":
      asked.returns.push(move);
      return;
    case "suppressContact":
      asked.silenced.push({ conversationId: move.before.id, revision: after.revision });
      asked.suppressed.push(move.before.contactId);
      return;
    default:
      unreachable(effect);
  }
}

function subject({ before }: DecidedMove): { debtorId: string; conversationId: string } {
  return { debtorId: present(before.debtorId, "the conversation's debtor"), conversationId: before.id };
}

function newLink(
  { deps, now }: MoveContext<Sealing>,
  move: DecidedMove,
  { for: purpose }: Effects["createPaymentLink"],
): NewPaymentLink {
  const token = newToken();
  return {
    id: newId(),
    ...subject(move),
    purpose,
    tokenHash: hashToken(token),
    tokenSealed: deps.secrets.seal(token),
    expiresAt: now.plus({ days: LINK_DAYS }),
  };
}

/** Each picture is a proof of its own; words alone are one claim. */
function newClaims({ now }: MoveContext, move: DecidedMove): NewClaim[] {
  const pictures = move.waiting.filter(({ kind }) => kind === "media");
  const messageIds = pictures.length > 0 ? pictures.map(({ id }) => id) : [null];
  return messageIds.map((messageId) => ({ id: newId(), ...subject(move), messageId, claimedAt: now }));
}

/** A stranger has no file to hold; the person who takes over decides. */
function newHolds({ now }: MoveContext, { before }: DecidedMove, kind: HoldKind): NewHold[] {
  return before.debtorId === null
    ? []
    : [{ id: newId(), debtorId: before.debtorId, kind, sourceId: before.id, placedAt: now }];
}
