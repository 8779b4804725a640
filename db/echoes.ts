import type { DateTime } from "luxon";
import { present } from "../src/domain/assert.ts";
import { isThirdParty, type ListedAs } from "../src/domain/contact-law/role-of.ts";
import { BURST_MS, countBursts } from "../src/domain/contact-law/trigger.ts";
import { ON_PHONE } from "../src/domain/on-phone.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** What somebody of the business wrote on the linked phone itself. */
export type EchoToKeep = {
  readonly id: string;
  readonly channelId: string;
  /** Every key under which the person it was written to may stand. */
  readonly keys: readonly string[];
  readonly lid: string | null;
  readonly providerId: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly cardNumberDropped: boolean;
  readonly sentAt: DateTime;
};

/**
 * Puts it into the conversation that is open with that person on that number, once, for whoever answers next. Gives the
 * conversation, or nothing: there is none, or what was written is older than it, or it stands there already. A conversation is as old
 * as the first word in it, which may have come to us long after it was written.
 */
export async function keepEcho(tx: Tx, businessId: string, echo: EchoToKeep): Promise<string | undefined> {
  const [kept] = await tx<{ conversationId: string }[]>`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, detail, provider_id, sent_at,
      status_rank, card_number_dropped)
    select ${businessId}, ${echo.id}, c.id, ${echo.channelId}, 'out', ${ON_PHONE}, ${echo.kind}, ${echo.body},
      ${document(echo.detail)}::text::jsonb, ${echo.providerId}, ${echo.sentAt}, 1, ${echo.cardNumberDropped}
    from contact k
    join conversation c on c.business_id = k.business_id and c.contact_id = k.id and c.channel_id = ${echo.channelId} and c.closed_at is null
    where k.business_id = ${businessId} and ${goesBy(tx, echo)}
      -- WhatsApp tells whole seconds.
      and ${echo.sentAt}::timestamptz >= date_trunc('second', least(c.opened_at,
        (select min(m.sent_at) from message m where m.business_id = c.business_id and m.conversation_id = c.id)))
    order by k.id limit 1
    on conflict (business_id, channel_id, provider_id) do nothing
    returning conversation_id`;
  return kept?.conversationId;
}

/** A conversation as what is written in it counts before the law: as it stood at that moment, whatever came since. */
export type Standing = {
  readonly debtorId: string | null;
  readonly lastInboundAt: DateTime | null;
  readonly saidSinceInbound: number;
  /** It goes on with what was said last: one burst, as a person writes. */
  readonly goesOn: boolean;
  /** They have written since. */
  readonly isAnswered: boolean;
};

/**
 * Locked. Their newest message counts also while no turn has taken it. What was written while nobody listened may be told after what
 * came later: then the counts of the conversation's row are of that, and its messages tell how it stood.
 */
export async function standingAt(
  tx: Tx,
  businessId: string,
  { conversationId, messageId, at }: { conversationId: string; messageId: string; at: DateTime },
): Promise<Standing> {
  const [found] = await tx<(Standing & { isLate: boolean })[]>`
    select c.debtor_id, c.said_since_inbound,
      greatest(case when c.last_inbound_at <= ${at} then c.last_inbound_at end, (select max(m.sent_at) from message m
        where m.business_id = c.business_id and m.conversation_id = c.id and m.direction = 'in' and m.sent_at <= ${at})) as last_inbound_at,
      c.said_since_inbound > 0 and c.last_said_at is not null and c.last_said_at >= ${at}::timestamptz - ${BURST_MS} * interval '1 millisecond'
        as goes_on,
      coalesce(c.last_inbound_at > ${at}, false) or exists (select from message m
        where m.business_id = c.business_id and m.conversation_id = c.id and m.direction = 'in' and m.sent_at > ${at}) as is_answered,
      coalesce(c.last_said_at > ${at}, false) as is_late
    from conversation c where c.business_id = ${businessId} and c.id = ${conversationId} for no key update`;
  const { isLate, ...standing } = present(found, "the conversation that it stands in");
  if (!isLate && !standing.isAnswered) return standing;
  const told = { conversationId, messageId, at, after: standing.lastInboundAt };
  return { ...standing, ...(await saidAround(tx, businessId, told)) };
}

/** What we said between their last words before that moment and their first after it, but for what is being judged. */
async function saidAround(
  tx: Tx,
  businessId: string,
  {
    conversationId,
    messageId,
    at,
    after,
  }: { conversationId: string; messageId: string; at: DateTime; after: DateTime | null },
): Promise<Pick<Standing, "saidSinceInbound" | "goesOn">> {
  const said = await tx<{ sentAt: DateTime }[]>`
    select m.sent_at from message m
    where m.business_id = ${businessId} and m.conversation_id = ${conversationId} and m.direction = 'out' and m.id <> ${messageId}
      and (${after}::timestamptz is null or m.sent_at >= ${after})
      and not exists (select from message e where e.business_id = m.business_id and e.conversation_id = m.conversation_id
        and e.direction = 'in' and e.sent_at > ${at} and e.sent_at <= m.sent_at)`;
  const moments = said.map(({ sentAt }) => sentAt);
  return {
    saidSinceInbound: countBursts(moments.filter((moment) => moment <= at)),
    goesOn: moments.some((moment) => Math.abs(moment.toMillis() - at.toMillis()) <= BURST_MS),
  };
}

/** We spoke: what follows is judged by it. What they have answered since is no part of what follows their answer. */
export async function noteEchoed(
  tx: Tx,
  businessId: string,
  {
    conversationId,
    at,
    before,
  }: { conversationId: string; at: DateTime; before: Pick<Standing, "goesOn" | "isAnswered"> },
): Promise<void> {
  const raised = before.goesOn || before.isAnswered ? 0 : 1;
  await tx`
    update conversation set last_said_at = greatest(last_said_at, ${at}), said_since_inbound = said_since_inbound + ${raised}
    where business_id = ${businessId} and id = ${conversationId}`;
}

/** The debtor with whom somebody of those names stands; nobody for a stranger, and for a third party. */
export async function debtorNamed(
  tx: Tx,
  businessId: string,
  { keys, lid }: { keys: readonly string[]; lid: string | null },
): Promise<{ debtorId: string; contactId: string } | undefined> {
  const [found] = await tx<({ debtorId: string; contactId: string } & ListedAs)[]>`
    select k.id as contact_id, k.debtor_id, k.role as contact_role, k.name as contact_name, d.kind as debtor_kind, d.name as debtor_name
    from contact k join debtor d on d.business_id = k.business_id and d.id = k.debtor_id
    where k.business_id = ${businessId} and ${goesBy(tx, { keys, lid })}
    order by k.id limit 1`;
  return found === undefined || isThirdParty(found)
    ? undefined
    : { debtorId: found.debtorId, contactId: found.contactId };
}

/** Of a contact k: who goes by any of these names, and is not known by another hidden id. That is another account's, whose number it was. */
const goesBy = (tx: Tx, { keys, lid }: { keys: readonly string[]; lid: string | null }) => tx`
  (k.wa_key = any(${[...keys]}::text[]) or k.lid = ${lid}) and (${lid}::text is null or k.lid is null or k.lid = ${lid})`;
