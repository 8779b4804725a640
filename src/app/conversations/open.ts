import { recordAudit } from "../../../db/audit.ts";
import { numbersKnownBy } from "../../../db/channels.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import { findOpenings } from "../../../db/turns.ts";
import { present } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";
import { makeChooseNumber } from "../outbox/choose-numbers.ts";
import { moveContext } from "./apply-event.ts";
import { beginConversations } from "./begin.ts";
import type { MoveDeps } from "./save-moves.ts";

/** More debtors than this are opened in several calls, so that one transaction stays short. */
export const MOST_AT_ONCE = 500;

export type OpenDeps = Pick<Deps, "db" | "clock"> & MoveDeps;

export type OpenAsked = {
  readonly businessId: string;
  readonly debtorIds: readonly string[];
  readonly userId: string;
  /** The list they were taken from, for the audit. */
  readonly listId?: string;
};

export type Opened = {
  readonly opened: number;
  /** Nothing is owed, no number is theirs, or a conversation is open already. */
  readonly skipped: number;
};

/**
 * The business speaks first: a conversation for each of these debtors who owes something, with its opening in the outbox.
 * Whether and when it leaves is the gate's to decide, for each of them, at that moment. The audit has one row for each transaction
 * that opened any, and so one for a call of up to 500 debtors: what was opened before a crash is in it.
 */
export async function openConversations(deps: OpenDeps, asked: OpenAsked): Promise<Opened> {
  const { debtorIds } = asked;
  let opened = 0;
  for (let from = 0; from < debtorIds.length; from += MOST_AT_ONCE) {
    opened += await openSome(deps, { ...asked, debtorIds: debtorIds.slice(from, from + MOST_AT_ONCE) });
  }
  return { opened, skipped: debtorIds.length - opened };
}

async function openSome(deps: OpenDeps, { businessId, debtorIds, userId, listId }: OpenAsked): Promise<number> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const { business, now } = context;
    const choose = await makeChooseNumber(tx, businessId, deps.channels);
    if (!choose([]))
      throw new AppError(
        "channel.unavailable",
        "This business has no number that can be used now: connect one, or let a stopped one go on.",
      );

    const owed = await owedByDebtor(tx, businessId, debtorIds, business.currency);
    const found = await findOpenings(tx, businessId, debtorIds);
    const openings = found.filter(({ debtorId }) => (owed.get(debtorId)?.minor ?? 0n) > 0n);
    if (openings.length === 0) return 0;

    const known = await numbersKnownBy(tx, businessId, { contactIds: openings.map(({ contactId }) => contactId) });
    const begun = await beginConversations(
      context,
      openings.map(({ debtorId, contactId, language }) => ({
        channelId: present(choose(known.get(contactId) ?? []), "a number that can be used").channel.id,
        contactId,
        debtorId,
        language: language ?? business.language,
        owed: owed.get(debtorId),
      })),
      `business:${userId}`,
    );
    if (begun.length === 0) return 0;
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "conversations.open",
      subject: listId === undefined ? "business" : "debtor-list",
      subjectId: listId ?? businessId,
      before: null,
      after: { opened: begun.length },
      at: now,
    });
    return begun.length;
  });
}
