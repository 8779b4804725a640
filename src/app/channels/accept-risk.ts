import { recordAudit } from "../../../db/audit.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { linkRows, riskAccepted } from "../../../db/linked-phones.ts";
import type { Deps } from "../deps.ts";

export type AcceptRisk = { readonly businessId: string; readonly userId: string; readonly channelId: string };

/**
 * Somebody takes upon the business what linking a phone risks: it is against WhatsApp's terms, and numbers are lost by it. Who said so
 * first, and when, stays on the record. False when there is no such linked phone.
 */
export async function acceptRisk(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { businessId, userId, channelId }: AcceptRisk,
): Promise<boolean> {
  return db.inBusiness(businessId, async (tx) => {
    const [phone] = await linkRows(tx, businessId, channelId);
    if (!phone) return false;
    if (await riskAccepted(tx, businessId, channelId)) return true;
    await recordRisk(tx, { businessId, userId, channelId }, { kind: phone.kind, at: clock.now() });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
    return true;
  });
}

/** Which risk it was belongs to the record: the two libraries are not one. */
export async function recordRisk(
  tx: Tx,
  { businessId, userId, channelId }: AcceptRisk,
  { kind, at }: { kind: string; at: Parameters<typeof recordAudit>[2]["at"] },
): Promise<void> {
  await recordAudit(tx, businessId, {
    actor: userId,
    action: "channel.accept-risk",
    subject: "channel",
    subjectId: channelId,
    before: null,
    after: { kind },
    at,
  });
}
