import { type Currency, type Money, money } from "../money.ts";
import type { CountryCode } from "../phone.ts";
import type { CellReader } from "./cell-reader.ts";
import { readCurrency } from "./currencies.ts";
import { normalizeHeader } from "./header-words.ts";
import { saysYesOrNo } from "./yes-no.ts";

/** What one row says about its money. `owed` is zero when it is settled. */
export type RowMoney = { readonly principal: Money; readonly owed: Money; readonly settled: boolean };

/**
 * A balance says what is owed. Without one it is the amount less what was paid, and nothing once the row says settled: by a
 * status or by the day it was paid. A status of paid beside an open balance is a contradiction, and nobody who may have paid
 * is written to: the row is wrong. A paid day beside an open balance is a part payment.
 */
export function judgeMoney(reader: CellReader, currency: Currency): RowMoney | undefined {
  const balance = reader.amount("balance", currency);
  const amount = reader.amount("amount", currency);
  const paid = reader.amount("paidAmount", currency);
  const principal = amount ?? balance;
  if (principal === undefined) {
    if (reader.problems.length === 0)
      reader.problem("amount-missing", reader.plan.columns.balance ? "balance" : "amount");
    return undefined;
  }

  const status = statusOf(reader);
  const paidOn = reader.text("settledDate") !== "";
  if (balance !== undefined) {
    if (balance.minor > 0n && status === "settled") reader.problem("paid-and-owing", "status");
    else if (balance.minor > 0n && paidOn) reader.warn("paid-date-but-owing", "settledDate");
    return { principal, owed: balance, settled: balance.minor === 0n };
  }
  if (status === "settled" || (status === undefined && paidOn)) {
    return { principal, owed: money(0n, currency), settled: true };
  }
  const owed = money(principal.minor - (paid?.minor ?? 0n), currency);
  return { principal, owed, settled: owed.minor === 0n };
}

/** The row's currency, or the file's; `undefined` (and a problem) when the cell names none we keep books in. */
export function judgeCurrency(reader: CellReader, country: CountryCode): Currency | undefined {
  const text = reader.text("currency");
  if (text === "") return reader.plan.settings.currency;
  const currency = readCurrency(text, country);
  if (currency === undefined) reader.problem("unknown-currency", "currency");
  return currency;
}

/** "Pagada", "closed", "baixado", "anulada"; or a yes under "Pagada" and a no under "isOpen". Other words decide nothing. */
function statusOf(reader: CellReader): "settled" | "open" | undefined {
  const text = reader.text("status");
  if (text === "") return undefined;
  if (SETTLED.test(text)) return "settled";
  if (OPEN.test(text)) return "open";
  const answer = saysYesOrNo(text);
  const header = normalizeHeader(reader.plan.mapping[reader.plan.columns.status?.[0] ?? -1]?.header ?? "");
  if (answer === undefined) return undefined;
  if (/^(?:is )?open$|^abiert[ao]$|^vigente$/.test(header)) return answer === "yes" ? "open" : "settled";
  if (/^(?:is )?(?:paid|settled|closed)$|^pagad[ao]$|^cancelad[ao]$|^saldad[ao]$|^quitad[ao]$/.test(header))
    return answer === "yes" ? "settled" : "open";
  return undefined;
}

const SETTLED =
  /^(?:pagad[ao]s?|pagad[ao] total(?:mente)?|pago|paga|cancelad[ao]s?|saldad[ao]s?|liquidad[ao]s?|cerrad[ao]s?|finiquitad[ao]|anulad[ao]s?|quitad[ao]s?|baixad[ao]s?|recebid[ao]|paid|paid in full|fully paid|settled|closed|cleared|void(?:ed)?|cancel(?:l)?ed)$/i;
const OPEN =
  /^(?:abiert[ao]s?|pendientes?|vencid[ao]s?|en mora|por (?:cobrar|pagar|vencer)|parcial|vigente|abert[ao]|em aberto|pendente|atrasad[ao]|open|overdue|unpaid|due|outstanding|partial|partially paid|authorised|impag[ao]s?)$/i;
