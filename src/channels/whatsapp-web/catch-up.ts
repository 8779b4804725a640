import type { DateTime } from "luxon";
import type { Client } from "./open-page.ts";
import { page } from "./page.ts";
import { type RawMessage, readMessage } from "./read-message.ts";

/** A message may be older than the mark when it comes: its writer's phone was offline, or it could not be read at first. */
const OVERLAP_HOURS = 1;
/** Ticks of what we wrote in the day before, which nobody was there to see. */
const TICKS_HOURS = 24;

export type Missed = { readonly inbound: readonly RawMessage[]; readonly own: readonly RawMessage[] };

/**
 * What the page holds that is newer than the mark. WhatsApp Web acknowledges a message as soon as the page has it, so what came
 * while we were not there, or in the moment of a crash, is told to nobody again.
 */
export async function catchUp(client: Client, readUpTo: DateTime): Promise<Missed> {
  if (client.pupPage === null) return { inbound: [], own: [] };
  const since = readUpTo.minus({ hours: OVERLAP_HOURS });
  const ticksSince = since.minus({ hours: TICKS_HOURS });
  const all: RawMessage[] = [];
  for (const { wid } of await page.recentChats(client.pupPage, ticksSince.toUnixInteger())) {
    const found = await page.messagesSince(client.pupPage, wid, ticksSince.toUnixInteger());
    all.push(...found.map(readMessage).filter((message) => message !== undefined));
  }
  // Seconds are all that is told of time; within one, the order of the chat stays.
  const inOrder = all.toSorted((a, b) => a.sentAt.toMillis() - b.sentAt.toMillis());
  return {
    inbound: inOrder.filter(({ fromMe, sentAt }) => !fromMe && sentAt >= since),
    own: inOrder.filter(({ fromMe, sentAt }) => fromMe && sentAt >= ticksSince),
  };
}
