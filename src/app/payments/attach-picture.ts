import { createHash } from "node:crypto";
import { z } from "zod";
import { tellConsole } from "../../../db/intake.ts";
import { findWantedPictures, keepPicture, readWantedPicture, type WantedPicture } from "../../../db/payments/proofs.ts";
import type { MediaRef } from "../../channels/channel.ts";
import { AppError } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";

/** A photographed receipt has some hundred kilobytes; WhatsApp's own pictures end at 5 MB. */
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Pictures of one look: a second later the next ones follow. */
const AT_ONCE = 20;

type MediaDeps = Pick<Deps, "db" | "channels" | "log">;

/** What a message of the kind `media` keeps, by this build or an older one. */
const Detail = z.object({
  media: z.object({
    token: z.string(),
    type: z.enum(["image", "document", "audio", "video", "sticker"]),
    mime: z.string(),
    sha256: z.string().optional(),
    fileName: z.string().optional(),
  }),
});

export type Attached = "attached" | "not-to-be-had" | "nothing-wanted";

/**
 * Fetches the picture of one claim, on arrival: Meta keeps it for a week. One that is gone, too large or no longer itself is
 * marked as not to be had, with the hash that its signed webhook stated, so that the same picture twice is caught all the same.
 * @throws {AppError} `channel.unavailable` when trying again can help.
 */
export async function attachProofPicture(
  deps: MediaDeps,
  { businessId, proofId }: { businessId: string; proofId: string },
): Promise<Attached> {
  const wanted = await deps.db.inBusiness(businessId, (tx) => readWantedPicture(tx, businessId, proofId));
  return wanted ? attach(deps, businessId, wanted) : "nothing-wanted";
}

/** Those of a business that wait, except for those that `mayTry` says were tried a moment ago. Returns the ones to be tried again. */
export async function attachPictures(
  deps: MediaDeps,
  businessId: string,
  mayTry: (proofId: string) => boolean,
): Promise<string[]> {
  const wanted = await deps.db.inBusiness(businessId, (tx) => findWantedPictures(tx, businessId, { limit: AT_ONCE }));
  const failed: string[] = [];
  for (const one of wanted.filter(({ proofId }) => mayTry(proofId))) {
    try {
      await attach(deps, businessId, one);
    } catch (error) {
      deps.log.warn(
        { error, businessId, proofId: one.proofId },
        "a receipt's picture could not be fetched; it is tried again",
      );
      failed.push(one.proofId);
    }
  }
  return failed;
}

async function attach(
  deps: MediaDeps,
  businessId: string,
  { proofId, conversationId, channelId, detail }: WantedPicture,
): Promise<Attached> {
  const media = readMedia(detail);
  const bytes = media && (await fetched(deps, channelId, media));
  const sha256 = bytes ? createHash("sha256").update(bytes).digest("hex") : (media?.sha256 ?? null);
  const isNew = await deps.db.inBusiness(businessId, async (tx) => {
    const kept = await keepPicture(tx, businessId, {
      proofId,
      mime: media?.mime ?? "application/octet-stream",
      sha256,
      bytes: bytes ?? null,
    });
    if (kept)
      await tellConsole(tx, businessId, [
        { kind: "receipt.changed", subjectId: proofId },
        { kind: "conversation.changed", subjectId: conversationId },
      ]);
    return kept;
  });
  if (!isNew) return "nothing-wanted";
  return bytes ? "attached" : "not-to-be-had";
}

function readMedia(detail: unknown): MediaRef | undefined {
  const media = Detail.safeParse(detail).data?.media;
  return media && { ...media, sha256: media.sha256, fileName: media.fileName };
}

async function fetched(
  { channels, log }: MediaDeps,
  channelId: string,
  media: MediaRef,
): Promise<Uint8Array | undefined> {
  const channel = channels.get(channelId);
  if (!channel)
    throw new AppError(
      "channel.unavailable",
      `Channel ${channelId} is not open here: connect it again to see its pictures.`,
    );
  try {
    const bytes = await channel.download(media);
    return bytes.byteLength <= LARGEST_BYTES ? bytes : undefined;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "channel.rejected")) throw error;
    log.warn({ error, channelId }, "a receipt's picture is not to be had");
    return undefined;
  }
}
