import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { liftBlocks } from "../../../db/number-blocks.ts";
import { keepHealth, lockStopped, type StoppedNumber } from "../../../db/number-health.ts";
import { AppError } from "../../domain/errors.ts";
import { LIFTED_BY_PERSON } from "../../domain/outreach/block-source.ts";
import { RESTRICTIONS_COUNT_DAYS, restHours } from "../../domain/outreach/number-health/restrictions.ts";
import { RULE_VERSION, WARM_UP } from "../../domain/outreach/number-health/rules.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { governNumbers } from "./govern-numbers.ts";

/** The name under which a person's word is kept that a stopped number may go on. */
const RESUMED = "resumed";

export type ResumeNumber = { readonly businessId: string; readonly channelId: string; readonly userId: string };

/**
 * A person lets a stopped number go on, on the record. After a restriction it rests for some time whoever asks, and its warm-up begins
 * again. Its link only its phone mends. False when there is no such number. @throws {AppError} `request.conflict` when it is not
 * stopped, rests still, or is stopped by its link alone.
 */
export async function resumeNumber(
  deps: Pick<Deps, "db" | "clock" | "channels">,
  asked: ResumeNumber,
): Promise<boolean> {
  // What stopped it a moment ago is on the record before anybody judges whether it has rested.
  await governNumbers(deps, asked.businessId);
  if (!(await resume(deps, asked))) return false;
  await governNumbers(deps, asked.businessId);
  return true;
}

async function resume(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, channelId, userId }: ResumeNumber,
): Promise<boolean> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const since = now.minus({ days: RESTRICTIONS_COUNT_DAYS });
    const number = await lockStopped(tx, businessId, { channelId, since });
    if (!number) return false;
    const { blocks, blockedBecause, verdict, stoppedBy } = number;
    const { link = null, ...liftable } = blocks;
    if (link !== null && stoppedBy === null && Object.keys(liftable).length === 0)
      throw new AppError("request.conflict", "This number's phone is not linked: it goes on once it is.");
    if (blockedBecause === null && verdict !== "stopped")
      throw new AppError("request.conflict", "This number is not stopped.");
    const restsUntil = restEnd(number, now);
    if (restsUntil && restsUntil > now)
      throw new AppError(
        "request.conflict",
        `WhatsApp restricted this number: it rests until ${restsUntil.toUTC().toISO()}. Going on sooner is how numbers are lost.`,
      );
    await liftBlocks(tx, businessId, { channelId, sources: LIFTED_BY_PERSON });
    if (stoppedBy !== null) {
      const anew = {
        verdict: "warming-up",
        peopleADay: WARM_UP.linked[0],
        everyMs: 0,
        reason: RESUMED,
        at: now,
      } as const;
      const record = { ...anew, reasons: [], ruleVersion: RULE_VERSION, lookAgainHours: 0, by: userId, stoppedBy };
      await keepHealth(tx, businessId, { ...anew, id: newId(), channelId, record });
    }
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "channel.resumed",
      subject: "channel",
      subjectId: channelId,
      before: { blockedBecause: blockedBecause ?? stoppedBy },
      after: { blockedBecause: link },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
    return true;
  });
}

/** Until when it rests after its last restriction; undefined: none stands. One that blocks it and is not judged yet begins now. */
function restEnd(
  { blocks, stoppedBy, restrictions, restrictedAt }: StoppedNumber,
  now: DateTime,
): DateTime | undefined {
  if (stoppedBy !== null) return restrictedAt?.plus({ hours: restHours(restrictions) });
  return blocks.restriction === undefined ? undefined : now.plus({ hours: restHours(restrictions + 1) });
}
