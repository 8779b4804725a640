import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import { type LinkToSave, lockLink, noteLinked, type StoredLink, saveLink } from "../../../db/channel-links.ts";
import type { Tx } from "../../../db/client.ts";
import { clearAlarmsOf } from "../../../db/console/alarms.ts";
import { tellConsole } from "../../../db/intake.ts";
import { blockNumber, liftBlocks } from "../../../db/number-blocks.ts";
import { keepNumberEvents } from "../../../db/number-events.ts";
import { lastResumed } from "../../../db/number-health.ts";
import { holdsLease } from "../../../db/session-lease.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { LINK_ENDS, type LinkState } from "../../channels/channel.ts";
import { unreachable } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import { idOfContent, newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { placeAnewBeside } from "../outbox/place-anew-beside.ts";
import { judgeNumbers } from "./judge-numbers.ts";
import type { LinkedPhone } from "./take-event.ts";

/**
 * Keeps where a phone's link stands, and does what follows in the same transaction: whether anything may leave by the number, what a
 * person has to know, its health.
 *
 * @throws {AppError} `channel.unavailable` where the teller has not the phone's lease: being thrown out by another process is what they
 *   would tell. Never taken as kept: a driver forgets a phone's keys once its end is. A lease that ran out may be had again.
 */
export async function takeLink(
  deps: Pick<Deps, "db" | "clock" | "secrets" | "log" | "channels">,
  phone: LinkedPhone,
  link: LinkState,
): Promise<void> {
  const { businessId, channelId } = phone;
  const roomier = await deps.db.inBusiness(businessId, async (tx) => {
    if (!(await holdsLease(tx, businessId, phone))) throw notHeld();
    return keepLink(deps, tx, { businessId, channelId, link });
  });
  placeAnewBeside(deps, { businessId, channelIds: roomier });
}

function notHeld(): AppError {
  return new AppError(
    "channel.unavailable",
    "Another process has this phone's session, or none: where its link stands is not taken from this one",
  );
}

type Told = { readonly businessId: string; readonly channelId: string; readonly link: LinkState };
type News = Omit<Told, "businessId"> & { readonly at: DateTime };

/** Gives the number when it may write to more people by it. */
async function keepLink(
  deps: Pick<Deps, "clock" | "secrets">,
  tx: Tx,
  { businessId, channelId, link }: Told,
): Promise<string[]> {
  const before = await lockLink(tx, businessId, channelId);
  const at = deps.clock.now();
  const now = linkNow(before, link, { at, secrets: deps.secrets });
  await saveLink(tx, businessId, channelId, now);
  const told = { channelId, link, at };
  const isBlockedAnew = await blockOrLift(tx, businessId, told);
  await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
  const context = await moveContext(deps, tx);
  if (now.linkedAt !== null && before?.linkedAt == null)
    await recordAudit(tx, businessId, {
      actor: now.linkedBy ?? "the phone",
      action: "channel.linked",
      subject: "channel",
      subjectId: channelId,
      before: null,
      after: { selfPhone: now.selfPhone },
      at: context.now,
    });
  await tellPeople(tx, businessId, told, { isBlockedAnew });
  return isBlockedAnew ? judgeNumbers(context, { only: channelId }) : [];
}

function linkNow(
  before: StoredLink | undefined,
  link: LinkState,
  { at, secrets }: { at: DateTime } & Pick<Deps, "secrets">,
): LinkToSave {
  const { qr, code, ...state } = { qr: undefined, code: undefined, ...keptOf(before, link) };
  const secret = qr ?? code;
  const linked = linkedNow(before, link, at);
  return {
    state,
    secret: secret === undefined ? null : secrets.seal(secret),
    since: before?.state.state === link.state ? before.since : at,
    ...linked,
  };
}

/** Whether the phone knows that it was unlinked is kept until it is linked anew: a session that starts later cannot say it. */
function keptOf(before: StoredLink | undefined, link: LinkState): LinkState {
  if (link.state !== "unlinked") return link;
  const told = before?.linkedAt == null ? before?.state.told : link.told;
  return { state: "unlinked", ...(told !== undefined && { told }) };
}

/** Who linked it and which phone it is, from when it was linked until it is so no more. */
function linkedNow(
  before: StoredLink | undefined,
  link: LinkState,
  at: DateTime,
): Pick<LinkToSave, "linkedBy" | "linkedAt" | "selfPhone" | "selfLid"> {
  if (link.state === "open") {
    const { phone = null, lid = null } = link.self;
    const self = { selfPhone: phone ?? before?.selfPhone ?? null, selfLid: lid ?? before?.selfLid ?? null };
    if (before?.linkedAt != null) return { ...self, linkedBy: before.linkedBy, linkedAt: before.linkedAt };
    return { ...self, linkedBy: before?.askedBy ?? null, linkedAt: at };
  }
  const isOver = link.state === "unlinked" || (link.state === "ended" && ENDS_LINK.has(link.because));
  if (isOver || before === undefined) return { linkedBy: null, linkedAt: null, selfPhone: null, selfLid: null };
  const { linkedBy, linkedAt, selfPhone, selfLid } = before;
  return { linkedBy, linkedAt, selfPhone, selfLid };
}

/** After these the keys are worth nothing: it has to be linked anew. */
const ENDS_LINK: ReadonlySet<string> = new Set(["logged-out", "banned", "wrong-number"]);

/** True when the number is blocked for another reason by it, or for one less. */
async function blockOrLift(tx: Tx, businessId: string, { channelId, link, at }: News): Promise<boolean> {
  const byLink = (because: string) =>
    blockNumber(tx, businessId, { channelId, source: "link", because: `link.${because}` });
  const stands = async () => (await liftBlocks(tx, businessId, { channelId, sources: ["link"] })).length > 0;
  switch (link.state) {
    case "open":
      await noteLinked(tx, businessId, { channelId, phone: link.self.phone ?? null, at });
      await clearAlarmsOf(tx, businessId, { kind: "channel.blocked", subjectId: channelId, beginnings: MENDED, at });
      return stands();
    case "unlinked":
    case "qr":
    case "code":
    case "linking":
      return byLink("unlinked");
    // The link stands. That the phone connects again, and WhatsApp says it again, is no second restriction.
    case "restricted": {
      const isLifted = await stands();
      const because = "link.restricted";
      return (await blockNumber(tx, businessId, { channelId, source: "restriction", because })) || isLifted;
    }
    case "ended":
      return byLink(link.because);
    // It comes back by itself. Until then its process takes no sends, and what waits keeps its place.
    case "connecting":
    case "down":
      return false;
    default:
      return unreachable(link);
  }
}

/** What a link that stands again has mended. A ban it has not: that only a person lifts. */
const MENDED = LINK_ENDS.filter((because) => because !== "banned").map((because) => `link.${because}:`);

/**
 * A person is needed. Not where one looks at the page anyway: nobody scanned in time, or the code was not taken; nor where the same
 * is said again, as after a restart, which says that it connects in between.
 */
async function tellPeople(
  tx: Tx,
  businessId: string,
  { channelId, link, at }: News,
  { isBlockedAnew }: { isBlockedAnew: boolean },
): Promise<void> {
  if (link.state === "restricted") {
    const { because } = link;
    const detail = `until ${link.until?.toISO() ?? "WhatsApp says otherwise"}`;
    // Told at each connection while it lasts: kept once, and once more where a person has let the number go on since.
    const since = await lastResumed(tx, businessId, channelId);
    const id = idOfContent(JSON.stringify([channelId, "link.restricted", because, detail, since ?? null]));
    await keepNumberEvents(tx, businessId, [
      { id, channelId, kind: "link.restricted", detail: { because, detail }, at },
    ]);
    if (isBlockedAnew) await raise(tx, businessId, channelId, `link.restricted: ${because}, ${detail}`);
    return;
  }
  if (link.state !== "ended" || !isBlockedAnew || link.because === "expired" || link.because === "refused") return;
  const { because, detail } = link;
  await keepNumberEvents(tx, businessId, [
    { id: newId(), channelId, kind: "link.ended", detail: { because, detail }, at },
  ]);
  await raise(tx, businessId, channelId, `link.${because}: ${detail}`);
}

async function raise(tx: Tx, businessId: string, channelId: string, detail: string): Promise<void> {
  await raiseAlarm(tx, businessId, { id: newId(), kind: "channel.blocked", subjectId: channelId, detail });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
