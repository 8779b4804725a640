import type { Clock } from "../../clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { OutMessage, Rejection, SendClass, Sending, SendResult, Settlement } from "../channel.ts";
import { notStarted } from "../not-started.ts";
import type { Library } from "./library.ts";
import type { Limits } from "./limits.ts";
import { messageIdOf } from "./message-id.ts";
import { type Client, wordsOf } from "./open-page.ts";
import type { OutgoingFiles } from "./outgoing-files.ts";
import { type Found, page } from "./page.ts";
import type { People } from "./people.ts";
import type { Ready } from "./readiness.ts";
import { withinMs } from "./time-out.ts";
import { widOf } from "./wid.ts";

const REMEMBERED = 10_000;
/** How far back a chat may lie in which a send is looked for. */
const LOOK_BACK_HOURS = 48;
/** The page tries for as long as it runs; a status that has not come by then is not waited for. */
const SETTLE_MINUTES = 10;

export type OutgoingSettings = {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly files: OutgoingFiles;
  readonly people: People;
  /** The page while it can send; or what keeps it from it. */
  readonly page: () =>
    | { readonly client: Client; readonly library: Library; readonly ready: Ready | undefined }
    | { readonly because: string };
};

export type Outgoing = {
  send(message: OutMessage): Sending;
  settle(outboxId: string): Promise<Settlement>;
  /** A page said how far a message of ours is. @returns what it is, or `undefined` while its send itself tells */
  acked(providerId: string, ack: number): { readonly outboxId: string | undefined } | undefined;
  /** We sent it, since this process began. */
  isOurs(providerId: string): boolean;
  isIdle(): boolean;
};

/** Sends one message after the other, since the page's maker of ids is ours for one message at a time. */
export function outgoing(settings: OutgoingSettings): Outgoing {
  const { clock, limits } = settings;
  const outboxIds = new Map<string, string>();
  const waiting = new Map<string, (ack: number) => void>();
  /** The send said so; the page's own word may come after it. */
  const refused = new Set<string>();
  const atPage = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  return {
    send(message) {
      const started = Promise.withResolvers<void>();
      const calledAt = clock.elapsedMs();
      const isLate = (): boolean => clock.elapsedMs() - calledAt >= limits.startWithinMs;
      underWay += 1;
      const result = last
        .then(() => sendOne(settings, { message, isLate, begun: started.resolve, waiting, outboxIds, refused, atPage }))
        .catch((error: unknown): SendResult => unknown(clock, wordsOf(error)))
        .finally(() => {
          underWay -= 1;
          started.resolve();
        });
      last = result;
      // After that moment the send is refused when its turn comes, so nothing can start any more.
      withinMs(started.promise, limits.startWithinMs).then(started.resolve, started.resolve);
      return { started: started.promise, result };
    },
    async settle(outboxId) {
      const to = settings.page();
      if (!("client" in to)) return { state: "cannot-tell" };
      const id = messageIdOf(outboxId);
      const looked = await lookFor(to.client, settings, id);
      if (looked === undefined) return { state: "cannot-tell" };
      if (looked.own === undefined && (atPage.has(id) || !surelyAbsent(settings, looked)))
        return { state: "cannot-tell" };
      return settlementOf(looked.own, id);
    },
    acked(providerId, ack) {
      const waits = waiting.get(providerId);
      waits?.(ack);
      const isTold = waits !== undefined || refused.has(providerId);
      return isTold && ack < 0 ? undefined : { outboxId: outboxIds.get(providerId) };
    },
    isOurs: (providerId) => outboxIds.has(providerId),
    isIdle: () => underWay === 0,
  };
}

type One = {
  readonly message: OutMessage;
  readonly isLate: () => boolean;
  readonly begun: () => void;
  readonly waiting: Map<string, (ack: number) => void>;
  readonly outboxIds: Map<string, string>;
  readonly refused: Set<string>;
  /** Handed to the page, which has not said that it is done with it: a file may still be on its way up. */
  readonly atPage: Set<string>;
};

