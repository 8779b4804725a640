import type { DateTime } from "luxon";
import type { Currency } from "../src/domain/money.ts";
import type { PlanTerms } from "../src/domain/negotiation/terms.ts";
import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";

/** What messages may be about, read for many conversations at once, each by the debtor or the conversation. */

export type PlanRow = {
  readonly id: string;
  readonly debtorId: string;
  readonly agreedOn: IsoDate;
  readonly terms: PlanTerms;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly instalments: { readonly number: number; readonly dueOn: IsoDate; readonly amountMinor: string }[];
  /** Settled since the plan was agreed: it pays instalments, oldest first. */
  readonly paidMinor: string;
};

export async function activePlans(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<PlanRow[]> {
  return tx<PlanRow[]>`
    select p.id, p.debtor_id, p.agreed_on, p.terms, p.total_minor, p.currency,
      (select json_agg(json_build_object('number', i.number, 'dueOn', i.due_on, 'amountMinor', i.amount_minor::text) order by i.number)
        from instalment i where i.business_id = p.business_id and i.plan_id = p.id) as instalments,
      (select coalesce(sum(y.amount_minor), 0)::text from payment y
        where y.business_id = p.business_id and y.debtor_id = p.debtor_id and y.currency = p.currency and y.state = 'settled'
          and y.recorded_at >= p.recorded_at) as paid_minor
    from plan p where p.business_id = ${businessId} and p.debtor_id = any(${debtorIds}::uuid[]) and p.state = 'active'`;
}

export type LinkRow = {
  readonly conversationId: string;
  readonly purpose: "balance" | "instalment";
  readonly tokenSealed: Uint8Array;
};

/** The newest link of each conversation. */
export async function newestLinks(tx: Tx, businessId: string, conversationIds: readonly string[]): Promise<LinkRow[]> {
  return tx<LinkRow[]>`
    select distinct on (conversation_id) conversation_id, purpose, token_sealed from payment_link
    where business_id = ${businessId} and conversation_id = any(${conversationIds}::uuid[])
    order by conversation_id, id desc`;
}

export type DisputeRow = { readonly conversationId: string; readonly debtorId: string; readonly caseNumber: string };

export async function openDisputes(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<DisputeRow[]> {
  return tx<DisputeRow[]>`
    select distinct on (debtor_id) conversation_id, debtor_id, case_number from dispute
    where business_id = ${businessId} and debtor_id = any(${debtorIds}::uuid[]) order by debtor_id, id desc`;
}

export type PaymentRow = {
  readonly debtorId: string;
  readonly moneyObject: string;
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly paidOn: IsoDate | null;
  readonly recordedAt: DateTime;
};

/** The last payment of each debtor that settled: what a receipt is about. */
export async function lastPayments(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<PaymentRow[]> {
  return tx<PaymentRow[]>`
    select distinct on (debtor_id) debtor_id, money_object, amount_minor, currency, paid_on, recorded_at from payment
    where business_id = ${businessId} and debtor_id = any(${debtorIds}::uuid[]) and state = 'settled'
    order by debtor_id, recorded_at desc, id desc`;
}
