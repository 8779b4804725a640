import { lockTemplate } from "../../../db/templates.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { keepTemplates } from "./keep-templates.ts";

/**
 * A person lets a template that we paused be sent again, on the record. `not-paused` when it is not, or Meta is who stops it: only
 * Meta ends that. `not-found` when there is none.
 */
export async function resumeTemplate(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, templateId, userId }: { businessId: string; templateId: string; userId: string },
): Promise<"resumed" | "not-paused" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const before = await lockTemplate(tx, businessId, templateId);
    if (!before) return "not-found";
    if (before.pausedBecause === null) return "not-paused";
    const { now } = await moveContext(deps, tx);
    const after = { ...before, pausedBecause: null };
    await keepTemplates(tx, businessId, [{ before, after }], { actor: userId, action: "template.resume", now });
    return "resumed";
  });
}
