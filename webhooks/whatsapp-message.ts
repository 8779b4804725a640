import { createHash } from "node:crypto";
import type { DateTime } from "luxon";
import type { ChannelIdentity, InboundContent, InboundMessage, MediaRef } from "../src/channels/channel.ts";
import { storable } from "../src/domain/storable.ts";
import { objectAt, textAt } from "./json.ts";
import { identityOf, momentAt } from "./whatsapp-parts.ts";

/** One message of a webhook, whatever its shape: what cannot be read is `unsupported` with its JSON kept. */
export function readMessage(message: unknown, contacts: readonly unknown[], receivedAt: DateTime): InboundMessage {
  const from = identityOf({ phone: textAt(message, "from"), bsuid: textAt(message, "from_user_id") });
  const contact = contactOf(from, contacts);
  const username = textAt(objectAt(contact, "profile"), "username");
  return {
    type: "message",
    providerId: textAt(message, "id") ?? idOfContent(message),
    from: {
      phone: from.phone,
      bsuid: from.bsuid ?? textAt(contact, "user_id"),
      username: username?.replace(/^@/, ""),
    },
    pushName: textAt(objectAt(contact, "profile"), "name"),
    sentAt: momentAt(message, "timestamp") ?? receivedAt,
    replyTo: textAt(objectAt(message, "context"), "id"),
    content: readContent(message) ?? unsupported(message),
  };
}

/** A batch may carry messages of several people: theirs is the contact with their number or id. */
function contactOf(from: ChannelIdentity, contacts: readonly unknown[]): unknown {
  return contacts.find((contact) => {
    const phone = textAt(contact, "wa_id");
    const bsuid = textAt(contact, "user_id");
    return (phone !== undefined && phone === from.phone) || (bsuid !== undefined && bsuid === from.bsuid);
  });
}

/** Without an id a repeat can only be told by its content. */
function idOfContent(message: unknown): string {
  return `sha256.${createHash("sha256").update(jsonOf(message)).digest("hex")}`;
}

function readContent(message: unknown): InboundContent | undefined {
  // A group is no place to speak of a debt, and none that we joined on purpose.
  if (textAt(message, "group_id") !== undefined) return undefined;
  const type = textAt(message, "type") ?? "";
  const part = objectAt(message, type);
  switch (type) {
    case "text":
      return textOf(part);
    case "interactive":
      return choiceOf(objectAt(part, "button_reply") ?? objectAt(part, "list_reply"));
    case "button":
      return templateButtonOf(part);
    case "image":
    case "document":
    case "audio":
    case "video":
    case "sticker":
      return mediaOf(part, type);
    case "reaction":
      return reactionOf(part);
    case "system":
      return identityChangeOf(part);
    default:
      return undefined;
  }
}

function textOf(part: unknown): InboundContent | undefined {
  const body = textAt(part, "body");
  return body === undefined ? undefined : { kind: "text", body };
}

function choiceOf(reply: unknown): InboundContent | undefined {
  const id = textAt(reply, "id");
  return id === undefined ? undefined : { kind: "choiceReply", id, title: textAt(reply, "title") ?? id };
}

/** The quick reply of a template: its payload is the id we gave it. */
function templateButtonOf(part: unknown): InboundContent | undefined {
  const title = textAt(part, "text");
  const id = textAt(part, "payload") ?? title;
  return id === undefined ? undefined : { kind: "choiceReply", id, title: title ?? id };
}

function mediaOf(part: unknown, type: MediaRef["type"]): InboundContent | undefined {
  const token = textAt(part, "id");
  const mime = textAt(part, "mime_type");
  if (token === undefined || mime === undefined) return undefined;
  const sha256 = hexOf(textAt(part, "sha256"));
  const media = { token, type, mime, sha256, fileName: textAt(part, "filename") };
  return { kind: "media", media, caption: textAt(part, "caption") };
}

/** Meta writes the hash in base64. */
function hexOf(base64: string | undefined): string | undefined {
  const bytes = Buffer.from(base64 ?? "", "base64");
  return bytes.length === 32 ? bytes.toString("hex") : undefined;
}

function reactionOf(part: unknown): InboundContent | undefined {
  const to = textAt(part, "message_id");
  return to === undefined ? undefined : { kind: "reaction", to, emoji: textAt(part, "emoji") };
}

function identityChangeOf(part: unknown): InboundContent | undefined {
  const now = identityOf({ phone: textAt(part, "wa_id"), bsuid: textAt(part, "user_id") });
  return now.phone === undefined && now.bsuid === undefined ? undefined : { kind: "identityChanged", now };
}

function unsupported(message: unknown): InboundContent {
  const what = textAt(message, "group_id") === undefined ? (textAt(message, "type") ?? "malformed") : "group";
  return { kind: "unsupported", what, raw: jsonOf(message) };
}

function jsonOf(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) => (typeof value === "string" ? storable(value) : value));
}
