import type { DateTime } from "luxon";
import { type Business, readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import {
  findContacts,
  insertConversations,
  insertInbound,
  insertStrangers,
  type KeptDelivery,
  type KnownContact,
  keepDeliveries,
  knownMessages,
  learnIdentities,
  type NewInbound,
  recordStatuses,
  ringBell,
  type TouchedMessage,
  tellConsole,
} from "../../../db/intake.ts";
import { type FileToFetch, wantFiles } from "../../../db/message-files.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import type { ChannelIdentity, InboundMessage, InboundStatus } from "../../channels/channel.ts";
import { STATUS_RANK } from "../../channels/status.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { storable } from "../../domain/storable.ts";
import { redactCardNumbers } from "../../domain/understanding/card-numbers.ts";
import { newId } from "../../ids.ts";
import { makeBatcher } from "../batcher.ts";
import { isAnotherAccount } from "../channels/join-identities.ts";
import { changeIdentity } from "../contact/change-identity.ts";
import { messageIdHash } from "../contact/suppression-hash.ts";
import { newConversation } from "../conversations/new-conversation.ts";
import { keepCosts } from "../costs/keep-costs.ts";
import type { Deps } from "../deps.ts";
import { asStored } from "./as-stored.ts";
import { keepUnknownIn } from "./keep-unknown.ts";
import { restSlowedPairs } from "./rest-slowed-pairs.ts";
import { withoutCards } from "./without-cards.ts";

/** One webhook, or one message of the simulator, for one business's channel. */
export type Delivery = {
  readonly businessId: string;
  readonly channelId: string;
  /** What came for this channel, for the record: nothing of it is another business's. */
  readonly body: string;
  readonly messages: readonly InboundMessage[];
  readonly statuses: readonly InboundStatus[];
  readonly receivedAt: DateTime;
};

/** Resolves when the delivery is durable, and its turn with it: only then may anybody be told 200. */
export type Receive = (delivery: Delivery) => Promise<void>;

/** More would only make the last of them wait: at 64 the commit no longer weighs. */
const MOST_AT_ONCE = 64;

/**
 * `wake`, where turns are taken in this very process: it looks at once, and no bell has to be rung through the database. It
 * may die before it has; then the rows are there, and a sweep finds them within the second.
 */
export function makeReceive(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  wake?: (businessId: string) => void,
): Receive {
  const batchers = new Map<string, Receive>();
  return (delivery) => {
    const { businessId } = delivery;
    const known = batchers.get(businessId);
    if (known) return known(delivery);
    const hashOf = messageIdHash(deps.secrets, businessId);
    const batcher = makeBatcher<Delivery>(
      async (deliveries) => {
        await keepThroughACut(() => keep(deps, businessId, deliveries, { ringsBell: wake === undefined, hashOf }));
        await followIdentities(deps, businessId, deliveries);
        await restSlowedPairs(deps, businessId, deliveries);
        if (deliveries.some(({ messages }) => messages.length > 0)) wake?.(businessId);
      },
      { limit: MOST_AT_ONCE },
    );
    batchers.set(businessId, batcher);
    return batcher(delivery);
  };
}

/**
 * Once more on a fresh connection when the database cut the first: whether the first had committed or not, each delivery's
 * messages are kept once, by their own ids. What fails twice is the sender's to repeat.
 */
async function keepThroughACut(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof AppError && error.code === "database.unavailable")) throw error;
    await attempt();
  }
}

/**
 * After the notice itself is kept, on the contact that it is about; in a transaction of its own, because it locks conversations. Whoever
 * is killed between the two is told again, and does it then.
 */
async function followIdentities(
  deps: Pick<Deps, "db" | "clock">,
  businessId: string,
  deliveries: readonly Delivery[],
): Promise<void> {
  for (const { from, content } of deliveries.flatMap(({ messages }) => messages))
    if (content.kind === "identityChanged") await changeIdentity(deps, { businessId, from, now: content.now });
}

/** What an erased message's id was replaced with. */
type HashOf = (providerId: string) => string;

async function keep(
  { db, clock }: Pick<Deps, "db" | "clock">,
  businessId: string,
  deliveries: readonly Delivery[],
  { ringsBell, hashOf }: { ringsBell: boolean; hashOf: HashOf },
): Promise<void> {
  await db.inBusinessByKey(businessId, async (tx) => {
    // None reads what another writes, so they travel together. The first that fails fails the transaction.
    await Promise.all([
      keepDeliveries(tx, businessId, deliveries.map(withoutCardNumbers)),
      ...[...groupByChannel(deliveries)].flatMap(([channelId, ofChannel]) => {
        const messages = ofChannel.flatMap((delivery) => delivery.messages);
        const statuses = ofChannel.flatMap((delivery) => delivery.statuses);
        return [
          messages.length > 0 && keepMessages(tx, businessId, channelId, messages, { now: clock.now(), hashOf }),
          // A bell for what turns out to be a repeat finds nothing to do.
          messages.length > 0 && ringsBell && ringBell(tx, "turns", businessId),
          statuses.length > 0 && keepStatuses(tx, businessId, channelId, statuses, hashOf),
        ];
      }),
    ]);
  });
}

