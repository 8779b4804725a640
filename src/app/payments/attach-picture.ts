import { tellConsole } from "../../../db/intake.ts";
import { findWantedPictures, keepPicture, readWantedPicture, type WantedPicture } from "../../../db/payments/proofs.ts";
import { type FileDeps, fileOf } from "../messages/fetch-file.ts";

/** A photographed receipt has some hundred kilobytes; WhatsApp's own pictures end at 5 MB. */
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Pictures of one look: a second later the next ones follow. */
const AT_ONCE = 20;

export type Attached = "attached" | "not-to-be-had" | "nothing-wanted";

/**
 * Fetches the picture of one claim, on arrival: Meta keeps it for a week. One that is gone, too large or no longer itself is
 * marked as not to be had, with the hash that its signed webhook stated, so that the same picture twice is caught all the same.
 * @throws {AppError} `channel.unavailable` when trying again can help.
 */
export async function attachProofPicture(
  deps: FileDeps,
  { businessId, proofId }: { businessId: string; proofId: string },
): Promise<Attached> {
  const wanted = await deps.db.inBusiness(businessId, (tx) => readWantedPicture(tx, businessId, proofId));
  return wanted ? attach(deps, businessId, wanted) : "nothing-wanted";
}

/** Those of a business that wait, except for those that `mayTry` says were tried a moment ago. Returns the ones to be tried again. */
export async function attachPictures(
  deps: FileDeps,
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
  deps: FileDeps,
  businessId: string,
  { proofId, conversationId, messageId }: WantedPicture,
): Promise<Attached> {
  const file = await fileOf(deps, businessId, messageId);
  const bytes = file?.bytes && file.bytes.byteLength <= LARGEST_BYTES ? file.bytes : null;
  const isNew = await deps.db.inBusiness(businessId, async (tx) => {
    const kept = await keepPicture(tx, businessId, {
      proofId,
      mime: file?.mime ?? "application/octet-stream",
      sha256: file?.sha256 ?? null,
      bytes,
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
