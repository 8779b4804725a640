import type { DisputeRow, PaymentRow, PlacedHoldRow, PlanRow, PromiseRow } from "../../../../db/console/debtor-file.ts";
import type {
  BlockedRow,
  NoteOfDebtorRow,
  OutcomeRow,
  OutsideContactOfDebtorRow,
  SaidRow,
} from "../../../../db/console/timeline.ts";
import { money, toText } from "../../../domain/money.ts";
import { PHONE_ITSELF } from "../../../domain/on-phone.ts";
import type { TimelineItem } from "../../contract/debtors.ts";
import { person, userIdOf } from "./author.ts";
import { decisionView } from "./decision.ts";
import { moment, momentOrNull } from "./moments.ts";
import type { Reading } from "./thread-items.ts";

export const TIMELINE_LENGTH = 100;

export type TimelineRows = {
  readonly messages: readonly SaidRow[];
  readonly blocked: readonly BlockedRow[];
  readonly outcomes: readonly OutcomeRow[];
  readonly notes: readonly NoteOfDebtorRow[];
  readonly outside: readonly OutsideContactOfDebtorRow[];
  readonly plans: readonly PlanRow[];
  readonly promises: readonly PromiseRow[];
  readonly payments: readonly PaymentRow[];
  readonly disputes: readonly DisputeRow[];
  readonly placedHolds: readonly PlacedHoldRow[];
};

/** Everything with a moment in one list, newest first. */
export function timeline(rows: TimelineRows, { names, language }: Reading): TimelineItem[] {
  const items: TimelineItem[] = [
    ...rows.messages.map(({ id, at, direction, body, conversationId }) => ({
      type: "message" as const,
      id,
      at: moment(at),
      direction,
      body,
      conversationId,
    })),
    ...rows.blocked.flatMap((row) => {
      const decision = decisionView(row, language);
      const { id, at, kind, conversationId } = row;
      return decision ? [{ type: "blocked" as const, id, at: moment(at), kind, decision, conversationId }] : [];
    }),
    ...rows.outcomes.map(({ id, at, outcome, by, conversationId }) => ({
      type: "outcome" as const,
      id,
      at: moment(at),
      outcome,
      by: by.startsWith("agent:") ? ("agent" as const) : ("bot" as const),
      conversationId,
    })),
    ...rows.notes.map(({ id, at, author, body, conversationId }) => ({
      type: "note" as const,
      id,
      at: moment(at),
      author: person(userIdOf(author) ?? author, names),
      body,
      conversationId,
    })),
    ...rows.outside.map(({ id, at, enteredBy, enteredAt, withdrawnBy, withdrawnAt, reason, ...made }) => ({
      type: "outside" as const,
      id,
      at: moment(at),
      ...made,
      enteredBy: enteredBy === PHONE_ITSELF ? null : person(enteredBy, names),
      enteredAt: moment(enteredAt),
      withdrawn:
        withdrawnBy === null || withdrawnAt === null
          ? null
          : { by: person(withdrawnBy, names), at: moment(withdrawnAt), reason },
    })),
    ...rows.plans.map(({ id, at, totalMinor, currency, instalments }) => ({
      type: "plan" as const,
      id,
      at: moment(at),
      total: toText(money(totalMinor, currency)),
      instalments: instalments.length,
    })),
    ...rows.promises.map(({ id, at, amountMinor, currency, dueOn }) => ({
      type: "promise" as const,
      id,
      at: moment(at),
      amount: toText(money(amountMinor, currency)),
      dueOn,
    })),
    ...rows.payments.map(({ id, at, state, amountMinor, currency, provider }) => ({
      type: "payment" as const,
      id,
      at: moment(at),
      state,
      amount: toText(money(amountMinor, currency)),
      provider,
    })),
    ...rows.disputes.map(({ id, openedAt, caseNumber }) => ({
      type: "dispute" as const,
      id,
      at: moment(openedAt),
      caseNumber,
    })),
    ...rows.placedHolds.map(({ id, placedAt, kind, liftedAt, liftedBecause }) => ({
      type: "hold" as const,
      id,
      at: moment(placedAt),
      kind,
      liftedAt: momentOrNull(liftedAt),
      liftedBecause,
    })),
  ];
  return items.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)).slice(0, TIMELINE_LENGTH);
}