function groupByChannel(deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  return Map.groupBy(deliveries, ({ channelId }) => channelId);
}

/** The record too must hold no card number. */
function withoutCardNumbers({ channelId, body, receivedAt }: Delivery): KeptDelivery {
  return { id: newId(), channelId, body: withoutCards(storable(body)), receivedAt };
}

async function keepMessages(
  tx: Tx,
  businessId: string,
  channelId: string,
  received: readonly InboundMessage[],
  { now, hashOf }: { now: DateTime; hashOf: HashOf },
): Promise<void> {
  const erased = new Map(received.map(({ providerId }) => [providerId, hashOf(providerId)]));
  const [seen, found, known] = await Promise.all([
    contactsOf(tx, businessId, channelId, received),
    readBusiness(tx),
    knownMessages(tx, businessId, channelId, [...erased].flat()),
  ]);
  // A repeat of what ended a conversation must not open another, in which nobody would ever say anything.
  const told = received.filter(({ providerId }) => {
    return !known.has(providerId) && !known.has(present(erased.get(providerId), "the id's hash"));
  });
  if (told.length === 0) return;
  const business = present(found, "the business");
  const contacts = await withOpenConversations(tx, { business, channelId, now }, told, seen);

  const files: FileToFetch[] = [];
  const messages: NewInbound[] = told.map((message) => {
    const contact = contactFor(contacts, message.from);
    const id = newId();
    files.push(...fileOf(id, message.content));
    return {
      id,
      conversationId: contact.conversationId,
      contactId: contact.id,
      channelId,
      providerId: message.providerId,
      sentAt: message.sentAt,
      ...asStored(message.content),
    };
  });
  await Promise.all([
    insertInbound(tx, businessId, messages),
    wantFiles(tx, businessId, files),
    keepUnknownIn(tx, businessId, {
      parts: told.flatMap(({ content }) =>
        content.kind === "unsupported" ? [{ channelId, what: `message.${content.what}`, body: content.raw }] : [],
      ),
      receivedAt: now,
    }),
    learnIdentities(
      tx,
      businessId,
      told.flatMap(({ from }) => whatIsNew(contactFor(contacts, from), from)),
    ),
  ]);
}

/** What a debtor sent lies with WhatsApp for some days: it is fetched soon, and not while Meta waits for its 200. */
function fileOf(messageId: string, content: InboundMessage["content"]): FileToFetch[] {
  if (content.kind !== "media") return [];
  const { mime, sha256 } = content.media;
  return [{ messageId, mime, sha256: sha256 ?? null }];
}

/** The contact behind each sender: by number, whatever its spelling, or by WhatsApp's own id. Strangers are made one. */
async function contactsOf(
  tx: Tx,
  businessId: string,
  channelId: string,
  messages: readonly InboundMessage[],
): Promise<Map<string, KnownContact>> {
  const senders = new Map(messages.map(({ from, pushName }) => [nameOf(from), { from, pushName }]));
  const identities = {
    keys: [...new Set(messages.map(({ from }) => keyOf(from)))],
    bsuids: messages.flatMap(({ from }) => from.bsuid ?? []),
    lids: messages.flatMap(({ from }) => from.lid ?? []),
  };

  let found = await findContacts(tx, businessId, channelId, identities);
  const strangers = [...senders.values()].filter(({ from }) => !find(found, from));
  if (strangers.length > 0) {
    const made = strangers.map(({ from, pushName }) => ({
      id: newId(),
      ...(hasTakenOver(found, from)
        ? { waKey: `lid:${from.lid}`, waId: null }
        : { waKey: keyOf(from), waId: from.phone ?? null }),
      bsuid: from.bsuid ?? null,
      lid: from.lid ?? null,
      name: pushName === undefined ? null : redactCardNumbers(storable(pushName)).text,
    }));
    await insertStrangers(tx, businessId, made);
    found = await findContacts(tx, businessId, channelId, identities);
  }
  return new Map([...senders].map(([name, { from }]) => [name, present(find(found, from), "the sender's contact")]));
}

/** `bsuid:` or `lid:` when there is no number: a person with a username may write without one, and to a linked phone many do. */
function keyOf({ phone, bsuid, lid, username }: ChannelIdentity): string {
  if (phone) return whatsappKey(phone);
  if (lid) return `lid:${lid}`;
  return bsuid ? `bsuid:${bsuid}` : `username:${present(username, "who wrote the message")}`;
}

/** All names of a sender: two accounts may have had one number. */
const nameOf = ({ phone, lid, bsuid, username }: ChannelIdentity): string =>
  JSON.stringify([phone, lid, bsuid, username]);

/** The number is known as another account's, whose contact it stays. */
function hasTakenOver(contacts: readonly KnownContact[], from: ChannelIdentity): boolean {
  return contacts.some(({ waKey, lid }) => waKey === keyOf(from) && isAnotherAccount(lid, from));
}

