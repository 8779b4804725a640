import type { DateTime } from "luxon";
import type { Currency } from "../src/domain/money.ts";
import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";

/** Money that settled and is nobody's yet. */
export type UnplacedRow = {
  readonly id: string;
  readonly provider: string;
  readonly moneyObject: string;
  /** What is left of it: neither refunded nor disputed. */
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly paidOn: IsoDate | null;
  readonly recordedAt: DateTime;
  /** Somebody said that it goes back, and the provider has not yet said that it did. */
  readonly isMarked: boolean;
};

const columns = (tx: Tx) => tx`p.id, p.provider, p.money_object, p.amount_minor, p.currency, p.paid_on, p.recorded_at,
  exists (select from ledger_entry e where e.business_id = p.business_id and e.reference = p.money_object || ':to-refund'
    and not exists (select from ledger_entry r where r.business_id = p.business_id and r.reference = e.reference || ':undone')) as is_marked`;

/** What waits to be placed, longest first. */
export async function unplacedPayments(tx: Tx, businessId: string, limit: number): Promise<UnplacedRow[]> {
  return tx<UnplacedRow[]>`
    select ${columns(tx)} from payment p
    where p.business_id = ${businessId} and p.debtor_id is null and p.state = 'settled'
    order by p.recorded_at, p.id limit ${limit}`;
}

export async function unplacedPayment(tx: Tx, businessId: string, id: string): Promise<UnplacedRow | undefined> {
  const [found] = await tx<UnplacedRow[]>`
    select ${columns(tx)} from payment p
    where p.business_id = ${businessId} and p.id = ${id} and p.debtor_id is null and p.state = 'settled'`;
  return found;
}
