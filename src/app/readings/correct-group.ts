import { recordAudit } from "../../../db/audit.ts";
import { appendCorrections, correctable, type Group } from "../../../db/corrections.ts";
import { tellConsole } from "../../../db/intake.ts";
import type { Intent } from "../../domain/understanding/reading.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/** Corrections of one statement: a parameter of some megabytes is what Postgres and we can hold. */
const AT_ONCE = 5_000;

export type CorrectGroup = {
  readonly businessId: string;
  readonly userId: string;
  readonly group: Group;
  /** What all of them mean; null takes back what was said before. */
  readonly intent: Intent | null;
};

/** The same as `correctReading` for all messages that say the same in the same words. Returns how many it changed. */
export async function correctGroup(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, userId, group, intent }: CorrectGroup,
): Promise<number> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const found = await correctable(tx, businessId, group, intent);
    if (found.length === 0) return 0;
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const corrections = found.slice(at, at + AT_ONCE).map((message) => ({ ...message, id: newId(), intent }));
      await appendCorrections(tx, businessId, { corrections, by: userId, at: now });
    }
    // The words themselves are the debtors', and stay out of the audit, which no erasure reaches.
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "readings.corrected",
      subject: "readings",
      subjectId: null,
      before: null,
      after: { intent, takenBack: intent === null, messages: found.length },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "reading.changed", subjectId: null }]);
    return found.length;
  });
}
