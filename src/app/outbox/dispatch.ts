import type { DateTime } from "luxon";
import { type Business, readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import {
  claimDue,
  type DueSend,
  giveUp,
  markSending,
  postpone,
  recordSaid,
  stillOwned,
  storeDecisions,
  waitForRate,
  withdraw,
  writeOutbound,
} from "../../../db/outbox.ts";
import type { OutMessage, SendResult } from "../../channels/channel.ts";
import { reserve } from "../../channels/pacing.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { toRecord } from "../../domain/contact-law/record.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { type Composed, compose } from "./compose.ts";
import { type Judged, judge } from "./gate.ts";
import { spreadBlocked } from "./spread-blocked.ts";
import { readWordFacts } from "./words.ts";

export type DispatchDeps = Pick<Deps, "db" | "clock" | "log" | "secrets" | "publicUrl" | "channels" | "observe">;

/** What came of a send, for whoever records it. */
export type Sent = { readonly businessId: string; readonly send: DueSend; readonly result: SendResult };

/** Takes over a send that has left, until its answer is recorded: nothing of the sender waits for it. */
export type Answered = (answer: Promise<Sent>) => void;

/** Sends of one transaction; beyond it the last of a batch waits longer than the commit saves. */
const BATCH = 64;

/** The channel answers within 10 s or not at all; a process that is still silent after this is dead. */
const LEASE_SECONDS = 15;

/**
 * Sends what is due for one business: each message passes the gate, is written out from the ledger, and leaves. Returns
 * how many were looked at; call again until none is. `answered` is handed each send that left.
 *
 * Three steps, in this order, so that neither a kill nor a take-over can fall between them unnoticed:
 * 1. decide, write out and mark as sending, in one transaction;
 * 2. under the conversations' locks, check once more whose they are, and hand the bytes to the socket;
 * 3. record what the channel said.
 */
export async function dispatchDue(deps: DispatchDeps, businessId: string, answered: Answered): Promise<number> {
  const { claimed, leaving } = await deps.db.inBusiness(businessId, (tx) => prepare(deps, tx, businessId));
  if (leaving.length > 0) await letGo(deps, businessId, leaving, answered);
  return claimed;
}

type Leaving = { readonly send: DueSend; readonly message: OutMessage };

async function prepare(
  deps: DispatchDeps,
  tx: Tx,
  businessId: string,
): Promise<{ claimed: number; leaving: Leaving[] }> {
  const business = present(await readBusiness(tx), "the business");
  const realNow = deps.clock.now();
  const now = businessTime(realNow, Number(business.clockOffsetMs));
  const due = await claimDue(tx, businessId, { businessNow: now, realNow, limit: BATCH });
  if (due.length === 0) return { claimed: 0, leaving: [] };

  const [mine, superseded] = split(due, ({ ownerEpoch, conversationEpoch }) => ownerEpoch === conversationEpoch);
  await giveUp(
    tx,
    businessId,
    superseded.map(({ id }) => ({ id, state: "superseded" as const, failure: null })),
  );

  const ready = await atTheirRate(deps, tx, business, mine, realNow);
  if (ready.length === 0) return { claimed: due.length, leaving: [] };
  const judged = await judge(tx, business, ready, now);
  await storeDecisions(
    tx,
    businessId,
    judged.map((one) => decisionRow(one, now)),
  );
  const [allowed, denied] = split(judged, ({ decision }) => decision.allowed);
  for (const { decision } of denied) deps.observe.blocked(decision.reason);
  await holdBack(tx, business, denied, now);

  const leaving = await writeOut(
    deps,
    tx,
    { business, now, realNow },
    allowed.map(({ send }) => send),
  );
  await tellConsole(
    tx,
    businessId,
    [...new Set(due.map(({ conversationId }) => conversationId))].map((id) => ({
      kind: "conversation.changed",
      subjectId: id,
    })),
  );
  return { claimed: due.length, leaving };
}

/** Those whose recipient may have another message now; the others wait their turn (Meta's pair rate, error 131056). */
async function atTheirRate(
  deps: DispatchDeps,
  tx: Tx,
  business: Business,
  sends: readonly DueSend[],
  realNow: DateTime,
): Promise<DueSend[]> {
  const paced = sends.map((send) => {
    const { can } = present(deps.channels.get(send.channelId), `the channel ${send.channelId}`);
    return { send, at: reserve(can.rate.recipient, pacedUntil(send), realNow.toMillis()).sendAtMs };
  });
  const [ready, early] = split(paced, ({ at }) => at <= realNow.toMillis());
  await waitForRate(
    tx,
    business.id,
    early.map(({ send, at }) => ({ id: send.id, retryAt: realNow.plus({ milliseconds: at - realNow.toMillis() }) })),
  );
  return ready.map(({ send }) => send);
}

function decisionRow({ send, facts, decision }: Judged, now: DateTime) {
  return {
    id: newId(),
    outboxId: send.id,
    conversationId: send.conversationId,
    allowed: decision.allowed,
    reason: decision.reason,
    until: decision.allowed ? null : decision.until,
    record: toRecord(decision, facts, now),
    at: now,
  };
}

/** What the law delays is spread over the next lawful window; what no passing of time allows is given up, and shown. */
async function holdBack(tx: Tx, business: Business, denied: readonly Judged[], now: DateTime): Promise<void> {
  const never = denied.filter(({ decision }) => !decision.allowed && decision.until === null);
  await giveUp(
    tx,
    business.id,
    never.map(({ send, decision }) => ({
      id: send.id,
      state: "blocked" as const,
      failure: { reason: decision.reason },
    })),
  );
  await postpone(tx, business.id, spreadBlocked(business, denied, now));
}

type Moment = { readonly business: Business; readonly now: DateTime; readonly realNow: DateTime };

async function writeOut(deps: DispatchDeps, tx: Tx, moment: Moment, sends: readonly DueSend[]): Promise<Leaving[]> {
  if (sends.length === 0) return [];
  const { business, now, realNow } = moment;
  const facts = await readWordFacts(tx, business, sends);
  const composed = sends.map((send) => {
    const channel = present(deps.channels.get(send.channelId), `the channel ${send.channelId}`);
    return { send, channel, written: compose({ deps, business, now }, send, facts, channel.can) };
  });

  const refused = composed.filter(({ written }) => "refused" in written);
  await giveUp(
    tx,
    business.id,
    refused.map(({ send }) => ({ id: send.id, state: "blocked" as const, failure: { reason: "WINDOW_CLOSED" } })),
  );

  const written = composed.flatMap(({ send, channel, written }) =>
    "refused" in written ? [] : [{ send, channel, written }],
  );
  if (written.length === 0) return [];
  const leaseUntil = realNow.plus({ seconds: LEASE_SECONDS });
  await markSending(
    tx,
    business.id,
    written.map(({ send }) => ({ id: send.id, leaseUntil })),
  );
  await writeOutbound(
    tx,
    business.id,
    written.map(({ send, written }) => outboundRow(send, written, now)),
  );
  await recordSaid(
    tx,
    business.id,
    written.map(({ send, channel, written }) => ({
      conversationId: send.conversationId,
      options: written.options,
      saidAt: now,
      pacedUntilMs: BigInt(reserve(channel.can.rate.recipient, pacedUntil(send), realNow.toMillis()).paidUntilMs),
    })),
  );
  return written.map(({ send, written }) => ({
    send,
    message: { outboxId: send.id, to: addressOf(send), content: written.content },
  }));
}

function outboundRow(send: DueSend, { body, options, content }: Composed, now: DateTime) {
  const detail = {
    options,
    ...(content.kind === "template" && { template: content.name }),
    message: send.payload.message ?? null,
  };
  return {
    id: send.id,
    conversationId: send.conversationId,
    channelId: send.channelId,
    author: send.author,
    kind: content.kind,
    body,
    detail,
    sentAt: now,
  };
}

function addressOf({ waId, phone, bsuid }: DueSend): OutMessage["to"] {
  const number = waId ?? phone?.replace(/^\+/, "");
  return { ...(number && { phone: number }), ...(bsuid && { bsuid }) };
}

function pacedUntil({ pacedUntilMs }: DueSend): number | undefined {
  return pacedUntilMs === null ? undefined : Number(pacedUntilMs);
}

/**
 * A take-over that has committed is never followed by a request: it changes the conversation's row, and this holds that
 * row shared from the last look until every request has been handed to the socket.
 */
async function letGo(
  deps: DispatchDeps,
  businessId: string,
  leaving: readonly Leaving[],
  answered: Answered,
): Promise<void> {
  await deps.db.inBusiness(businessId, async (tx) => {
    const owned = await stillOwned(
      tx,
      businessId,
      leaving.map(({ send }) => send.id),
    );
    const [going, taken] = split(leaving, ({ send }) => owned.has(send.id));
    await withdraw(
      tx,
      businessId,
      taken.map(({ send }) => send.id),
    );
    const started = going.map(({ send, message }) => {
      const sending = present(deps.channels.get(send.channelId), `the channel ${send.channelId}`).send(message);
      answered(sending.result.then((result) => ({ businessId, send, result })));
      return sending.started;
    });
    await Promise.all(started);
  });
}

function split<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (belongs(item) ? yes : no).push(item);
  return [yes, no];
}
