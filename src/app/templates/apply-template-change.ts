import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { lockTemplates } from "../../../db/templates.ts";
import { APPROVED, type TemplateCategory, type TemplateQuality } from "../../domain/template.ts";
import { afterQuality, keepTemplates } from "./keep-templates.ts";

/** What Meta's webhooks tell of one template, by the account in whose name they come. */
export type TemplateChange = {
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
} & (
  | {
      /** `message_template_status_update`; `status` is its `event`, and `because` its reason in Meta's words. */
      readonly kind: "status";
      readonly status: string;
      readonly because?: string | undefined;
    }
  /** `message_template_quality_update`: `new_quality_score`. */
  | { readonly kind: "quality"; readonly quality: TemplateQuality }
  /** `template_category_update`: `new_category`. */
  | { readonly kind: "category"; readonly category: TemplateCategory }
);

/** Events that say what happened, where the status is another word. A flagged one is still sent, and about to be stopped. */
const STATUS_AFTER: Readonly<Record<string, string>> = {
  REINSTATED: APPROVED,
  UNARCHIVED: APPROVED,
  UNLOCKED: APPROVED,
  FLAGGED: APPROVED,
};

/**
 * Takes over what Meta tells of one template, in the transaction that keeps the webhook. False when it is none that is known: the
 * hourly look brings it. The same again changes nothing. `now` is the business's time, `realNow` the real one.
 */
export async function applyTemplateChange(
  tx: Tx,
  businessId: string,
  change: TemplateChange,
  { now, realNow }: { now: DateTime; realNow: DateTime },
): Promise<boolean> {
  const rows = await lockTemplates(tx, businessId, change.wabaId);
  const before = rows.find(({ name, language }) => name === change.name && language === change.language);
  if (before === undefined) return false;
  const after = afterQuality(before, { ...before, ...toldBy(change), syncedAt: realNow });
  await keepTemplates(tx, businessId, [{ before, after }], { actor: "meta", action: `template.${change.kind}`, now });
  return true;
}

function toldBy(change: TemplateChange) {
  if (change.kind === "quality") return { quality: change.quality };
  if (change.kind === "category") return { category: change.category };
  const reason = change.because === "NONE" ? undefined : change.because;
  return {
    status: STATUS_AFTER[change.status] ?? change.status,
    because: change.status === APPROVED ? null : (reason ?? (change.status === "FLAGGED" ? "FLAGGED" : null)),
  };
}
