import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import {
  appendNumberEvent,
  blockByLink,
  type LinkToSave,
  lockLink,
  type StoredLink,
  saveLink,
  useLinked,
} from "../../../db/channel-links.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { holdsLease } from "../../../db/session-lease.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import type { ChannelEvent, ChannelIdentity, LinkState, PassedOver } from "../../channels/channel.ts";
import { unreachable } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveDeps } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { keepUnknownIn } from "../messages/keep-unknown.ts";
import type { Receive } from "../messages/receive.ts";
import { joinIdentities } from "./join-identities.ts";
import { takeEcho } from "./take-echo.ts";

/** The phone that something happened on, and as whose session of it. */
export type LinkedPhone = { readonly businessId: string; readonly channelId: string; readonly owner: string };

/** Resolves when what happened is durable; only then may the phone's session forget it. */
export type TakeEvent = (phone: LinkedPhone, event: ChannelEvent) => Promise<void>;

/** What becomes of what a linked phone tells: the sink of its driver. */
export function makeTakeEvent(
  deps: MoveDeps & Pick<Deps, "db" | "clock" | "log"> & { readonly receive: Receive },
): TakeEvent {
  /** Names of one person that are known to be one already: the database need not be asked at each message of theirs. */
  const known = new Set<string>();
  const join = async (businessId: string, same: ChannelIdentity): Promise<void> => {
    const names = JSON.stringify([businessId, same.phone, same.lid, same.bsuid]);
    if (known.has(names)) return;
    await joinIdentities(deps, businessId, same);
    if (known.size >= MOST_KNOWN) known.clear();
    known.add(names);
  };

  return async (phone, event) => {
    const { businessId, channelId } = phone;
    const delivery = { businessId, channelId, body: JSON.stringify(event), receivedAt: deps.clock.now() };
    switch (event.type) {
      case "message":
        // First, so that a message finds one contact and not one of two.
        if (isJoining(event.from)) await join(businessId, event.from);
        return deps.receive({ ...delivery, messages: [event], statuses: [] });
      case "status":
        return deps.receive({ ...delivery, messages: [], statuses: [event] });
      case "echo":
        return takeEcho(deps, phone, event);
      case "passed-over":
        return deps.db.inBusiness(businessId, (tx) => keepPassedOver(tx, phone, { event, at: deps.clock.now() }));
      case "identity":
        return join(businessId, event.same);
      case "link":
        return deps.db.inBusiness(businessId, (tx) => takeLink(deps, tx, phone, event.link));
      default:
        return unreachable(event);
    }
  };
}

const MOST_KNOWN = 10_000;

function isJoining({ phone, lid, bsuid }: ChannelIdentity): boolean {
  return [phone, lid, bsuid].filter(Boolean).length > 1;
}

/** Kept whole, and a person called: somebody may have written what nobody here has read. */
async function keepPassedOver(
  tx: Tx,
  { businessId, channelId }: LinkedPhone,
  { event: { what, raw }, at }: { event: PassedOver; at: DateTime },
): Promise<void> {
  const kept = await keepUnknownIn(tx, businessId, { parts: [{ channelId, what, body: raw }], receivedAt: at });
  if (kept === 0) return;
  await raiseAlarm(tx, businessId, {
    id: newId(),
    kind: "channel.passed-over",
    subjectId: channelId,
    detail: `Something that this phone received could not be taken (${what}), and is kept with what nobody knows. What came after it goes on.`,
  });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}

/** Whoever has lost the phone to another process tells nothing about it any more: being thrown out is what they would tell. */
async function takeLink(
  deps: Pick<Deps, "clock" | "secrets">,
  tx: Tx,
  { businessId, channelId, owner }: LinkedPhone,
  link: LinkState,
): Promise<void> {
  if (!(await holdsLease(tx, businessId, { channelId, owner }))) return;
  const before = await lockLink(tx, businessId, channelId);
  const at = deps.clock.now();
  const now = linkNow(before, link, { at, secrets: deps.secrets });
  await saveLink(tx, businessId, channelId, now);
  await blockOrUse(tx, businessId, { channelId, link, at });
  await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
  if (now.linkedAt !== null && before?.linkedAt == null)
    await recordAudit(tx, businessId, {
      actor: now.linkedBy ?? "the phone",
      action: "channel.linked",
      subject: "channel",
      subjectId: channelId,
      before: null,
      after: { selfPhone: now.selfPhone },
      at: (await moveContext(deps, tx)).now,
    });
  if (isNews(before, link)) await tellPeople(tx, businessId, { channelId, link, at });
}

function linkNow(
  before: StoredLink | undefined,
  link: LinkState,
  { at, secrets }: { at: DateTime } & Pick<Deps, "secrets">,
): LinkToSave {
  const { qr, code, ...state } = { qr: undefined, code: undefined, ...link };
  const secret = qr ?? code;
  const linked = linkedNow(before, link, at);
  return {
    state,
    secret: secret === undefined ? null : secrets.seal(secret),
    since: before?.state.state === link.state ? before.since : at,
    ...linked,
  };
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

async function blockOrUse(
  tx: Tx,
  businessId: string,
  { channelId, link, at }: { channelId: string; link: LinkState; at: DateTime },
): Promise<void> {
  switch (link.state) {
    case "open":
      return useLinked(tx, businessId, { channelId, phone: link.self.phone ?? null, at });
    case "unlinked":
    case "qr":
    case "code":
    case "linking":
      return blockByLink(tx, businessId, { channelId, because: "unlinked" });
    case "restricted":
      return blockByLink(tx, businessId, { channelId, because: "restricted" });
    case "ended":
      return blockByLink(tx, businessId, { channelId, because: link.because });
    // It comes back by itself. Until then its process takes no sends, and what waits keeps its place.
    case "connecting":
    case "down":
      return;
    default:
      return unreachable(link);
  }
}

/** The same said again, as after a restart, is no second alarm. */
function isNews(before: StoredLink | undefined, link: LinkState): boolean {
  const because = "because" in link ? link.because : undefined;
  return before?.state.state !== link.state || before.state.because !== because;
}

/** A person is needed. Not where one looks at the page anyway: nobody scanned in time, or the code was not taken. */
async function tellPeople(
  tx: Tx,
  businessId: string,
  { channelId, link, at }: { channelId: string; link: LinkState; at: DateTime },
): Promise<void> {
  if (link.state !== "restricted" && link.state !== "ended") return;
  if (link.state === "ended" && (link.because === "expired" || link.because === "refused")) return;
  const { state, because } = link;
  const detail = link.state === "ended" ? link.detail : `until ${link.until?.toISO() ?? "WhatsApp says otherwise"}`;
  await appendNumberEvent(tx, businessId, {
    id: newId(),
    channelId,
    kind: `link.${state}`,
    detail: { because, detail },
    at,
  });
  await raiseAlarm(tx, businessId, {
    id: newId(),
    kind: "channel.blocked",
    subjectId: channelId,
    detail: `link.${because}: ${detail}`,
  });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
