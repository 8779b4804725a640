import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { type MissedFilter, missed, standingCorrections } from "./missed.ts";
import { rows } from "./rows.ts";

export type ReadMessage = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly body: string;
  readonly intent: string;
  /** It was understood: no words of it are kept beside the message. */
  readonly isUnderstood: boolean;
  /** The last word of an agent's; null where there is none, or it was taken back. */
  readonly corrected: string | null;
};

/** How a message was read and corrected. The message is locked, so that of two agents each sees what the other said. */
export async function lockReadMessage(tx: Tx, businessId: string, messageId: string): Promise<ReadMessage | undefined> {
  // By a statement of its own: what was corrected while this one waited for the lock would not be seen by the same one.
  await tx`select from message where business_id = ${businessId} and id = ${messageId} for no key update`;
  const [found] = await tx<ReadMessage[]>`
    select m.id as message_id, m.conversation_id, m.body, r.intent, r.words is null as is_understood, k.intent as corrected
    from message m
    join message_reading r on r.business_id = m.business_id and r.message_id = m.id
    left join lateral (select intent from reading_correction where business_id = m.business_id and message_id = m.id
      order by id desc limit 1) k on true
    where m.business_id = ${businessId} and m.id = ${messageId}`;
  return found;
}

export type NewCorrection = {
  readonly id: string;
  readonly messageId: string;
  readonly was: string;
  readonly intent: string | null;
  readonly words: string | null;
};

export async function appendCorrections(
  tx: Tx,
  businessId: string,
  { corrections, by, at }: { corrections: readonly NewCorrection[]; by: string; at: DateTime },
): Promise<void> {
  await tx`
    insert into reading_correction (business_id, id, message_id, was, intent, words, by, at)
    select ${businessId}, r.id, r."messageId", r.was, r.intent, r.words, ${by}, ${at}
    from jsonb_to_recordset(${rows(corrections)}::text::jsonb) as r(id uuid, "messageId" uuid, was text, intent text, words text)`;
}

export type Group = { readonly words: string; readonly filter: MissedFilter };

/** Of the messages that say these words those that a correction to `intent` would change, and what each stands for now. */
export async function correctable(
  tx: Tx,
  businessId: string,
  { words, filter }: Group,
  intent: string | null,
): Promise<{ messageId: string; was: string; words: string | null }[]> {
  return tx<{ messageId: string; was: string; words: string | null }[]>`
    select m.message_id, coalesce(k.intent, m.intent) as was, case when r.words is null then m.words end as words
    from ${missed(tx, businessId, filter, words)} m
    join message_reading r on r.business_id = ${businessId} and r.message_id = m.message_id
    left join lateral (select intent from reading_correction where business_id = ${businessId} and message_id = m.message_id
      order by id desc limit 1) k on true
    where k.intent is distinct from ${intent}::text
    order by m.message_id`;
}

export type CorrectedText = {
  readonly id: string;
  readonly intent: string;
  readonly expects: string;
  readonly body: string;
  readonly conversationId: string;
};

/** What agents said that messages mean, as it stands, in the order in which they said it. Erased messages have no words and are left out. */
export async function correctedTexts(
  tx: Tx,
  businessId: string,
  { since, after, limit }: { since: DateTime | undefined; after: string | undefined; limit: number },
): Promise<CorrectedText[]> {
  return tx<CorrectedText[]>`
    select k.id, k.intent, r.expects, m.body, m.conversation_id
    from (select * from ${standingCorrections(tx, businessId)} s
      where s.intent is not null ${since ? tx`and s.at >= ${since}` : tx``} ${after ? tx`and s.id > ${after}` : tx``}
      order by s.id limit ${limit}) k
    join message_reading r on r.business_id = ${businessId} and r.message_id = k.message_id
    join message m on m.business_id = ${businessId} and m.id = k.message_id
    order by k.id`;
}
