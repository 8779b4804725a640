import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import {
  blockAgain,
  type HealthRow,
  keepHealth,
  lockHealth,
  noteFirstUse,
  numbersHealth,
} from "../../../db/number-health.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { decideHealth, type HealthDecision } from "../../domain/outreach/number-health/decide-health.ts";
import { FAILURE_CODES } from "../../domain/outreach/number-health/failure-class.ts";
import { RESTRICTIONS } from "../../domain/outreach/number-health/restrictions.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { placeAnew } from "../outbox/place-anew.ts";
import { healthFacts } from "./health-facts.ts";

type GovernDeps = Pick<Deps, "db" | "clock" | "channels">;

/**
 * Judges the health of every number of a business anew. What changed is kept with its whole record and holds from the commit on: the number's
 * people a day, its pace, and after a restriction that nothing leaves at all. A demo's simulated number has no health: no one
 * loses it. What waits is placed anew where there is room for more; where there is less, each is stopped as it comes up.
 */
export async function governNumbers(deps: GovernDeps, businessId: string): Promise<void> {
  const roomier = await deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    if (business.isDemo) return [];
    const realNow = deps.clock.now();
    const numbers = await numbersHealth(tx, businessId, {
      now,
      realNow,
      codes: FAILURE_CODES,
      restrictions: RESTRICTIONS,
    });
    const changed: string[] = [];
    for (const number of numbers) if (await govern(tx, businessId, number, now)) changed.push(number.id);
    return changed;
  });
  for (const channelId of roomier) await placeAnew(deps, { businessId, channelId });
}

/** True when the number may write to more people than before. */
async function govern(tx: Tx, businessId: string, number: HealthRow, now: DateTime): Promise<boolean> {
  const { id: channelId, decided, decisionId } = number;
  if (number.firstUsedAt === null && number.oldestSentAt !== null)
    await noteFirstUse(tx, businessId, { channelId, at: number.oldestSentAt });
  const facts = healthFacts(number, now);
  const decision = decideHealth(facts);
  const because = restrictionOf(decision);
  if (decided && isSame(decision, decided)) {
    if (because !== null && number.blockedBecause === null) await blockAgain(tx, businessId, { channelId, because });
    return false;
  }
  // Another process decided in the meantime: by facts as new as these.
  if (!(await lockHealth(tx, businessId, { channelId, decisionId }))) return false;
  const { verdict, peopleADay, everyMs } = decision;
  const record = { ...decision, facts };
  const kept = { id: newId(), channelId, verdict, peopleADay, everyMs, reason: reasonOf(decision), record, at: now };
  await keepHealth(tx, businessId, kept, because);
  await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
  await raiseAbout(tx, businessId, number, decision);
  return (
    decided !== null && (peopleADay ?? Number.POSITIVE_INFINITY) > (decided.peopleADay ?? Number.POSITIVE_INFINITY)
  );
}

function isSame(decision: HealthDecision, decided: NonNullable<HealthRow["decided"]>): boolean {
  return (
    decision.verdict === decided.verdict &&
    decision.peopleADay === decided.peopleADay &&
    decision.everyMs === decided.everyMs &&
    reasonOf(decision) === decided.reason
  );
}

/** The name under which a person's word is kept that a stopped number may go on. */
export const RESUMED = "resumed";

function reasonOf({ reasons: [first] }: HealthDecision): string {
  return first?.rule ?? "none";
}

/** The code for which nothing may leave until a person has said so. */
function restrictionOf({ reasons }: HealthDecision): string | null {
  const stop = reasons.find(({ rule }) => rule === "restriction" || rule === "awaiting-person");
  return stop === undefined ? null : String(stop.inputs["code"]);
}

/** A person hears when it gets worse. That a number is blocked for another reason they hear from the send that was refused. */
async function raiseAbout(
  tx: Tx,
  businessId: string,
  { id: subjectId, decided }: HealthRow,
  decision: HealthDecision,
): Promise<void> {
  const { verdict, peopleADay } = decision;
  const rule = reasonOf(decision);
  if (verdict === decided?.verdict || rule === "blocked") return;
  if (verdict !== "stopped" && verdict !== "slowed") return;
  const detail =
    verdict === "stopped"
      ? `${rule} ${restrictionOf(decision)}: nothing leaves by this number until somebody lets it go on.`
      : `${rule}: this number writes to no more than ${peopleADay ?? "Meta's limit of"} people a day, and slower.`;
  await raiseAlarm(tx, businessId, { id: newId(), kind: `number.${verdict}`, subjectId, detail });
  await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
