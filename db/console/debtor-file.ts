import type { DateTime } from "luxon";
import type { OtherChannel } from "../../src/domain/contact-law/facts.ts";
import type { Currency } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";

/** What is kept about one debtor beside the ledger and the conversations. Newest first, unless said otherwise. */

export type ContactRow = {
  readonly id: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly phone: string | null;
  readonly suppressedAt: DateTime | null;
  readonly suppressedBecause: string | null;
  readonly granted: boolean | null;
  readonly otherChannels: readonly OtherChannel[] | null;
  readonly wording: string | null;
  readonly grantedOn: IsoDate | null;
  readonly source: string | null;
};

export async function contactsOf(tx: Tx, businessId: string, debtorId: string): Promise<ContactRow[]> {
  return tx<ContactRow[]>`
    select k.id, k.name, k.role, k.phone, k.suppressed_at,
      case when k.suppressed_at is not null then coalesce(k.suppressed_because, 'wrong_person') end as suppressed_because, p.granted, p.other_channels, p.wording, p.granted_on, p.source
    from contact k
    left join lateral (select granted, other_channels, wording, granted_on, source from contact_permission p
      where p.business_id = k.business_id and p.contact_id = k.id order by p.recorded_at desc, p.id desc limit 1) p on true
    where k.business_id = ${businessId} and k.debtor_id = ${debtorId}
    order by k.id`;
}

export type DebtRow = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly currency: Currency;
  readonly issuedOn: IsoDate | null;
  readonly dueOn: IsoDate;
};

/** Oldest due first. */
export async function debtsOf(tx: Tx, businessId: string, debtorId: string): Promise<DebtRow[]> {
  return tx<DebtRow[]>`
    select id, reference, description, currency, issued_on, due_on from debt
    where business_id = ${businessId} and debtor_id = ${debtorId} order by due_on, id`;
}

export type PlanRow = {
  readonly id: string;
  readonly state: "active" | "completed" | "broken" | "replaced";
  readonly agreedOn: IsoDate;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly at: DateTime;
  /** Settled since it was agreed. */
  readonly paidMinor: bigint;
  readonly instalments: readonly { readonly number: number; readonly dueOn: IsoDate; readonly amountMinor: string }[];
};

export async function plansOf(tx: Tx, businessId: string, debtorId: string): Promise<PlanRow[]> {
  return tx<PlanRow[]>`
    select p.id, p.state, p.agreed_on, p.total_minor, p.currency, ${shownAt(tx, "p", "agreed_on")} as at,
      (select coalesce(sum(y.amount_minor), 0)::bigint from payment y where y.business_id = p.business_id
        and y.debtor_id = p.debtor_id and y.currency = p.currency and y.state = 'settled' and y.recorded_at >= p.recorded_at) as paid_minor,
      (select coalesce(json_agg(json_build_object('number', i.number, 'dueOn', i.due_on, 'amountMinor', i.amount_minor::text)
          order by i.number), '[]')
        from instalment i where i.business_id = p.business_id and i.plan_id = p.id) as instalments
    from plan p where p.business_id = ${businessId} and p.debtor_id = ${debtorId} order by p.id desc limit 20`;
}

export type PromiseRow = {
  readonly id: string;
  readonly promisedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly state: "open" | "kept" | "broken" | "cancelled";
  readonly at: DateTime;
};

export async function promisesOf(tx: Tx, businessId: string, debtorId: string): Promise<PromiseRow[]> {
  return tx<PromiseRow[]>`
    select p.id, p.promised_on, p.due_on, p.amount_minor, p.currency, p.state, ${shownAt(tx, "p", "promised_on")} as at from promise p
    where p.business_id = ${businessId} and debtor_id = ${debtorId} order by id desc limit 50`;
}

export type PaymentRow = {
  readonly id: string;
  readonly provider: string;
  readonly moneyObject: string;
  readonly state: "announced" | "to_verify" | "processing" | "settled" | "reversed" | "failed";
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly paidOn: IsoDate | null;
  readonly at: DateTime;
};

export async function paymentsOf(tx: Tx, businessId: string, debtorId: string): Promise<PaymentRow[]> {
  return tx<PaymentRow[]>`
    select p.id, p.provider, p.money_object, p.state, p.amount_minor, p.currency, p.paid_on, ${shownAt(tx, "p", "paid_on")} as at from payment p
    where p.business_id = ${businessId} and debtor_id = ${debtorId} order by id desc limit 100`;
}

export type DisputeRow = {
  readonly id: string;
  readonly caseNumber: string;
  readonly openedAt: DateTime;
  readonly decidedAt: DateTime | null;
  readonly decision: string | null;
  /** What whoever decided wrote for colleagues. */
  readonly note: string | null;
};

export async function disputesOf(tx: Tx, businessId: string, debtorId: string): Promise<DisputeRow[]> {
  return tx<DisputeRow[]>`
    select d.id, d.case_number, d.opened_at, d.decided_at, d.decision,
      (select a.after ->> 'note' from audit_event a where a.business_id = d.business_id and a.subject_id = d.id
        and a.subject = 'dispute' order by a.id desc limit 1) as note
    from dispute d
    where d.business_id = ${businessId} and d.debtor_id = ${debtorId} order by d.id desc limit 50`;
}

export type PlacedHoldRow = {
  readonly id: string;
  readonly kind: string;
  readonly placedAt: DateTime;
  readonly liftedAt: DateTime | null;
  /** What the person wrote who lifted it. */
  readonly liftedBecause: string | null;
};

/** One that ended by itself counts as lifted when its time was over. */
export async function placedHoldsOf(
  tx: Tx,
  businessId: string,
  { debtorId, now }: { debtorId: string; now: DateTime },
): Promise<PlacedHoldRow[]> {
  return tx<PlacedHoldRow[]>`
    select h.id, h.kind, h.placed_at, coalesce(h.lifted_at, case when h.until <= ${now} then h.until end) as lifted_at,
      (select a.after ->> 'reason' from audit_event a where a.business_id = h.business_id and a.subject_id = h.id
        and a.action = 'hold.lifted' limit 1) as lifted_because
    from hold h
    where h.business_id = ${businessId} and h.debtor_id = ${debtorId} order by h.placed_at desc limit 50`;
}

/**
 * When it happened by the business's clock. What is kept is the real moment and the business's day: in a demo whose clock
 * was moved since, the day holds and the hour is its last.
 */
const shownAt = (tx: Tx, row: string, day: string) =>
  tx`(select least(${tx(row)}.recorded_at + b.clock_offset_ms * interval '1 millisecond',
    (${tx(row)}.${tx(day)} + 1)::timestamp at time zone b.zone - interval '1 second') from business b)`;
