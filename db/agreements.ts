import type { DateTime } from "luxon";
import type { Money } from "../src/domain/money.ts";
import type { Instalment, PlanTerms } from "../src/domain/negotiation/terms.ts";
import type { Outcome } from "../src/domain/outcome.ts";
import type { HoldKind } from "../src/domain/outreach/holds.ts";
import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** What rows of one debtor have in common. */
type OfDebtor = { readonly id: string; readonly debtorId: string; readonly conversationId: string };

export type NewPromise = OfDebtor & {
  readonly promisedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly amount: Money;
};

/** A new promise takes the place of one still open, of this list too: people move a day, they do not owe two. */
export async function insertPromises(tx: Tx, businessId: string, promises: readonly NewPromise[]): Promise<void> {
  if (promises.length === 0) return;
  const last = lastOfEach(promises);
  const made = promises.map(({ amount, ...promise }) => ({
    ...promise,
    amountMinor: amount.minor,
    currency: amount.currency,
    state: last.has(promise.id) ? "open" : "cancelled",
  }));
  await Promise.all([
    tx`
      update promise set state = 'cancelled'
      where business_id = ${businessId} and debtor_id = any(${debtorsOf(promises)}::uuid[]) and state = 'open'`,
    tx`
      insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency, state)
      select ${businessId}, r.id, r."debtorId", r."conversationId", r."promisedOn", r."dueOn", r."amountMinor", r.currency, r.state
      from jsonb_to_recordset(${rows(made)}::text::jsonb) as r(id uuid, "debtorId" uuid, "conversationId" uuid, "promisedOn" date,
        "dueOn" date, "amountMinor" bigint, currency text, state text)`,
  ]);
}

export type NewPlan = OfDebtor & {
  readonly agreedOn: IsoDate;
  readonly terms: PlanTerms;
  readonly total: Money;
  readonly acceptance: unknown;
  readonly instalments: readonly Instalment[];
};

/** A new plan replaces the one in force, of this list too, with the words the debtor said yes to kept beside it. */
export async function insertPlans(tx: Tx, businessId: string, plans: readonly NewPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const last = lastOfEach(plans);
  const made = plans.map(({ total, instalments, ...plan }) => ({
    ...plan,
    totalMinor: total.minor,
    currency: total.currency,
    state: last.has(plan.id) ? "active" : "replaced",
  }));
  const dated = plans.flatMap(({ id, instalments }) =>
    instalments.map(({ number, dueOn, amount }) => ({ planId: id, number, dueOn, amountMinor: amount.minor })),
  );
  await Promise.all([
    tx`
      update plan set state = 'replaced'
      where business_id = ${businessId} and debtor_id = any(${debtorsOf(plans)}::uuid[]) and state = 'active'`,
    tx`
      insert into plan (business_id, id, debtor_id, conversation_id, agreed_on, terms, total_minor, currency, acceptance, state)
      select ${businessId}, r.id, r."debtorId", r."conversationId", r."agreedOn", r.terms, r."totalMinor", r.currency, r.acceptance, r.state
      from jsonb_to_recordset(${rows(made)}::text::jsonb) as r(id uuid, "debtorId" uuid, "conversationId" uuid, "agreedOn" date,
        terms jsonb, "totalMinor" bigint, currency text, acceptance jsonb, state text)`,
    tx`
      insert into instalment (business_id, plan_id, number, due_on, amount_minor)
      select ${businessId}, r."planId", r.number, r."dueOn", r."amountMinor"
      from jsonb_to_recordset(${rows(dated)}::text::jsonb) as r("planId" uuid, number integer, "dueOn" date, "amountMinor" bigint)`,
  ]);
}

function debtorsOf(list: readonly OfDebtor[]): string[] {
  return [...new Set(list.map(({ debtorId }) => debtorId))];
}

/** The ids of those that stand: of each debtor the last. */
function lastOfEach(list: readonly OfDebtor[]): ReadonlySet<string> {
  return new Set(new Map(list.map(({ debtorId, id }) => [debtorId, id])).values());
}

