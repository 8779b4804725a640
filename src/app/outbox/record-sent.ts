import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { countContacts } from "../../../db/gate.ts";
import { tellConsole } from "../../../db/intake.ts";
import { isQueuedFor, recordOutcomes, type SendOutcome } from "../../../db/outbox.ts";
import { waitBeforeRetryMs } from "../../channels/backoff.ts";
import type { Rejection } from "../../channels/channel.ts";
import { businessTime } from "../../clock.ts";
import { present, unreachable } from "../../domain/assert.ts";
import { chance } from "../../ids.ts";
import { makeBatcher } from "../batcher.ts";
import type { Deps } from "../deps.ts";
import type { Sent } from "./dispatch.ts";
import { holdForTemplates, learnFromRefusals } from "./hold-for-templates.ts";
import { reactToRefusals, refusalsOf } from "./react-to-refusals.ts";

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
  const answered = batch.map((sent) => ({ sent, outcome: outcomeOf(sent, realNow) }));
  const refused = answered.flatMap(({ sent, outcome: { state } }) =>
    sent.result.state === "rejected" ? [{ sent, rejection: sent.result, isGivenUp: state === "rejected" }] : [],
  );
  const held = await learnFromRefusals(
    { clock },
    tx,
    businessId,
    refused.map(({ sent, rejection }) => ({ outboxId: sent.send.id, result: rejection })),
  );
  const [isMoreWaiting, changed] = await Promise.all([
    isQueuedFor(tx, businessId, touched),
    recordOutcomes(
      tx,
      businessId,
      answered.map(({ outcome }) => outcome),
    ),
    countAsContacts(tx, businessId, batch, realNow),
    tellConsole(
      tx,
      businessId,
      touched.map((id) => ({ kind: "conversation.changed", subjectId: id })),
    ),
  ]);
  if (refused.length === 0) return isMoreWaiting;

  const attemptOf = new Map(changed.map(({ id, attempt }) => [id, attempt]));
  const heard = refused.map(({ isGivenUp, ...one }) => {
    const { id } = one.sent.send;
    return { ...one, isNews: attemptOf.get(id) === attemptBy(one.sent), isGivenUp: isGivenUp && !held.has(id) };
  });
  // After their outcome, which would have been a rejection.
  const waiting = heard.flatMap(({ sent: { send }, isNews }) => (isNews && held.has(send.id) ? [send.id] : []));
  await holdForTemplates(tx, businessId, { ids: waiting, realNow });
  await reactToRefusals(tx, businessId, heard, realNow);
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

/** Which try it was: claiming a send and counting the try are one transaction. */
const attemptBy = ({ send }: Sent): number => send.attempts + 1;

function outcomeOf(sent: Sent, realNow: DateTime): SendOutcome {
  const { send, result } = sent;
  const settled = {
    id: send.id,
    attempt: attemptBy(sent),
    providerId: null,
    retryAt: null,
    leaseUntil: null,
    failure: null,
  };
  switch (result.state) {
    case "accepted":
      return { ...settled, state: "accepted", providerId: result.providerId };
    case "unknown":
      return {
        ...settled,
        state: "unknown",
        leaseUntil: result.settleBy,
        failure: { detail: result.detail, refusals: send.refusals },
      };
    case "rejected": {
      const { code, class: kind, detail } = result;
      const times = refusalsOf(send, result);
      return {
        ...settled,
        ...retryOf(result, times, realNow),
        failure: { code, class: kind, detail, refusals: { ...send.refusals, [kind]: times } },
      };
    }
    default:
      return unreachable(result);
  }
}

/** A blocked number keeps what waits until a person has unblocked it; the rest waits as its kind of rejection asks. */
function retryOf(rejection: Rejection, refusals: number, realNow: DateTime): Pick<SendOutcome, "state" | "retryAt"> {
  if (rejection.class === "channel") return { state: "queued", retryAt: null };
  const waitMs = waitBeforeRetryMs(rejection, refusals, chance());
  return waitMs === undefined
    ? { state: "rejected", retryAt: null }
    : { state: "queued", retryAt: realNow.plus({ milliseconds: waitMs }) };
}
