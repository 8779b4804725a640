import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import {
  claimDue,
  type DueSend,
  type GivenUp,
  giveUp,
  needNotLast,
  stillOwned,
  waitForRate,
  withdraw,
} from "../../../db/outbox.ts";
import { type SendableTemplate, sendableTemplates } from "../../../db/templates.ts";
import { overtaken } from "../../../db/unsent.ts";
import type { Sending, SendResult } from "../../channels/channel.ts";
import { notStarted } from "../../channels/not-started.ts";
import { reservePair } from "../../channels/pacing.ts";
import { windowClosesAt } from "../../channels/service-window.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { quarantine } from "../conversations/quarantine.ts";
import type { Deps } from "../deps.ts";
import { OUR_NAMES } from "../templates/our-templates.ts";
import { waitForPlaceMs } from "./channel-pace.ts";
import { type Judged, judge } from "./gate.ts";
import { callPerson, holdBack, moveSends, type Unsent } from "./hold-back.ts";
import { holdForTemplates } from "./hold-for-templates.ts";
import { keepDecisions } from "./keep-decisions.ts";
import { putAside } from "./put-aside.ts";
import { lockLimitsOf, withinLimit } from "./within-limit.ts";
import { readWordFacts } from "./words.ts";
import { keepWritten, type Leaving, pairDebt, saysOf, type WriteContext, writeTexts } from "./write-out.ts";

export type DispatchDeps = Pick<
  Deps,
  "db" | "clock" | "log" | "secrets" | "publicUrl" | "channels" | "sendable" | "observe"
>;

/** What came of a send, for whoever records it. */
export type Sent = Pick<Leaving, "send" | "left"> & {
  readonly businessId: string;
  readonly result: SendResult;
  /** By which of the number's stored secrets it was sent (`Channel`). */
  readonly credentialsMark: string | undefined;
};

/** Takes over a send that has left, until its answer is recorded: nothing of the sender waits for it. */
export type Answered = (answer: Promise<Sent>) => void;

/** Sends of one transaction: as many as conversations of one in `advance.ts`, for the same reason. */
const BATCH = 32;

/**
 * Sends what is due for one business: each message passes the gate, is written out from the ledger, and leaves. Returns
 * whether there may be more that no bell will be rung for. `answered` is handed each send that left.
 *
 * Three steps, in this order, so that neither a kill nor a take-over can fall between them unnoticed:
 * 1. decide, write out and mark as sending, in one transaction;
 * 2. under the conversations' locks, check once more whose they are, and hand the bytes to the socket;
 * 3. record what the channel said.
 */
export async function dispatchDue(deps: DispatchDeps, businessId: string, answered: Answered): Promise<boolean> {
  const { claimed, leaving } = await prepareDue(deps, businessId);
  if (leaving.length > 0) await letGo(deps, businessId, leaving, answered);
  return claimed === BATCH;
}

type Prepared = { readonly claimed: number; readonly leaving: readonly Leaving[] };

/** Many in one transaction, or, when that fails, one by one, so that one poison row stops nobody else. */
async function prepareDue(deps: DispatchDeps, businessId: string): Promise<Prepared> {
  try {
    return await deps.db.inBusinessByKey(businessId, (tx) => prepare(deps, tx, businessId));
  } catch (error) {
    deps.log.warn({ error, businessId }, "a batch of sends failed; preparing them one by one");
    return prepareOneByOne(deps, businessId);
  }
}

async function prepareOneByOne(deps: DispatchDeps, businessId: string): Promise<Prepared> {
  const due = await deps.db.inBusinessByKey(businessId, (tx) =>
    claimDue(tx, businessId, { realNow: deps.clock.now(), channelIds: deps.sendable(businessId), limit: BATCH }),
  );
  const leaving: Leaving[] = [];
  for (const send of due) {
    try {
      leaving.push(
        ...(await deps.db.inBusinessByKey(businessId, (tx) => prepare(deps, tx, businessId, send.id))).leaving,
      );
    } catch (error) {
      deps.log.error({ error, businessId, outboxId: send.id }, "a send could not be prepared");
      // Those before it are marked as sending: whatever becomes of this one, they leave.
      await putAside(deps, businessId, { send, error }).catch((second: unknown) =>
        deps.log.error({ error: second, businessId, outboxId: send.id }, "a send could not be put aside"),
      );
    }
  }
  return { claimed: due.length, leaving };
}

