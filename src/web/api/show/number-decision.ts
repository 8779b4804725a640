import { z } from "zod";
import type { NumberDecisionRow } from "../../../../db/number-health.ts";
import type { NumberDecisionView } from "../../contract/number-health.ts";
import { moment, momentOrNull } from "./moments.ts";

/** What is shown of a decision's record; the facts behind it stay in the database. */
const Kept = z.object({
  ruleVersion: z.string(),
  lookAgainHours: z.number().nullable(),
  reasons: z.array(
    z.object({
      rule: z.string(),
      inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
      threshold: z.number().nullable(),
      source: z.string(),
    }),
  ),
});

export function numberDecisionView({ record, at, ...row }: NumberDecisionRow): NumberDecisionView {
  const { ruleVersion, lookAgainHours, reasons } = Kept.parse(record);
  const lookAgainAt = momentOrNull(lookAgainHours === null ? null : at.plus({ hours: lookAgainHours }));
  return { ...row, at: moment(at), ruleVersion, reasons, lookAgainAt };
}
