import type { DateTime } from "luxon";
import type { Expectation, Intent, SpokenLanguage } from "../../src/domain/understanding/reading.ts";
import type { Tx } from "../client.ts";
import { type MissedFilter, missed, standingCorrections, within } from "../missed.ts";

export type MissedPlace = { readonly count: number; readonly words: string };

export type MissedPage = {
  readonly filter: MissedFilter;
  readonly after: MissedPlace | undefined;
  readonly limit: number;
};

export type MissedRow = MissedPlace & {
  readonly latest: DateTime;
  readonly languages: readonly SpokenLanguage[];
  readonly states: readonly Expectation[];
  readonly readAs: readonly Intent[];
};

/**
 * What was not understood, alike texts together: the most frequent first, and of as many the first by its words. All are counted
 * through their index alone (100,000 among 300,000 messages: 75 ms), and looked into are those that are shown.
 */
export async function missedGroups(
  tx: Tx,
  businessId: string,
  { filter, after, limit }: MissedPage,
): Promise<MissedRow[]> {
  return tx<MissedRow[]>`
    with shown as materialized (
      select words, count(*)::int as count, max(at) as latest from ${missed(tx, businessId, filter)} m
      group by words
      ${after ? tx`having count(*) < ${after.count} or (count(*) = ${after.count} and words collate "C" > ${after.words})` : tx``}
      order by count(*) desc, words collate "C" limit ${limit}
    )
    select s.words, s.count, s.latest, told.languages, told.states, told.read_as
    from shown s
    cross join lateral (select array_agg(distinct language) as languages, array_agg(distinct expects) as states,
      array_agg(distinct intent) as read_as from ${missed(tx, businessId, filter, tx`s.words`)} m) told
    order by s.count desc, s.words collate "C"`;
}

export type MissedExample = {
  readonly words: string;
  readonly conversationId: string;
  readonly body: string;
  readonly at: DateTime;
};

/** The newest two messages of each of these groups, newest first. */
export async function missedExamples(
  tx: Tx,
  businessId: string,
  { filter, words }: { filter: MissedFilter; words: readonly string[] },
): Promise<MissedExample[]> {
  return tx<MissedExample[]>`
    select g.words, m.conversation_id, m.body, e.at
    from unnest(${[...words]}::text[]) as g(words)
    cross join lateral (select message_id, at from ${missed(tx, businessId, filter, tx`g.words`)} e order by at desc, message_id desc limit 2) e
    join message m on m.business_id = ${businessId} and m.id = e.message_id
    order by e.at desc, e.message_id desc`;
}

export type MissedCorrection = { readonly words: string; readonly intent: Intent; readonly count: number };

/**
 * What agents say that the messages of these groups mean: the most frequent first. Read from the corrections, which are few, and
 * first: joined to what was not understood, 20,000 of them once took a plan of a minute and a half.
 */
export async function missedCorrections(
  tx: Tx,
  businessId: string,
  { filter, words }: { filter: MissedFilter; words: readonly string[] },
): Promise<MissedCorrection[]> {
  return tx<MissedCorrection[]>`
    with standing as materialized ${standingCorrections(tx, businessId)}
    select coalesce(r.words, k.words) as words, k.intent, count(*)::int as count
    from standing k
    join message_reading r on r.business_id = ${businessId} and r.message_id = k.message_id
    where k.intent is not null and coalesce(r.words, k.words) = any(${[...words]}::text[]) ${within(tx, filter)}
    group by 1, 2 order by count(*) desc, k.intent`;
}