async function prepare(deps: DispatchDeps, tx: Tx, businessId: string, only?: string): Promise<Prepared> {
  const realNow = deps.clock.now();
  const channelIds = deps.sendable(businessId);
  const [found, due] = await Promise.all([
    readBusiness(tx),
    claimDue(tx, businessId, { realNow, channelIds, limit: BATCH, only }),
  ]);
  const business = present(found, "the business");
  const now = businessTime(realNow, Number(business.clockOffsetMs));
  if (due.length === 0) return { claimed: 0, leaving: [] };

  const passed = await passedBy(tx, businessId, due);
  const [mine, superseded] = split(
    due,
    ({ id, ownerEpoch, conversationEpoch }) => ownerEpoch === conversationEpoch && !passed.has(id),
  );
  const { ready, early } = atTheirRate(deps, oneStartEach(mine), realNow);
  const { channels } = deps;
  const [judged, facts, templates] = await Promise.all([
    judge(tx, { business, now, channels }, ready),
    readWordFacts(tx, business, ready),
    templatesFor(tx, { deps, businessId, now }, ready),
  ]);
  const [allowed, denied] = split(judged, ({ decision }) => decision.allowed);
  for (const { decision } of denied) deps.observe.blocked(decision.reason);

  const limits = await lockLimitsOf(tx, businessId, judged, now);
  const context: WriteContext = { deps, business, now, realNow, templates };
  const all = writeTexts(context, allowed, facts);
  const written = new Set(all.written.map(({ send }) => send.id));
  const { going, moved } = await withinLimit(
    tx,
    businessId,
    allowed.filter(({ send }) => written.has(send.id)),
    { now, limits },
  );
  const texts = { ...all, written: all.written.filter(({ send }) => going.has(send.id)) };
  const held = texts.held.map(({ id }) => id);
  const waiting = new Set([...moved.map(({ id }) => id), ...held]);
  const given = [...superseded.map(({ id }) => ({ id, state: "superseded" as const, failure: null })), ...texts.given];
  // None of these reads what another writes, so they travel together. The first that fails fails the transaction.
  const [leaving] = await Promise.all([
    keepWritten(tx, context, texts),
    keepDecisions(
      tx,
      businessId,
      // What waits for its number's day or its template is neither refused nor sent by it: it is decided on as it leaves.
      judged.filter(({ send }) => !waiting.has(send.id)),
      { stage: "dispatch", now },
    ),
    giveUp(tx, businessId, given),
    moveSends(tx, business, moved),
    waitForRate(tx, businessId, early),
    holdForTemplates(tx, businessId, { ids: held, realNow }),
    tellOf(tx, businessId, due, new Set([...given, ...moved, ...denied.map(({ send }) => send)].map(({ id }) => id))),
    callPerson(tx, business, blockedOf(texts.given, due)),
    ...given.filter((one) => needsPerson(one, due)).map((one) => putBefore(tx, { business, now }, due, one)),
    ...denied.filter(isAnswerToOther).map(({ send }) => putBefore(tx, { business, now }, due, refusedTo(send))),
  ]);
  // Last: it counts the places that are taken, and those above have freed some and taken others.
  await holdBack(tx, business, denied, now);
  return { claimed: due.length, leaving };
}

/**
 * What we wanted to begin, and the conversation has since gone on without: an opening that waited for Monday says nothing
 * any more to somebody who wrote on Sunday.
 */
async function passedBy(tx: Tx, businessId: string, due: readonly DueSend[]): Promise<Set<string>> {
  const begun = due.filter(({ trigger, author }) => trigger === "proactive" && author === "bot");
  return begun.length === 0
    ? new Set()
    : overtaken(
        tx,
        businessId,
        begun.map(({ id }) => id),
      );
}

/** Read with the batch, and not at all for answers within WhatsApp's 24 hours: those need none. */
async function templatesFor(
  tx: Tx,
  { deps, businessId, now }: { deps: DispatchDeps; businessId: string; now: DateTime },
  sends: readonly DueSend[],
): Promise<SendableTemplate[]> {
  const needing = sends.filter(({ channelId, lastInboundAt }) => {
    const closesAt = windowClosesAt(lastInboundAt ?? undefined);
    return deps.channels.get(channelId)?.can.templates && (closesAt === undefined || now >= closesAt);
  });
  const channelIds = [...new Set(needing.map(({ channelId }) => channelId))];
  return channelIds.length === 0 ? [] : sendableTemplates(tx, businessId, { channelIds, names: OUR_NAMES });
}

/** Of several messages that we start to one person only the first is judged now: the law counts it before the next. */
function oneStartEach(sends: readonly DueSend[]): DueSend[] {
  const started = new Set<string>();
  return sends.filter(({ trigger, debtorId }) => {
    if (trigger !== "proactive" || debtorId === null) return true;
    const isFirst = !started.has(debtorId);
    started.add(debtorId);
    return isFirst;
  });
}

