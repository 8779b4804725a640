import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import type { ChannelEvent, ChannelIdentity, PassedOver } from "../../channels/channel.ts";
import { unreachable } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import type { MoveDeps } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { keepUnknownIn } from "../messages/keep-unknown.ts";
import type { Receive } from "../messages/receive.ts";
import { joinIdentities } from "./join-identities.ts";
import { takeEcho } from "./take-echo.ts";
import { takeLink } from "./take-link.ts";

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
        return takeLink(deps, phone, event.link);
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
