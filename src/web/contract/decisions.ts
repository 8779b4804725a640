import type { Day, Moment, MoneyText } from "./common.ts";

/**
 * `POST /api/disputes/:id/accept` → 204: so much of these debts was never owed. 409 when somebody has decided it already.
 * The debtor is told under their case number; `note` is for colleagues and for the record.
 */
export type AcceptDispute = {
  /** One a debt, at most what is owed on it. */
  readonly corrections: readonly { readonly debtId: string; readonly amount: MoneyText }[];
  readonly note: string;
};
/** `POST /api/disputes/:id/reject` → 204: the debts stand, and collecting goes on. */
export type RejectDispute = { readonly note: string };

/** `POST /api/debtors/:id/holds/lift` → 204; 404 when there is none of that kind that somebody placed. */
export type LiftHold = { readonly kind: string; readonly reason: string };

/** `GET /api/suspense` → `Suspense`: money that settled and is nobody's yet, longest first. */
export type Suspense = { readonly items: readonly UnplacedMoney[] };
export type UnplacedMoney = {
  readonly id: string;
  readonly provider: string;
  /** The receipt's number, and the provider's own name of the money. */
  readonly reference: string;
  readonly amount: MoneyText;
  readonly paidOn: Day | null;
  readonly recordedAt: Moment;
  /** It goes back, and the provider has not said yet that it did. */
  readonly isMarked: boolean;
};

/**
 * `POST /api/suspense/:id/place` → 204: it pays that debtor's debts, `debtId` first. 404 when it waits no more, 409 when it is
 * marked to go back.
 */
export type PlaceMoney = { readonly debtorId: string; readonly debtId?: string; readonly note: string };
/** `POST /api/suspense/:id/refund` → 204: it goes back to whoever sent it. The refund itself is made at the provider. */
export type MarkToRefund = { readonly note: string };
