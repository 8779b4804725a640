import type { proto } from "@whiskeysockets/baileys";
import type { InboundContent, MediaRef } from "../channel.ts";
import type { Library } from "./library.ts";
import { mediaToken } from "./media.ts";

export type ReadContent = {
  readonly content: InboundContent;
  /** Provider id of the message this one answers, or changes. */
  readonly replyTo: string | undefined;
};

/**
 * What a person's message says, out of whatever it is wrapped in, or undefined for what nobody said: keys, settings of the chat,
 * syncs. What cannot be read is `unsupported`, with its JSON kept.
 *
 * An edited message is a new one in answer to the old: what somebody says last counts most ("no me escriban más" written over a
 * promise), and what was read before stays read. A deleted one is like a reaction to it: people see it, nobody answers.
 */
export function readContent(library: Library, message: proto.IMessage): ReadContent | undefined {
  const inner = library.normalizeMessageContent(message);
  if (inner === undefined) return undefined;
  const protocol = inner.protocolMessage;
  if (protocol) return readProtocol(library, protocol);
  const content =
    textOf(inner) ?? choiceOf(inner) ?? mediaOf(inner) ?? reactionOf(inner) ?? unsupported(library, inner);
  return content && { content, replyTo: quoted(inner) };
}

function readProtocol(library: Library, protocol: proto.Message.IProtocolMessage): ReadContent | undefined {
  const { Type } = library.proto.Message.ProtocolMessage;
  const to = protocol.key?.id;
  if (protocol.type === Type.REVOKE && to) {
    return { content: { kind: "reaction", to, emoji: DELETED }, replyTo: undefined };
  }
  if (protocol.type !== Type.MESSAGE_EDIT || !protocol.editedMessage) return undefined;
  const edited = readContent(library, protocol.editedMessage);
  return edited && { content: edited.content, replyTo: to ?? edited.replyTo };
}

/** As people see it in the inbox. */
const DELETED = "🗑️";

function textOf({ conversation, extendedTextMessage }: proto.IMessage): InboundContent | undefined {
  const body = conversation || extendedTextMessage?.text;
  return body ? { kind: "text", body } : undefined;
}

/** Taps on buttons and lists that an older message, or another program on this number, has shown. */
function choiceOf(message: proto.IMessage): InboundContent | undefined {
  const { buttonsResponseMessage, listResponseMessage, templateButtonReplyMessage, interactiveResponseMessage } =
    message;
  const flow = interactiveResponseMessage?.nativeFlowResponseMessage?.paramsJson;
  const id =
    buttonsResponseMessage?.selectedButtonId ??
    listResponseMessage?.singleSelectReply?.selectedRowId ??
    templateButtonReplyMessage?.selectedId ??
    (flow ? idIn(flow) : undefined);
  if (!id) return undefined;
  const title =
    buttonsResponseMessage?.selectedDisplayText ??
    listResponseMessage?.title ??
    templateButtonReplyMessage?.selectedDisplayText ??
    interactiveResponseMessage?.body?.text;
  return { kind: "choiceReply", id, title: title || id };
}

function idIn(json: string): string | undefined {
  try {
    const params: unknown = JSON.parse(json);
    if (typeof params !== "object" || params === null || !("id" in params)) return undefined;
    return typeof params.id === "string" ? params.id : undefined;
  } catch {
    // Not JSON: then it is unsupported, and kept whole.
    return undefined;
  }
}

type File = {
  readonly url?: string | null;
  readonly directPath?: string | null;
  readonly mediaKey?: Uint8Array | null;
  readonly fileSha256?: Uint8Array | null;
  readonly mimetype?: string | null;
  readonly caption?: string | null;
  readonly fileName?: string | null;
};

function mediaOf(message: proto.IMessage): InboundContent | undefined {
  const files: readonly (readonly [MediaRef["type"], File | null | undefined])[] = [
    ["image", message.imageMessage],
    ["document", message.documentMessage],
    ["audio", message.audioMessage],
    ["video", message.videoMessage ?? message.ptvMessage],
    ["sticker", message.stickerMessage],
  ];
  for (const [type, file] of files) {
    // A file without its key can be fetched by nobody: it stays whole as unsupported.
    if (!file?.mediaKey || !(file.directPath || file.url)) continue;
    const media: MediaRef = {
      token: mediaToken({ type, url: file.url, directPath: file.directPath, mediaKey: file.mediaKey }),
      type,
      mime: file.mimetype?.split(";")[0]?.trim() || DEFAULT_MIME[type],
      sha256: file.fileSha256?.length ? Buffer.from(file.fileSha256).toString("hex") : undefined,
      fileName: file.fileName || undefined,
    };
    return { kind: "media", media, caption: file.caption || undefined };
  }
  return undefined;
}

const DEFAULT_MIME = {
  image: "image/jpeg",
  document: "application/octet-stream",
  audio: "audio/ogg",
  video: "video/mp4",
  sticker: "image/webp",
} as const satisfies Record<MediaRef["type"], string>;

function reactionOf({ reactionMessage }: proto.IMessage): InboundContent | undefined {
  const to = reactionMessage?.key?.id;
  return to ? { kind: "reaction", to, emoji: reactionMessage?.text || undefined } : undefined;
}

/** What comes with a message, or arranges a chat, and is said by nobody. */
const SILENT = new Set([
  "messageContextInfo",
  "senderKeyDistributionMessage",
  "fastRatchetKeySenderKeyDistributionMessage",
  "deviceSentMessage",
  "keepInChatMessage",
  "pinInChatMessage",
  "placeholderMessage",
]);

function unsupported(library: Library, message: proto.IMessage): InboundContent | undefined {
  const parts = Object.entries(message).filter(
    ([name, part]) => !SILENT.has(name) && part !== null && part !== undefined,
  );
  const [first] = parts.filter(([, part]) => part !== "");
  if (first === undefined) return undefined;
  const raw = JSON.stringify(library.proto.Message.fromObject(message).toJSON(), library.BufferJSON.replacer);
  return { kind: "unsupported", what: first[0].replace(/Message$/, ""), raw };
}

function quoted(message: proto.IMessage): string | undefined {
  for (const part of Object.values(message)) {
    if (typeof part !== "object" || part === null || !("contextInfo" in part)) continue;
    const { contextInfo } = part;
    if (typeof contextInfo !== "object" || contextInfo === null || !("stanzaId" in contextInfo)) continue;
    if (typeof contextInfo.stanzaId === "string" && contextInfo.stanzaId !== "") return contextInfo.stanzaId;
  }
  return undefined;
}
