import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

/** A payment link as its page needs it, with the one checkout that may be open on it. */
export type LinkRow = {
  readonly id: string;
  readonly debtorId: string;
  readonly conversationId: string;
  readonly purpose: "balance" | "instalment";
  readonly expiresAt: DateTime;
  readonly attempt: number;
  readonly provider: string | null;
  /** Null while nobody knows whether the provider opened the attempt, and once it is over. */
  readonly checkoutReference: string | null;
  readonly checkoutUrl: string | null;
  /** Null when no attempt is open. */
  readonly checkoutAmountMinor: bigint | null;
  readonly checkoutExpiresAt: DateTime | null;
  readonly language: "es" | "pt-BR" | "en";
  readonly zone: string | null;
};

const columns = (tx: Tx) => tx`
  l.id, l.debtor_id, l.conversation_id, l.purpose, l.expires_at, l.attempt, l.provider, l.checkout_reference, l.checkout_url,
  l.checkout_amount_minor, l.checkout_expires_at, c.language, d.zone`;

export async function readLink(tx: Tx, businessId: string, id: string): Promise<LinkRow | undefined> {
  const [link] = await tx<LinkRow[]>`
    select ${columns(tx)} from payment_link l
    join conversation c on c.business_id = l.business_id and c.id = l.conversation_id
    join debtor d on d.business_id = l.business_id and d.id = l.debtor_id
    where l.business_id = ${businessId} and l.id = ${id}`;
  return link;
}

/** Two clicks on one link decide one after the other which attempt they are. */
export async function lockLink(tx: Tx, businessId: string, id: string): Promise<LinkRow | undefined> {
  await tx`select from payment_link where business_id = ${businessId} and id = ${id} for no key update`;
  return readLink(tx, businessId, id);
}

export type NewAttempt = {
  readonly id: string;
  readonly attempt: number;
  readonly provider: string;
  readonly amountMinor: bigint;
  readonly expiresAt: DateTime;
};

/** Commits what the provider will be asked before it is asked: after a kill the same attempt is asked again, and is the same page. */
export async function beginAttempt(
  tx: Tx,
  businessId: string,
  { id, attempt, provider, amountMinor, expiresAt }: NewAttempt,
): Promise<void> {
  await tx`
    update payment_link set attempt = ${attempt}, provider = ${provider}, checkout_amount_minor = ${amountMinor},
      checkout_expires_at = ${expiresAt}, checkout_reference = null, checkout_url = null
    where business_id = ${businessId} and id = ${id}`;
}

/** What the provider answered. Nothing is kept when a later attempt has taken over or this one has ended meanwhile. */
export async function keepCheckout(
  tx: Tx,
  businessId: string,
  { id, attempt, reference, url }: { id: string; attempt: number; reference: string; url: string },
): Promise<void> {
  await tx`
    update payment_link set checkout_reference = ${reference}, checkout_url = ${url}
    where business_id = ${businessId} and id = ${id} and attempt = ${attempt} and checkout_amount_minor is not null`;
}

/** That attempt is over: paid, closed, run out, or refused. Its number is never used again. */
export async function endAttempt(
  tx: Tx,
  businessId: string,
  { id, attempt }: { id: string; attempt: number },
): Promise<void> {
  await tx`
    update payment_link set checkout_reference = null, checkout_url = null, checkout_amount_minor = null, checkout_expires_at = null
    where business_id = ${businessId} and id = ${id} and attempt = ${attempt}`;
}
