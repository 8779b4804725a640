import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { storeDecisions } from "../../../db/decisions.ts";
import { type DecisionStage, toRecord } from "../../domain/contact-law/record.ts";
import { newId } from "../../ids.ts";
import type { Judged } from "./gate.ts";

/** Keeps what the gate said beside each message: verdict, clause, inputs, and at which stage. */
export async function keepDecisions(
  tx: Tx,
  businessId: string,
  judged: readonly Judged[],
  { stage, now }: { stage: DecisionStage; now: DateTime },
): Promise<void> {
  const decisions = judged.map(({ send, facts, decision }) => ({
    id: newId(),
    outboxId: send.id,
    conversationId: send.conversationId,
    stage,
    allowed: decision.allowed,
    reason: decision.reason,
    until: decision.allowed ? null : decision.until,
    // By which decision about its number it left, or waits.
    record: {
      ...toRecord(decision, facts, now),
      ...(send.healthDecisionId && { numberDecision: send.healthDecisionId }),
    },
    at: now,
  }));
  await storeDecisions(tx, businessId, decisions);
}
