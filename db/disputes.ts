import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

export type DisputeDecision = "accepted" | "rejected";

export type OpenDispute = {
  readonly id: string;
  readonly debtorId: string;
  readonly conversationId: string;
  readonly caseNumber: string;
  readonly decidedAt: DateTime | null;
};

export async function readDispute(tx: Tx, businessId: string, id: string): Promise<OpenDispute | undefined> {
  const [found] = await tx<OpenDispute[]>`
    select id, debtor_id, conversation_id, case_number, decided_at from dispute where business_id = ${businessId} and id = ${id}`;
  return found;
}

/**
 * Ends a dispute once, and with it the hold it was (view `active_hold`): of two people who decide at once, the second is told
 * that it is over. Comes after the conversation's and the debtor's locks.
 */
export async function endDispute(
  tx: Tx,
  businessId: string,
  { id, decision, by, at }: { id: string; decision: DisputeDecision; by: string; at: DateTime },
): Promise<boolean> {
  const decided = await tx`
    update dispute set decision = ${decision}, decided_by = ${by}, decided_at = ${at}
    where business_id = ${businessId} and id = ${id} and decided_at is null`;
  return decided.count === 1;
}

/** The numbers by which debtors know these disputes. */
export async function caseNumbers(
  tx: Tx,
  businessId: string,
  ids: readonly string[],
): Promise<{ id: string; caseNumber: string }[]> {
  return tx<{ id: string; caseNumber: string }[]>`
    select id, case_number from dispute where business_id = ${businessId} and id = any(${[...ids]}::uuid[])`;
}
