import type { DateTime } from "luxon";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Tx } from "../client.ts";
import { folded, type SearchTerm } from "./search.ts";

export type InboxFilter =
  | { readonly view: "waiting" | "bot" | "closed" | "all" }
  | { readonly view: "mine"; readonly userId: string };

export type ConversationRow = {
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly debtorReference: string | null;
  readonly language: "es" | "pt-BR" | "en";
  readonly owner: "bot" | "agent" | "nobody";
  readonly ownerUserId: string | null;
  readonly state: string;
  readonly handedOverBecause: string | null;
  readonly handedOverAt: DateTime | null;
  readonly lastInboundAt: DateTime | null;
  readonly openedAt: DateTime;
  readonly closedAt: DateTime | null;
  readonly outcome: Outcome | null;
  readonly previewDirection: "in" | "out" | null;
  readonly previewAuthor: string | null;
  readonly previewBody: string | null;
  readonly previewAt: DateTime | null;
  /** Place of the reason for the hand-over in the order of gravity; one past the last when there is none. */
  readonly gravity: number;
};

/** Where a page ended: gravity and moment count where people wait, the id everywhere. */
export type InboxPlace = { readonly gravity: number; readonly handedOverAt: DateTime | null; readonly id: string };

export type InboxPage = {
  readonly filter: InboxFilter;
  readonly outcome: Outcome | undefined;
  readonly search: SearchTerm | undefined;
  readonly after: InboxPlace | undefined;
  readonly limit: number;
  /** Why people are handed over, the gravest first. */
  readonly reasons: readonly string[];
};

/** Waiting: gravest first, then whoever waits longest. Elsewhere: the newest conversation first. */
export async function inboxPage(
  tx: Tx,
  businessId: string,
  { filter, outcome, search, after, limit, reasons }: InboxPage,
): Promise<ConversationRow[]> {
  const isQueue = filter.view === "waiting";
  return tx<ConversationRow[]>`
    ${conversationColumns(tx, reasons)}
    where c.business_id = ${businessId} and ${inView(tx, filter)}
      ${outcome ? tx`and c.outcome = ${outcome}` : tx``}
      ${search ? tx`and ${matches(tx, search)}` : tx``}
      ${after ? (isQueue ? afterInQueue(tx, after, reasons) : tx`and c.id < ${after.id}`) : tx``}
    order by ${isQueue ? tx`gravity, c.handed_over_at nulls last, c.id` : tx`c.id desc`}
    limit ${limit}`;
}

export async function conversationRow(tx: Tx, businessId: string, id: string): Promise<ConversationRow | undefined> {
  const [row] = await tx<
    ConversationRow[]
  >`${conversationColumns(tx)} where c.business_id = ${businessId} and c.id = ${id}`;
  return row;
}

export async function conversationsOfDebtor(
  tx: Tx,
  businessId: string,
  debtorId: string,
  limit: number,
): Promise<ConversationRow[]> {
  return tx<ConversationRow[]>`
    ${conversationColumns(tx)} where c.business_id = ${businessId} and c.debtor_id = ${debtorId} order by c.id desc limit ${limit}`;
}

/** How many each view holds, counted no further than `upTo + 1`. */
export async function inboxCounts(
  tx: Tx,
  businessId: string,
  userId: string,
  upTo: number,
): Promise<Record<InboxFilter["view"], number>> {
  const count = (filter: InboxFilter) =>
    tx`(select count(*)::int from (select from conversation c where c.business_id = ${businessId} and ${inView(tx, filter)} limit ${upTo + 1}) counted)`;
  const [counts] = await tx<Record<InboxFilter["view"], number>[]>`
    select ${count({ view: "waiting" })} as waiting, ${count({ view: "mine", userId })} as mine, ${count({ view: "bot" })} as bot,
      ${count({ view: "closed" })} as closed, ${count({ view: "all" })} as all`;
  return counts ?? { waiting: 0, mine: 0, bot: 0, closed: 0, all: 0 };
}

/** How many conversations of a view each outcome has, of those that it has any of, in the order of `outcomes`. Counted as the views are. */
export async function inboxOutcomes(
  tx: Tx,
  businessId: string,
  { filter, outcomes, upTo }: { filter: InboxFilter; outcomes: readonly Outcome[]; upTo: number },
): Promise<{ outcome: Outcome; count: number }[]> {
  return tx<{ outcome: Outcome; count: number }[]>`
    select known.outcome, counted.count
    from unnest(${[...outcomes]}::text[]) with ordinality as known(outcome, place)
    cross join lateral (select count(*)::int from (select from conversation c
      where c.business_id = ${businessId} and c.outcome = known.outcome and ${inView(tx, filter)} limit ${upTo + 1}) those) counted
    where counted.count > 0 order by known.place`;
}

function conversationColumns(tx: Tx, reasons: readonly string[] = []) {
  return tx`
    select c.id, c.contact_id, k.name as contact_name, k.phone, c.debtor_id, d.name as debtor_name, d.reference as debtor_reference,
      c.language, c.owner, c.owner_user_id, c.state, c.handed_over_because, c.handed_over_at, c.last_inbound_at, c.opened_at,
      c.closed_at, c.outcome, m.direction as preview_direction, m.author as preview_author, m.body as preview_body,
      m.sent_at as preview_at, ${gravity(tx, reasons)} as gravity
    from conversation c
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    left join lateral (select direction, author, left(body, 120) as body, sent_at from message n
      where n.business_id = c.business_id and n.conversation_id = c.id order by n.id desc limit 1) m on true`;
}

function inView(tx: Tx, filter: InboxFilter) {
  switch (filter.view) {
    case "waiting":
      return tx`c.closed_at is null and c.owner = 'nobody'`;
    case "mine":
      return tx`c.closed_at is null and c.owner = 'agent' and c.owner_user_id = ${filter.userId}`;
    case "bot":
      return tx`c.closed_at is null and c.owner = 'bot'`;
    case "closed":
      return tx`c.closed_at is not null`;
    case "all":
      return tx`true`;
  }
}

function gravity(tx: Tx, reasons: readonly string[]) {
  return tx`coalesce(array_position(${[...reasons]}::text[], c.handed_over_because), ${reasons.length + 1}::int)`;
}

function afterInQueue(tx: Tx, { gravity: rank, handedOverAt, id }: InboxPlace, reasons: readonly string[]) {
  return tx`and (${gravity(tx, reasons)}, coalesce(c.handed_over_at, 'infinity'), c.id)
    > (${rank}::int, coalesce(${handedOverAt}::timestamptz, 'infinity'), ${id}::uuid)`;
}

function matches(tx: Tx, { text, digits }: SearchTerm) {
  return tx`(strpos(${folded(tx, tx`coalesce(d.name, '')`)}, ${text}) > 0 or strpos(${folded(tx, tx`coalesce(k.name, '')`)}, ${text}) > 0
    or strpos(lower(coalesce(d.reference, '')), ${text}) = 1 ${digits === "" ? tx`` : tx`or strpos(coalesce(k.phone, k.wa_id, ''), ${digits}) > 0`})`;
}
