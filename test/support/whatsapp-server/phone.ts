import { randomBytes } from "node:crypto";
import { proto } from "@whiskeysockets/baileys";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { encryptMedia, type MediaKind } from "./media-encryption.ts";
import { sealFor, track } from "./sealing.ts";
import { stanza } from "./stanza.ts";
import { type Addressing, type Companion, inTurn, type Sent, type Tells, type User } from "./user.ts";

export type Saying = {
  /** Made up like a phone's own when left out. */
  readonly id?: string | undefined;
  /** Which of its two addresses the phone is known by in this chat; the hidden one when left out. */
  readonly addressing?: Addressing | undefined;
};

export type MediaSaying = Saying & {
  readonly kind: MediaKind;
  readonly bytes: Buffer;
  readonly mime: string;
  readonly caption?: string;
  readonly fileName?: string;
};

/** What a person does with a phone; it reaches the companions of the other side, and the phone's own as a copy. */
export type Phone = {
  /** Resolves with the id, once all is encrypted and sent. */
  says(to: User, text: string, how?: Saying): Promise<string>;
  sends(to: User, message: proto.IMessage, how?: Saying): Promise<string>;
  sendsMedia(to: User, media: MediaSaying): Promise<string>;
  /** Opens the chat: everything in these messages counts as read. */
  reads(account: User, ids: readonly string[]): void;
  /** The messages have reached the phone: what it tells by itself unless it is told to tell nothing. */
  receives(account: User, ids: readonly string[]): void;
  types(account: User): void;
  /** What it tells by itself from now on. */
  tells(what: Tells): void;
  /** Asks for a message again that it could not read. */
  asksAgain(account: User, id: string): void;
  /** Loses its sessions, as a phone does that was restored: the next message that needs one cannot be read. */
  forgetsSessions(): void;
};

export function makePhone(hub: Hub, user: User): Phone {
  const sends: Phone["sends"] = async (to, message, { id, addressing = "lid" } = {}) => {
    const sent: Sent = { id: id ?? newMessageId(), to, message, addressing, at: hub.seconds() };
    user.sent.set(sent.id, sent);
    to.acquainted.add(user);
    await inTurn(user, () => deliverToAll(hub, user, sent));
    return sent.id;
  };
  return {
    sends,
    says: (to, text, how) => sends(to, { conversation: text }, how),
    sendsMedia: (to, media) => sends(to, upload(hub, media), media),
    reads: (account, ids) => tellReceipt(hub, { from: user, account, ids, type: "read" }),
    receives: (account, ids) => tellReceipt(hub, { from: user, account, ids }),
    types(account) {
      for (const connection of openConnections(account)) {
        connection.send(stanza("chatstate", { from: user.lid }, [stanza("composing")]));
      }
    },
    tells(what) {
      user.tells = what;
    },
    asksAgain: (account, id) => askAgain(hub, user, { account, id }),
    forgetsSessions: () => user.device.forgetAll(),
  };
}

/** As phones name their messages. */
function newMessageId(): string {
  return `3A${randomBytes(9).toString("hex").toUpperCase()}`;
}

function openConnections({ companions }: User): Connection[] {
  return [...companions.values()].flatMap(({ connection }) => (connection?.silence === "none" ? [connection] : []));
}

/** To every companion of whoever it is for, and as a copy to every companion of whoever sent it. */
async function deliverToAll(hub: Hub, sender: User, sent: Sent): Promise<void> {
  for (const companion of sent.to.companions.values()) await deliver(hub, sender, { sent, companion });
  if (sender === sent.to) return;
  for (const companion of sender.companions.values()) await deliver(hub, sender, { sent, companion });
  // Both phones are here, and nothing would be proved by encrypting from one hand to the other.
  const { id, to, message } = sent;
  hub.arrived.add({ id, from: sender, to, text: textOf(message), message, encryption: "none", isOwnCopy: false });
}

