import { assert, present, unreachable } from "../assert.ts";
import { type AccountCode, CHART } from "./chart.ts";

/** A code of the chart and whose it is. Made by the functions below, or by `account` from a stored row. */
export type Account = {
  readonly code: AccountCode;
  readonly debtId?: string;
  readonly debtorId?: string;
  readonly provider?: string;
};

/** A debt and who owes it: postings carry both, so that either balance is one look into one index. */
export type Debt = { readonly id: string; readonly debtorId: string };

/** @throws {BrokenInvariant} when the holder is not the one the chart asks for. */
export function account(code: AccountCode, holder: Omit<Account, "code"> = {}): Account {
  const { heldBy } = CHART[code];
  const { debtId, debtorId, provider } = holder;
  assert((debtId !== undefined) === (heldBy === "debt"), `account ${code} is held by a ${heldBy}`);
  assert(
    (debtorId !== undefined) === (heldBy === "debt" || heldBy === "debtor"),
    `account ${code} is held by a ${heldBy}`,
  );
  assert((provider !== undefined) === (heldBy === "provider"), `account ${code} is held by a ${heldBy}`);
  for (const id of [debtId, debtorId]) assert(id === undefined || UUID.test(id), `${id} is no id in lower case`);
  assert(provider === undefined || PROVIDER.test(provider), `${provider} is no provider's name`);
  return {
    code,
    ...(debtId === undefined ? {} : { debtId }),
    ...(debtorId === undefined ? {} : { debtorId }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** How people and logs name an account: `debt:0193…:principal`, `provider:stripe:clearing`, `income:interest`. */
export function addressOf({ code, debtId, debtorId, provider }: Account): string {
  const { address, heldBy } = CHART[code];
  switch (heldBy) {
    case "debt":
      return address.replace("{}", present(debtId, "the debt"));
    case "debtor":
      return address.replace("{}", present(debtorId, "the debtor"));
    case "provider":
      return address.replace("{}", present(provider, "the provider"));
    case "business":
      return address;
    default:
      return unreachable(heldBy);
  }
}

// Only the lower-case form, because a fingerprint is taken of the text and Postgres writes ids in lower case.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PROVIDER = /^[a-z][a-z0-9_-]{0,39}$/;

const onDebt = (code: 1100 | 1110 | 1120 | 9000) => (debt: Debt) =>
  account(code, { debtId: debt.id, debtorId: debt.debtorId });

export const principalOn = onDebt(1100);
export const interestOn = onDebt(1110);
export const feesOn = onDebt(1120);
export const writtenOffOn = onDebt(9000);

export const clearingAt = (provider: string) => account(1200, { provider });
export const disputedAt = (provider: string) => account(1300, { provider });
export const creditOf = (debtorId: string) => account(2100, { debtorId });

export const BANK = account(1210);
export const SUSPENSE = account(2110);
export const REFUNDS_PAYABLE = account(2200);
export const OPENING = account(3000);
export const INTEREST_INCOME = account(4100);
export const FEE_INCOME = account(4110);
export const RECOVERIES = account(4200);
export const DISCOUNTS = account(5100);
export const WRITE_OFFS = account(5200);
export const PROVIDER_FEES = account(5300);
export const CHARGEBACKS = account(5400);
export const WRITTEN_OFF = account(9001);
