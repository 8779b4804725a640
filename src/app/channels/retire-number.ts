import { recordAudit } from "../../../db/audit.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockNumber, retireChannel } from "../../../db/numbers.ts";
import { endLease } from "../../../db/session-lease.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { AppError } from "../../domain/errors.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { CloudDeps } from "./cloud-deps.ts";
import { type Companion, takeOffPhone } from "./take-off-phone.ts";

export type RetireNumber = {
  readonly businessId: string;
  readonly userId: string;
  readonly channelId: string;
  /** Why, in the person's words. */
  readonly reason: string;
};

/**
 * Takes a number out of use, on the record: from the commit on nothing is sent through it in any process, and within a minute nothing
 * is received (`webhooks/known-numbers.ts`). A linked phone is told first to remove us from its devices; where it cannot be reached in time
 * the number is retired all the same, and an alarm says that its owner has to. Its secrets are forgotten. Its conversations and figures
 * stay; what waits for it goes on waiting. Again changes nothing. `undefined` when there is none.
 *
 * @throws {AppError} `request.conflict` for a simulated phone
 */
export async function retireNumber(
  deps: Pick<CloudDeps, "db" | "clock" | "channelsChanged">,
  { businessId, userId, channelId: id, reason }: RetireNumber,
  within: { askWithinMs?: number; withinMs?: number } = {},
): Promise<{ readonly companion: Companion } | undefined> {
  // Before any lock: who has the phone writes to the number's rows while it is unlinked.
  const companion = await takeOffPhone(deps, { businessId, userId, channelId: id }, within);
  const retired = await deps.db.inBusiness(businessId, async (tx) => {
    await endLease(tx, businessId, id);
    const number = await lockNumber(tx, businessId, id);
    if (!number) return undefined;
    if (number.retiredAt !== null) return { companion: "none" } as const;
    if (number.kind === "simulator")
      throw new AppError("request.conflict", "A simulated phone belongs to its demo, and is not retired.");
    await retireChannel(tx, businessId, { id, at: deps.clock.now() });
    const { now } = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "channel.retired",
      subject: "channel",
      subjectId: id,
      before: { name: number.name, kind: number.kind, blockedBecause: number.blockedBecause },
      after: { reason: storable(reason), companion },
      at: now,
    });
    if (companion === "left") await sayLeft(tx, businessId, id);
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
    return { companion };
  });
  await deps.channelsChanged();
  return retired;
}

async function sayLeft(tx: Tx, businessId: string, subjectId: string): Promise<void> {
  await raiseAlarm(tx, businessId, {
    id: newId(),
    kind: "channel.companion-left",
    subjectId,
    detail:
      "The phone could not be told that this number is out of use: remove the device there, in WhatsApp > Linked devices.",
  });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
