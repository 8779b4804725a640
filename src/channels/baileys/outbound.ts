import { createHash } from "node:crypto";
import type { proto } from "@whiskeysockets/baileys";
import { unreachable } from "../../domain/assert.ts";
import type { OutContent } from "../channel.ts";
import type { Library } from "./library.ts";

/**
 * The id under which WhatsApp knows this outbox row's message, always the same: what is sent again after a crash carries it
 * again. `3EB0` is how WhatsApp Web's own ids begin.
 */
export function messageId(outboxId: string): string {
  return `3EB0${createHash("sha256").update(outboxId).digest("hex").slice(0, 18).toUpperCase()}`;
}

/**
 * A message in WhatsApp's own form. A reply names what it answers by its id and its author; the phone has the words.
 *
 * @throws when a media token is none of this channel's
 */
export function toMessage(
  library: Library,
  content: OutContent,
  reply: { readonly stanzaId: string; readonly participant: string } | undefined,
): proto.IMessage {
  const contextInfo = reply && { ...reply, quotedMessage: { conversation: "" } };
  switch (content.kind) {
    case "text":
      return { extendedTextMessage: { text: content.body, ...(contextInfo && { contextInfo }) } };
    case "choice":
      // The application asks `can` and renders numbered text; should a choice get here all the same, no word of it is lost.
      return toMessage(library, { kind: "text", body: asText(content) }, reply);
    case "template":
      return toMessage(library, { kind: "text", body: content.fallbackText }, reply);
    case "media":
      return withCaption(library, content, contextInfo);
    default:
      return unreachable(content);
  }
}

function asText({ body, options }: OutContent & { kind: "choice" }): string {
  return `${body}\n\n${options.map(({ title }, index) => `${index + 1}. ${title}`).join("\n")}`;
}

function withCaption(
  library: Library,
  { type, token, caption, fileName }: OutContent & { kind: "media" },
  contextInfo: proto.IContextInfo | undefined,
): proto.IMessage {
  const { imageMessage, documentMessage } = library.proto.Message.decode(Buffer.from(token, "base64url"));
  const more = { ...(caption !== undefined && { caption }), ...(contextInfo && { contextInfo }) };
  if (type === "image" && imageMessage) return { imageMessage: { ...imageMessage, ...more } };
  if (type === "document" && documentMessage) {
    return { documentMessage: { ...documentMessage, ...more, ...(fileName !== undefined && { fileName }) } };
  }
  throw new Error(`the token is of no ${type} of this channel`);
}
