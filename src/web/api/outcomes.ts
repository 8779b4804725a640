import { Router } from "express";
import { z } from "zod";
import { countOutcomes } from "../../../db/console/outcomes.ts";
import { addDays, parseIsoDate, startOfDay } from "../../domain/time.ts";
import type { Outcomes } from "../contract/inbox.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Endpoint, ok } from "./endpoint.ts";

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined, "must be a day such as 2026-11-22");

/** How conversations ended, by whom. Without days: all of them, as the inbox counts. */
export function outcomeRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/outcomes",
    endpoint(
      { permission: "outcomes.read", query: z.object({ from: Day.optional(), to: Day.optional() }) },
      async ({ who, query }) =>
        ok<Outcomes>(
          await deps.db.inBusiness(who.businessId, async (tx) => {
            const { zone } = (await today(tx, deps.clock)).business;
            const from = parseIsoDate(query.from ?? "");
            const to = parseIsoDate(query.to ?? "");
            const counts = await countOutcomes(tx, who.businessId, {
              from: from && startOfDay(from, zone),
              until: to && startOfDay(addDays(to, 1), zone),
            });
            return { from: from ?? null, to: to ?? null, counts };
          }),
        ),
    ),
  );
  return router;
}
