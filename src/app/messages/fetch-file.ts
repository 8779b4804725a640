import { createHash } from "node:crypto";
import type { DateTime } from "luxon";
import { tellConsole } from "../../../db/intake.ts";
import {
  findWantedFiles,
  giveFileUp,
  type KeptFile,
  keepFile,
  readFile,
  readWantedFile,
  tryFileLater,
  type WantedFile,
} from "../../../db/message-files.ts";
import { MEDIA_LIMITS } from "../../channels/media-limits.ts";
import { AppError } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";
import { mediaOf } from "./media-of.ts";

export type FileDeps = Pick<Deps, "db" | "channels" | "clock" | "log">;

/** Files of one look: a second later the next ones follow. */
const AT_ONCE = 20;
/** Meta keeps what debtors send for a week. */
const KEPT_THERE_DAYS = 7;
/** Each try that fails waits longer: 20 that fail within an hour may close a number's media for half of one (360dialog, "Media"). */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360] as const;

/** Fetches what waits, oldest first. One that fails is tried again later by itself, and stops none of the others. */
export async function fetchFiles(deps: FileDeps, businessId: string): Promise<void> {
  const wanted = await deps.db.inBusiness(businessId, (tx) =>
    findWantedFiles(tx, businessId, {
      realNow: deps.clock.now(),
      limit: AT_ONCE,
      // What lies with a number that is not open here must not fill the places of the others.
      channelIds: [...deps.channels.keys()],
    }),
  );
  for (const file of wanted) {
    try {
      await fetchOne(deps, businessId, file);
    } catch (error) {
      deps.log.warn({ error, businessId, messageId: file.messageId }, "a file could not be fetched; it is tried again");
      await later(deps, businessId, file, error);
    }
  }
}

/**
 * The file of one message, fetched now when it is not here yet.
 * @throws {AppError} `channel.unavailable` when it may be had later
 */
export async function fileOf(deps: FileDeps, businessId: string, messageId: string): Promise<KeptFile | undefined> {
  const wanted = await deps.db.inBusiness(businessId, (tx) => readWantedFile(tx, businessId, messageId));
  if (wanted) await fetchOne(deps, businessId, wanted);
  return deps.db.inBusiness(businessId, (tx) => readFile(tx, businessId, messageId));
}

async function fetchOne(deps: FileDeps, businessId: string, { messageId, ...file }: WantedFile): Promise<void> {
  const fetched = await download(deps, file);
  await deps.db.inBusiness(businessId, async (tx) => {
    const isNew =
      "bytes" in fetched
        ? await keepFile(tx, businessId, {
            messageId,
            bytes: fetched.bytes,
            sha256: createHash("sha256").update(fetched.bytes).digest("hex"),
          })
        : await giveFileUp(tx, businessId, { messageId, because: fetched.gone });
    if (isNew) await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: file.conversationId }]);
  });
}

type Fetched = { readonly bytes: Uint8Array } | { readonly gone: string };

/** The bytes, or why they are not to be had: gone, too large, or no longer what the signed webhook said. */
async function download(
  { channels, log }: FileDeps,
  { channelId, detail }: Pick<WantedFile, "channelId" | "detail">,
): Promise<Fetched> {
  const media = mediaOf(detail);
  if (!media) return { gone: "the message does not say where it lies" };
  const channel = channels.get(channelId);
  if (!channel)
    throw new AppError(
      "channel.unavailable",
      `Channel ${channelId} is not open here: connect it again to see what was sent to it.`,
    );
  try {
    const bytes = await channel.download(media);
    return bytes.byteLength <= MEDIA_LIMITS.bytes ? { bytes } : { gone: `larger than ${MEDIA_LIMITS.bytes} bytes` };
  } catch (error) {
    if (!(error instanceof AppError && error.code === "channel.rejected")) throw error;
    log.warn({ error, channelId }, "a file is not to be had");
    return { gone: error.message };
  }
}

async function later(
  { db, clock }: FileDeps,
  businessId: string,
  { messageId, tries, recordedAt }: WantedFile,
  error: unknown,
): Promise<void> {
  const because = error instanceof Error ? error.message : String(error);
  const retryAt = retryAtOf(clock.now(), tries);
  await db.inBusiness(
    businessId,
    async (tx): Promise<unknown> =>
      retryAt > recordedAt.plus({ days: KEPT_THERE_DAYS })
        ? giveFileUp(tx, businessId, { messageId, because })
        : tryFileLater(tx, businessId, { messageId, retryAt, because }),
  );
}

function retryAtOf(now: DateTime, tries: number): DateTime {
  return now.plus({ minutes: RETRY_MINUTES[Math.min(tries, RETRY_MINUTES.length - 1)] ?? 1 });
}
