import type { DateTime } from "luxon";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";

type State = "to_verify" | "settled" | "refused";

export type ReceiptRow = {
  readonly id: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly debtorReference: string;
  readonly conversationId: string;
  readonly claimedAt: DateTime;
  readonly state: State;
  readonly hasPicture: boolean;
  readonly mime: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly paidOn: IsoDate | null;
  readonly reference: string | null;
  readonly sameAsId: string | null;
  readonly sameAsState: State | null;
  readonly sameAsDebtorId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: DateTime | null;
  readonly refusedBecause: string | null;
};

export type ReceiptsPage = {
  readonly state: State;
  readonly after: { readonly claimedAt: DateTime; readonly id: string } | undefined;
  readonly limit: number;
};

/** What waits: longest first. What is decided: newest claim first. */
export async function receiptsPage(
  tx: Tx,
  businessId: string,
  { state, after, limit }: ReceiptsPage,
): Promise<ReceiptRow[]> {
  const waits = state === "to_verify";
  const beyond =
    after &&
    (waits
      ? tx`and (p.claimed_at, p.id) > (${after.claimedAt}, ${after.id}::uuid)`
      : tx`and (p.claimed_at, p.id) < (${after.claimedAt}, ${after.id}::uuid)`);
  return tx<ReceiptRow[]>`
    select p.id, p.debtor_id, d.name as debtor_name, d.reference as debtor_reference, p.conversation_id, p.claimed_at, p.state,
      p.bytes is not null as has_picture, p.mime, p.amount_minor, p.currency, p.paid_on, p.reference, p.same_as_id,
      s.state as same_as_state, s.debtor_id as same_as_debtor_id, p.decided_by, p.decided_at, p.refused_because
    from payment_proof p
    join debtor d on d.business_id = p.business_id and d.id = p.debtor_id
    left join payment_proof s on s.business_id = p.business_id and s.id = p.same_as_id
    where p.business_id = ${businessId} and p.state = ${state} ${beyond ?? tx``}
    order by ${waits ? tx`p.claimed_at, p.id` : tx`p.claimed_at desc, p.id desc`}
    limit ${limit}`;
}

export async function receiptPicture(
  tx: Tx,
  businessId: string,
  id: string,
): Promise<{ mime: string; bytes: Uint8Array } | undefined> {
  const [found] = await tx<{ mime: string; bytes: Uint8Array }[]>`
    select coalesce(mime, '') as mime, bytes from payment_proof where business_id = ${businessId} and id = ${id} and bytes is not null`;
  return found;
}
