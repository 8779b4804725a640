import { setTimeout as pause } from "node:timers/promises";
import { readLink, type StoredLink } from "../../../db/channel-links.ts";
import type { Deps } from "../deps.ts";
import { askPhone } from "./ask-phone.ts";

/**
 * `none`: no companion of ours is on the phone. `removed`: the phone has said that it took it off. `left`: as far as we know it is
 * still there, and only the phone's owner can remove it.
 */
export type Companion = "none" | "removed" | "left";

export type TakeOffPhone = { readonly businessId: string; readonly channelId: string; readonly userId: string };

/** The phone is told within ten seconds or not at all (`log-out.ts`). */
const WITHIN_MS = 15_000;
const LOOK_EACH_MS = 200;

/**
 * Has our companion taken off a linked phone by whoever holds its session, before its keys are forgotten: after that nobody here can. Where the
 * connection does not stand the phone cannot be told, and nobody is asked.
 */
export async function takeOffPhone(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, channelId, userId }: TakeOffPhone,
  { askWithinMs, withinMs = WITHIN_MS }: { askWithinMs?: number; withinMs?: number } = {},
): Promise<Companion> {
  const linkOf = () => deps.db.inBusiness(businessId, (tx) => readLink(tx, businessId, channelId));
  const link = await linkOf();
  if (link?.linkedAt == null) return "none";
  if (!isConnected(link)) return "left";
  const asked = { businessId, channelId, userId, ask: { what: "unlink" } } as const;
  const answer = await askPhone(deps, asked, askWithinMs === undefined ? {} : { withinMs: askWithinMs });
  if (!answer.asked) return "left";
  const untilMs = deps.clock.elapsedMs() + withinMs;
  while (deps.clock.elapsedMs() < untilMs) {
    const { state, told } = (await linkOf())?.state ?? {};
    if (state === "unlinked") return told === true ? "removed" : "left";
    await pause(LOOK_EACH_MS);
  }
  return "left";
}

function isConnected({ state: { state } }: StoredLink): boolean {
  return state === "open" || state === "restricted";
}
