import type { DateTime } from "luxon";
import { z } from "zod";
import type { DecisionColumns } from "../../../../db/console/thread.ts";
import type { Clause } from "../../../domain/contact-law/clause.ts";
import type { Decision } from "../../../domain/contact-law/decision.ts";
import { findClause } from "../../../domain/contact-law/profiles.ts";
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

/** Null when nothing was decided about it. */
export function decisionView(row: DecisionColumns, language: Language): DecisionView | null {
  if (row.decisionAllowed === null || row.decisionReason === null || row.decisionAt === null) return null;
  return {
    allowed: row.decisionAllowed,
    reason: row.decisionReason,
    clause: keptClause(row.clause, language),
    until: momentOrNull(row.decisionUntil),
    at: row.decisionAt.toUTC().toISO(),
  };
}

/** One that was asked for at this moment and is kept nowhere. */
export function judgedView(decision: Decision, at: DateTime, language: Language): DecisionView {
  return {
    allowed: decision.allowed,
    reason: decision.reason,
    clause: clauseView(decision.clause, language),
    until: decision.allowed ? null : momentOrNull(decision.until),
    at: moment(at),
  };
}

export function clauseView(clause: Clause, language: Language): ClauseView {
  const { id, standing, law, article, confidence, source, text } = clause;
  return { id, standing, law, article, confidence, source, text: text[language] };
}

export function keptClause(kept: unknown, language: Language): ClauseView | null {
  const clause = KeptClause.safeParse(kept).data;
  return clause ? { ...clause, text: findClause(clause.id)?.text[language] ?? null } : null;
}
