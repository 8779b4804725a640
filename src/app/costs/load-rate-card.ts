import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { keepRateCard } from "../../../db/message-costs.ts";
import { readRateCard } from "../../channels/read-rate-card.ts";
import type { RateCard } from "../../domain/outreach/rate-card.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/**
 * Keeps a business's own rate card, on the record. A business's and not the installation's: each has an account of its own at Meta,
 * billed in its own currency, and often through a partner with prices of its own. What was billed before keeps its price.
 */
export async function loadRateCard(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, by, json }: { businessId: string; by: string; json: unknown },
): Promise<RateCard | { readonly wrong: string }> {
  const card = readRateCard(json);
  if ("wrong" in card) return card;
  const id = newId();
  await deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const { holdsFrom, currency, source } = card;
    await keepRateCard(tx, businessId, { id, holdsFrom, card: json, loadedBy: by });
    await recordAudit(tx, businessId, {
      actor: by,
      action: "rate-card.load",
      subject: "rate-card",
      subjectId: id,
      before: null,
      after: { holdsFrom, currency, source, markets: card.markets.length },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "template.changed", subjectId: null }]);
  });
  return card;
}
