import { DateTime } from "luxon";
import { z } from "zod";
import type { InboundContent, MediaRef } from "../channel.ts";

const Wid = z.union([z.string(), z.object({ _serialized: z.string() }).transform(({ _serialized }) => _serialized)]);
const text = z.string().optional().catch(undefined);

/** What no message of WhatsApp Web comes without. */
const Envelope = z.looseObject({
  id: z.object({ id: z.string(), fromMe: z.boolean(), remote: Wid, _serialized: z.string() }),
  type: z.string(),
  /** Seconds since 1970, the server's. */
  t: z.number(),
  from: Wid,
  to: Wid,
  ack: z.number().optional().catch(undefined),
  body: text,
  caption: text,
  notifyName: text,
  quotedStanzaID: text,
  isStatusV3: z.boolean().optional().catch(undefined),
  directPath: text,
  mimetype: text,
  /** SHA-256 of the file, base64. */
  filehash: text,
  filename: text,
  selectedButtonId: text,
  selectedId: text,
  title: text,
  listResponse: z
    .looseObject({ title: text, singleSelectReply: z.looseObject({ selectedRowId: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

export type RawMessage = {
  readonly providerId: string;
  /** The page's own name of the message: whose, which chat, which id. */
  readonly key: string;
  readonly fromMe: boolean;
  /** The other side of the chat. */
  readonly chat: string;
  readonly sentAt: DateTime;
  readonly ack: number;
  readonly type: string;
  readonly pushName: string | undefined;
  readonly replyTo: string | undefined;
  /** `undefined`: nothing that a person said. */
  readonly content: InboundContent | undefined;
};

/** A message as the page holds it, read; `undefined` when it is not even one, or nobody's to us: a group's, a status, a channel's. */
export function readMessage(data: unknown): RawMessage | undefined {
  const { success, data: raw } = Envelope.safeParse(data);
  if (!success || raw.isStatusV3 === true) return undefined;
  const chat = raw.id.remote;
  if (!/@(c\.us|lid|s\.whatsapp\.net)$/.test(chat)) return undefined;
  return {
    providerId: raw.id.id,
    key: raw.id._serialized,
    fromMe: raw.id.fromMe,
    chat,
    sentAt: DateTime.fromMillis(raw.t * 1000, { zone: "utc" }),
    ack: raw.ack ?? 0,
    type: raw.type,
    pushName: raw.notifyName,
    replyTo: raw.quotedStanzaID,
    content: contentOf(raw),
  };
}

type Raw = z.output<typeof Envelope>;

/** Notices of the app itself, and wrappers whose parts arrive by themselves. A `ciphertext` comes again under its id once it can be read. */
const NOT_SAID = new Set([
  "album",
  "broadcast_notification",
  "ciphertext",
  "debug",
  "e2e_notification",
  "gp2",
  "group_notification",
  "notification",
  "notification_template",
  "protocol",
  "reaction",
  "revoked",
]);

const MEDIA: ReadonlyMap<string, MediaRef["type"]> = new Map([
  ["image", "image"],
  ["document", "document"],
  ["audio", "audio"],
  ["ptt", "audio"],
  ["video", "video"],
  ["sticker", "sticker"],
]);

function contentOf(raw: Raw): InboundContent | undefined {
  if (NOT_SAID.has(raw.type)) return undefined;
  if (raw.type === "chat" && raw.body) return { kind: "text", body: raw.body };
  const choice = raw.selectedButtonId ?? raw.listResponse?.singleSelectReply?.selectedRowId ?? raw.selectedId;
  if (choice !== undefined)
    return { kind: "choiceReply", id: choice, title: raw.body || raw.listResponse?.title || raw.title || "" };
  const media = MEDIA.get(raw.type);
  if (media !== undefined && raw.directPath)
    return { kind: "media", media: mediaOf(raw, media), caption: raw.caption || undefined };
  return { kind: "unsupported", what: raw.type, raw: JSON.stringify(raw) };
}

function mediaOf(raw: Raw, type: MediaRef["type"]): MediaRef {
  return {
    token: raw.id._serialized,
    type,
    mime: raw.mimetype ?? "application/octet-stream",
    sha256: raw.filehash === undefined ? undefined : Buffer.from(raw.filehash, "base64").toString("hex"),
    fileName: raw.filename,
  };
}
