import { appendOutcomes } from "../../../db/agreements.ts";
import type { Tx } from "../../../db/client.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import {
  absorbContact,
  lockNamed,
  lockOpenPairs,
  lockVerified,
  moveWaiting,
  type NamedContact,
  nameContact,
  type OpenPair,
} from "../../../db/join-contacts.ts";
import { closeWithOutcome, raiseAlarmOnce } from "../../../db/turns.ts";
import type { ChannelIdentity } from "../../channels/channel.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { quarantine } from "../conversations/quarantine.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";

/**
 * WhatsApp says that these names are one person's. The contacts that went by them become one, and nothing is disclosed by it:
 *
 * - a conversation is verified or not by what was said in it. Where both had one open on the same number, the debtor's stays, and
 *   the other's unanswered words go on in it; if somebody is verified in the one that stays, a person reads those words first.
 * - a number whose hidden id is another than before has gone to somebody else: its contact keeps the id that it had, nobody counts as
 *   verified there any more, and whoever has the number now is another contact (`receive.ts`).
 * - two debtors never become one: a person is told.
 */
export async function joinIdentities(
  deps: Pick<Deps, "db" | "clock">,
  businessId: string,
  same: ChannelIdentity,
): Promise<void> {
  await deps.db.inBusiness(businessId, async (tx) => {
    // For what goes on in another chat. First, as where messages arrive: the bell is one row, and who waits for it must hold no contact.
    await ringBell(tx, "turns", businessId);
    const found = await lockNamed(tx, businessId, { keys: keysOf(same), lid: same.lid, bsuid: same.bsuid });
    const context: MoveContext = { ...(await moveContext(deps, tx)) };
    const before = found.filter(({ lid }) => isAnotherAccount(lid, same));
    for (const contact of before) await doubt(context, contact);
    const [kept, ...others] = mostKnownFirst(
      found.filter(({ lid }) => !isAnotherAccount(lid, same)),
      same,
    );
    if (kept === undefined) return;

    for (const other of others) {
      if (other.debtorId !== null && kept.debtorId !== null && other.debtorId !== kept.debtorId)
        return tellOfTwoDebtors(tx, businessId, kept, other);
      await join(context, kept, other);
    }
    // The number stays the key of whoever had it: lists know the debtor by it.
    await nameContact(
      tx,
      businessId,
      kept.id,
      newNames(kept, before.length > 0 ? { ...same, phone: undefined } : same),
    );
  });
}

/** A hidden id belongs to one account: who is known by another is somebody else, whatever number they have. */
export function isAnotherAccount(knownLid: string | null, { lid }: Pick<ChannelIdentity, "lid">): boolean {
  return knownLid !== null && lid !== undefined && knownLid !== lid;
}

/** Every key under which a contact with these names may stand. */
export function keysOf({ phone, lid, bsuid }: ChannelIdentity): string[] {
  return [phone && whatsappKey(phone), lid && `lid:${lid}`, bsuid && `bsuid:${bsuid}`].flatMap((key) => key || []);
}

/** Whoever is a debtor, then whoever has the number; of those alike, the older. */
function mostKnownFirst(found: readonly NamedContact[], { phone }: ChannelIdentity): NamedContact[] {
  const key = phone && whatsappKey(phone);
  const rank = ({ debtorId, waKey }: NamedContact): number => (debtorId === null ? 2 : 0) + (waKey === key ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

/** A contact that was known by a hidden id alone gets the key of its number, by which lists know people. */
function newNames({ waKey }: NamedContact, { phone, lid, bsuid }: ChannelIdentity): Parameters<typeof nameContact>[3] {
  const isByNumber = /^\d/.test(waKey);
  return {
    ...(phone && { phone }),
    ...(phone && !isByNumber && { waKey: whatsappKey(phone) }),
    ...(lid && { lid }),
    ...(bsuid && { bsuid }),
  };
}

/** Another account has the number. Whoever was verified may not be who writes now. */
async function doubt(context: MoveContext, { id }: NamedContact): Promise<void> {
  for (const conversationId of await lockVerified(context.tx, context.business.id, id))
    await quarantine(context, conversationId, {
      kind: "conversation.stuck",
      subjectId: conversationId,
      error: "WhatsApp says that another account has this number now: somebody else may be writing",
    });
}

async function tellOfTwoDebtors(tx: Tx, businessId: string, kept: NamedContact, other: NamedContact): Promise<void> {
  await raiseAlarmOnce(tx, businessId, {
    id: newId(),
    kind: "contact.two-debtors",
    subjectId: kept.debtorId,
    detail: `WhatsApp says that contacts ${kept.id} and ${other.id} are one person; they belong to two debtors`,
  });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}

async function join(context: MoveContext, kept: NamedContact, other: NamedContact): Promise<void> {
  const { tx, business } = context;
  const joined = { keptId: kept.id, endingId: other.id };
  for (const pair of await lockOpenPairs(tx, business.id, joined)) await endOne(context, pair);
  const debtorId = kept.isThirdParty ? null : kept.debtorId;
  await absorbContact(tx, business.id, { ...joined, debtorId, permissionId: newId() });
}

async function endOne(context: MoveContext, pair: OpenPair): Promise<void> {
  const { tx, business, now } = context;
  const { keptId, endingId } = pair;
  const moved = await moveWaiting(tx, business.id, pair);
  const revision = await closeWithOutcome(tx, business.id, endingId, { outcome: "other", at: now });
  await appendOutcomes(tx, business.id, [{ conversationId: endingId, revision, outcome: "other", by: "bot", at: now }]);
  const needsPerson = (pair.keptVerified && moved > 0) || pair.endingOwner !== "bot";
  if (needsPerson && pair.keptOwner === "bot")
    await quarantine(context, keptId, {
      kind: "conversation.stuck",
      subjectId: keptId,
      error: "one person turned out to have written in two chats: read both before anybody answers",
    });
  await tellConsole(
    tx,
    business.id,
    [keptId, endingId].map((id) => ({ kind: "conversation.changed", subjectId: id })),
  );
}
