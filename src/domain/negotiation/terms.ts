import type { Money } from "../money.ts";
import type { IsoDate } from "../time.ts";

/** `quincenal` is the 15th and the last day of each month, not every fifteen days. */
export const FREQUENCIES = ["weekly", "quincenal", "monthly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What identifies a plan before it is dated: kept in a conversation's context, so amounts are `toText` money. */
export type PlanTerms = {
  /** How many payments in all, the first among them. */
  readonly instalments: number;
  readonly frequency: Frequency;
  /** The first payment when it differs from the others: "200 mil hoy y el resto en 3". */
  readonly firstAmount?: string;
  /** When the first payment is due; today when absent. */
  readonly firstOn?: IsoDate;
  /**
   * Every payment by itself, when they follow no rhythm: "200 hoy, 200 el 15 y 100 a fin de mes". As many as `instalments`, their
   * days ascending, together what is owed; `frequency` then says nothing, and `firstAmount` and `firstOn` are absent.
   */
  readonly parts?: readonly PlannedPart[];
};

export type PlannedPart = { readonly on: IsoDate; readonly amount: string };

/** More payments than these are not repeated one by one, and nobody says yes to what they were not shown. */
export const MOST_PARTS = 4;

export type Instalment = { readonly number: number; readonly dueOn: IsoDate; readonly amount: Money };

/** Terms applied to what is owed today: what is shown, echoed and, after a strict yes, stored. */
export type Offer = { readonly terms: PlanTerms; readonly total: Money; readonly instalments: readonly Instalment[] };

/** What a business allows without asking a person. Minor units of the debt's currency. */
export type PlanPolicy = {
  readonly maxInstalments: number;
  readonly frequencies: readonly Frequency[];
  readonly minFirstPaymentMinor: bigint;
  /** Basis points of what is owed that the first payment must reach; the larger of the two floors holds. */
  readonly minFirstPaymentBasisPoints: number;
  readonly minInstalmentMinor: bigint;
  /** The first payment may be at most this many days from today. */
  readonly maxDaysToFirstPayment: number;
  /** A promise may be at most this many days from today. */
  readonly maxPromiseDays: number;
  /** Instalments are multiples of this; the last takes the remainder. */
  readonly multipleOfMinor: bigint;
};
