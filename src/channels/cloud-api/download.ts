import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { MediaRef } from "../channel.ts";
import { MEDIA_LIMITS, TOO_LARGE } from "../media-limits.ts";
import { parseJson } from "./parse-json.ts";
import type { Limits, Outcome, Transport } from "./transport.ts";

const Location = z.object({ url: z.url(), file_size: z.coerce.number().optional().catch(undefined) });

/**
 * Fetches what a debtor sent: Meta gives an address that lives 5 minutes, and it opens with our token only (Meta, "Media").
 * The bytes must have the hash that the signed webhook stated.
 *
 * @throws {AppError} `channel.unavailable` when trying again can help, `channel.rejected` when the media is gone or not it
 */
export async function download(
  from: Transport,
  { mediaPath, graphUrl, limits }: Place,
  media: MediaRef,
): Promise<Uint8Array> {
  const place = Location.safeParse(parseJson(bytesOf(await from.get(mediaPath, 100_000))));
  if (!place.success) throw new AppError("channel.rejected", "WhatsApp names no address for this media");
  if ((place.data.file_size ?? 0) > MEDIA_LIMITS.bytes) throw new AppError("channel.rejected", TOO_LARGE);
  const url = new URL(place.data.url);
  // Our token goes with the request, so never over an open line (except to the very server that has it already).
  if (url.protocol !== "https:" && url.origin !== graphUrl.origin) {
    throw new AppError("channel.rejected", "WhatsApp names an address for this media that is not https");
  }
  const bytes = bytesOf(await from.get(url, MEDIA_LIMITS.bytes, limits));
  if (media.sha256 !== undefined && createHash("sha256").update(bytes).digest("hex") !== media.sha256) {
    throw new AppError("channel.rejected", "the media is not the one that was announced: its hash differs");
  }
  return bytes;
}

/** `limits` of the bytes' own way; where they lie is asked within the transport's. */
type Place = { readonly mediaPath: URL; readonly graphUrl: URL; readonly limits: Limits };

function bytesOf(outcome: Outcome): Buffer {
  if (outcome.kind !== "answered") throw new AppError("channel.unavailable", `no answer for the media: ${outcome.why}`);
  if (outcome.status >= 200 && outcome.status < 300) return outcome.body;
  const code = outcome.status === 429 || outcome.status >= 500 ? "channel.unavailable" : "channel.rejected";
  throw new AppError(code, `WhatsApp answered ${outcome.status} for the media`);
}
