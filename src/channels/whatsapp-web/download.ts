import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { MediaRef } from "../channel.ts";
import { MEDIA_LIMITS, TOO_LARGE } from "../media-limits.ts";
import { type Client, wordsOf } from "./open-page.ts";
import { withinMs } from "./time-out.ts";

/** A file that somebody sent, fetched and decrypted by the page. @throws {AppError} when it cannot be had now, or any more */
export async function download(client: Client | undefined, media: MediaRef, limitMs: number): Promise<Uint8Array> {
  if (client === undefined) throw new AppError("channel.unavailable", "the phone is not connected");
  const fetched = await withinMs(fetchMedia(client, media.token), limitMs).catch((cause: unknown) => {
    throw new AppError("channel.unavailable", `the page could not fetch the file: ${wordsOf(cause)}`, { cause });
  });
  if (fetched === undefined) throw new AppError("channel.unavailable", "the page took too long to fetch the file");
  if (fetched === "gone") throw new AppError("channel.rejected", "WhatsApp does not have the file any more");
  if (fetched === "too-large") throw new AppError("channel.rejected", TOO_LARGE);
  if (media.sha256 !== undefined && createHash("sha256").update(fetched).digest("hex") !== media.sha256) {
    throw new AppError("channel.rejected", "the file is not the one that was sent: its SHA-256 differs");
  }
  return fetched;
}

async function fetchMedia(client: Client, key: string): Promise<Buffer | "gone" | "too-large"> {
  const message = await client.getMessageById(key);
  if (message === null) return "gone";
  // What the sender says of it keeps a large file out of the page; the bytes themselves are counted in any case.
  const { data: said } = Sized.safeParse(message.rawData);
  if (said !== undefined && said.size > MEDIA_LIMITS.bytes) return "too-large";
  const media = await message.downloadMedia();
  if (media === undefined || media === null) return "gone";
  return Buffer.byteLength(media.data, "base64") > MEDIA_LIMITS.bytes ? "too-large" : Buffer.from(media.data, "base64");
}

const Sized = z.object({ size: z.number() });