async function sendOne(settings: OutgoingSettings, one: One): Promise<SendResult> {
  const { clock, limits } = settings;
  const to = settings.page();
  if (!("client" in to)) return notStarted(to.because);
  const prepared = await withinMs(prepare(settings, to, one.message).catch(couldNotBegin), limits.startWithinMs);
  if (prepared === undefined || one.isLate()) return notStarted("the page took too long to begin");
  if ("state" in prepared) return prepared;

  const id = messageIdOf(one.message.outboxId);
  remember(one.outboxIds, id, one.message.outboxId);
  one.refused.delete(id);
  const acked = Promise.withResolvers<Sent>();
  const begunAtMs = clock.elapsedMs();
  // 0 is no answer: it is on its way.
  one.waiting.set(id, (ack) => ack !== 0 && acked.resolve({ ack, providerId: id }));
  try {
    const sent = prepared.isThere ? acked.promise : begin(to.client, id, prepared, one.atPage);
    one.begun();
    const limitMs = one.message.content.kind === "media" ? limits.mediaWithinMs : limits.sendWithinMs;
    const done = sent.then((how) => (how.ack === 0 ? acked.promise : how));
    const how = await withinMs(Promise.race([done, acked.promise]), limitMs);
    if (how === undefined) return unknown(clock, "WhatsApp's server did not say in time that it has the message");
    remember(one.outboxIds, how.providerId, one.message.outboxId);
    if (how.ack > 0) return { state: "accepted", providerId: how.providerId };
    one.refused.add(id);
    return rejected("retry", `ack.${how.ack}`, "the page could not send it");
  } catch (error) {
    return await afterFailure(settings, { client: to.client, message: one.message, begunAtMs, error });
  } finally {
    one.waiting.delete(id);
  }
}

type Sent = { readonly ack: number; readonly providerId: string };

/** Nothing was handed to the page. */
function couldNotBegin(error: unknown): Rejection {
  const isFinal = error instanceof AppError && error.code === "channel.rejected";
  return notStarted(wordsOf(error), isFinal ? "reshape" : "retry");
}

type Prepared = {
  readonly isThere: boolean;
  readonly wid: string;
  readonly content: Parameters<Client["sendMessage"]>[1];
  readonly options: NonNullable<Parameters<Client["sendMessage"]>[2]>;
};

/** All that has to be asked before: whom, what, and whether the page has it already from an earlier try. */
async function prepare(
  { files, people, clock }: OutgoingSettings,
  { client, library }: { readonly client: Client; readonly library: Library },
  { to, content, replyTo, outboxId }: OutMessage,
): Promise<Prepared | SendResult> {
  if (content.kind === "choice" || content.kind === "template") {
    return rejected("reshape", `no-${content.kind}`, "a linked phone shows plain text and files only");
  }
  const wid = to.lid === undefined && to.phone !== undefined ? await people.find(to.phone, "once") : widOf(to);
  if (wid === undefined) return NOBODY;
  const id = messageIdOf(outboxId);
  const { own: before } = await findOwn(client, clock, id);
  if (before !== undefined && before.ack > 0) return { state: "accepted", providerId: id };
  if (before !== undefined && before.ack < 0 && client.pupPage !== null) await page.forget(client.pupPage, before.key);
  const isThere = before?.ack === 0;
  const options = {
    linkPreview: false,
    parseVCards: false,
    sendSeen: false,
    waitUntilMsgSent: true,
    ...(replyTo === undefined ? {} : { quotedMessageId: `false_${wid}_${replyTo}` }),
  };
  if (content.kind === "text") return { isThere, wid, content: content.body, options };
  const { base64, mime } = await files.take(content.token);
  return {
    isThere,
    wid,
    content: new library.MessageMedia(mime, base64, content.fileName ?? null),
    options: {
      ...options,
      ...(content.caption === undefined ? {} : { caption: content.caption }),
      sendMediaAsDocument: content.type === "document",
    },
  };
}

/**
 * Both commands go through the pipe one behind the other, so that hardly anything can come between. Should the page have given
 * our id to something of its own all the same, the message has another, and that one is the truth.
 */
async function begin(
  client: Client,
  id: string,
  { wid, content, options }: Prepared,
  atPage: Set<string>,
): Promise<Sent> {
  const to = client.pupPage;
  if (to === null) throw new Error("the page is gone");
  const renamed = page.useIdOnce(to, id);
  atPage.add(id);
  // Also when the page goes: whoever waits for a word of it hears that it is gone.
  const sending = client.sendMessage(wid, content, options).finally(() => atPage.delete(id));
  const [sent] = await Promise.all([sending, renamed.catch(() => undefined)]);
  if (sent === undefined || sent === null) throw new Error("the page has no such chat");
  return { ack: sent.ack, providerId: sent.id.id };
}

