import type {
  ContactRow,
  DebtRow,
  DisputeRow,
  PaymentRow,
  PlanRow,
  PromiseRow,
} from "../../../../db/console/debtor-file.ts";
import type { DebtBalance } from "../../../../db/ledger/balances.ts";
import type { ContactWishes } from "../../../../db/stops.ts";
import { quotableNumber } from "../../../app/quotable-number.ts";
import { money, toText, zero } from "../../../domain/money.ts";
import { daysBetween, type IsoDate } from "../../../domain/time.ts";
import type {
  ContactView,
  DebtView,
  DisputeView,
  PaymentView,
  PlanView,
  PromiseView,
  WishesView,
} from "../../contract/debtors.ts";
import { moment, momentOrNull } from "./moments.ts";

export function contactView(row: ContactRow): ContactView {
  const { id, name, role, phone, granted, otherChannels, wording, grantedOn, source } = row;
  const hasPermission =
    granted !== null && otherChannels !== null && wording !== null && grantedOn !== null && source !== null;
  return {
    id,
    name,
    role,
    phone,
    suppressedAt: momentOrNull(row.suppressedAt),
    suppressedBecause: row.suppressedBecause,
    permission: hasPermission ? { granted, otherChannels, wording, grantedOn, source } : null,
  };
}

export function wishesView({ attorney, moratorium, requestedHours, inconvenient }: ContactWishes): WishesView {
  return {
    attorney,
    moratorium: moratorium ?? null,
    requestedHours: requestedHours ?? null,
    inconvenient: inconvenient ?? null,
  };
}

/** A debt that the ledger does not know yet owes nothing. */
export function debtView(row: DebtRow, balance: DebtBalance | undefined, today: IsoDate): DebtView {
  const { id, reference, description, issuedOn, dueOn, currency } = row;
  const { principal, interest, fees, total } = balance ?? {
    principal: zero(currency),
    interest: zero(currency),
    fees: zero(currency),
    total: zero(currency),
  };
  return {
    id,
    reference,
    description,
    issuedOn,
    dueOn,
    daysPastDue: daysBetween(dueOn, today),
    principal: toText(principal),
    interest: toText(interest),
    fees: toText(fees),
    owed: toText(total),
  };
}

/** What was paid since the agreement covers the instalments in their order: facts, not a mark that a missed event falsifies. */
export function planView(plan: PlanRow, today: IsoDate): PlanView {
  let left = plan.paidMinor;
  const instalments = plan.instalments.map(({ number, dueOn, amountMinor }) => {
    const amount = BigInt(amountMinor);
    const paid = left < amount ? left : amount;
    left -= paid;
    const state =
      paid === amount
        ? ("paid" as const)
        : dueOn < today
          ? ("late" as const)
          : dueOn === today
            ? ("due" as const)
            : ("upcoming" as const);
    return {
      number,
      dueOn,
      amount: toText(money(amount, plan.currency)),
      paid: toText(money(paid, plan.currency)),
      state,
    };
  });
  const { id, state, agreedOn, currency } = plan;
  return {
    id,
    state,
    agreedOn,
    total: toText(money(plan.totalMinor, currency)),
    paid: toText(money(plan.paidMinor, currency)),
    instalments,
  };
}

export function promiseView({ id, promisedOn, dueOn, amountMinor, currency, state }: PromiseRow): PromiseView {
  return { id, promisedOn, dueOn, amount: toText(money(amountMinor, currency)), state };
}

export function paymentView({
  id,
  provider,
  moneyObject,
  state,
  amountMinor,
  currency,
  paidOn,
  at,
}: PaymentRow): PaymentView {
  return {
    id,
    provider,
    reference: `${quotableNumber("R", moneyObject)} · ${moneyObject}`,
    state,
    amount: toText(money(amountMinor, currency)),
    paidOn,
    recordedAt: moment(at),
  };
}

export function disputeView({ id, caseNumber, openedAt, decidedAt, decision, note }: DisputeRow): DisputeView {
  return { id, caseNumber, openedAt: moment(openedAt), decidedAt: momentOrNull(decidedAt), decision, note };
}
