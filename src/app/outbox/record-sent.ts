import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { countContacts } from "../../../db/gate.ts";
import { tellConsole } from "../../../db/intake.ts";
import { blockNumber } from "../../../db/number-blocks.ts";
import {
  isQueuedFor,
  recordOutcomes,
  refundPair,
  restChannel,
  restPair,
  type SendOutcome,
} from "../../../db/outbox.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { pairRestMs, waitBeforeRetryMs } from "../../channels/backoff.ts";
import { blockSourceOf } from "../../channels/block-source-of.ts";
import type { Rejection } from "../../channels/channel.ts";
import { businessTime } from "../../clock.ts";
import { present, unreachable } from "../../domain/assert.ts";
import { chance, newId } from "../../ids.ts";
import { makeBatcher } from "../batcher.ts";
import type { Deps } from "../deps.ts";
import type { Sent } from "./dispatch.ts";
import { holdForTemplates, learnFromRefusals } from "./hold-for-templates.ts";

const CHANNEL_REST_SECONDS = 30;
const MOST_AT_ONCE = 64;

export type AfterSends = {
  /** A conversation has another message that waited for this one. */
  readonly freed: (businessId: string) => void;
  /** A number was blocked: its health is judged at once. */
  readonly blocked: (businessId: string) => void;
};

/** Records what channels answered, many at a time: each send's state, the contact it makes before the law, and alarms. */
export function makeRecordSent(
  deps: Pick<Deps, "db" | "clock">,
  { freed, blocked }: AfterSends,
): (sent: Sent) => Promise<void> {
  const batchers = new Map<string, (sent: Sent) => Promise<void>>();
  return (sent) => {
    const known = batchers.get(sent.businessId);
    if (known) return known(sent);
    const batcher = makeBatcher<Sent>(
      async (batch) => {
        const isMoreWaiting = await deps.db.inBusinessByKey(sent.businessId, (tx) =>
          record(deps, tx, sent.businessId, batch),
        );
        if (batch.some(({ result }) => result.state === "rejected" && result.class === "channel"))
          blocked(sent.businessId);
        if (isMoreWaiting) freed(sent.businessId);
      },
      { limit: MOST_AT_ONCE },
    );
    batchers.set(sent.businessId, batcher);
    return batcher(sent);
  };
}

/** Returns whether any of these conversations has another message that waited for this one. */
async function record(
  { clock }: Pick<Deps, "clock">,
  tx: Tx,
  businessId: string,
  batch: readonly Sent[],
): Promise<boolean> {
  const realNow = clock.now();
  const touched = [...new Set(batch.map(({ send }) => send.conversationId))];
  const all = batch.flatMap(({ send, result }) => (result.state === "rejected" ? [{ send, result }] : []));
  const held = await learnFromRefusals(
    { clock },
    tx,
    businessId,
    all.map(({ send, result }) => ({ outboxId: send.id, result })),
  );
  const rejected = all.filter(({ send }) => !held.has(send.id));
  const [isMoreWaiting] = await Promise.all([
    isQueuedFor(tx, businessId, touched),
    recordOutcomes(
      tx,
      businessId,
      batch.map((sent) => outcomeOf(sent, realNow)),
    ),
    countAsContacts(tx, businessId, batch, realNow),
    tellConsole(
      tx,
      businessId,
      touched.map((id) => ({ kind: "conversation.changed", subjectId: id })),
    ),
    ...rejected.map(({ send, result }) => react(tx, businessId, send, result, realNow)),
  ]);
  // After their outcome, which would have been a rejection.
  await holdForTemplates(tx, businessId, { ids: [...held], realNow });
  return isMoreWaiting;
}

async function countAsContacts(tx: Tx, businessId: string, batch: readonly Sent[], realNow: DateTime): Promise<void> {
  const contacts = batch.filter(({ send, result }) => send.trigger === "proactive" && result.state !== "rejected");
  if (contacts.length === 0) return;
  const business = present(await readBusiness(tx), "the business");
  const at = businessTime(realNow, Number(business.clockOffsetMs));
  await countContacts(
    tx,
    businessId,
    contacts.flatMap(({ send }) =>
      send.debtorId === null ? [] : [{ debtorId: send.debtorId, outboxId: send.id, at }],
    ),
  );
}

function outcomeOf({ send, result }: Sent, realNow: DateTime): SendOutcome {
  const settled = { id: send.id, providerId: null, retryAt: null, leaseUntil: null, failure: null };
  switch (result.state) {
    case "accepted":
      return { ...settled, state: "accepted", providerId: result.providerId };
    case "unknown":
      return { ...settled, state: "unknown", leaseUntil: result.settleBy, failure: { detail: result.detail } };
    case "rejected":
      return {
        ...settled,
        ...retryOf(result, send.attempts + 1, realNow),
        failure: { code: result.code, class: result.class, detail: result.detail },
      };
    default:
      return unreachable(result);
  }
}

/** A blocked number keeps what waits until a person has unblocked it; the rest waits as its kind of rejection asks. */
function retryOf(rejection: Rejection, attempts: number, realNow: DateTime): Pick<SendOutcome, "state" | "retryAt"> {
  if (rejection.class === "channel") return { state: "queued", retryAt: null };
  const waitMs = waitBeforeRetryMs(rejection, attempts, chance());
  return waitMs === undefined
    ? { state: "rejected", retryAt: null }
    : { state: "queued", retryAt: realNow.plus({ milliseconds: waitMs }) };
}

async function react(
  tx: Tx,
  businessId: string,
  send: Sent["send"],
  rejection: Rejection,
  realNow: DateTime,
): Promise<void> {
  const { id: outboxId, channelId, attempts } = send;
  if (rejection.slowsChannel)
    await restChannel(
      tx,
      businessId,
      channelId,
      realNow.plus({ seconds: rejection.retryAfterSeconds ?? CHANNEL_REST_SECONDS }),
    );
  await paceAnew(tx, businessId, send, rejection, realNow);
  if (rejection.class === "channel") {
    const { code: because } = rejection;
    // Each send that was under way is refused for it: a person is told once.
    if (await blockNumber(tx, businessId, { channelId, source: blockSourceOf(because), because }))
      await raiseAlarm(tx, businessId, {
        id: newId(),
        kind: "channel.blocked",
        subjectId: channelId,
        detail: `${because}: ${rejection.detail}`,
      });
  }
  // Also what was tried again and again: nobody would know that somebody got no answer.
  if (retryOf(rejection, attempts + 1, realNow).state === "rejected") {
    await raiseAlarm(tx, businessId, {
      id: newId(),
      kind: "message.rejected",
      subjectId: outboxId,
      detail: `${rejection.code}: ${rejection.detail}`,
    });
  }
}

/** Who gets too much rests as long as the message that said so: whatever else waits for them would be refused too, and make it longer. */
async function paceAnew(
  tx: Tx,
  businessId: string,
  send: Sent["send"],
  rejection: Rejection,
  realNow: DateTime,
): Promise<void> {
  if (rejection.class !== "retryRecipient") return refundPair(tx, businessId, send);
  const untilMs = BigInt(realNow.toMillis() + pairRestMs(send.attempts + 1));
  await restPair(tx, businessId, { conversationId: send.conversationId, untilMs });
}
