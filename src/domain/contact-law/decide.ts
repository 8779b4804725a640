import { DateTime } from "luxon";
import { checkCaps } from "./caps.ts";
import { type Clause, clauseOn, policy } from "./clause.ts";
import { allow, type DecidedBy, type Decision, refuse, type Verdict } from "./decision.ts";
import type { Facts, Trigger } from "./facts.ts";
import { checkHours } from "./hours-check.ts";
import { COLD_CONTACT_CLAUSE } from "./number-clauses.ts";
import type { Profile } from "./profile.ts";
import { checkStops } from "./stops.ts";
import { triggerAt } from "./trigger.ts";

/** Refusals passed on the way to the next legal moment; a year of full caps needs far fewer. Past it: never. */
const MOST_STEPS = 500;

export const UNKNOWN_JURISDICTION_CLAUSE = policy({
  id: "any.jurisdiction",
  article: "1",
  text: {
    es: "No escribimos donde no tenemos la ley de contacto escrita como reglas.",
    "pt-BR": "Não escrevemos onde a lei de contato ainda não está escrita como regras.",
    en: "We do not write where contact law has not been put into rules.",
  },
  source: "src/domain/contact-law/README.md",
});

/**
 * May this message leave for this person now? Pure: the same profile, facts and moment give the same decision. The order
 * of checks: recipient, stop states, holds, words, barred channels, start or reply, permission and channel, zone, holiday, window,
 * inconvenient times, then how often (`checkCaps`). A profile that does not exist refuses everything.
 */
export function decide(profile: Profile | undefined, facts: Facts, now: DateTime): Decision {
  const nowMs = now.toMillis();
  const decidedBy = decidedByOf(profile, facts);
  const judgedAs = judge(profile, facts, nowMs);
  const verdict = check(profile, facts, judgedAs, nowMs);
  const clause = clauseOn(verdict.clause, facts.channel);
  if (verdict.allowed) return { allowed: true, reason: verdict.reason, clause, judgedAs, profile: decidedBy };

  const next = firstAllowed(profile, facts, { ms: nowMs, verdict });
  const until = next && DateTime.fromMillis(next.ms, { zone: "utc" });
  const longest = next && clauseOn(next.longest, facts.channel);
  const longestClause = longest && longest.id !== clause.id ? longest : null;
  return { allowed: false, reason: verdict.reason, clause, until, longestClause, judgedAs, profile: decidedBy };
}

/** The first moment from now on at which these facts allow it: `now` itself when they do, null when never. */
export function nextAllowed(profile: Profile | undefined, facts: Facts, now: DateTime): DateTime | null {
  const decision = decide(profile, facts, now);
  return decision.allowed ? now : decision.until;
}

type Refused = { readonly ms: number; readonly verdict: Extract<Verdict, { allowed: false }> };

/**
 * Each check says when it alone would pass, and refuses at every moment before; so going from one such moment to the next
 * ends at the first moment that all allow, and skips none. `longest`: the rule that took most of the time.
 */
function firstAllowed(
  profile: Profile | undefined,
  facts: Facts,
  first: Refused,
): { readonly ms: number; readonly longest: Clause } | null {
  let { ms, verdict } = first;
  let longest = { clause: verdict.clause, lasts: 0 };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (verdict.untilMs === null) return null;
    const lasts = verdict.untilMs - ms;
    if (lasts > longest.lasts) longest = { clause: verdict.clause, lasts };
    ms = verdict.untilMs;
    const next = check(profile, facts, judge(profile, facts, ms), ms);
    if (next.allowed) return { ms, longest: longest.clause };
    verdict = next;
  }
  return null;
}

function judge(profile: Profile | undefined, facts: Facts, nowMs: number): Trigger {
  const judgedAs = triggerAt(facts.trigger, facts, nowMs);
  if (judgedAs !== "confirmation" || !profile || profile.confirmation.exempt) return judgedAs;
  return triggerAt("reply", facts, nowMs);
}

function check(profile: Profile | undefined, facts: Facts, judgedAs: Trigger, nowMs: number): Verdict {
  if (!profile) return refuse("UNKNOWN_JURISDICTION", UNKNOWN_JURISDICTION_CLAUSE, null);
  const stopped = checkStops(profile, facts, judgedAs, nowMs);
  if (stopped && !stopped.allowed) return stopped;
  const { barred } = profile;
  if (barred?.channels.includes(facts.channel)) return refuse("CHANNEL_NOT_AUTHORISED", barred.clause, null);
  if (stopped) return stopped;

  // An answer ends here, before any calendar: at 1,000 turns a second nearly every send is one.
  if (judgedAs === "reply") return allow("REPLY_TO_DEBTOR", profile.reply.clause);

  if (facts.coldOnNumber) return refuse("COLD_CONTACT", COLD_CONTACT_CLAUSE, null);
  if (!facts.permission) return refuse("NO_PERMISSION", profile.permission.clause, null);
  if (!facts.permission.channels.includes(facts.channel)) {
    return refuse("CHANNEL_NOT_AUTHORISED", profile.channel.clause, null);
  }
  if (judgedAs === "confirmation") return allow("OPERATION_CONFIRMATION", profile.confirmation.clause);
  return checkTimes(profile, facts, nowMs);
}

function checkTimes(profile: Profile, facts: Facts, nowMs: number): Verdict {
  const hours = checkHours(profile, facts, nowMs);
  if (typeof hours !== "string") return hours;
  const capped = checkCaps(profile, facts, nowMs);
  if (capped) return capped;
  if (hours === "law" || !profile.requestedHours) return allow("OK", profile.hours.clause);
  return allow("CONSUMER_REQUESTED_HOURS", profile.requestedHours.clause);
}

function decidedByOf(profile: Profile | undefined, { country }: Facts): DecidedBy {
  if (!profile) return { country, subdivision: null, version: "none", readings: {} };
  const { subdivision = null, version, readings } = profile;
  return { country: profile.country, subdivision, version, readings };
}
