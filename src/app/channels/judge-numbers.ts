import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { blockNumber } from "../../../db/number-blocks.ts";
import { type HealthRow, keepHealth, lockHealth, noteFirstUse, numbersHealth } from "../../../db/number-health.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { decideHealth, type HealthDecision } from "../../domain/outreach/number-health/decide-health.ts";
import { FAILURE_CODES } from "../../domain/outreach/number-health/failure-class.ts";
import { RESTRICTIONS } from "../../domain/outreach/number-health/restrictions.ts";
import { newId } from "../../ids.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { healthFacts } from "./health-facts.ts";

/**
 * Judges the health of a business's numbers, or of one, in the transaction of what has just changed: what is decided holds from its commit
 * on. What changed is kept with its whole record: the number's people a day, its pace, and after a restriction that nothing leaves at all.
 * A demo's simulated number has no health: no one loses it. Gives those that may write to more people than before, for `placeAnew`.
 */
export async function judgeNumbers(
  { deps, tx, business, now }: MoveContext<Pick<Deps, "clock">>,
  which: { readonly only?: string } = {},
): Promise<string[]> {
  if (business.isDemo) return [];
  const numbers = await numbersHealth(tx, business.id, {
    now,
    realNow: deps.clock.now(),
    codes: FAILURE_CODES,
    restrictions: RESTRICTIONS,
    ...which,
  });
  const roomier: string[] = [];
  for (const number of numbers) if (await judge(tx, business.id, number, now)) roomier.push(number.id);
  return roomier;
}

/** True when the number may write to more people than before. */
async function judge(tx: Tx, businessId: string, number: HealthRow, now: DateTime): Promise<boolean> {
  const { id: channelId, decided, decisionId } = number;
  if (number.firstUsedAt === null && number.oldestSentAt !== null)
    await noteFirstUse(tx, businessId, { channelId, at: number.oldestSentAt });
  const facts = healthFacts(number, now);
  const decision = decideHealth(facts);
  const because = restrictionOf(decision);
  if (decided && isSame(decision, decided)) return false;
  // Another process decided in the meantime: by facts as new as these.
  if (!(await lockHealth(tx, businessId, { channelId, decisionId }))) return false;
  const { verdict, peopleADay, everyMs } = decision;
  const record = { ...decision, facts };
  const kept = { id: newId(), channelId, verdict, peopleADay, everyMs, reason: reasonOf(decision), record, at: now };
  await keepHealth(tx, businessId, kept);
  if (because !== null) await blockNumber(tx, businessId, { channelId, source: "restriction", because });
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
