import type { DateTime } from "luxon";
import { hasCredentials } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { blockNumber } from "../../../db/number-blocks.ts";
import { type DueSend, restChannel } from "../../../db/outbox.ts";
import { changePairPaces } from "../../../db/pair-pace.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { pairRestMs } from "../../channels/backoff.ts";
import { blockSourceOf } from "../../channels/block-source-of.ts";
import type { Rejection } from "../../channels/channel.ts";
import { newId } from "../../ids.ts";
import type { Sent } from "./dispatch.ts";

const CHANNEL_REST_SECONDS = 30;
/** Twice the time in which each process finds a number's new secrets (src/serve.ts). */
const SECRETS_FOUND_WITHIN_SECONDS = 10;

export type Refused = {
  readonly sent: Sent;
  readonly rejection: Rejection;
  /** False of a try that another has followed, or that a status has settled: the send is not what it was when this one was made. */
  readonly isNews: boolean;
  /** It is not tried again. */
  readonly isGivenUp: boolean;
};

/**
 * What a refusal changes beside its own send: its person's pace, its number, alarms.
 *
 * What is no news changes nothing: a person would be told of a message that arrived, and a number that is mended be blocked. Where the number
 * is still refused, its next send is told so too. A restriction is believed all the same, however late: one more send is what it must not
 * cost, and it stands until a person lifts it in any case.
 */
export async function reactToRefusals(
  tx: Tx,
  businessId: string,
  refused: readonly Refused[],
  realNow: DateTime,
): Promise<void> {
  const news = refused.filter(({ isNews }) => isNews);
  // Conversations before numbers (`lockTheirConversations`), and each kind in the order of its ids.
  await changePairPaces(tx, businessId, pairChanges(news, realNow));
  const ofNumber = refused.filter((one) => one.isNews || blockSourceOf(one.rejection.code) === "restriction");
  const inOrder = ofNumber.toSorted((one, other) => (one.sent.send.channelId < other.sent.send.channelId ? -1 : 1));
  for (const one of inOrder) await reactOfNumber(tx, businessId, one, realNow);
  // Also what was tried again and again: nobody would know that somebody got no answer.
  for (const { sent, rejection } of news.filter(({ isGivenUp }) => isGivenUp))
    await raiseAlarm(tx, businessId, {
      id: newId(),
      kind: "message.rejected",
      subjectId: sent.send.id,
      detail: `${rejection.code}: ${rejection.detail}`,
    });
}

/** How often a send has been refused in this class, this refusal included. */
export function refusalsOf({ refusals }: DueSend, { class: kind }: Rejection): number {
  return (refusals?.[kind] ?? 0) + 1;
}

/** Who gets too much rests as long as the message that said so: whatever else waits for them would be refused too, and make it longer. */
function pairChanges(refused: readonly Refused[], realNow: DateTime): Parameters<typeof changePairPaces>[2] {
  const slowing = refused.filter(({ rejection }) => rejection.slowsRecipient);
  return {
    refunds: refused.flatMap(({ sent, rejection }) => (rejection.slowsRecipient ? [] : [sent])),
    rests: slowing.map(({ sent: { send }, rejection }) => ({
      conversationId: send.conversationId,
      untilMs: BigInt(realNow.toMillis() + pairRestMs(refusalsOf(send, rejection))),
    })),
  };
}

async function reactOfNumber(
  tx: Tx,
  businessId: string,
  { sent: { send, credentialsMark }, rejection }: Refused,
  realNow: DateTime,
): Promise<void> {
  const { channelId } = send;
  if (rejection.slowsChannel) {
    const seconds = rejection.retryAfterSeconds ?? CHANNEL_REST_SECONDS;
    await restChannel(tx, businessId, channelId, realNow.plus({ seconds }));
  }
  if (rejection.class !== "channel") return;
  const { code: because } = rejection;
  const source = blockSourceOf(because);
  // Other secrets have taken the place of those that were refused, and a process that has not found them yet goes on until it has.
  if (source === "credentials" && !(await hasCredentials(tx, businessId, { channelId, mark: credentialsMark ?? null })))
    return restChannel(tx, businessId, channelId, realNow.plus({ seconds: SECRETS_FOUND_WITHIN_SECONDS }));
  // Each send that was under way is refused for it: a person is told once.
  if (await blockNumber(tx, businessId, { channelId, source, because }))
    await raiseAlarm(tx, businessId, {
      id: newId(),
      kind: "channel.blocked",
      subjectId: channelId,
      detail: `${because}: ${rejection.detail}`,
    });
}
