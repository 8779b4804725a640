import type { DateTime } from "luxon";
import { z } from "zod";
import type { DecisionColumns } from "../../../../db/console/thread.ts";
import type { Clause } from "../../../domain/contact-law/clause.ts";
import type { DecidedBy, Decision } from "../../../domain/contact-law/decision.ts";
import { findClause } from "../../../domain/contact-law/profiles.ts";
import { heldByChoice } from "../../../domain/contact-law/readings.ts";
import type { ClauseView, DecisionView, Language } from "../../contract/common.ts";
import { moment, momentOrNull } from "./moments.ts";

/** A clause as it was kept beside a decision; its sentence comes from this build's own table. */
const KeptClause = z.object({
  id: z.string(),
  standing: z.enum(["law", "policy"]),
  law: z.string(),
  article: z.string(),
  confidence: z.enum(["verified", "secondary", "unverified"]),
  source: z.string(),
});

/** Which law decided, as far as its readings go: what an older build kept otherwise says nothing of them. */
const KeptProfile = z.object({
  country: z.string(),
  version: z.string(),
  readings: z.record(z.string(), z.string()),
});

/** Null when nothing was decided about it. */
export function decisionView(row: DecisionColumns, language: Language): DecisionView | null {
  if (row.decisionAllowed === null || row.decisionReason === null || row.decisionAt === null) return null;
  return {
    stage: row.decisionStage,
    allowed: row.decisionAllowed,
    reason: row.decisionReason,
    clause: keptClause(row.clause, language),
    until: momentOrNull(row.decisionUntil),
    longestClause: null,
    at: row.decisionAt.toUTC().toISO(),
    readings: heldReadings(KeptProfile.safeParse(row.profile).data, language),
  };
}

/** One that was asked for at this moment and is kept nowhere. */
export function judgedView(decision: Decision, at: DateTime, language: Language): DecisionView {
  return {
    stage: null,
    allowed: decision.allowed,
    reason: decision.reason,
    clause: clauseView(decision.clause, language),
    until: decision.allowed ? null : momentOrNull(decision.until),
    longestClause:
      decision.allowed || decision.longestClause === null ? null : clauseView(decision.longestClause, language),
    at: moment(at),
    readings: heldReadings(decision.profile, language),
  };
}

function heldReadings(profile: Pick<DecidedBy, "country" | "version" | "readings"> | undefined, language: Language) {
  return (profile ? heldByChoice(profile) : []).map(({ reading, option, about, says }) => ({
    reading,
    option,
    about: about?.[language] ?? null,
    says: says?.[language] ?? null,
  }));
}

export function clauseView(clause: Clause, language: Language): ClauseView {
  const { id, standing, law, article, confidence, source, text } = clause;
  return { id, standing, law, article, confidence, source, text: text[language] };
}

export function keptClause(kept: unknown, language: Language): ClauseView | null {
  const clause = KeptClause.safeParse(kept).data;
  return clause ? { ...clause, text: findClause(clause.id)?.text[language] ?? null } : null;
}
