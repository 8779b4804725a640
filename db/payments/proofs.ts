import type { DateTime } from "luxon";
import type { Currency } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";

export type ProofState = "to_verify" | "settled" | "refused";

/** A claim of payment without its picture's bytes. */
export type ProofRow = {
  readonly id: string;
  readonly debtorId: string;
  readonly conversationId: string;
  readonly state: ProofState;
  readonly sha256: string | null;
  readonly reference: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: Currency | null;
  readonly paidOn: IsoDate | null;
};

const columns = (tx: Tx) =>
  tx`p.id, p.debtor_id, p.conversation_id, p.state, p.sha256, p.reference, p.amount_minor, p.currency, p.paid_on`;

export async function readProof(tx: Tx, businessId: string, id: string): Promise<ProofRow | undefined> {
  const [found] = await tx<
    ProofRow[]
  >`select ${columns(tx)} from payment_proof p where p.business_id = ${businessId} and p.id = ${id}`;
  return found;
}

/** Of two people who decide at once, the second sees what the first decided. Comes after the conversation's lock. */
export async function lockProof(tx: Tx, businessId: string, id: string): Promise<ProofRow | undefined> {
  const [found] = await tx<ProofRow[]>`
    select ${columns(tx)} from payment_proof p where p.business_id = ${businessId} and p.id = ${id} for no key update`;
  return found;
}

/** Receipts that may show the same money: the same picture, or the same amount. Oldest first. */
export async function proofsLike(
  tx: Tx,
  businessId: string,
  like: { id: string; sha256: string | null; amountMinor: bigint | null; currency: string | null },
): Promise<ProofRow[]> {
  return tx<ProofRow[]>`
    select ${columns(tx)} from payment_proof p
    where p.business_id = ${businessId} and p.id <> ${like.id}
      and (p.sha256 = ${like.sha256} or (p.amount_minor = ${like.amountMinor}::bigint and p.currency = ${like.currency}))
    order by p.claimed_at, p.id`;
}

export type ProofDecision = {
  readonly id: string;
  readonly state: "settled" | "refused";
  readonly by: string;
  readonly at: DateTime;
  readonly refusedBecause: string | null;
  readonly reference: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly paidOn: IsoDate | null;
  readonly sameAsId: string | null;
};

/** What the agent read on the receipt is kept with the decision, to find the same transfer on another picture. */
export async function decideProof(tx: Tx, businessId: string, decision: ProofDecision): Promise<void> {
  const { id, state, by, at, refusedBecause, reference, amountMinor, currency, paidOn, sameAsId } = decision;
  await tx`
    update payment_proof set state = ${state}, decided_by = ${by}, decided_at = ${at}, refused_because = ${refusedBecause},
      reference = coalesce(${reference}, reference), amount_minor = coalesce(${amountMinor}::bigint, amount_minor),
      currency = coalesce(${currency}, currency), paid_on = coalesce(${paidOn}::date, paid_on), same_as_id = coalesce(${sameAsId}::uuid, same_as_id)
    where business_id = ${businessId} and id = ${id}`;
}

/** A proof without its picture, and the message that brought it. */
export type WantedPicture = {
  readonly proofId: string;
  readonly conversationId: string;
  readonly messageId: string;
};

export async function findWantedPictures(
  tx: Tx,
  businessId: string,
  { limit }: { limit: number },
): Promise<WantedPicture[]> {
  return tx<WantedPicture[]>`${wanted(tx, businessId)} and p.state = 'to_verify' order by p.claimed_at limit ${limit}`;
}

export async function readWantedPicture(
  tx: Tx,
  businessId: string,
  proofId: string,
): Promise<WantedPicture | undefined> {
  const [found] = await tx<WantedPicture[]>`${wanted(tx, businessId)} and p.id = ${proofId}`;
  return found;
}

const wanted = (tx: Tx, businessId: string) => tx`
  select p.id as proof_id, m.conversation_id, m.id as message_id from payment_proof p
  join message m on m.business_id = p.business_id and m.id = p.message_id
  where p.business_id = ${businessId} and p.mime is null`;

export type Picture = {
  readonly proofId: string;
  readonly mime: string;
  readonly sha256: string | null;
  readonly bytes: Uint8Array | null;
};

/** Kept once; `mime` without bytes says that there is a picture and that it cannot be had. Returns whether it is new. */
export async function keepPicture(
  tx: Tx,
  businessId: string,
  { proofId, mime, sha256, bytes }: Picture,
): Promise<boolean> {
  const kept = await tx`
    update payment_proof set mime = ${mime}, sha256 = ${sha256}, bytes = ${bytes === null ? null : Buffer.from(bytes)},
      same_as_id = coalesce(same_as_id, (select o.id from payment_proof o
        where o.business_id = ${businessId} and o.sha256 = ${sha256} and o.id <> ${proofId} order by o.claimed_at, o.id limit 1))
    where business_id = ${businessId} and id = ${proofId} and mime is null`;
  return kept.count > 0;
}

/** Whether the debtor says that they paid and nobody has looked yet. */
export async function isBeingVerified(tx: Tx, businessId: string, debtorId: string): Promise<boolean> {
  const found = await tx`
    select from payment_proof where business_id = ${businessId} and debtor_id = ${debtorId} and state = 'to_verify' limit 1`;
  return found.length > 0;
}
