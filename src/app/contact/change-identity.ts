import { recordAudit } from "../../../db/audit.ts";
import type { Tx } from "../../../db/client.ts";
import {
  forgetProof,
  type IdentityOfContact,
  lockContactOf,
  lockOpenOf,
  renameContact,
} from "../../../db/identities.ts";
import { tellConsole } from "../../../db/intake.ts";
import { raiseAlarmOnce } from "../../../db/turns.ts";
import type { ChannelIdentity } from "../../channels/channel.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { newConversation } from "../conversations/new-conversation.ts";
import type { Deps } from "../deps.ts";

export type ChangedIdentity = {
  readonly businessId: string;
  /** As WhatsApp knew the person until then. */
  readonly from: ChannelIdentity;
  readonly now: ChannelIdentity;
};

/**
 * WhatsApp says that a person goes by another number or id (`user_changed_number`, `user_changed_user_id`). Their contact, with all that
 * was agreed, said and forbidden with it, goes on under the new one; what the old number writes from then on is a stranger's, as numbers
 * are given to others. Nobody is told of a debt there before they have proved anew who they are. Told again changes nothing.
 *
 * Where another contact has the new identity already, a person has to say whether the two are one: only the proof is forgotten.
 */
export async function changeIdentity(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, from, now: to }: ChangedIdentity,
): Promise<void> {
  const waKey = keyOf(from);
  if (waKey === undefined || keyOf(to) === undefined) return;
  await deps.db.inBusiness(businessId, async (tx) => {
    const contact = await lockContactOf(tx, businessId, { waKey, bsuid: from.bsuid });
    if (contact === undefined) return;
    const moved = underNew(contact, to);
    if (isSame(contact, moved)) return;

    const isMoved = await renameContact(tx, businessId, moved);
    const open = await lockOpenOf(tx, businessId, contact.id);
    const proved = open.flatMap(({ id, isVerified }) => (isVerified ? [id] : []));
    if (proved.length > 0) await forgetProof(tx, businessId, proved, newConversation());
    if (!isMoved) await askPerson(tx, businessId, contact.id);

    const { now } = await moveContext(deps, tx);
    // No number stands in the audit, which is kept for ever.
    await recordAudit(tx, businessId, {
      actor: "whatsapp",
      action: isMoved ? "contact.identity-changed" : "contact.identity-taken",
      subject: "contact",
      subjectId: contact.id,
      before: { proved: proved.length },
      after: { proved: 0 },
      at: now,
    });
    await tellConsole(
      tx,
      businessId,
      open.map(({ id }) => ({ kind: "conversation.changed", subjectId: id })),
    );
  });
}

function keyOf({ phone, bsuid }: ChannelIdentity): string | undefined {
  if (phone !== undefined) return whatsappKey(phone);
  return bsuid === undefined ? undefined : `bsuid:${bsuid}`;
}

/** A user id changes with the number, so a former one is not kept beside a new number. Without a new number the known one stays. */
function underNew(contact: IdentityOfContact, { phone, bsuid }: ChannelIdentity): IdentityOfContact {
  if (phone !== undefined)
    return {
      id: contact.id,
      waKey: whatsappKey(phone),
      waId: phone,
      bsuid: bsuid ?? (whatsappKey(phone) === contact.waKey ? contact.bsuid : null),
    };
  const isByUserId = contact.waKey.startsWith("bsuid:");
  return { ...contact, waKey: isByUserId ? `bsuid:${bsuid}` : contact.waKey, bsuid: bsuid ?? contact.bsuid };
}

function isSame(one: IdentityOfContact, other: IdentityOfContact): boolean {
  return one.waKey === other.waKey && one.waId === other.waId && one.bsuid === other.bsuid;
}

async function askPerson(tx: Tx, businessId: string, contactId: string): Promise<void> {
  await raiseAlarmOnce(tx, businessId, {
    id: newId(),
    kind: "contact.identity-taken",
    subjectId: contactId,
    detail: `WhatsApp says that the contact ${contactId} goes by a number or id now that another contact has: see whether they are one person.`,
  });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
