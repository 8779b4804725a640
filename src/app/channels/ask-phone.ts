import { setTimeout as pause } from "node:timers/promises";
import { recordAudit } from "../../../db/audit.ts";
import { isAskWaiting, kindInUse, type LinkAsked, putAsk, withdrawAsk } from "../../../db/channel-links.ts";
import { LINKED_KINDS } from "../../domain/channel-kind.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

export type AskPhone = {
  readonly businessId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly ask:
    | { readonly what: "link-by-qr" | "unlink" }
    /** E.164 digits of the phone on which the code will be typed. */
    | { readonly what: "link-by-code"; readonly phone: string };
};

/** `nobody-has-it`: no process of this installation holds the session, so nothing was done and nothing will be. */
export type PhoneAsked =
  | { readonly asked: true }
  | { readonly asked: false; readonly because: "no-such-number" | "nobody-has-it" };

/** A number that was added just now is opened within five seconds. */
const WITHIN_MS = 8_000;
const LOOK_EACH_MS = 200;

/**
 * Has a phone linked or unlinked by whichever process holds its session, on the record. What comes of it stands in its link's
 * state. An ask that nobody takes in time is taken back, so that no QR appears when nobody looks any more.
 */
export async function askPhone(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, channelId, userId, ask }: AskPhone,
  { withinMs = WITHIN_MS }: { withinMs?: number } = {},
): Promise<PhoneAsked> {
  const asked: LinkAsked = { id: newId(), ...ask };
  const isPut = await deps.db.inBusiness(businessId, async (tx) => {
    const kind = await kindInUse(tx, businessId, channelId);
    if (!LINKED_KINDS.some((linked) => linked === kind)) return false;
    await putAsk(tx, businessId, { channelId, asked, askedBy: userId, at: deps.clock.now() });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: `channel.${ask.what}`,
      subject: "channel",
      subjectId: channelId,
      before: null,
      after: null,
      at: (await moveContext(deps, tx)).now,
    });
    return true;
  });
  if (!isPut) return { asked: false, because: "no-such-number" };

  const untilMs = deps.clock.elapsedMs() + withinMs;
  while (deps.clock.elapsedMs() < untilMs) {
    if (!(await deps.db.inBusiness(businessId, (tx) => isAskWaiting(tx, businessId, channelId, asked.id))))
      return { asked: true };
    await pause(LOOK_EACH_MS);
  }
  const isBack = await deps.db.inBusiness(businessId, (tx) => withdrawAsk(tx, businessId, channelId, asked.id));
  return isBack ? { asked: false, because: "nobody-has-it" } : { asked: true };
}
