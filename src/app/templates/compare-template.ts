import { z } from "zod";
import type { TemplateRow } from "../../../db/templates.ts";
import type { OurTemplate } from "./our-templates.ts";

/** In what the template at Meta is not the one that our copy needs; the console has words for each. */
export const TEMPLATE_DIFFERENCES = [
  "missing",
  "body",
  "quick-replies",
  "header",
  "footer",
  "category",
  "time-to-live",
] as const;
export type TemplateDifference = (typeof TEMPLATE_DIFFERENCES)[number];

const Part = z.object({
  type: z.string(),
  text: z.string().optional(),
  buttons: z.array(z.object({ type: z.string(), text: z.string().optional() })).optional(),
});

/** What of a template's components we can read; an unknown part is kept and passed over. */
export function partsOf(components: readonly unknown[]) {
  const parts = components.flatMap((component) => Part.safeParse(component).data ?? []);
  const of = (type: string) => parts.find((part) => part.type.toUpperCase() === type);
  return {
    body: of("BODY")?.text ?? "",
    buttons: of("BUTTONS")?.buttons ?? [],
    hasHeader: of("HEADER") !== undefined,
    hasFooter: of("FOOTER") !== undefined,
  };
}

export function variablesOf(components: readonly unknown[]): number {
  return new Set([...partsOf(components).body.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name)).size;
}

/** `known` undefined or gone: Meta has none of that name and language. */
export function compareTemplate(ours: OurTemplate, known: Known | undefined): TemplateDifference[] {
  if (known === undefined || known.status === GONE) return ["missing"];
  const { body, buttons, hasHeader, hasFooter } = partsOf(known.components);
  const titles = buttons.map(({ type, text }) => (type === "QUICK_REPLY" ? text : undefined));
  const found: readonly (readonly [TemplateDifference, boolean])[] = [
    ["body", body.trim() !== ours.body.trim()],
    ["quick-replies", JSON.stringify(titles) !== JSON.stringify(ours.quickReplies)],
    ["header", hasHeader],
    ["footer", hasFooter],
    ["category", known.category !== ours.category],
    ["time-to-live", known.timeToLiveSeconds !== ours.timeToLiveSeconds],
  ];
  return found.flatMap(([difference, isSo]) => (isSo ? [difference] : []));
}

/** Our own word for what Meta's list no longer has. */
export const GONE = "DELETED";

type Known = Pick<TemplateRow, "components" | "category" | "timeToLiveSeconds" | "status">;