/** The page threw: what it knows of the message says whether anything left. Without the page nobody can tell. */
async function afterFailure(
  settings: OutgoingSettings,
  { client, message: { to, outboxId }, begunAtMs, error }: Failure,
): Promise<SendResult> {
  const { clock, limits, people } = settings;
  const id = messageIdOf(outboxId);
  const looked = await lookFor(client, settings, id);
  if (looked === undefined || looked.own?.ack === 0) return unknown(clock, wordsOf(error));
  if (looked.own !== undefined && looked.own.ack > 0) return { state: "accepted", providerId: id };
  if (looked.own === undefined && !surelyAbsent(settings, looked, begunAtMs)) return unknown(clock, wordsOf(error));
  const isStranger = /no lid for user|not registered|invalid wid/i.test(String(error));
  if (!isStranger || to.phone === undefined) return rejected("retry", "page-error", wordsOf(error));
  // The same words also came when WhatsApp had changed its page, and then they were said of everybody.
  const asked = people.find(to.phone, "anew").then((wid) => ({ wid }));
  const answer = await withinMs(asked, limits.answerWithinMs).catch(() => undefined);
  const isNobody = answer !== undefined && answer.wid === undefined;
  return isNobody ? NOBODY : rejected("retryRecipient", "page-error", wordsOf(error));
}

type Failure = {
  readonly client: Client;
  readonly message: OutMessage;
  /** On the clock's `elapsedMs`: before it was handed to the page. */
  readonly begunAtMs: number;
  readonly error: unknown;
};

/** @returns nothing when the page cannot be asked or does not answer in time */
async function lookFor(client: Client, { clock, limits }: OutgoingSettings, id: string): Promise<Found | undefined> {
  return withinMs(findOwn(client, clock, id), limits.answerWithinMs).catch(() => undefined);
}

/**
 * Whether what a page does not have, and is not at work on, is nowhere. It keeps what it was handed before it sends it, so what it was
 * handed since it was ready it would have; the rest it reads for a while after that. Asked after the look: a page that loads itself anew,
 * in the middle of a send too, goes on being connected, and the document that was looked into is then not the one that was ready.
 */
function surelyAbsent(
  { page: now, clock, limits }: OutgoingSettings,
  { document }: Found,
  begunAtMs?: number,
): boolean {
  const to = now();
  if (!("client" in to) || to.ready === undefined || document === undefined) return false;
  if (to.ready.document !== document) return false;
  const sinceBegunMs = begunAtMs === undefined ? limits.knowsAllAfterMs : clock.elapsedMs() - begunAtMs;
  return to.ready.forMs >= Math.min(limits.knowsAllAfterMs, sinceBegunMs);
}

function findOwn(client: Client, clock: Clock, id: string): Promise<Found> {
  if (client.pupPage === null) return Promise.reject(new Error("the page is gone"));
  return page.findOwn(client.pupPage, id, clock.now().minus({ hours: LOOK_BACK_HOURS }).toUnixInteger());
}

/** What is surely absent was never sent. What is on its way may still arrive. */
function settlementOf(found: { readonly ack: number } | undefined, providerId: string): Settlement {
  if (found === undefined || found.ack < 0) return { state: "never-arrived" };
  return found.ack > 0 ? { state: "accepted", providerId } : { state: "cannot-tell" };
}

function rejected(kind: SendClass, code: string, detail: string): Rejection {
  const slows = { slowsChannel: false, slowsRecipient: false };
  return { state: "rejected", code, class: kind, ...slows, retryAfterSeconds: undefined, detail };
}

const NOBODY = rejected("recipient", "not-on-whatsapp", "WhatsApp knows nobody of this number");

function unknown(clock: Clock, detail: string): SendResult {
  return { state: "unknown", settleBy: clock.now().plus({ minutes: SETTLE_MINUTES }), detail };
}

function remember(outboxIds: Map<string, string>, id: string, outboxId: string): void {
  outboxIds.set(id, outboxId);
  const [oldest] = outboxIds.keys();
  if (outboxIds.size > REMEMBERED && oldest !== undefined) outboxIds.delete(oldest);
}
