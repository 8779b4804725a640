import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { joinCloudNumber, numberByKey, saveNumberFacts } from "../../../db/numbers.ts";
import { FIRST_MESSAGING_LIMIT } from "../../domain/outreach/messaging-limit.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import {
  type CheckedNumber,
  checkCloudNumber,
  mayBeAdded,
  type NumberToCheck,
  refuseInDemo,
} from "./check-cloud-number.ts";
import { clearTokenAlarms } from "./clear-token-alarms.ts";
import type { CloudDeps } from "./cloud-deps.ts";
import { sealCredentials } from "./credentials.ts";
import { factsOf } from "./number-facts.ts";
import { isTaken, numberTaken, refuseInUse } from "./take-number.ts";

export type AddCloudNumber = NumberToCheck & {
  readonly businessId: string;
  readonly userId: string;
  readonly name: string;
  readonly wabaId: string;
  readonly expectedPhone: string;
  /** Subscribe the app to the account where it is not. */
  readonly subscribes: boolean;
};

export type AddedNumber =
  | { readonly added: true; readonly id: string; readonly checked: CheckedNumber }
  | { readonly added: false; readonly checked: CheckedNumber };

/**
 * Joins a Cloud API number to a business, with secrets of its own, on the record. Only what passes every check is taken, asked of
 * Meta here and now: whoever can enter a number that is not theirs cannot enter a token that reads it. One that was retired here
 * comes back with its past.
 *
 * @throws {AppError} `number.taken` when it is in use here, or another business's; `request.conflict` in a demo
 */
export async function addCloudNumber(deps: CloudDeps, asked: AddCloudNumber): Promise<AddedNumber> {
  refuseInDemo(deps.cloud);
  await refuseInUse(deps, asked);
  const checked = await checkCloudNumber(deps, asked, asked);
  if (!mayBeAdded(checked)) return { added: false, checked };
  const id = await join(deps, asked, checked).catch((error: unknown) => {
    throw isTaken(error) ? numberTaken() : error;
  });
  await deps.channelsChanged();
  return { added: true, id, checked };
}

async function join(deps: CloudDeps, asked: AddCloudNumber, checked: CheckedNumber): Promise<string> {
  const { businessId, phoneNumberId, wabaId, userId } = asked;
  const name = storable(asked.name);
  const facts = { ...factsOf(checked.number), wabaId };
  return deps.db.inBusiness(businessId, async (tx) => {
    const before = await numberByKey(tx, businessId, phoneNumberId);
    // Somebody else may have joined it while Meta was asked.
    if (before && before.retiredAt === null) throw numberTaken();
    const id = before?.id ?? newId();
    await joinCloudNumber(tx, businessId, {
      id,
      name,
      routingKey: phoneNumberId,
      wabaId,
      credentials: sealCredentials(deps.secrets, asked),
      messagingLimit: facts.tierLimit === undefined ? FIRST_MESSAGING_LIMIT : null,
    });
    const at = deps.clock.now();
    await clearTokenAlarms(tx, businessId, { channelId: id, at });
    await saveNumberFacts(tx, businessId, { id, facts, at });
    const { now } = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: before ? "channel.joined-again" : "channel.joined",
      subject: "channel",
      subjectId: id,
      before: null,
      after: { kind: "cloud", name, phoneNumberId, wabaId, phone: facts.phone ?? null },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
    return id;
  });
}
