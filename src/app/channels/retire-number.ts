import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockNumber, retireChannel } from "../../../db/numbers.ts";
import { AppError } from "../../domain/errors.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { CloudDeps } from "./cloud-deps.ts";

export type RetireNumber = {
  readonly businessId: string;
  readonly userId: string;
  readonly channelId: string;
  /** Why, in the person's words. */
  readonly reason: string;
};

/**
 * Takes a number out of use, on the record: from the commit on nothing is sent through it in any process, and within a minute nothing
 * is received (`webhooks/known-numbers.ts`). Its secrets are forgotten. Its conversations and figures stay; what waits for it goes on waiting. Again changes nothing. False when there is none.
 *
 * @throws {AppError} `request.conflict` for a simulated phone
 */
export async function retireNumber(
  deps: Pick<CloudDeps, "db" | "clock" | "channelsChanged">,
  { businessId, userId, channelId: id, reason }: RetireNumber,
): Promise<boolean> {
  const wasThere = await deps.db.inBusiness(businessId, async (tx) => {
    const number = await lockNumber(tx, businessId, id);
    if (!number || number.retiredAt !== null) return number !== undefined;
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
      after: { reason: storable(reason) },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
    return true;
  });
  await deps.channelsChanged();
  return wasThere;
}
