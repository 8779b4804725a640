import type { Currency, Money } from "../src/domain/money.ts";
import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";

/** What debts are kept in: principal, interest and fees of a receivable (`src/domain/ledger/chart.ts`). */
const RECEIVABLE = [1100, 1110, 1120];

/** What each debtor owes over all their debts, from the ledger. A debtor without debts owes zero. */
export async function owedByDebtor(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
  currency: Currency,
): Promise<Map<string, Money>> {
  const found = await tx<{ debtorId: string; owed: string }[]>`
    select debtor_id, sum(amount_minor)::text as owed from ledger_posting
    where business_id = ${businessId} and debtor_id = any(${debtorIds}::uuid[]) and account_code = any(${RECEIVABLE}::smallint[])
      and currency = ${currency}
    group by debtor_id`;
  const owed = new Map(found.map((row) => [row.debtorId, BigInt(row.owed)]));
  return new Map(debtorIds.map((id) => [id, { minor: owed.get(id) ?? 0n, currency }]));
}

/** What is owed in the currency the business collects in, and who owes something in another. */
export type OwedInConversations = {
  readonly owed: ReadonlyMap<string, Money>;
  readonly elsewhere: ReadonlySet<string>;
};

/** The same for whom these conversations are about: asked without waiting to learn who that is. */
export async function owedInConversations(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
  currency: Currency,
): Promise<OwedInConversations> {
  const found = await tx<{ debtorId: string; owed: string; elsewhere: boolean }[]>`
    select d.debtor_id, coalesce(sum(p.amount_minor) filter (where p.currency = ${currency}), 0)::text as owed,
      coalesce(sum(p.amount_minor) filter (where p.currency <> ${currency}), 0) > 0 as elsewhere
    from (select distinct debtor_id from conversation
      where business_id = ${businessId} and id = any(${conversationIds}::uuid[]) and debtor_id is not null) d
    left join ledger_posting p on p.business_id = ${businessId} and p.debtor_id = d.debtor_id
      and p.account_code = any(${RECEIVABLE}::smallint[])
    group by d.debtor_id`;
  return {
    owed: new Map(found.map(({ debtorId, owed }) => [debtorId, { minor: BigInt(owed), currency }])),
    elsewhere: new Set(found.flatMap(({ debtorId, elsewhere }) => (elsewhere ? [debtorId] : []))),
  };
}

export type OwedDebt = {
  readonly id: string;
  readonly debtorId: string;
  readonly reference: string;
  readonly description: string;
  readonly dueOn: IsoDate;
  readonly owed: Money;
};

/** Debts with something owed on them, oldest due first: the order in which a payment is placed. */
export async function openDebts(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<OwedDebt[]> {
  const found = await tx<
    {
      id: string;
      debtorId: string;
      reference: string;
      description: string;
      dueOn: IsoDate;
      currency: Currency;
      owed: string;
    }[]
  >`
    select d.id, d.debtor_id, d.reference, d.description, d.due_on, d.currency, sum(p.amount_minor)::text as owed
    from debt d
    join ledger_posting p on p.business_id = d.business_id and p.debt_id = d.id and p.account_code = any(${RECEIVABLE}::smallint[])
    where d.business_id = ${businessId} and d.debtor_id = any(${debtorIds}::uuid[])
    group by d.business_id, d.id
    having sum(p.amount_minor) > 0
    order by d.due_on, d.id`;
  return found.map(({ owed, currency, ...row }) => ({ ...row, owed: { minor: BigInt(owed), currency } }));
}
