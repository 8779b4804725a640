import { appendOutcomes, placeHolds } from "../../../db/agreements.ts";
import { recordAudit } from "../../../db/audit.ts";
import {
  type ContactToErase,
  closeTalks,
  contactsToErase,
  type Emptied,
  emptyDebtor,
  emptyTalks,
  findDebtor,
  forgetDeliveriesOf,
  type PersonToErase,
} from "../../../db/erasure.ts";
import { heldSince, lockPerson } from "../../../db/stops.ts";
import { appendSuppressions } from "../../../db/suppressions.ts";
import type { SuppressionReason } from "../../domain/outreach/suppression.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import type { Secrets } from "../../secrets.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { eraseFromLists, type Marks } from "./erase-from-lists.ts";
import { silencePerson } from "./silence-person.ts";
import { suppressionHash } from "./suppression-hash.ts";

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
 */
export async function eraseDebtor(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtor: wanted, by }: EraseDebtor,
): Promise<Erased | undefined> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const person = await findDebtor(tx, businessId, wanted);
    if (!person || !(await lockPerson(tx, businessId, person.id))) return undefined;
    const { id: debtorId, reference } = person;
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
    await keepSuppressed(context, debtorId, { contacts, secrets: deps.secrets });
    const marks = marksOf(person, contacts, deps.secrets);
    await eraseFromLists(tx, { businessId, debtorId, reference, secrets: deps.secrets }, marks);
    await forgetDeliveriesOf(
      tx,
      businessId,
      contacts.flatMap(({ phone, waId, bsuid }) =>
        [phone?.replace(/^\+/, ""), waId, bsuid].filter((mark) => typeof mark === "string"),
      ),
    );
    const emptied = await emptyTalks(tx, businessId, debtorId);
    await emptyDebtor(tx, businessId, debtorId);
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
  debtorId: string,
  { contacts, secrets }: { contacts: readonly ContactToErase[]; secrets: Secrets },
): Promise<void> {
  const held = (kind: string) => heldSince(tx, business.id, { debtorId, kind, now });
  const standing: SuppressionReason[] = [];
  if (await held("deceased")) standing.push("deceased");
  if (await held("opt_out")) standing.push("opted_out");
  if (standing.length === 0)
    await placeHolds(tx, business.id, [{ id: newId(), debtorId, kind: "opt_out", sourceId: null, placedAt: now }]);

  const hashOf = suppressionHash(secrets, business.id);
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
function keysOf({ waKey, waId, bsuid }: ContactToErase): string[] {
  return [...new Set([waKey, ...(waId ? [whatsappKey(waId)] : []), ...(bsuid ? [`bsuid:${bsuid}`] : [])])];
}

/** A number is known by its last digits, with or without its country's. */
const DIGITS_THAT_TELL = 8;

function marksOf(
  { name, reference, documentSealed }: PersonToErase,
  contacts: readonly ContactToErase[],
  secrets: Secrets,
): Marks {
  const names = [name, ...contacts.flatMap((contact) => contact.name ?? [])].filter(
    (one) => one !== reference && one.length > 3,
  );
  const phones = contacts.flatMap(({ phone }) => phone?.slice(-DIGITS_THAT_TELL) ?? []);
  return { names, numbers: [...phones, ...(documentSealed ? [secrets.unseal(documentSealed)] : [])] };
}
