import type { DateTime } from "luxon";
import type { DecisionStage } from "../src/domain/contact-law/record.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

export type NewDecision = {
  readonly id: string;
  readonly outboxId: string;
  readonly conversationId: string;
  readonly stage: DecisionStage;
  readonly allowed: boolean;
  readonly reason: string;
  readonly until: DateTime | null;
  readonly record: unknown;
  readonly at: DateTime;
};

export async function storeDecisions(tx: Tx, businessId: string, decisions: readonly NewDecision[]): Promise<void> {
  await tx`
    insert into send_decision (business_id, id, outbox_id, conversation_id, stage, allowed, reason, until, record, at)
    select ${businessId}, r.id, r."outboxId", r."conversationId", r.stage, r.allowed, r.reason, r.until, r.record, r.at
    from jsonb_to_recordset(${rows(decisions)}::text::jsonb) as r(id uuid, "outboxId" uuid, "conversationId" uuid, stage text,
      allowed boolean, reason text, until timestamptz, record jsonb, at timestamptz)`;
}

/**
 * The decisions `s` about one send, the last one first. It is planned once, before anything else: said by the stage, as two
 * processes' clocks, and with them the ids they make, may differ by more than the second between.
 */
export const lastFirst = (tx: Tx) => tx`(s.stage = 'dispatch') desc, s.id desc`;
