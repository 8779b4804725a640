import type { DateTime } from "luxon";
import type { Decision } from "./decision.ts";
import type { Contact, Facts, Hold } from "./facts.ts";

/** When it was decided: as the message was planned, or as it was about to leave. */
export const DECISION_STAGES = ["planning", "dispatch"] as const;
export type DecisionStage = (typeof DECISION_STAGES)[number];

/**
 * A decision as plain JSON, to be kept beside its message and shown to an auditor: the verdict, the clause it rests on,
 * who decided, and everything it was decided from. Moments are ISO in UTC. The clause's sentence in each language is not
 * repeated in a million rows: `findClause(clause.id)` has it.
 */
export function toRecord(decision: Decision, facts: Facts, now: DateTime) {
  const { id, standing, law, article, confidence, source } = decision.clause;
  return {
    verdict: decision.allowed ? ("allow" as const) : ("deny" as const),
    reason: decision.reason,
    clause: { id, standing, law, article, confidence, source },
    until: decision.allowed ? null : iso(decision.until),
    judgedAs: decision.judgedAs,
    profile: decision.profile,
    decidedAt: iso(now),
    facts: factsRecord(facts),
  };
}

/** Every fact, absent ones as null, so that two records of one version have the same fields. */
function factsRecord(facts: Facts) {
  const { permission, attorney, moratorium, requestedHours, inconvenient } = facts;
  return {
    country: facts.country,
    placeKnown: facts.placeKnown ?? null,
    trigger: facts.trigger,
    messageKind: facts.messageKind,
    channel: facts.channel,
    recipient: facts.recipient,
    zones: [...facts.zones],
    permission: permission
      ? { channels: [...permission.channels], source: permission.source, givenAt: iso(permission.givenAt) }
      : null,
    optedOutAt: iso(facts.optedOutAt),
    attorney: attorney ?? null,
    moratorium: moratorium ?? null,
    deceased: facts.deceased ?? false,
    wrongPerson: facts.wrongPerson ?? false,
    holds: facts.holds.map(holdRecord),
    contacts: facts.contacts.map(contactRecord),
    lastInboundAt: iso(facts.lastInboundAt),
    conversationClosed: facts.conversationClosed,
    repliesSinceDebtorWrote: facts.repliesSinceDebtorWrote,
    requestedHours: requestedHours ?? null,
    inconvenient: inconvenient ?? [],
    deliveredWithinSeconds: facts.deliveredWithinSeconds ?? null,
    forbiddenContent: facts.forbiddenContent ?? false,
    coldOnNumber: facts.coldOnNumber ?? false,
    quiet: facts.quiet ?? [],
  };
}

function holdRecord({ kind, stops, until }: Hold) {
  return { kind, stops: [...stops], until: iso(until) };
}

function contactRecord({ at, channel, proactive, answered }: Contact) {
  return { at: iso(at), channel, proactive, answered: answered ?? false };
}

function iso(moment: DateTime | null | undefined): string | null {
  return moment ? moment.toUTC().toISO() : null;
}
