import { appendOutcomes, placeHolds } from "../../../db/agreements.ts";
import { recordAudit } from "../../../db/audit.ts";
import { forgetMarkedRows } from "../../../db/erasure/lists.ts";
import { readPending, savePending } from "../../../db/erasure/pending.ts";
import {
  type ContactToErase,
  closeTalks,
  contactsToErase,
  emptyDebtor,
  findDebtor,
} from "../../../db/erasure/person.ts";
import { type Emptied, emptyAcceptances, emptyTalks, hashStatuses, talkIds } from "../../../db/erasure/talks.ts";
import { heldSince, lockPerson } from "../../../db/stops.ts";
import { appendSuppressions } from "../../../db/suppressions.ts";
import type { SuppressionReason } from "../../domain/outreach/suppression.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { joinMarks, marksOf, rowMarksOf, sealMarks, unsealMarks } from "./erasure-marks.ts";
import { forgetSessionKeys } from "./forget-session-keys.ts";
import { silencePerson } from "./silence-person.ts";
import { messageIdHash, rowHash, suppressionHash } from "./suppression-hash.ts";

export type EraseDebtor = {
  readonly businessId: string;
  /** Their id, or the business's own reference. */
  readonly debtor: string;
  readonly by: string;
};

export type Erased = Emptied & { readonly debtorId: string; readonly contacts: number };

/**
 * Erases what is personal of one debtor and every word that was said, for good and in one transaction. What the law asks to keep
 * stays under their id: when we wrote and why we might, permission and opt-outs with their wording, agreements, payments and the
 * books. A keyed hash of each number stays on the suppression list, so that nobody brings them back unknowingly. Done again, it
 * erases what has come since.
 *
 * What was on its way in that moment, and copies that take long to look through, go right after (`finishErasures`).
 */
export async function eraseDebtor(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtor: wanted, by }: EraseDebtor,
): Promise<Erased | undefined> {
  const { secrets } = deps;
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const person = await findDebtor(tx, businessId, wanted);
    if (!person || !(await lockPerson(tx, businessId, person.id))) return undefined;
    const { id: debtorId } = person;
    const contacts = await contactsToErase(tx, businessId, debtorId);

    const ended = await closeTalks(tx, businessId, { debtorId, at: context.now });
    await appendOutcomes(
      tx,
      businessId,
      ended.map((one) => ({ ...one, outcome: "other", by: `agent:${by}`, at: context.now })),
    );
    await silencePerson(context, {
      debtorIds: [debtorId],
      contactId: undefined,
      reason: "OPTED_OUT",
      outcome: "other",
      by: `agent:${by}`,
    });
    await keepSuppressed(context, { debtorId, contacts, by, hashOf: suppressionHash(secrets, businessId) });
    await forgetMarkedRows(tx, businessId, rowMarksOf(person, contacts, secrets).map(rowHash(secrets, businessId)));
    const ids = await talkIds(tx, businessId, { debtorId });
    const { hashed, ...emptied } = await emptyTalks(tx, businessId, {
      ids,
      hashOf: messageIdHash(secrets, businessId),
    });
    await hashStatuses(tx, businessId, hashed);
    await emptyAcceptances(tx, businessId, debtorId);
    await emptyDebtor(tx, businessId, debtorId);
    const found = marksOf(person, contacts, secrets);
    await forgetSessionKeys(tx, businessId, { secrets, identities: found.identities });
    const before = unsealMarks(secrets, (await readPending(tx, businessId, debtorId))?.marks ?? "");
    const marks = joinMarks(before, { ...found, messages: hashed });
    await savePending(tx, businessId, { debtorId, marks: sealMarks(secrets, marks) });
    await recordAudit(tx, businessId, {
      actor: by,
      action: "debtor.erased",
      subject: "debtor",
      subjectId: debtorId,
      before: null,
      after: { contacts: contacts.length, ...emptied },
      at: context.now,
    });
    return { debtorId, contacts: contacts.length, ...emptied };
  });
}

/** Nobody who was erased is written to again, at any number: who had not said stop is on the list as erased. */
async function keepSuppressed(
  { tx, business, now }: MoveContext,
  {
    debtorId,
    contacts,
    by,
    hashOf,
  }: { debtorId: string; contacts: readonly ContactToErase[]; by: string; hashOf: (waKey: string) => string },
): Promise<void> {
  const held = (kind: string) => heldSince(tx, business.id, { debtorId, kind, now });
  const standing: SuppressionReason[] = [];
  if (await held("deceased")) standing.push("deceased");
  if (await held("opt_out")) standing.push("opted_out");
  if (standing.length === 0)
    await placeHolds(tx, business.id, [
      { id: newId(), debtorId, kind: "opt_out", sourceId: null, placedBy: by, placedAt: now },
    ]);

  const suppressions = contacts.flatMap((contact) => {
    const own = contact.isSuppressed ? [contact.suppressedBecause ?? "wrong_person"] : [];
    const reasons = [...new Set<SuppressionReason>([...standing, ...own])];
    return keysOf(contact).flatMap((key) =>
      (reasons.length > 0 ? reasons : (["erased"] as const)).map((reason) => ({ hash: hashOf(key), reason })),
    );
  });
  await appendSuppressions(tx, business.id, { suppressions, at: now });
}

/** Everything a list or a message could bring this contact back under. */
function keysOf({ waKey, waId, bsuid, lid }: ContactToErase): string[] {
  return [
    ...new Set([
      waKey,
      ...(waId ? [whatsappKey(waId)] : []),
      ...(bsuid ? [`bsuid:${bsuid}`] : []),
      ...(lid ? [`lid:${lid}`] : []),
    ]),
  ];
}
