import type { DateTime } from "luxon";
import type { Opinion, OpinionOutcome } from "../src/domain/understanding/opinion.ts";
import { firstIdAt } from "../src/ids.ts";
import type { Tx } from "./client.ts";
import type { Older } from "./forget.ts";
import { document, rows } from "./rows.ts";

/** What is known of one message that was asked about. */
export type StoredOpinion = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly until: DateTime;
  readonly outcome: OpinionOutcome | null;
  readonly opinion: Opinion | null;
};

/**
 * All about what waits in these conversations, locked: an answer that comes from now on is too late for this turn, and says so.
 * In the order in which answers are written, so that neither waits for the other in a circle.
 */
export async function opinionsOnWaiting(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<StoredOpinion[]> {
  return tx<StoredOpinion[]>`
    select o.message_id, m.conversation_id, o.until, o.outcome, o.opinion from message m
    join second_opinion o on o.business_id = m.business_id and o.message_id = m.id
    where m.business_id = ${businessId} and m.conversation_id = any(${[...conversationIds]}::uuid[])
      and m.direction = 'in' and m.turn is null
    order by o.message_id for no key update of o`;
}

export type GivenBefore = { readonly textHash: string; readonly verdict: unknown };

/** What this model said to the same words in the same place. */
export async function verdictsGiven(tx: Tx, businessId: string, textHashes: readonly string[]): Promise<GivenBefore[]> {
  return tx<GivenBefore[]>`
    select distinct on (text_hash) text_hash, verdict from second_opinion
    where business_id = ${businessId} and text_hash = any(${[...textHashes]}::text[])
      and outcome in ('accepted', 'discarded') and verdict is not null
    order by text_hash`;
}

/** What came of one question. */
export type OpinionResult = {
  readonly outcome: OpinionOutcome;
  readonly remark: string | null;
  readonly verdict: unknown;
  readonly opinion: Opinion | null;
  readonly latencyMs: number | null;
  readonly tokens: number | null;
};

export type NewOpinion = {
  readonly messageId: string;
  readonly state: string;
  readonly model: string;
  readonly text: string;
  readonly textHash: string;
  readonly askedAt: DateTime;
  readonly until: DateTime;
} & (OpinionResult | { readonly outcome: null });

export async function insertOpinions(tx: Tx, businessId: string, opinions: readonly NewOpinion[]): Promise<void> {
  await tx`
    insert into second_opinion (business_id, message_id, state, model, text, text_hash, asked_at, until, outcome, remark, verdict, opinion)
    select ${businessId}, r."messageId", r.state, r.model, r.text, r."textHash", r."askedAt", r.until, r.outcome, r.remark, r.verdict, r.opinion
    from jsonb_to_recordset(${rows(opinions)}::text::jsonb) as r("messageId" uuid, state text, model text, text text, "textHash" text,
      "askedAt" timestamptz, until timestamptz, outcome text, remark text, verdict jsonb, opinion jsonb)`;
}

/** Keeps what came of a question, unless its turn went on without it. True when it did not. */
export async function recordOpinion(
  tx: Tx,
  businessId: string,
  messageId: string,
  { outcome, remark, verdict, opinion, latencyMs, tokens }: OpinionResult,
): Promise<boolean> {
  const { count } = await tx`
    update second_opinion set outcome = ${outcome}, remark = ${remark}, latency_ms = ${latencyMs}, tokens = ${tokens},
      verdict = nullif(${document(verdict)}::text::jsonb, 'null'), opinion = nullif(${document(opinion)}::text::jsonb, 'null')
    where business_id = ${businessId} and message_id = ${messageId} and outcome is null`;
  return count === 1;
}

/** A turn goes on without what has not come: from now on nothing does. */
export async function waitNoMore(
  tx: Tx,
  businessId: string,
  { messageIds, realNow }: { messageIds: readonly string[]; realNow: DateTime },
): Promise<void> {
  await tx`
    update second_opinion set outcome = case when until <= ${realNow} then 'timeout' else 'overtaken' end
    where business_id = ${businessId} and message_id = any(${[...messageIds]}::uuid[]) and outcome is null`;
}

/** Words that are past their time: when who was asked about which message, and what came of it, stays. */
export async function forgetOpinionWords(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    update second_opinion set text = '', text_hash = '', verdict = null, opinion = null, outcome = coalesce(outcome, 'overtaken')
    where business_id = ${businessId} and message_id = any(array(
      select message_id from second_opinion
      where business_id = ${businessId} and text <> '' and message_id < ${firstIdAt(before)} order by message_id limit ${limit}))`;
  return count;
}
