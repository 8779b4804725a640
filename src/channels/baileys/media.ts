import { createHash } from "node:crypto";
import { addAbortSignal, type Readable } from "node:stream";
import type { WASocket } from "@whiskeysockets/baileys";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { MediaRef, OutFile } from "../channel.ts";
import { LINKED_CAPABILITIES } from "../linked-capabilities.ts";
import { MEDIA_LIMITS, TOO_LARGE } from "../media-limits.ts";
import type { Library } from "./library.ts";

/** Where a file lies at WhatsApp's hosts, encrypted, and the key that opens it. */
type Place = {
  readonly type: MediaRef["type"];
  readonly url: string | null | undefined;
  readonly directPath: string | null | undefined;
  readonly mediaKey: Uint8Array;
};

/** A token holds the place and the key itself: it needs no row of its own, and outlives a restart. */
export function mediaToken({ type, url, directPath, mediaKey }: Place): string {
  const place = { type, url, directPath, mediaKey: Buffer.from(mediaKey).toString("base64") };
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

const Token = z.object({
  type: z.enum(["image", "document", "audio", "video", "sticker"]),
  url: z.string().nullish(),
  directPath: z.string().nullish(),
  mediaKey: z.base64(),
});

/**
 * Fetches and decrypts what a debtor sent. The bytes must have the hash that the message stated.
 *
 * @throws {AppError} `channel.unavailable` when trying again can help, `channel.rejected` when the file is gone or not it
 */
export async function download(
  library: Pick<Library, "downloadContentFromMessage">,
  media: MediaRef,
  limits: MediaLimits = MEDIA_LIMITS,
): Promise<Uint8Array> {
  const place = Token.safeParse(jsonIn(media.token));
  if (!place.success) throw new AppError("channel.rejected", "this file is not one of this channel's");
  const { type, url, directPath, mediaKey } = place.data;
  const bytes = await fetched(limits, () =>
    library.downloadContentFromMessage(
      { mediaKey: Buffer.from(mediaKey, "base64"), directPath: directPath ?? null, url: url ?? null },
      type,
      {},
    ),
  );
  if (media.sha256 !== undefined && createHash("sha256").update(bytes).digest("hex") !== media.sha256) {
    throw new AppError("channel.rejected", "the file is not the one that was announced: its hash differs");
  }
  return bytes;
}

type MediaLimits = { readonly bytes: number; readonly ms: number };

async function fetched(limits: MediaLimits, open: () => Promise<Readable>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const inTime = AbortSignal.timeout(limits.ms);
  let size = 0;
  try {
    // Baileys passes no signal on to its request: until the answer begins, only we can stop waiting.
    for await (const part of addAbortSignal(inTime, await unless(inTime, open()))) {
      if (!(part instanceof Uint8Array)) continue;
      size += part.length;
      if (size > limits.bytes) throw new AppError("channel.rejected", TOO_LARGE);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(isGone(cause) ? "channel.rejected" : "channel.unavailable", "the file cannot be had", { cause });
  }
  return Buffer.concat(parts);
}

/** @throws the signal's reason once it is over; what comes after that is let go of. */
async function unless(over: AbortSignal, opening: Promise<Readable>): Promise<Readable> {
  const late = new Promise<never>((_, reject) => over.addEventListener("abort", () => reject(over.reason)));
  opening.then(
    (stream) => over.aborted && stream.destroy(),
    () => undefined,
  );
  return Promise.race([opening, late]);
}

/** 404 and 410: WhatsApp keeps files for some weeks. A file that does not decrypt is not the one that was sent. */
function isGone(error: unknown): boolean {
  const status = statusOf(error);
  if (status === 404 || status === 410 || status === 403) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_OSSL");
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("output" in error)) return undefined;
  const { output } = error;
  if (typeof output !== "object" || output === null || !("statusCode" in output)) return undefined;
  return typeof output.statusCode === "number" ? output.statusCode : undefined;
}

/**
 * Encrypts a file and puts it on WhatsApp's hosts. The token carries all that a message needs to show it.
 *
 * @throws {AppError} `channel.rejected` for a kind or size that the driver does not say it can, `channel.unavailable` else
 */
export async function upload(library: Library, socket: WASocket | undefined, file: OutFile): Promise<string> {
  const { maxBytes, mimes } = LINKED_CAPABILITIES.baileys.media[file.type];
  if (!mimes.includes(file.mime))
    throw new AppError("channel.rejected", `WhatsApp takes no ${file.mime} as ${file.type}`);
  if (file.bytes.length > maxBytes)
    throw new AppError("channel.rejected", `a file of ${file.bytes.length} bytes is too large`);
  if (socket === undefined) throw new AppError("channel.unavailable", "the phone is not connected");
  const bytes = Buffer.from(file.bytes);
  // A thumbnail of our own making would need an image library in this process, and one that reads what debtors and agents send.
  const content =
    file.type === "image"
      ? { image: bytes, mimetype: file.mime, jpegThumbnail: "" }
      : { document: bytes, mimetype: file.mime, fileName: file.fileName ?? "file" };
  try {
    const message = await library.prepareWAMessageMedia(content, { upload: socket.waUploadToServer });
    return Buffer.from(library.proto.Message.encode(message).finish()).toString("base64url");
  } catch (cause) {
    throw new AppError("channel.unavailable", "the file could not be put on WhatsApp's hosts", { cause });
  }
}

function jsonIn(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, "base64url").toString());
  } catch {
    // Whatever it is, it is none of ours: the schema refuses undefined.
    return undefined;
  }
}