/** Encrypts one message for one companion, and gives it to it. Again, with how often it was asked for, in a new session. */
export async function deliver(
  hub: Hub,
  sender: User,
  { sent, companion, retry }: { sent: Sent; companion: Companion; retry?: string },
): Promise<void> {
  const { id, to, addressing, at } = sent;
  const isCopy = companion.owner === sender;
  const [mode, other] = addressing === "pn" ? (["pn", "lid"] as const) : (["lid", "pn"] as const);
  const beside =
    isCopy && to !== sender ? { name: `peer_recipient_${other}`, user: to } : { name: `sender_${other}`, user: sender };
  const attrs = {
    from: sender[mode],
    id,
    t: at,
    type: isMedia(sent.message) ? "media" : "text",
    notify: sender.name,
    addressing_mode: mode,
    ...(isCopy && to !== sender && { recipient: to[mode] }),
    ...(addressing !== "hidden" && { [beside.name]: beside.user[other] }),
  };
  const message = proto.Message.encode(isCopy ? copyOf(sent, to[mode]) : sent.message).finish();
  const sealed = await sealFor(hub, sender, { companion, message, ...(retry && { retry }) });
  track(hub, companion, stanza("message", attrs, [sealed]));
}

function copyOf({ message }: Sent, destinationJid: string): proto.IMessage {
  return { deviceSentMessage: { destinationJid, message } };
}

export function textOf(message: proto.IMessage): string | undefined {
  const { conversation, extendedTextMessage, imageMessage, documentMessage, videoMessage } = message;
  const captioned = imageMessage ?? documentMessage ?? videoMessage;
  return conversation || extendedTextMessage?.text || captioned?.caption || undefined;
}

function isMedia({ imageMessage, documentMessage, audioMessage, videoMessage }: proto.IMessage): boolean {
  return Boolean(imageMessage ?? documentMessage ?? audioMessage ?? videoMessage);
}

function upload({ media: host }: Hub, { kind, bytes, mime, caption, fileName }: MediaSaying): proto.IMessage {
  if (!host) throw new Error("this server was started without a host for media");
  const { blob, ...keys } = encryptMedia(bytes, kind);
  const path = host.put(blob);
  const part = { url: `https://${host.host}${path}`, directPath: path, mimetype: mime, ...keys };
  const named = { ...part, ...(caption && { caption }) };
  if (kind === "Image") return { imageMessage: named };
  if (kind === "Video") return { videoMessage: named };
  return kind === "Audio" ? { audioMessage: part } : { documentMessage: { ...named, fileName: fileName ?? "file" } };
}

/** Tells every companion of an account what became of its messages; one that is away is told when it is back. */
export function tellReceipt(
  hub: Hub,
  told: { from: User; account: User; ids: readonly string[]; type?: "read" },
): void {
  const { from, account, ids, type } = told;
  const [id = "", ...more] = ids;
  const list = stanza(
    "list",
    {},
    more.map((item) => stanza("item", { id: item })),
  );
  const attrs = { from: from[from.heard.get(id) ?? "lid"], id, t: hub.seconds(), ...(type && { type }) };
  for (const companion of account.companions.values()) {
    track(hub, companion, stanza("receipt", attrs, more.length > 0 ? [list] : undefined));
  }
  hub.told.add({ account, from, ids, type: type ?? "delivered" });
}

/** A phone that could not read a message asks whoever sent it to encrypt it once more, in a new session. */
export function askAgain(hub: Hub, user: User, { account, id }: { account: User; id: string }): void {
  const count = String((user.asked.get(id) ?? 0) + 1);
  user.asked.set(id, Number(count));
  const registration = Buffer.alloc(4);
  registration.writeUInt32BE(user.device.registrationId);
  const parts = [stanza("retry", { count, id, t: hub.seconds(), v: "1" }), stanza("registration", {}, registration)];
  for (const companion of account.companions.values()) {
    const attrs = { from: user.lid, id, t: hub.seconds(), type: "retry" };
    track(hub, companion, stanza("receipt", attrs, parts));
  }
}
