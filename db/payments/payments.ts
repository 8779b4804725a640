import { present } from "../../src/domain/assert.ts";
import { type Money, money } from "../../src/domain/money.ts";
import type { PaymentState } from "../../src/domain/payments/payment-fact.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import { newId } from "../../src/ids.ts";
import type { Tx } from "../client.ts";
import { currencyOf } from "../ledger/currency-of.ts";

export type PaymentRow = {
  readonly id: string;
  readonly moneyObject: string;
  readonly provider: string;
  readonly debtorId: string | null;
  readonly paymentLinkId: string | null;
  readonly state: PaymentState;
};

export async function findPayment(tx: Tx, businessId: string, moneyObject: string): Promise<PaymentRow | undefined> {
  const [found] = await tx<PaymentRow[]>`
    select id, money_object, provider, debtor_id, payment_link_id, state from payment
    where business_id = ${businessId} and money_object = ${moneyObject}`;
  return found;
}

export type SavedPayment = Omit<PaymentRow, "id"> & { readonly amount: Money; readonly paidOn: IsoDate | null };

/**
 * The payment as its facts now say. `recorded_at` becomes that of the settlement: promises, plans and receipts ask what
 * settled after something else, and a voucher may have been printed long before. The clock is read at the write and not at
 * the transaction's start, which may have waited for the very turn that made the promise.
 */
export async function savePayment(tx: Tx, businessId: string, payment: SavedPayment): Promise<string> {
  const { moneyObject, provider, debtorId, paymentLinkId, state, amount, paidOn } = payment;
  const [saved] = await tx<{ id: string }[]>`
    insert into payment as p (business_id, id, money_object, provider, debtor_id, payment_link_id, state, amount_minor, currency, paid_on, recorded_at)
    values (${businessId}, ${newId()}, ${moneyObject}, ${provider}, ${debtorId}, ${paymentLinkId}, ${state}, ${amount.minor}, ${amount.currency},
      ${paidOn}, clock_timestamp())
    on conflict (business_id, money_object) do update set
      recorded_at = case when p.state in ('settled', 'reversed') then p.recorded_at else excluded.recorded_at end,
      debtor_id = excluded.debtor_id, payment_link_id = excluded.payment_link_id, state = excluded.state,
      amount_minor = excluded.amount_minor, currency = excluded.currency, paid_on = excluded.paid_on
    returning id`;
  return present(saved, "the payment just saved").id;
}

/** Somebody found whose unplaced money it was. */
export async function givePaymentTo(
  tx: Tx,
  businessId: string,
  { id, debtorId }: { id: string; debtorId: string },
): Promise<void> {
  await tx`update payment set debtor_id = ${debtorId} where business_id = ${businessId} and id = ${id}`;
}

/** What is on its way from a debtor: vouchers printed and transfers begun, which nobody can call back. */
export async function inFlight(tx: Tx, businessId: string, debtorId: string): Promise<Money[]> {
  const found = await tx<{ amountMinor: bigint; currency: string }[]>`
    select amount_minor, currency from payment where business_id = ${businessId} and debtor_id = ${debtorId} and state = 'processing'`;
  return found.map(({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)));
}

/** What a debtor's link has brought, newest first. */
export async function paymentsOfLink(
  tx: Tx,
  businessId: string,
  { id, debtorId }: { id: string; debtorId: string },
): Promise<{ state: PaymentState; amount: Money }[]> {
  const found = await tx<{ state: PaymentState; amountMinor: bigint; currency: string }[]>`
    select state, amount_minor, currency from payment
    where business_id = ${businessId} and debtor_id = ${debtorId} and payment_link_id = ${id} order by recorded_at desc, id desc`;
  return found.map(({ state, amountMinor, currency }) => ({ state, amount: money(amountMinor, currencyOf(currency)) }));
}
