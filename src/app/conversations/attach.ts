import { createHash } from "node:crypto";
import { attachFile } from "../../../db/message-files.ts";
import type { OutFile } from "../../channels/channel.ts";
import { AppError } from "../../domain/errors.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";

export type Attach = {
  readonly businessId: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
};

export type AttachedTo =
  | { readonly attached: true; readonly fileId: string }
  | {
      readonly attached: false;
      readonly because: "closed" | "not-owner" | "not-verified" | "wrong-kind" | "too-large";
    };

/**
 * Puts a file where WhatsApp will fetch it from, for the agent's next reply to carry (`replyAsAgent`). What kind it is is read from
 * its bytes, not from its name. Only to somebody who has proved who they are: nobody can read in a file whether it speaks of a debt.
 *
 * @throws {AppError} `channel.unavailable` when WhatsApp does not take it now, `channel.rejected` when it never will
 */
export async function attachToReply(
  deps: Pick<Deps, "db" | "clock" | "channels">,
  { businessId, conversationId, userId, bytes, fileName }: Attach,
): Promise<AttachedTo> {
  const kind = kindOf(bytes);
  if (!kind) return { attached: false, because: "wrong-kind" };
  const allowed = await deps.db.inBusiness(businessId, async (tx) => {
    const conversation = await lockedConversation(await moveContext(deps, tx), conversationId);
    if (conversation.closedAt !== null) return { because: "closed" } as const;
    if (conversation.owner !== "agent" || conversation.ownerUserId !== userId) return { because: "not-owner" } as const;
    if (conversation.verifiedAt === null) return { because: "not-verified" } as const;
    return { channelId: conversation.channelId };
  });
  if ("because" in allowed) return { attached: false, because: allowed.because };

  const channel = deps.channels.get(allowed.channelId);
  if (!channel)
    throw new AppError(
      "channel.unavailable",
      `Channel ${allowed.channelId} is not open here: connect it, then attach again.`,
    );
  const { maxBytes, mimes } = channel.can.media[kind.type];
  if (!mimes.includes(kind.mime)) return { attached: false, because: "wrong-kind" };
  if (bytes.byteLength > Math.min(maxBytes, LARGEST_BYTES)) return { attached: false, because: "too-large" };

  // Outside of any transaction: WhatsApp may take seconds. What it has and nobody sends, it forgets by itself.
  const token = await channel.upload({ bytes, fileName, ...kind });
  const fileId = newId();
  await deps.db.inBusiness(businessId, (tx) =>
    attachFile(tx, businessId, {
      id: fileId,
      conversationId,
      channelId: channel.id,
      attachedBy: userId,
      mime: kind.mime,
      fileName,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes,
      token,
    }),
  );
  return { attached: true, fileId };
}

/** A statement or a receipt has some hundred kilobytes. */
const LARGEST_BYTES = 10 * 1024 * 1024;

const KINDS: readonly (Pick<OutFile, "type" | "mime"> & { readonly begins: readonly number[] })[] = [
  { type: "image", mime: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
  { type: "image", mime: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "document", mime: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

function kindOf(bytes: Uint8Array): Pick<OutFile, "type" | "mime"> | undefined {
  const found = KINDS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  return found && { type: found.type, mime: found.mime };
}
