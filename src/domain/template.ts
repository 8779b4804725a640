/** Meta's categories of a message template: each has its price, and its own rules. */
export type TemplateCategory = "UTILITY" | "MARKETING" | "AUTHENTICATION";

/** What Meta makes of people's reactions to it. Red is the last step before it is paused. */
export type TemplateQuality = "GREEN" | "YELLOW" | "RED" | "UNKNOWN";

/** The one status under which Meta sends a template. */
export const APPROVED = "APPROVED";

/** Why a message waits for its template, each with another remedy. */
export const TEMPLATE_HOLDS = ["not-approved", "paused", "other-shape"] as const;
export type TemplateHold = (typeof TEMPLATE_HOLDS)[number];

/**
 * What keeps this template from being sent, by what is known of it: Meta has not approved it, or no longer; we paused it; or what
 * Meta has takes another number of variables or buttons than we would send, which it refuses (132000, 132012).
 */
export function templateHold(
  known: Known,
  sent: { variables: number; quickReplies: number },
): TemplateHold | undefined {
  if (known.status !== APPROVED) return "not-approved";
  if (known.pausedBecause !== null) return "paused";
  return known.variables === sent.variables && known.quickReplies === sent.quickReplies ? undefined : "other-shape";
}

type Known = {
  readonly status: string;
  readonly pausedBecause: string | null;
  readonly variables: number;
  readonly quickReplies: number;
};
