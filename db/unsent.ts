import type { DateTime } from "luxon";
import type { Outcome } from "../src/domain/outcome.ts";
import type { Tx } from "./client.ts";
import { lastFirst } from "./decisions.ts";
import { rows } from "./rows.ts";

/** Of these sends that we start, those whose conversation has moved on since they were written: nobody waits for them. */
export async function overtaken(tx: Tx, businessId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx<{ id: string }[]>`
    select o.id from outbox o
    where o.business_id = ${businessId} and o.id = any(${ids}::uuid[]) and exists (
      select from conversation_event e
      where e.business_id = o.business_id and e.conversation_id = o.conversation_id and e.revision > o.revision)`;
  return new Set(found.map(({ id }) => id));
}

/**
 * What waits for this person because of one of those reasons, which the last decision about it gave. The caller holds the person's
 * conversations (`lockPerson`). What a process has claimed in this moment is passed over, and not waited for with them held: it is due,
 * and decided on in any case.
 */
export async function waitingBecause(
  tx: Tx,
  businessId: string,
  { debtorId, reasons }: { debtorId: string; reasons: readonly string[] },
): Promise<string[]> {
  const waiting = await tx<{ id: string }[]>`
    select o.id from conversation c
    join outbox o on o.business_id = c.business_id and o.conversation_id = c.id and o.state = 'queued'
    where c.business_id = ${businessId} and c.debtor_id = ${debtorId} and (
      select s.reason from send_decision s where s.business_id = o.business_id and s.outbox_id = o.id order by ${lastFirst(tx)} limit 1
    ) = any(${[...reasons]}::text[])
    order by o.id for no key update of o skip locked`;
  return waiting.map(({ id }) => id);
}

/** Business time at which this one may leave; null once it waits no longer, undefined where there is none. */
export async function leavesAt(tx: Tx, businessId: string, id: string): Promise<DateTime | null | undefined> {
  const [found] = await tx<{ sendAt: DateTime | null }[]>`
    select case when state = 'queued' then send_at end as send_at from outbox where business_id = ${businessId} and id = ${id}`;
  return found?.sendAt;
}

/** How many messages wait for a moment in that stretch of time, first and last included: counted up to `most`, and no further. */
export async function waitingBetween(
  tx: Tx,
  businessId: string,
  { start, end, most }: { start: DateTime; end: DateTime; most: number },
): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select count(*)::int as count from (
      select from outbox
      where business_id = ${businessId} and state = 'queued' and send_at >= ${start} and send_at <= ${end} limit ${most}) o`;
  return found?.count ?? 0;
}

/** What the move behind each of these sends asked for besides, where its conversation still waits as it said. */
export async function effectsBehind(
  tx: Tx,
  businessId: string,
  ids: readonly string[],
): Promise<{ id: string; conversationId: string; effects: { type: string; params: unknown }[] }[]> {
  return tx`
    select o.id, o.conversation_id, e.effects from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id and c.revision = o.revision
      and c.alarm_at is not null
    join conversation_event e on e.business_id = o.business_id and e.conversation_id = o.conversation_id
      and e.revision = o.revision
    where o.business_id = ${businessId} and o.id = any(${ids}::uuid[])
    order by o.id, e.position`;
}

export async function moveAlarms(
  tx: Tx,
  businessId: string,
  moved: readonly { conversationId: string; alarmAt: DateTime }[],
): Promise<void> {
  await tx`
    update conversation c set alarm_at = r."alarmAt"
    from jsonb_to_recordset(${rows(moved)}::text::jsonb) as r("conversationId" uuid, "alarmAt" timestamptz)
    where c.business_id = ${businessId} and c.id = r."conversationId"`;
}

/**
 * Ends the bot's conversations whose message may never be sent: nothing more would come of them. Returns those that had
 * no outcome yet.
 */
export async function closeUnsaid(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
  { outcome, at }: { outcome: Outcome; at: DateTime },
): Promise<{ conversationId: string; revision: number }[]> {
  const ended = await tx<{ id: string; revision: number; hadOutcome: boolean }[]>`
    update conversation c set closed_at = ${at}, alarm_at = null, revision = c.revision + 1, outcome = coalesce(c.outcome, ${outcome})
    from (select id, outcome is not null as had_outcome from conversation
      where business_id = ${businessId} and id = any(${conversationIds}::uuid[]) and closed_at is null and owner = 'bot'
      order by id for no key update) b
    where c.business_id = ${businessId} and c.id = b.id
    returning c.id, c.revision, b.had_outcome`;
  return ended.filter(({ hadOutcome }) => !hadOutcome).map(({ id, revision }) => ({ conversationId: id, revision }));
}

/**
 * Ends what the bot still had to say in these conversations, in each from before that revision. Waits for what a process has claimed,
 * and passes nothing over: an answer that is only put off for its rate would stay, and leave after the stop. Where that process waits
 * for these conversations in turn, Postgres ends one of the two after its second, and either does its work again.
 */
export async function supersedeWaiting(
  tx: Tx,
  businessId: string,
  silenced: readonly { conversationId: string; revision: number }[],
): Promise<void> {
  if (silenced.length === 0) return;
  await tx`
    update outbox o set state = 'superseded'
    from jsonb_to_recordset(${rows(silenced)}::text::jsonb) as r("conversationId" uuid, revision integer)
    where o.business_id = ${businessId} and o.conversation_id = r."conversationId" and o.state = 'queued' and o.author = 'bot'
      and o.revision < r.revision`;
}

/** What is on its way at this moment: shown to the agent who takes the conversation over. */
export async function inFlight(
  tx: Tx,
  businessId: string,
  conversationId: string,
): Promise<{ id: string; body: string }[]> {
  return tx<{ id: string; body: string }[]>`
    select o.id, m.body from outbox o join message m on m.business_id = o.business_id and m.id = o.id
    where o.business_id = ${businessId} and o.conversation_id = ${conversationId} and o.state in ('sending', 'unknown')
    order by o.id`;
}
