import type { TemplateRow } from "../../../db/templates.ts";
import { checkTemplate, type TemplateProblem } from "./check-template.ts";
import { compareTemplate, type TemplateDifference } from "./compare-template.ts";
import { OUR_TEMPLATES, type OurTemplate } from "./our-templates.ts";

/** One of ours against what is known of it in one account: what is wrong with it here, what differs there, and what would be done. */
export type PlannedTemplate = {
  readonly ours: OurTemplate;
  readonly known: TemplateRow | undefined;
  readonly problems: readonly TemplateProblem[];
  readonly differences: readonly TemplateDifference[];
  /** `by-hand`: what Meta lets nobody change by this way, or not now. */
  readonly action: "create" | "edit" | "nothing" | "by-hand";
};

/** Meta takes an edit of what is approved, refused or paused, and none while it is reviewed ("Edit a template"). */
const EDITABLE = new Set(["APPROVED", "REJECTED", "PAUSED"]);

export function planSubmission(known: readonly TemplateRow[], wabaId: string): PlannedTemplate[] {
  return OUR_TEMPLATES.map((ours) => {
    const row = known.find((one) => one.wabaId === wabaId && one.name === ours.name && one.language === ours.language);
    const problems = checkTemplate(ours, ours.parameters);
    const differences = compareTemplate(ours, row);
    return { ours, known: row, problems, differences, action: actionFor(row, { problems, differences }) };
  });
}

function actionFor(
  row: TemplateRow | undefined,
  { problems, differences }: Pick<PlannedTemplate, "problems" | "differences">,
): PlannedTemplate["action"] {
  // A category is Meta's own to decide, and of an approved template nobody's to change.
  const ours = differences.filter((difference) => difference !== "category");
  if (ours.length === 0) return "nothing";
  if (problems.length > 0) return "by-hand";
  if (ours.includes("missing")) return "create";
  return row !== undefined && row.metaId !== null && EDITABLE.has(row.status) ? "edit" : "by-hand";
}
