import type { DateTime } from "luxon";
import type { Money } from "../src/domain/money.ts";
import type { Instalment, PlanTerms } from "../src/domain/negotiation/terms.ts";
import type { HoldKind } from "../src/domain/outreach/holds.ts";
import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";
import { document, rows } from "./rows.ts";

/** A new promise takes the place of one still open: people move a day, they do not owe two. */
export async function insertPromise(
  tx: Tx,
  businessId: string,
  promise: { id: string; debtorId: string; conversationId: string; promisedOn: IsoDate; dueOn: IsoDate; amount: Money },
): Promise<void> {
  await tx`update promise set state = 'cancelled' where business_id = ${businessId} and debtor_id = ${promise.debtorId} and state = 'open'`;
  await tx`
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency)
    values (${businessId}, ${promise.id}, ${promise.debtorId}, ${promise.conversationId}, ${promise.promisedOn}, ${promise.dueOn},
      ${promise.amount.minor}, ${promise.amount.currency})`;
}

/** A new plan replaces the one in force, with the words the debtor said yes to kept beside it. */
export async function insertPlan(
  tx: Tx,
  businessId: string,
  plan: {
    id: string;
    debtorId: string;
    conversationId: string;
    agreedOn: IsoDate;
    terms: PlanTerms;
    total: Money;
    acceptance: unknown;
    instalments: readonly Instalment[];
  },
): Promise<void> {
  const replaced = tx`update plan set state = 'replaced' where business_id = ${businessId} and debtor_id = ${plan.debtorId} and state = 'active'`;
  const made = tx`
    insert into plan (business_id, id, debtor_id, conversation_id, agreed_on, terms, total_minor, currency, acceptance)
    values (${businessId}, ${plan.id}, ${plan.debtorId}, ${plan.conversationId}, ${plan.agreedOn}, ${document(plan.terms)}::text::jsonb,
      ${plan.total.minor}, ${plan.total.currency}, ${document(plan.acceptance)}::text::jsonb)`;
  const instalments = plan.instalments.map(({ number, dueOn, amount }) => ({
    number,
    dueOn,
    amountMinor: amount.minor,
  }));
  const dated = tx`
    insert into instalment (business_id, plan_id, number, due_on, amount_minor)
    select ${businessId}, ${plan.id}, r.number, r."dueOn", r."amountMinor"
    from jsonb_to_recordset(${rows(instalments)}::text::jsonb) as r(number integer, "dueOn" date, "amountMinor" bigint)`;
  await Promise.all([replaced, made, dated]);
}

/** What the last message of ours said: the words a yes agreed to. */
export async function lastSaid(
  tx: Tx,
  businessId: string,
  conversationId: string,
): Promise<{ id: string; body: string } | undefined> {
  const [said] = await tx<{ id: string; body: string }[]>`
    select id, body from message
    where business_id = ${businessId} and conversation_id = ${conversationId} and direction = 'out' order by id desc limit 1`;
  return said;
}

export async function openDispute(
  tx: Tx,
  businessId: string,
  dispute: { id: string; debtorId: string; conversationId: string; caseNumber: string; openedAt: DateTime },
): Promise<void> {
  await tx`
    insert into dispute (business_id, id, debtor_id, conversation_id, case_number, opened_at)
    select ${businessId}, ${dispute.id}, ${dispute.debtorId}, ${dispute.conversationId}, ${dispute.caseNumber}, ${dispute.openedAt}
    where not exists (select from dispute d where d.business_id = ${businessId} and d.debtor_id = ${dispute.debtorId} and d.decided_at is null)`;
}

/**
 * "Ya pagué" or a picture of a transfer. Words without a picture are one claim, however often they are repeated; a picture that
 * follows them is its picture. One message is one claim, also when its caption says what its picture shows.
 */
export async function claimPayment(
  tx: Tx,
  businessId: string,
  claim: {
    id: string;
    debtorId: string;
    conversationId: string;
    messageId: string | null;
    mime: string | null;
    claimedAt: DateTime;
  },
): Promise<void> {
  const { id, debtorId, conversationId, messageId, mime, claimedAt } = claim;
  await tx`
    with known as (
      select p.id, p.message_id from payment_proof p
      where p.business_id = ${businessId} and p.conversation_id = ${conversationId}
        and (p.message_id = ${messageId}::uuid or (p.state = 'to_verify' and (${messageId}::uuid is null or p.message_id is null)))
      order by p.message_id nulls last limit 1
    ), pictured as (
      update payment_proof p set message_id = ${messageId}::uuid, mime = ${mime}
      from known where p.business_id = ${businessId} and p.id = known.id and known.message_id is null and ${messageId}::uuid is not null
    )
    insert into payment_proof (business_id, id, debtor_id, conversation_id, message_id, mime, claimed_at)
    select ${businessId}, ${id}, ${debtorId}, ${conversationId}, ${messageId}, ${mime}, ${claimedAt}
    where not exists (select from known)`;
}

/** Once for each kind: a second reason of the same kind changes nothing, but that one placed for a time now stands without end. */
export async function placeHold(
  tx: Tx,
  businessId: string,
  hold: { id: string; debtorId: string; kind: HoldKind; sourceId: string; placedAt: DateTime },
): Promise<void> {
  await tx`
    insert into hold (business_id, id, debtor_id, kind, source_id, placed_at)
    values (${businessId}, ${hold.id}, ${hold.debtorId}, ${hold.kind}, ${hold.sourceId}, ${hold.placedAt})
    on conflict (business_id, debtor_id, kind) where lifted_at is null and debt_id is null do update
      set until = null, source_id = excluded.source_id,
        placed_at = case when hold.until > excluded.placed_at then hold.placed_at else excluded.placed_at end
      where hold.until is not null`;
}

/** The number is somebody else's: nothing is ever started to it again. */
export async function suppressContact(tx: Tx, businessId: string, contactId: string, at: DateTime): Promise<void> {
  await tx`update contact set suppressed_at = coalesce(suppressed_at, ${at}) where business_id = ${businessId} and id = ${contactId}`;
}

export type NewOutcome = {
  readonly conversationId: string;
  readonly revision: number;
  readonly outcome: string;
  readonly by: string;
  readonly at: DateTime;
};

export async function appendOutcomes(tx: Tx, businessId: string, outcomes: readonly NewOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await tx`
    insert into outcome (business_id, conversation_id, revision, outcome, by, at)
    select ${businessId}, r."conversationId", r.revision, r.outcome, r.by, r.at
    from jsonb_to_recordset(${rows(outcomes)}::text::jsonb) as r("conversationId" uuid, revision integer, outcome text, by text, at timestamptz)`;
}

/** A stable link; only the hash of its token can be looked up, and only by whoever has the token. */
export async function insertPaymentLink(
  tx: Tx,
  businessId: string,
  link: {
    id: string;
    debtorId: string;
    conversationId: string;
    purpose: "balance" | "instalment";
    tokenHash: Buffer;
    tokenSealed: Buffer;
    expiresAt: DateTime;
  },
): Promise<void> {
  const made = tx`
    insert into payment_link (business_id, id, debtor_id, conversation_id, purpose, token_hash, token_sealed, expires_at)
    values (${businessId}, ${link.id}, ${link.debtorId}, ${link.conversationId}, ${link.purpose}, ${link.tokenHash}, ${link.tokenSealed}, ${link.expiresAt})`;
  await Promise.all([made, tx`select route_payment_link(${link.tokenHash}, ${link.id}::uuid)`]);
}
