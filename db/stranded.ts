import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/** What we wanted to begin with somebody by a number that is lost, and that may begin by another. */
export type Stranded = {
  readonly outboxIds: readonly string[];
  readonly conversationId: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string;
  readonly language: "es" | "pt-BR" | "en";
};

export type AskedStranded = {
  /** Moments before which a number was stopped, or its link ended, that counts as lost: by business time and by the real one. */
  readonly lostBefore: DateTime;
  readonly lostBeforeReal: DateTime;
  /** Kinds of message that an opening says as well. */
  readonly kinds: readonly string[];
  readonly limit: number;
  /** Those behind this send; undefined: from the first on. */
  readonly after: string | undefined;
};

/**
 * Conversations of the bot's by lost numbers in which nothing else waits than what we start, with people who authorised other numbers,
 * by the newest word on that. Sends and then conversations are locked, in the order of `dispatch.ts`, and with the sends the people, whom
 * `insertConversations` then need not wait for: who joins two contacts has them, and waits for their conversations. What somebody has is
 * passed over.
 */
export async function lockStranded(
  tx: Tx,
  businessId: string,
  { lostBefore, lostBeforeReal, kinds, limit, after }: AskedStranded,
): Promise<{ stranded: Stranded[]; last: string | undefined }> {
  const waiting = await tx<{ id: string; conversationId: string }[]>`
    with lost as materialized (
      select h.id from channel h
      left join number_decision d on d.business_id = h.business_id and d.id = h.health_decision_id
      left join channel_link l on l.business_id = h.business_id and l.channel_id = h.id
      where h.business_id = ${businessId} and (h.retired_at is not null
        or (h.blocked_because is not null and d.verdict = 'stopped' and d.at <= ${lostBefore})
        or (l.state->>'state' = 'ended' and l.since <= ${lostBeforeReal}))
    )
    select o.id, o.conversation_id from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where o.business_id = ${businessId} and o.state = 'queued' and o.trigger = 'proactive' and o.author = 'bot'
      and (${after ?? null}::uuid is null or o.id > ${after ?? null}::uuid)
      and o.kind = any(${[...kinds]}::text[]) and c.channel_id in (select id from lost) and c.closed_at is null and c.owner = 'bot'
      and k.suppressed_at is null and k.phone is not null
      and (select p.granted and p.other_numbers from contact_permission p where p.business_id = k.business_id and p.contact_id = k.id
        order by p.recorded_at desc, p.id desc limit 1)
      and not exists (select from outbox e where e.business_id = o.business_id and e.conversation_id = o.conversation_id
        and e.state in ('queued', 'sending', 'unknown') and not (e.state = 'queued' and e.trigger = 'proactive' and e.author = 'bot'))
      and not exists (select from message m where m.business_id = c.business_id and m.conversation_id = c.id
        and m.direction = 'in' and m.turn is null)
      and not exists (select from conversation e where e.business_id = c.business_id and e.debtor_id = c.debtor_id and e.id <> c.id
        and e.closed_at is null)
    order by o.id limit ${limit} for no key update of o, k skip locked for key share of d skip locked`;
  if (waiting.length === 0) return { stranded: [], last: undefined };
  const ofConversation = Map.groupBy(waiting, ({ conversationId }) => conversationId);
  const free = await tx<Omit<Stranded, "outboxIds">[]>`
    select id as conversation_id, channel_id, contact_id, debtor_id, language from conversation
    where business_id = ${businessId} and id = any(${[...ofConversation.keys()]}::uuid[]) and closed_at is null and owner = 'bot'
    order by id for no key update skip locked`;
  const stranded = free.map((one) => ({
    ...one,
    outboxIds: (ofConversation.get(one.conversationId) ?? []).map(({ id }) => id),
  }));
  return { stranded, last: waiting.at(-1)?.id };
}

/** Which conversation goes on from which. */
export async function noteContinued(
  tx: Tx,
  businessId: string,
  { conversationId, continues }: { conversationId: string; continues: string },
): Promise<void> {
  await tx`update conversation set continues = ${continues} where business_id = ${businessId} and id = ${conversationId}`;
}
