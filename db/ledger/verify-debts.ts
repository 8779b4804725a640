import { OWED } from "../../src/domain/ledger/chart.ts";
import type { Tx } from "../client.ts";
import type { Finding } from "./finding.ts";

/** Each debt over all its entries: its own debtor and currency, and never paid below zero. */
export async function verifyDebts(tx: Tx, atMost: number): Promise<Finding[]> {
  return [...(await strangers(tx, atMost)), ...(await belowZero(tx, atMost))];
}

async function strangers(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ debtId: string; debtorId: string; currency: string }[]>`
    select p.debt_id, p.debtor_id, p.currency from ledger_posting p
    left join debt d on d.business_id = p.business_id and d.id = p.debt_id
    where p.business_id = current_business() and p.debt_id is not null
      and (d.id is null or d.debtor_id <> p.debtor_id or d.currency <> p.currency)
    group by p.debt_id, p.debtor_id, p.currency
    order by p.debt_id limit ${atMost}`;
  return rows.map(({ debtId, debtorId, currency }) => ({
    what: "debt differs",
    message: `the ledger speaks of debt ${debtId} of debtor ${debtorId} in ${currency}, and the debt says otherwise or is gone`,
  }));
}

async function belowZero(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ debtId: string; currency: string; minor: string }[]>`
    select debt_id, currency, sum(amount_minor)::text as minor from ledger_posting
    where business_id = current_business() and debt_id is not null and account_code = any(${[...OWED]}::smallint[])
    group by debt_id, currency having sum(amount_minor) < 0
    order by debt_id limit ${atMost}`;
  return rows.map(({ debtId, currency, minor }) => ({
    what: "debt below zero",
    message: `debt ${debtId} stands at ${minor} ${currency} in the smallest unit: what is too much belongs in the debtor's credit`,
  }));
}
