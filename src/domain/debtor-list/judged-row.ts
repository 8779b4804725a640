import type { OtherChannel, Role } from "../contact-law/facts.ts";
import type { Currency, Money } from "../money.ts";
import type { CountryCode, Phone } from "../phone.ts";
import type { IsoDate } from "../time.ts";
import type { Document } from "./documents.ts";
import type { Problem, Warning } from "./notes.ts";
import type { SkipReason } from "./skip-row.ts";
import type { TableRow } from "./table.ts";

export type JudgedRow = JudgedDebt | SkippedRow | WrongRow;

/** A row that becomes a debt, or brings an earlier one up to date. */
export type JudgedDebt = {
  readonly kind: "debt";
  readonly row: number;
  readonly debtor: ListedDebtor;
  readonly contacts: readonly ListedContact[];
  readonly debt: ListedDebt;
  readonly permission: ListedPermission;
  /** Columns that mean nothing to us, by header. */
  readonly extra: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
};

export type SkippedRow = {
  readonly kind: "skipped";
  readonly row: number;
  readonly because: SkipReason;
  /** The row that already carries this one's money, for a repeated line. */
  readonly of?: number;
};

export type WrongRow = {
  readonly kind: "error";
  readonly row: number;
  readonly problems: readonly Problem[];
  /** Other rows of the same invoice, which were not imported either and must come back with this one. */
  readonly together: readonly TableRow[];
};

/** `key` is stable over files: the same debtor in the next one has the same (`ref:…`, `doc:…` or `name:…`). */
export type ListedDebtor = {
  readonly key: string;
  readonly reference: string | undefined;
  readonly kind: "person" | "company";
  readonly name: string;
  readonly document: Document | undefined;
  readonly birthDate: IsoDate | undefined;
  readonly country: CountryCode;
  /** The same where the row or the whole file says it; undefined where it is only the creditor's own. */
  readonly livesIn: CountryCode | undefined;
  /** `SP`, in a country whose parts have contact law of their own; undefined elsewhere and where the cell names none. */
  readonly subdivision: string | undefined;
  readonly zone: string | undefined;
  readonly emails: readonly string[];
  /** Somebody can show to be this debtor: by a document that verifies, or by the birth date. Never so for a company. */
  readonly canVerify: boolean;
};

/** A number to write to, and whose it is where the file says so. */
export type ListedContact = {
  readonly phone: Phone;
  readonly name: string | undefined;
  readonly role: string | undefined;
  /** What contact law makes of it; never stored, so that a better reader judges this row too. */
  readonly recipient: Role;
};

export type ListedDebt = {
  /** Unique within the debtor. Made from the due day or the description where the file names no invoice. */
  readonly reference: string;
  readonly description: string | undefined;
  readonly currency: Currency;
  readonly principal: Money;
  /** Zero for a settled debt, which is kept as history. */
  readonly owed: Money;
  readonly issuedOn: IsoDate | undefined;
  readonly dueOn: IsoDate | undefined;
  readonly settled: boolean;
  readonly settledOn: IsoDate | undefined;
  readonly disputed: boolean;
  /** How many rows of the file it was written on. */
  readonly lines: number;
};

export type ListedPermission =
  | {
      readonly kind: "given";
      readonly wording: string;
      readonly on: IsoDate | undefined;
      readonly channel: string | undefined;
      readonly from: "row" | "file";
      /** Besides WhatsApp, where the row names channels. Undefined: it says nothing of them. */
      readonly others?: readonly OtherChannel[];
      /** Also from another number of the business than the one they know. Undefined: it says nothing of that. */
      readonly otherNumbers?: boolean;
    }
  /** A no to WhatsApp, and a yes to the channels that the row names. */
  | {
      readonly kind: "others";
      readonly wording: string;
      readonly on: IsoDate | undefined;
      readonly others: readonly OtherChannel[];
    }
  | { readonly kind: "refused" }
  | { readonly kind: "none" };
