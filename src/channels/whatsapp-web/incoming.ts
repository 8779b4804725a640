import type { DateTime } from "luxon";
import type { Clock } from "../../clock.ts";
import type { ChannelEvent, ChannelIdentity, InboundContent, InboundStatus } from "../channel.ts";
import { catchUp } from "./catch-up.ts";
import type { Heard, Inbox } from "./inbox.ts";
import type { Client, PageHearing } from "./open-page.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Known, People } from "./people.ts";
import { type RawMessage, readMessage } from "./read-message.ts";
import { readReaction } from "./read-reaction.ts";
import { statusOfAck } from "./status-of-ack.ts";
import { identityOf } from "./wid.ts";

export type IncomingSettings = {
  readonly clock: Clock;
  readonly inbox: Inbox;
  readonly people: People;
  readonly outgoing: Pick<Outgoing, "acked" | "isOurs">;
};

export type Incoming = Pick<PageHearing, "message" | "ack" | "reaction" | "moved" | "unreadable"> & {
  /** Reads what came while nobody listened. `linkedAt`: the phone is new here, and its past is not ours. */
  opened(client: Client, linkedAt: DateTime | undefined): Promise<void>;
};

/** What the page holds, as events in the order in which it was said. */
export function incoming(settings: IncomingSettings): Incoming {
  const { inbox, people, outgoing } = settings;
  return {
    message(data) {
      const message = readMessage(data);
      if (message?.fromMe === false) addMessage(settings, message);
      if (message?.fromMe === true && !outgoing.isOurs(message.providerId)) addEcho(settings, message);
    },
    ack(data) {
      const message = readMessage(data);
      if (message?.fromMe === true) addStatus(settings, message);
    },
    reaction(data) {
      const reaction = readReaction(data);
      if (reaction === undefined) return;
      const { providerId, to, from, at, emoji } = reaction;
      const content: InboundContent = { kind: "reaction", to, emoji };
      inbox.add(said(people, { providerId, chat: from, sentAt: at, pushName: undefined, replyTo: undefined, content }));
    },
    moved(data, { before, now }) {
      const message = readMessage(data);
      const next = identityOf(now);
      if (message === undefined || next === undefined) return;
      const content: InboundContent = { kind: "identityChanged", now: next };
      inbox.add(said(people, { ...message, chat: before, content }));
    },
    unreadable(data) {
      const message = readMessage(data);
      if (message !== undefined && !message.fromMe) inbox.pending(message.providerId, message.sentAt);
    },
    async opened(client, linkedAt) {
      if (linkedAt !== undefined || inbox.readUpTo() === undefined) inbox.startAt(linkedAt ?? settings.clock.now());
      await readMissed(settings, client);
    },
  };
}

async function readMissed(settings: IncomingSettings, client: Client): Promise<void> {
  const { inbox, people } = settings;
  const since = inbox.readUpTo();
  if (since === undefined) return;
  inbox.hold();
  const missed: Heard[] = [];
  try {
    const { inbound, own } = await catchUp(client, since);
    for (const message of inbound) {
      const { content } = message;
      if (content !== undefined) missed.push(said(people, { ...message, content }));
      else if (message.type === "ciphertext") inbox.pending(message.providerId, message.sentAt);
    }
    for (const message of own) {
      addStatus(settings, message);
      if (message.sentAt > since && !OF_A_BROWSER.test(message.providerId)) addEcho(settings, message);
    }
  } finally {
    // Whatever failed, what was said since then is not kept waiting; the mark has not moved past what was not read.
    inbox.release(missed);
  }
}

/** Ours, of an earlier process, or another browser's of the owner: which cannot be told. A phone's look otherwise. */
const OF_A_BROWSER = /^3EB0[0-9A-F]{18}$/;

/** What the business wrote on the phone itself. */
function addEcho({ inbox, people }: IncomingSettings, { providerId, chat, sentAt, content }: RawMessage): void {
  if (content === undefined) return;
  inbox.add({
    providerId,
    sentAt,
    async events() {
      const known = await people.know(chat);
      if (known === undefined) return [];
      return [...learntOf(known), { type: "echo", providerId, to: known.identity, sentAt, content }];
    },
  });
}

function addMessage({ inbox, people }: IncomingSettings, message: RawMessage): void {
  const { content } = message;
  if (content !== undefined) inbox.add(said(people, { ...message, content }));
}

type Said = Pick<RawMessage, "providerId" | "chat" | "sentAt" | "pushName" | "replyTo"> & {
  readonly content: InboundContent;
};

function said(people: People, { providerId, chat, sentAt, pushName, replyTo, content }: Said): Heard {
  return {
    providerId,
    sentAt,
    async events() {
      const known = await people.know(chat);
      if (known === undefined) return [];
      return [
        ...learntOf(known),
        { type: "message", providerId, from: known.identity, pushName, sentAt, replyTo, content },
      ];
    },
  };
}

function addStatus({ clock, inbox, people, outgoing }: IncomingSettings, message: RawMessage): void {
  const status = statusOfAck(message.ack);
  const ours = outgoing.acked(message.providerId, message.ack);
  if (status === undefined || ours === undefined) return;
  const about = (recipient: ChannelIdentity): InboundStatus => ({
    type: "status",
    providerId: message.providerId,
    outboxId: ours.outboxId,
    status,
    at: clock.now(),
    recipient,
    code: status === "failed" ? `ack.${message.ack}` : undefined,
    detail: status === "failed" ? "the page could not send it" : undefined,
  });
  inbox.add({
    async events() {
      const known = await people.know(message.chat);
      if (known === undefined) return [];
      return [...learntOf(known), about(known.identity)];
    },
  });
}

const learntOf = ({ learnt }: Known): readonly ChannelEvent[] => (learnt === undefined ? [] : [learnt]);
