import type { Currency } from "../money.ts";
import type { CountryCode } from "../phone.ts";
import type { IsoDate } from "../time.ts";
import type { AmountFormat } from "./amounts.ts";
import type { DateOrder } from "./dates.ts";

/** On what ground all of a file's debtors may be written to: the words they agreed to, when, and how. */
export type PermissionBasis = { readonly wording: string; readonly on: IsoDate; readonly channel: string };

/**
 * What the business answered once for the whole file. Plain JSON, so that it can be kept and offered again for the next file
 * with the same headers. Formats are by header.
 */
export type ListSettings = {
  readonly currency?: Currency;
  readonly country?: CountryCode;
  /** The business knows that this file has no telephone numbers: debtors import and cannot be written to. */
  readonly withoutPhones?: boolean;
  readonly permissionBasis?: PermissionBasis;
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  readonly amountFormats?: Readonly<Record<string, AmountFormat>>;
};

/** The answer for one header: headers are any text, so what an object inherits must not pass for an answer. */
export function answerFor<Format>(
  answers: Readonly<Record<string, Format>> | undefined,
  header: string,
): Format | undefined {
  return answers !== undefined && Object.hasOwn(answers, header) ? answers[header] : undefined;
}
