import type { PaymentFact } from "../../src/domain/payments/payment-fact.ts";
import { restoreFact, storeFact } from "../../src/domain/payments/stored-fact.ts";
import type { Tx } from "../client.ts";
import { rows } from "../rows.ts";

/**
 * One transaction at a time folds what is known about one payment. A lock on a name, because the first fact finds no row.
 * It is let go with the transaction.
 */
export async function lockMoneyObject(tx: Tx, businessId: string, moneyObject: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${businessId} ${moneyObject}`}, 0))`;
}

/** `source` names who told it, once for each payment: the provider's event and the place in it. */
export type SourcedFact = { readonly source: string; readonly fact: PaymentFact };

/** Told twice, kept once. */
export async function insertFacts(tx: Tx, businessId: string, facts: readonly SourcedFact[]): Promise<void> {
  const list = facts.map(({ source, fact }) => ({
    moneyObject: fact.payment,
    source,
    fact: storeFact(fact),
    at: fact.at,
  }));
  await tx`
    insert into payment_fact (business_id, money_object, source, fact, at)
    select ${businessId}, r."moneyObject", r.source, r.fact, r.at
    from jsonb_to_recordset(${rows(list)}::text::jsonb) as r("moneyObject" text, source text, fact jsonb, at timestamptz)
    on conflict (business_id, money_object, source) do nothing`;
}

export async function factsOf(tx: Tx, businessId: string, moneyObject: string): Promise<PaymentFact[]> {
  const found = await tx<{ fact: unknown }[]>`
    select fact from payment_fact where business_id = ${businessId} and money_object = ${moneyObject}`;
  return found.map(({ fact }) => restoreFact(fact));
}
