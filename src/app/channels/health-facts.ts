import { DateTime } from "luxon";
import type { HealthRow } from "../../../db/number-health.ts";
import type { Counts, NumberFacts } from "../../domain/outreach/number-health/facts.ts";
import { isRestriction } from "../../domain/outreach/number-health/restrictions.ts";

/** A number's health, as the rules ask about it, from what the database holds. */
export function healthFacts(number: HealthRow, now: DateTime): NumberFacts {
  const { kind, metaLimit, stoppedBy, errorsInARow, before, resumedAt } = number;
  const usedSince = number.firstUsedAt ?? number.oldestSentAt ?? now;
  return {
    kind,
    ageDays: daysBetween(usedSince, now),
    metaLimit,
    quality: number.quality ?? "UNKNOWN",
    blockedBecause: gravest([number.blockedBecause, linkRestriction(number), number.failedBecause]),
    stoppedBy,
    resumedDaysAgo: resumedAt === null ? null : daysBetween(resumedAt, now),
    errorsInARow,
    day: countsOf(number.day, { people: number.peopleDay, begun: 0, replied: 0, optOuts: 0 }),
    week: countsOf(number.week, number),
    before: before && {
      verdict: before.verdict,
      peopleADay: before.peopleADay,
      hoursAgo: Math.max(0, now.diff(DateTime.fromISO(before.at), "hours").hours),
    },
  };
}

/** A restriction before whatever else blocks the number: a token that is over must not hide it. */
function gravest(reasons: readonly (string | null)[]): string | null {
  const known = reasons.filter((one) => one !== null);
  return known.find(isRestriction) ?? known[0] ?? null;
}

/** WhatsApp's own stops of a linked phone. That it is off, or was unlinked, is no judgement of it. */
function linkRestriction({ linkState, linkBecause }: HealthRow): string | null {
  if (linkState === "restricted") return "link.restricted";
  return linkState === "ended" && linkBecause === "banned" ? "link.banned" : null;
}

type People = Pick<Counts, "people" | "begun" | "replied"> & { readonly optOuts: number };

function countsOf(
  { sent, undeliverable, capped, stops, failed }: HealthRow["week"],
  { people, begun, replied, optOuts }: People,
): Counts {
  const otherFailures = failed - undeliverable - capped - stops;
  return { sent, people, begun, replied, undeliverable, capped, otherFailures, stops: stops + optOuts };
}

function daysBetween(from: DateTime, to: DateTime): number {
  return Math.max(0, Math.floor(to.diff(from, "days").days));
}
