import { type KnownOnRow, type StoredChannel, usableChannels } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { isLinked } from "../../domain/channel-kind.ts";
import { chooseNumber } from "../../domain/outreach/choose-number.ts";
import type { Deps } from "../deps.ts";

export type Chosen = {
  readonly channel: StoredChannel;
  /** The person has written to that number before. */
  readonly hasWritten: boolean;
};

/**
 * By which number we would write first to somebody, given the numbers that they know; undefined where the business has none that can
 * be used now. What a number may do its driver says: one without a driver here is taken as its kind does.
 */
export async function makeChooseNumber(
  tx: Tx,
  businessId: string,
  channels: Deps["channels"],
): Promise<(known: readonly KnownOnRow[]) => Chosen | undefined> {
  const usable = (await usableChannels(tx, businessId)).map((channel) => ({
    ...channel,
    isWarmOnly: isWarmOnly(channel, channels),
  }));
  return (rows) => {
    const known = rows.map(({ lastAt, ...row }) => ({ ...row, lastMs: lastAt.toMillis() }));
    const channel = chooseNumber(usable, known);
    if (!channel) return undefined;
    return { channel, hasWritten: known.some((one) => one.channelId === channel.id && one.hasWritten) };
  };
}

/** Cold messages are what loses a linked number. */
export function isWarmOnly({ id, kind }: Pick<StoredChannel, "id" | "kind">, channels: Deps["channels"]): boolean {
  const initiate = channels.get(id)?.can.initiate;
  return initiate === undefined ? isLinked(kind) : initiate === "warm-only";
}
