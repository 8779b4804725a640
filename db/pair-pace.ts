import type { Tx } from "./client.ts";
import { lockTheirConversations } from "./messaging-limit.ts";
import type { DueSend } from "./outbox.ts";
import { rows } from "./rows.ts";

/** What a send leaves of its person's share of the channel's rate (`conversation.paced_until_ms`, `burst_from_ms`). Milliseconds of real time. */
export type PairPace = { readonly pacedUntilMs: bigint; readonly burstFromMs: bigint | null };

export type PairChanges = {
  /** Refused, so it costs its person nothing. */
  readonly refunds: readonly {
    readonly send: Pick<DueSend, "conversationId" | "pacedUntilMs" | "burstFromMs">;
    readonly left: PairPace;
  }[];
  /** The other side says that this person gets too much: nothing goes to them before that moment, whatever it is, and nothing more is lent. */
  readonly rests: readonly { readonly conversationId: string; readonly untilMs: bigint }[];
};

/**
 * Whom refusals let wait shorter or longer. A refund makes their pace what it was when the send was claimed, as long as it still is what that
 * send left: what was said or refused since is not forgotten. Locks the conversations in the order of their ids, so it comes before any
 * number (`lockTheirConversations`).
 */
export async function changePairPaces(tx: Tx, businessId: string, { refunds, rests }: PairChanges): Promise<void> {
  if (refunds.length + rests.length === 0) return;
  const touched = [...refunds.map(({ send }) => send.conversationId), ...rests.map((rest) => rest.conversationId)];
  await lockTheirConversations(tx, businessId, [...new Set(touched)]);
  const undone = refunds.map(({ send: { conversationId, pacedUntilMs, burstFromMs }, left }) => ({
    conversationId,
    pacedUntilMs,
    burstFromMs,
    leftUntilMs: left.pacedUntilMs,
    leftBurstMs: left.burstFromMs,
  }));
  await tx`
    update conversation c set paced_until_ms = r."pacedUntilMs", burst_from_ms = r."burstFromMs"
    from jsonb_to_recordset(${rows(undone)}::text::jsonb) as r("conversationId" uuid, "pacedUntilMs" bigint, "burstFromMs" bigint,
      "leftUntilMs" bigint, "leftBurstMs" bigint)
    where c.business_id = ${businessId} and c.id = r."conversationId"
      and c.paced_until_ms = r."leftUntilMs" and c.burst_from_ms is not distinct from r."leftBurstMs"`;
  await tx`
    update conversation c set paced_until_ms = greatest(c.paced_until_ms, r.until), burst_from_ms = null
    from (select "conversationId" as id, max("untilMs") as until
      from jsonb_to_recordset(${rows(rests)}::text::jsonb) as t("conversationId" uuid, "untilMs" bigint) group by 1) r
    where c.business_id = ${businessId} and c.id = r.id`;
}

/** The conversations of what has left under these names. */
export async function conversationsOfSent(
  tx: Tx,
  businessId: string,
  sent: readonly { channelId: string; providerId: string }[],
): Promise<string[]> {
  const found = await tx<{ conversationId: string }[]>`
    select distinct m.conversation_id
    from jsonb_to_recordset(${rows(sent)}::text::jsonb) as r("channelId" uuid, "providerId" text)
    join message m on m.business_id = ${businessId} and m.channel_id = r."channelId" and m.provider_id = r."providerId"
    where m.direction = 'out'`;
  return found.map(({ conversationId }) => conversationId);
}
