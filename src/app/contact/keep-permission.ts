import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { appendPermissions, type NewPermission } from "../../../db/stops.ts";

export type Kept = {
  readonly businessId: string;
  readonly debtorId: string;
  /** The agent who recorded it, or `bot`: it was said and confirmed in the chat. */
  readonly actor: string;
  readonly at: DateTime;
  /** The messages that confirmed it, by their ids. */
  readonly confirmedBy?: { readonly echo: string | undefined; readonly yes: string };
};

/** The wording is kept once, with the permission: the audit is never erased. */
export async function keepPermission(
  tx: Tx,
  { businessId, debtorId, actor, at, confirmedBy }: Kept,
  permission: NewPermission,
): Promise<void> {
  await appendPermissions(tx, businessId, [permission]);
  const { contactId, grantedOn, granted, otherChannels, otherNumbers, source, messageId } = permission;
  const by = [...(granted ? ["whatsapp"] : []), ...otherChannels];
  await recordAudit(tx, businessId, {
    actor,
    action: "contact.permitted",
    subject: "debtor",
    subjectId: debtorId,
    before: null,
    after: {
      contactId,
      on: grantedOn,
      by,
      ...(otherNumbers && { otherNumbers }),
      source,
      messageId,
      ...(confirmedBy && { confirmedBy }),
    },
    at,
  });
  await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
}