/** What the last message of ours said in each of these conversations: the words a yes agreed to. */
export async function lastSaid(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<Map<string, { id: string; body: string }>> {
  if (conversationIds.length === 0) return new Map();
  const said = await tx<{ conversationId: string; id: string; body: string }[]>`
    select c.id as conversation_id, m.id, m.body from unnest(${[...conversationIds]}::uuid[]) as c(id)
    cross join lateral (select id, body from message
      where business_id = ${businessId} and conversation_id = c.id and direction = 'out' order by id desc limit 1) m`;
  return new Map(said.map(({ conversationId, id, body }) => [conversationId, { id, body }]));
}

export type NewDispute = OfDebtor & { readonly caseNumber: string; readonly openedAt: DateTime };

/** One that is open already is this one too. */
export async function openDisputes(tx: Tx, businessId: string, disputes: readonly NewDispute[]): Promise<void> {
  if (disputes.length === 0) return;
  await tx`
    insert into dispute (business_id, id, debtor_id, conversation_id, case_number, opened_at)
    select distinct on (r."debtorId") ${businessId}::uuid, r.id, r."debtorId", r."conversationId", r."caseNumber", r."openedAt"
    from jsonb_to_recordset(${rows(disputes)}::text::jsonb) as r(id uuid, "debtorId" uuid, "conversationId" uuid, "caseNumber" text,
      "openedAt" timestamptz)
    where not exists (select from dispute d where d.business_id = ${businessId} and d.debtor_id = r."debtorId" and d.decided_at is null)
    order by r."debtorId", r.id`;
}

export type NewClaim = OfDebtor & { readonly messageId: string | null; readonly claimedAt: DateTime };

/**
 * "Ya pagué" or a picture of a transfer. Words without a picture are one claim, however often they are repeated; a picture that
 * follows them is its picture. One message is one claim, also when its caption says what its picture shows. Of one conversation
 * the list holds words or pictures and not both, as one turn does.
 */
export async function claimPayments(tx: Tx, businessId: string, claims: readonly NewClaim[]): Promise<void> {
  if (claims.length === 0) return;
  await tx`
    with said as (
      select distinct on (r."conversationId", r."messageId") r.*
      from jsonb_to_recordset(${rows(claims)}::text::jsonb) as r(id uuid, "debtorId" uuid, "conversationId" uuid, "messageId" uuid,
        "claimedAt" timestamptz)
      order by r."conversationId", r."messageId", r.id
    ), fresh as (
      select s.*, row_number() over (partition by s."conversationId" order by s.id) as nth from said s
      where not exists (select from payment_proof p
        where p.business_id = ${businessId} and p.conversation_id = s."conversationId"
          and (p.message_id = s."messageId" or (s."messageId" is null and p.state = 'to_verify')))
    ), bare as (
      select p.id, p.conversation_id, row_number() over (partition by p.conversation_id order by p.id) as nth from payment_proof p
      where p.business_id = ${businessId} and p.conversation_id in (select "conversationId" from fresh)
        and p.state = 'to_verify' and p.message_id is null
    ), pictured as (
      update payment_proof p set message_id = f."messageId", mime = null
      from fresh f join bare b on b.conversation_id = f."conversationId" and b.nth = f.nth
      where p.business_id = ${businessId} and p.id = b.id
    )
    insert into payment_proof (business_id, id, debtor_id, conversation_id, message_id, claimed_at)
    select ${businessId}, f.id, f."debtorId", f."conversationId", f."messageId", f."claimedAt"
    from fresh f left join bare b on b.conversation_id = f."conversationId" and b.nth = f.nth
    where b.id is null
    order by f.id`;
}

export type NewHold = {
  readonly id: string;
  readonly debtorId: string;
  readonly kind: HoldKind;
  /** The conversation in which it was said; null when an agent entered it. */
  readonly sourceId: string | null;
  /** Who entered it; left out where it was read in what was written to us. */
  readonly placedBy?: string;
  readonly placedAt: DateTime;
};

/**
 * Once for each kind: a second reason of the same kind changes nothing, but that one placed for a time now stands without end, and
 * of an opt-out it is kept when it was last said, since words from before that do not lift it.
 */
export async function placeHolds(tx: Tx, businessId: string, holds: readonly NewHold[]): Promise<void> {
  if (holds.length === 0) return;
  await tx`
    insert into hold (business_id, id, debtor_id, kind, source_id, placed_by, placed_at)
    select distinct on (r."debtorId", r.kind) ${businessId}::uuid, r.id, r."debtorId", r.kind, r."sourceId", r."placedBy", r."placedAt"
    from jsonb_to_recordset(${rows(holds)}::text::jsonb) as r(id uuid, "debtorId" uuid, kind text, "sourceId" uuid, "placedBy" text,
      "placedAt" timestamptz)
    order by r."debtorId", r.kind, r.id
    on conflict (business_id, debtor_id, kind) where lifted_at is null and debt_id is null do update
      set until = null, source_id = case when hold.until is null then hold.source_id else excluded.source_id end,
        placed_by = case when hold.until is null then hold.placed_by else excluded.placed_by end,
        placed_at = case when hold.until is null or hold.until > excluded.placed_at then hold.placed_at else excluded.placed_at end,
        said_again_at = case when hold.kind = 'opt_out' then excluded.placed_at end
      where hold.until is not null or hold.kind = 'opt_out'`;
}

/** These numbers are somebody else's: nothing is ever started to them again. */
export async function suppressContacts(
  tx: Tx,
  businessId: string,
  contactIds: readonly string[],
  at: DateTime,
): Promise<void> {
  if (contactIds.length === 0) return;
  await tx`
    update contact set suppressed_at = coalesce(suppressed_at, ${at})
    where business_id = ${businessId} and id = any(${[...contactIds]}::uuid[])`;
}

export type NewOutcome = {
  readonly conversationId: string;
  readonly revision: number;
  readonly outcome: Outcome;
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

export type NewPaymentLink = OfDebtor & {
  readonly purpose: "balance" | "instalment";
  readonly tokenHash: Buffer;
  readonly tokenSealed: Buffer;
  readonly expiresAt: DateTime;
};

/** Stable links; only the hash of a token can be looked up, and only by whoever has the token. */
export async function insertPaymentLinks(tx: Tx, businessId: string, links: readonly NewPaymentLink[]): Promise<void> {
  if (links.length === 0) return;
  const made = links.map(({ tokenHash, tokenSealed, ...link }) => ({
    ...link,
    tokenHash: tokenHash.toString("hex"),
    tokenSealed: tokenSealed.toString("hex"),
  }));
  await tx`
    with made as (
      insert into payment_link (business_id, id, debtor_id, conversation_id, purpose, token_hash, token_sealed, expires_at)
      select ${businessId}, r.id, r."debtorId", r."conversationId", r.purpose, decode(r."tokenHash", 'hex'), decode(r."tokenSealed", 'hex'),
        r."expiresAt"
      from jsonb_to_recordset(${rows(made)}::text::jsonb) as r(id uuid, "debtorId" uuid, "conversationId" uuid, purpose text,
        "tokenHash" text, "tokenSealed" text, "expiresAt" timestamptz)
      returning id, token_hash
    )
    select route_payment_links(array_agg(token_hash), array_agg(id)) from made`;
}
