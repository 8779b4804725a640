import { z } from "zod";
import type { MediaRef } from "../../channels/channel.ts";

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

/** Where a message's file lies; undefined when nothing of it is known (any more). */
export function mediaOf(detail: unknown): MediaRef | undefined {
  const media = Detail.safeParse(detail).data?.media;
  return media && { ...media, sha256: media.sha256, fileName: media.fileName };
}