/** The console hears of what stays; of what leaves it hears once the channel has answered. */
async function tellOf(
  tx: Tx,
  businessId: string,
  due: readonly DueSend[],
  staying: ReadonlySet<string>,
): Promise<void> {
  const touched = due.flatMap(({ id, conversationId }) => (staying.has(id) ? [conversationId] : []));
  await tellConsole(
    tx,
    businessId,
    [...new Set(touched)].map((id) => ({ kind: "conversation.changed", subjectId: id })),
  );
}

/** Words that cannot be written, or an answer that came too late for WhatsApp's 24 hours: somebody waits for it. */
function needsPerson({ id, state }: GivenUp, due: readonly DueSend[]): boolean {
  if (state === "rejected") return true;
  return state === "blocked" && due.some((send) => send.id === id && send.trigger === "reply" && send.author === "bot");
}

/** Somebody goes on in a debtor's chat of whom a list has since said that they are somebody else: a person has to look. */
function isAnswerToOther({ send, decision }: Judged): boolean {
  return decision.reason === "THIRD_PARTY" && send.trigger === "reply" && send.author === "bot";
}

function refusedTo({ id }: DueSend): GivenUp {
  return { id, state: "blocked", failure: { reason: "THIRD_PARTY" } };
}

/** What WhatsApp's 24 hours closed upon while it waited. */
function blockedOf(given: readonly GivenUp[], due: readonly DueSend[]): Unsent[] {
  return due.flatMap((send) =>
    given.some(({ id, state }) => id === send.id && state === "blocked") ? [{ send, reason: "WINDOW_CLOSED" }] : [],
  );
}

/** Somebody waits for words that cannot be written: a person has to find others. */
async function putBefore(
  tx: Tx,
  { business, now }: Pick<WriteContext, "business" | "now">,
  due: readonly DueSend[],
  { id, failure }: GivenUp,
): Promise<void> {
  const { conversationId } = present(
    due.find((send) => send.id === id),
    "the send",
  );
  const why = { kind: "message.rejected", subjectId: id, error: JSON.stringify(failure) } as const;
  await quarantine({ tx, business, now }, conversationId, why);
}

/** Those whose recipient may have another message now; the others wait their turn (`PAIR_RATE`). */
function atTheirRate(
  deps: DispatchDeps,
  sends: readonly DueSend[],
  realNow: DateTime,
): { ready: DueSend[]; early: { id: string; retryAt: DateTime }[] } {
  const nowMs = realNow.toMillis();
  const elapsedMs = deps.clock.elapsedMs();
  const paced = sends.map((send) => {
    const channel = present(deps.channels.get(send.channelId), `the channel ${send.channelId}`);
    const recipientAt = reservePair(channel.can.rate.recipient, pairDebt(send), { nowMs, says: saysOf(send) }).sendAtMs;
    return { send, at: recipientAt > nowMs ? recipientAt : nowMs + waitForPlaceMs(channel, elapsedMs, send.everyMs) };
  });
  const [ready, early] = split(paced, ({ at }) => at <= nowMs);
  return {
    ready: ready.map(({ send }) => send),
    early: early.map(({ send, at }) => ({ id: send.id, retryAt: realNow.plus({ milliseconds: at - nowMs }) })),
  };
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
  await deps.db.inBusinessByKey(businessId, async (tx) => {
    const ids = leaving.map(({ send }) => send.id);
    const [owned] = await Promise.all([stillOwned(tx, businessId, ids), needNotLast(tx)]);
    const [going, taken] = split(leaving, ({ send }) => owned.has(send.id));
    await withdraw(
      tx,
      businessId,
      taken.map(({ send }) => send.id),
    );
    const started = going.map(({ send, message, left }) => {
      const credentialsMark = deps.channels.get(send.channelId)?.credentialsMark;
      const sending = begin(deps, send, message);
      answered(sending.result.then((result) => ({ businessId, send, left, credentialsMark, result })));
      return sending.started;
    });
    await Promise.all(started);
  });
}

/** A message that no request can be made of is rejected by itself, and stops none of those that leave with it. */
function begin({ channels, log }: DispatchDeps, send: DueSend, message: Leaving["message"]): Sending {
  const channel = channels.get(send.channelId);
  if (channel === undefined) return GONE;
  try {
    return channel.send(message);
  } catch (error) {
    log.error({ error, outboxId: send.id }, "a message could not be handed to its channel");
    return { started: Promise.resolve(), result: Promise.resolve(notStarted(String(error), "reshape")) };
  }
}

/** The number was taken out of use since the message was written out. It waits, and is shown as waiting. */
const GONE: Sending = {
  started: Promise.resolve(),
  result: Promise.resolve(notStarted("the number was taken out of use in this moment")),
};

function split<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (belongs(item) ? yes : no).push(item);
  return [yes, no];
}
