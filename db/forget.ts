import type { DateTime } from "luxon";
import { firstIdAt } from "../src/ids.ts";
import type { Sql, Tx } from "./client.ts";

/** At most `limit` rows that are older, oldest first: how many it deletes in one statement. */
export type Older = { readonly before: DateTime; readonly limit: number };

/** By their ids, which begin with the moment at which they were made: so the primary key finds them, and no index is written for each. */
export async function forgetDeliveries(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    delete from channel_delivery where business_id = ${businessId} and id = any(array(
      select id from channel_delivery where business_id = ${businessId} and id < ${firstIdAt(before)} order by id limit ${limit}))`;
  return count;
}

export async function forgetStrays(sql: Sql, { before, limit }: Older): Promise<number> {
  const { count } = await sql`
    delete from stray_delivery where id = any(array(
      select id from stray_delivery where id < ${firstIdAt(before)} order by id limit ${limit}))`;
  return count;
}

/** Parts of webhooks that nobody could read, and that somebody has looked at: those that nobody has stay until then. */
export async function forgetUnknownParts(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    delete from unknown_part where business_id = ${businessId} and id = any(array(
      select id from unknown_part where business_id = ${businessId} and received_at < ${before} and seen_at is not null
      order by received_at limit ${limit}))`;
  return count;
}

/** What simulated phones showed. The oldest were written first, so those past their time stand at the front. */
export async function forgetPhoneMessages(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    delete from simulator_message where business_id = ${businessId} and visible_at < ${before} and sequence = any(array(
      select sequence from simulator_message where business_id = ${businessId} order by sequence limit ${limit}))`;
  return count;
}

export async function forgetFaults(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    delete from simulator_fault where business_id = ${businessId} and recorded_at < ${before} and id = any(array(
      select id from simulator_fault where business_id = ${businessId} order by id limit ${limit}))`;
  return count;
}

export async function forgetPhonePictures(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const { count } = await tx`
    delete from simulator_media where business_id = ${businessId} and token = any(array(
      select token from simulator_media where business_id = ${businessId} and recorded_at < ${before} limit ${limit}))`;
  return count;
}