function find(contacts: readonly KnownContact[], from: ChannelIdentity): KnownContact | undefined {
  const key = keyOf(from);
  return (
    contacts.find(({ waKey, lid }) => waKey === key && !isAnotherAccount(lid, from)) ??
    contacts.find(({ bsuid }) => bsuid !== null && bsuid === from.bsuid) ??
    contacts.find(({ lid }) => lid !== null && lid === from.lid)
  );
}

function contactFor(contacts: ReadonlyMap<string, KnownContact>, from: ChannelIdentity): KnownContact {
  return present(contacts.get(nameOf(from)), "the sender's contact");
}

function whatIsNew(
  contact: KnownContact,
  { phone, bsuid, lid }: ChannelIdentity,
): Parameters<typeof learnIdentities>[2][number][] {
  const waId = phone && phone !== contact.waId ? phone : null;
  const newBsuid = bsuid && bsuid !== contact.bsuid ? bsuid : null;
  // A known one is never written over: another is another account's.
  const newLid = lid && contact.lid === null ? lid : null;
  return waId || newBsuid || newLid ? [{ id: contact.id, waId, bsuid: newBsuid, lid: newLid }] : [];
}

type Place = { readonly business: Business; readonly channelId: string; readonly now: DateTime };

/** Each look again is for a join that committed since the one before. */
const MOST_LOOKS = 3;

/**
 * The senders' contacts, each with a conversation open by now. Somebody else may open the same in this moment: there is one, whoever was
 * first. A contact that was joined to another since it was looked for is nobody's any more: who wrote is the other one, and is looked for again.
 */
async function withOpenConversations(
  tx: Tx,
  place: Place,
  told: readonly InboundMessage[],
  seen: Map<string, KnownContact>,
): Promise<Map<string, KnownContact>> {
  let contacts = seen;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const writers = [...new Set(told.map(({ from }) => contactFor(contacts, from)))];
    const without = writers.filter(({ conversationId }) => conversationId === null);
    const standing = await openFor(tx, place, without);
    if (without.every(({ id }) => standing.has(id))) return contacts;
    contacts = await contactsOf(tx, place.business.id, place.channelId, told);
  }
  throw new Error("who wrote was joined to somebody else again and again: the delivery is to be told once more");
}

async function openFor(
  tx: Tx,
  { business, channelId, now }: Place,
  contacts: readonly KnownContact[],
): Promise<Set<string>> {
  if (contacts.length === 0) return new Set();
  const openedAt = businessTime(now, Number(business.clockOffsetMs));
  const made = contacts.map((contact) => ({
    id: newId(),
    channelId,
    contactId: contact.id,
    debtorId: contact.debtorId,
    ...newConversation(),
    language: contact.language ?? business.language,
    openedAt,
  }));
  return insertConversations(tx, business.id, made);
}

async function keepStatuses(
  tx: Tx,
  businessId: string,
  channelId: string,
  statuses: readonly InboundStatus[],
  hashOf: HashOf,
): Promise<void> {
  const touched = await recordStatuses(
    tx,
    businessId,
    statuses.map(({ providerId, status, code, outboxId, at }) => ({
      channelId,
      providerId,
      erasedId: hashOf(providerId),
      status,
      rank: STATUS_RANK[status],
      code: code ?? null,
      outboxId: outboxId ?? null,
      at,
    })),
  );
  const changed = new Set(touched.map(({ conversationId }) => conversationId));
  await Promise.all([
    keepCosts(tx, businessId, { channelId, statuses, hashOf }),
    tellConsole(
      tx,
      businessId,
      [...changed].map((id) => ({ kind: "conversation.changed", subjectId: id })),
    ),
    raiseAboutFailed(tx, businessId, touched, { statuses, hashOf }),
  ]);
}

/** Accepted, and then not delivered: nobody would know that somebody got no message. Not so when another device has it. */
async function raiseAboutFailed(
  tx: Tx,
  businessId: string,
  touched: readonly TouchedMessage[],
  { statuses, hashOf }: { statuses: readonly InboundStatus[]; hashOf: HashOf },
): Promise<void> {
  const lost = touched.filter(({ hasNewlyFailed, statusRank }) => hasNewlyFailed && statusRank === STATUS_RANK.failed);
  if (lost.length === 0) return;
  const reasons = new Map(
    statuses.flatMap(({ status, providerId, code, detail }) =>
      status === "failed"
        ? [providerId, hashOf(providerId)].map((id) => [id, `${code ?? "no code"}: ${detail ?? "no detail"}`] as const)
        : [],
    ),
  );
  await Promise.all([
    ...lost.map(({ id, providerId }) =>
      raiseAlarm(tx, businessId, {
        id: newId(),
        kind: "message.undelivered",
        subjectId: id,
        detail: present(reasons.get(providerId), "why it failed"),
      }),
    ),
    tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]),
  ]);
}
