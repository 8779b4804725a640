import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";

/** What Meta's webhooks tell of one template, by the account in whose name they come. */
export type TemplateChange = {
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
} & (
  | { readonly kind: "status"; readonly status: string; readonly because?: string | undefined }
  | { readonly kind: "quality"; readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN" }
  | { readonly kind: "category"; readonly category: "UTILITY" | "MARKETING" | "AUTHENTICATION" }
);

/** Takes over what Meta tells of one template. False when it is none that is known here. */
export async function applyTemplateChange(
  tx: Tx,
  businessId: string,
  change: TemplateChange,
  { realNow }: { now: DateTime; realNow: DateTime },
): Promise<boolean> {
  const { wabaId, name, language } = change;
  const { count } = await tx`
    update template set ${toldBy(tx, change)}, synced_at = ${realNow}
    where business_id = ${businessId} and waba_id = ${wabaId} and name = ${name} and language = ${language}`;
  return count > 0;
}

function toldBy(tx: Tx, change: TemplateChange) {
  if (change.kind === "quality") return tx`quality = ${change.quality}`;
  if (change.kind === "category") return tx`category = ${change.category}`;
  return tx`status = ${change.status}, because = ${change.because ?? null}`;
}
