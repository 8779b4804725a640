import { Router } from "express";
import { z } from "zod";
import { costsByDay } from "../../../db/message-costs.ts";
import { microsText } from "../../domain/outreach/rate-card.ts";
import { addDays, dayOf, startOfDay } from "../../domain/time.ts";
import type { Costs } from "../contract/templates.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Endpoint, ok } from "./endpoint.ts";

const Query = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

/** What messages cost, by Meta's word and our rate cards. Real days: a demo's clock moves no bill. */
export function costRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/costs",
    endpoint({ permission: "business.read", query: Query }, async ({ who: { businessId }, query: { days } }) => {
      const { from, rows } = await deps.db.inBusiness(businessId, async (tx) => {
        const { business } = await today(tx, deps.clock);
        const first = addDays(dayOf(deps.clock.now(), business.zone), 1 - days);
        const since = startOfDay(first, business.zone);
        return { from: first, rows: await costsByDay(tx, businessId, { since, zone: business.zone }) };
      });
      return ok<Costs>({
        from,
        days: rows.map(({ micros, currency, ...row }) => ({
          ...row,
          amount: currency === null || row.priced === 0 ? null : { amount: microsText(micros), currency },
        })),
      });
    }),
  );
  return router;
}
