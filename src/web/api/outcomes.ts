import { Router } from "express";
import { z } from "zod";
import { countOutcomes } from "../../../db/console/outcomes.ts";
import { addDays, parseIsoDate, startOfDay } from "../../domain/time.ts";
import type { Outcomes } from "../contract/inbox.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Endpoint, ok } from "./endpoint.ts";

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined, "must be a day such as 2026-11-22");

/** How conversations ended, by whom. Without days: the last thirty. */
export function outcomeRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/outcomes",
    endpoint(
      { permission: "outcomes.read", query: z.object({ from: Day.optional(), to: Day.optional() }) },
      async ({ who, query }) =>
        ok<Outcomes>(
          await deps.db.inBusiness(who.businessId, async (tx) => {
            const { business, on } = await today(tx, deps.clock);
            const to = parseIsoDate(query.to ?? "") ?? on;
            const from = parseIsoDate(query.from ?? "") ?? addDays(to, -29);
            const span = { from: startOfDay(from, business.zone), until: startOfDay(addDays(to, 1), business.zone) };
            const counts = await countOutcomes(tx, who.businessId, span);
            return { from, to, counts };
          }),
        ),
    ),
  );
  return router;
}
