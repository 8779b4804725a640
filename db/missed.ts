import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/** Of the messages that were not understood some: said from one moment until before another, in one language, to one question. */
export type MissedFilter = {
  readonly from: DateTime | undefined;
  readonly until: DateTime | undefined;
  readonly language: string | undefined;
  readonly expects: string | undefined;
};

/** A piece of SQL: another row's words, where a group is looked into for each. */
type Piece = ReturnType<Tx>;

/**
 * As a sub-select: what was asked back about or not understood at all; and what was understood, and by an agent's word wrongly.
 * The two never meet: a correction has words only where the reading has none. `only`: those that say this.
 */
export function missed(tx: Tx, businessId: string, filter: MissedFilter, only?: string | Piece) {
  const some = within(tx, filter);
  return tx`(
    select r.message_id, r.words, r.intent, r.language, r.expects, r.at from message_reading r
    where r.business_id = ${businessId} and r.words is not null ${only === undefined ? tx`` : tx`and r.words = ${only}`} ${some}
    union all
    select r.message_id, k.words, r.intent, r.language, r.expects, r.at
    from (select distinct on (message_id) message_id, words, intent from reading_correction
      where business_id = ${businessId} and words is not null ${only === undefined ? tx`` : tx`and words = ${only}`}
      order by message_id, id desc) k
    join message_reading r on r.business_id = ${businessId} and r.message_id = k.message_id
    where k.intent is not null ${some})`;
}

/** More conditions on a reading `r`. */
export function within(tx: Tx, { from, until, language, expects }: MissedFilter) {
  return tx`
    ${from ? tx`and r.at >= ${from}` : tx``} ${until ? tx`and r.at < ${until}` : tx``}
    ${language ? tx`and r.language = ${language}` : tx``} ${expects ? tx`and r.expects = ${expects}` : tx``}`;
}

/** As a sub-select: what each corrected message was last said to mean; null where that was taken back. */
export function standingCorrections(tx: Tx, businessId: string) {
  return tx`(select distinct on (message_id) message_id, id, intent, words, at from reading_correction
    where business_id = ${businessId} order by message_id, id desc)`;
}
