import type { DateTime } from "luxon";
import { newId } from "../src/ids.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** Who is recorded as the actor of a command. */
export const COMMAND_LINE = "command-line";

/** Who did what, with the values before and after. Appended in the transaction that did it. */
export async function recordAudit(
  tx: Tx,
  businessId: string,
  {
    actor,
    action,
    subject,
    subjectId,
    before,
    after,
    at,
  }: {
    actor: string;
    action: string;
    subject: string;
    subjectId: string | null;
    before: unknown;
    after: unknown;
    at: DateTime;
  },
): Promise<void> {
  await tx`
    insert into audit_event (business_id, id, actor, action, subject, subject_id, before, after, at)
    values (${businessId}, ${newId()}, ${actor}, ${action}, ${subject}, ${subjectId}, ${document(before)}::text::jsonb, ${document(after)}::text::jsonb, ${at})`;
}
