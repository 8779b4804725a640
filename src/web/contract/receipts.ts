import type { ReceiptRefusal } from "../../domain/payments/receipt.ts";
import type { Day, Moment, MoneyText, Person } from "./common.ts";

export type { ReceiptRefusal } from "../../domain/payments/receipt.ts";

/** `GET /api/receipts?state=to_verify|settled|refused` → `Receipts`: oldest claim first; decided ones newest first. */
export type Receipts = { readonly receipts: readonly ReceiptView[]; readonly next: string | null };

export type ReceiptView = {
  readonly id: string;
  readonly debtor: { readonly id: string; readonly name: string; readonly reference: string };
  readonly conversationId: string;
  readonly claimedAt: Moment;
  readonly state: "to_verify" | "settled" | "refused";
  /** Null: "ya pagué" without a picture. */
  readonly pictureUrl: string | null;
  readonly pictureMime: string | null;
  /** What is owed now, to compare with. */
  readonly owed: readonly MoneyText[];
  readonly amount: MoneyText | null;
  readonly paidOn: Day | null;
  readonly reference: string | null;
  /** An earlier receipt that shows the same money. */
  readonly sameAs: {
    readonly id: string;
    readonly state: "to_verify" | "settled" | "refused";
    readonly debtorId: string;
  } | null;
  readonly decidedBy: Person | null;
  readonly decidedAt: Moment | null;
  readonly refusedBecause: ReceiptRefusal | null;
};

/**
 * `POST /api/receipts/:id/settle` → `Decided`. 409 when the same money has been settled on another receipt; `despiteDuplicate`
 * says why it counts all the same, and is kept.
 */
export type SettleReceipt = {
  readonly amount: MoneyText;
  readonly paidOn: Day;
  readonly reference?: string;
  readonly despiteDuplicate?: string;
};
/** `POST /api/receipts/:id/refuse` → `Decided`. `other` needs a note. */
export type RefuseReceipt = { readonly because: ReceiptRefusal; readonly note?: string };
export type Decided = { readonly state: "settled" | "refused" };
