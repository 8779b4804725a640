import { createHash } from "node:crypto";
import { channelsOf } from "../../../db/channels.ts";
import { tellConsole } from "../../../db/intake.ts";
import { holdReports, insertFault, keepMedia, showOnPhone } from "../../../db/simulator.ts";
import type { InboundContent, InboundMessage } from "../../channels/channel.ts";
import { type Fault, planInbound } from "../../channels/simulator/fault.ts";
import { AppError } from "../../domain/errors.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { takeOrderedFault } from "./phone.ts";
import { type ReleaseDeps, releaseReports } from "./release-reports.ts";

export type PhoneSends =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "choiceReply"; readonly id: string; readonly title: string }
  | { readonly kind: "picture"; readonly mime: string; readonly bytes: Buffer; readonly caption?: string | undefined };

/**
 * Somebody writes on a simulated phone: it is shown there at once, and reaches us as a webhook would, unless a fault was
 * ordered. `phone` is E.164 digits without the plus. @throws {AppError} `request.not-found` without a simulator.
 */
export async function sendFromPhone(
  deps: ReleaseDeps,
  { businessId, phone, sends }: { businessId: string; phone: string; sends: PhoneSends },
): Promise<void> {
  await deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const channel = (await channelsOf(tx, businessId)).find(({ kind }) => kind === "simulator");
    if (!channel) throw new AppError("request.not-found", "This business has no simulated phone.");

    const content = sends.kind === "picture" ? await keepPicture(tx, businessId, sends) : sends;
    const message: InboundMessage = {
      type: "message",
      providerId: `sim.in.${newId()}`,
      from: { phone },
      pushName: undefined,
      sentAt: now,
      replyTo: undefined,
      content,
    };
    const real = deps.clock.now();
    await showOnPhone(tx, businessId, {
      phone,
      direction: "in",
      providerId: message.providerId,
      outboxId: null,
      content,
      at: now,
      visibleAt: real,
    });
    await tellConsole(tx, businessId, [{ kind: "phone.changed", subjectId: null }]);
    const arriving = planInbound([message], await takeOrderedFault(tx, businessId, phone, deps), real);
    await holdReports(
      tx,
      businessId,
      arriving.map(({ message: report, arrivesAt }) => ({ channelId: channel.id, report, dueAt: arrivesAt })),
    );
  });
  await releaseReports(deps, businessId);
}

async function keepPicture(
  tx: Parameters<typeof keepMedia>[0],
  businessId: string,
  { mime, bytes, caption }: Extract<PhoneSends, { kind: "picture" }>,
): Promise<InboundContent> {
  const token = newId();
  await keepMedia(tx, businessId, { token, mime, bytes });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    kind: "media",
    media: { token, type: mime.startsWith("image/") ? "image" : "document", mime, sha256, fileName: undefined },
    caption,
  };
}

/** The next message to or from this phone goes wrong as ordered. */
export async function orderFault(
  deps: Pick<Deps, "db">,
  { businessId, phone, fault }: { businessId: string; phone: string; fault: Fault },
): Promise<void> {
  await deps.db.inBusiness(businessId, (tx) => insertFault(tx, businessId, { id: newId(), phone, fault }));
}
