import type { BlockSource } from "../src/domain/outreach/block-source.ts";
import type { Tx } from "./client.ts";

/**
 * Why nothing leaves by a number, each reason under who says it: the only place that writes `channel.blocks`. Each source sets and lifts
 * its own, so nobody's good news ends what another one said. Readers have `blocked_because`, which the database makes of them all.
 * True when this source says something else than before.
 */
export async function blockNumber(
  tx: Tx,
  businessId: string,
  { channelId, source, because }: { channelId: string; source: BlockSource; because: string },
): Promise<boolean> {
  const { count } = await tx`
    update channel set blocks = blocks || jsonb_build_object(${source}::text, ${because}::text)
    where business_id = ${businessId} and id = ${channelId} and blocks ->> ${source} is distinct from ${because}
      -- A restriction stands until it is lifted: further words of it are no news.
      and not (${source} = 'restriction' and blocks ? 'restriction')`;
  return count === 1;
}

/** What these said holds no more, of one number or of all. Gives what they had said. */
export async function liftBlocks(
  tx: Tx,
  businessId: string,
  { channelId, sources }: { channelId: string | "all"; sources: readonly BlockSource[] },
): Promise<string[]> {
  const lifted = await tx<{ because: string }[]>`
    with blocked as (
      select id, blocks from channel
      where business_id = ${businessId} and ${channelId === "all" ? tx`true` : tx`id = ${channelId}`}
        and blocks ?| ${[...sources]}::text[]
      order by id for no key update
    ), freed as (
      update channel c set blocks = c.blocks - ${[...sources]}::text[] from blocked b where c.business_id = ${businessId} and c.id = b.id
    )
    select r.value as because from blocked b, jsonb_each_text(b.blocks) r where r.key = any(${[...sources]}::text[])`;
  return lifted.map(({ because }) => because);
}
