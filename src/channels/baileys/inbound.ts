import { createHash } from "node:crypto";
import type { BinaryNode, proto } from "@whiskeysockets/baileys";
import { DateTime } from "luxon";
import { z } from "zod";
import type { ChannelEvent, ChannelIdentity } from "../channel.ts";
import { readContent } from "./content.ts";
import { bothNames, identityOf } from "./jid.ts";
import type { Library } from "./library.ts";

/** What the stanza around a ciphertext said: who, when, to whom. */
const Envelope = z.record(z.string(), z.string());
type Envelope = z.output<typeof Envelope>;

/** One received message as it is kept with the ratchet: its envelope, whose phone received it, and what it said, padded. */
export const Kept = z.object({
  envelope: Envelope,
  self: z.object({ phone: z.string().optional(), lid: z.string().optional() }),
  plain: z.instanceof(Uint8Array<ArrayBuffer>),
});
export type Kept = z.output<typeof Kept>;

export function sha256Of(ciphertext: Uint8Array): string {
  return createHash("sha256").update(ciphertext).digest("hex");
}

/** The ciphertexts of a message stanza by their hashes, with the envelope they came in. None for what is no single person's. */
export function envelopesOf({ attrs, content }: BinaryNode): readonly (readonly [string, Envelope])[] {
  if (identityOf(attrs["from"]) === undefined || !Array.isArray(content)) return [];
  return content.flatMap((child) =>
    isReadByUs(child) && child.content instanceof Uint8Array ? [[sha256Of(child.content), { ...attrs }] as const] : [],
  );
}

/** Other kinds (of groups, of bots) are read elsewhere, or by nobody. */
function isReadByUs({ tag, attrs }: BinaryNode): boolean {
  return tag === "enc" && (attrs["type"] === "pkmsg" || attrs["type"] === "msg");
}

/** One name for whoever sent it, under whichever address it came. */
export function personOf(envelope: Envelope): string {
  const { lid, phone } = bothNames(envelope["from"], envelope["sender_lid"] ?? envelope["sender_pn"]) ?? {};
  return lid ?? phone ?? "";
}

/** Gives a person the names that the application uses. */
type Name = (who: ChannelIdentity) => Promise<ChannelIdentity>;

/**
 * What a kept message tells the application: what somebody wrote, what the business itself wrote on its own phone, or nothing.
 */
export async function eventsOf(library: Library, kept: Kept, name: Name): Promise<readonly ChannelEvent[]> {
  const { envelope, self } = kept;
  const from = bothNames(envelope["from"], envelope["sender_pn"] ?? envelope["sender_lid"]);
  if (from === undefined) return [];
  const message = decoded(library, kept.plain);
  if (isSelf(from, self)) return message === undefined ? [] : ofOwnPhone(library, { envelope, message, self }, name);
  return ofPerson(library, { envelope, message, from: await name(from) });
}

/** Undefined for what is no message of this protocol: it was sent so, and trying again does not mend it. */
function decoded(library: Library, plain: Uint8Array): proto.IMessage | undefined {
  try {
    return library.proto.Message.decode(library.unpadRandomMax16(plain));
  } catch {
    // `ofPerson` says that it could not be read.
    return undefined;
  }
}

function ofPerson(
  library: Library,
  { envelope, message, from }: { envelope: Envelope; message: proto.IMessage | undefined; from: ChannelIdentity },
): readonly ChannelEvent[] {
  const read = message === undefined ? UNREADABLE : readContent(library, message);
  const providerId = envelope["id"];
  if (read === undefined || providerId === undefined) return [];
  const pushName = envelope["notify"] || undefined;
  return [{ type: "message", providerId, from, pushName, sentAt: momentOf(envelope["t"]), ...read }];
}

const UNREADABLE = { content: { kind: "unsupported", what: "unreadable", raw: "{}" }, replyTo: undefined } as const;

/** Our own phone tells us what was written on it, and answers what we asked it for again. */
async function ofOwnPhone(
  library: Library,
  { envelope, message, self }: { envelope: Envelope; message: proto.IMessage; self: ChannelIdentity },
  name: Name,
): Promise<readonly ChannelEvent[]> {
  const inner = message.deviceSentMessage?.message;
  if (!inner) return resent(library, message, name);
  const recipient = bothNames(
    message.deviceSentMessage?.destinationJid ?? envelope["recipient"],
    envelope["recipient_pn"] ?? envelope["recipient_lid"] ?? envelope["peer_recipient_pn"],
  );
  const read = readContent(library, inner);
  const providerId = envelope["id"];
  if (recipient === undefined || isSelf(recipient, self) || read === undefined || providerId === undefined) return [];
  const sentAt = momentOf(envelope["t"]);
  return [{ type: "echo", providerId, to: await name(recipient), sentAt, content: read.content }];
}

/**
 * Messages that reached us without their content, such as the first one after an advertisement: Baileys asks our phone for them,
 * and this is its answer. Only our own phone is believed.
 */
async function resent(library: Library, message: proto.IMessage, name: Name): Promise<readonly ChannelEvent[]> {
  const results = message.protocolMessage?.peerDataOperationRequestResponseMessage?.peerDataOperationResult ?? [];
  const events: ChannelEvent[] = [];
  for (const { placeholderMessageResendResponse } of results) {
    const bytes = placeholderMessageResendResponse?.webMessageInfoBytes;
    if (!bytes) continue;
    const { key, message: content, messageTimestamp, pushName } = library.proto.WebMessageInfo.decode(bytes);
    const from = identityOf(key?.remoteJid ?? undefined);
    if (from === undefined || key?.fromMe || !key?.id || !content) continue;
    const envelope: Envelope = { id: key.id, t: String(messageTimestamp ?? ""), ...(pushName && { notify: pushName }) };
    events.push(...ofPerson(library, { envelope, message: content, from: await name(from) }));
  }
  return events;
}

function isSelf(who: ChannelIdentity, self: ChannelIdentity): boolean {
  return (who.phone !== undefined && who.phone === self.phone) || (who.lid !== undefined && who.lid === self.lid);
}

/** Seconds since 1970, as WhatsApp's server writes them. */
export function momentOf(seconds: string | undefined): DateTime {
  const number = /^\d{1,12}$/.test(seconds ?? "") ? Number(seconds) : 0;
  return DateTime.fromSeconds(number, { zone: "utc" });
}
