import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { z } from "zod";
import { correctReading } from "../../app/readings/correct-reading.ts";
import { exportCorrections } from "../../app/readings/export-corrections.ts";
import { parseIsoDate, startOfDay } from "../../domain/time.ts";
import { INTENTS } from "../../domain/understanding/reading.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { done, type Endpoint, notFound } from "./endpoint.ts";

/** What a message means, or null for what was read in it. */
export const Correction = z.object({ intent: z.enum(INTENTS).nullable() });

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined, "must be a day such as 2026-11-22");

/** What agents say that messages mean, and the file of it. */
export function readingRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.put(
    "/messages/:id/reading",
    endpoint({ permission: "conversations.answer", body: Correction }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const corrected = await correctReading(deps, { businessId, userId, messageId: id(), ...body });
      if (corrected === "not-found") throw notFound("message that was read");
      return done;
    }),
  );
  router.get(
    "/corrections.tsv",
    endpoint(
      { permission: "corrections.export", query: z.object({ since: Day.optional() }) },
      async ({ who, query, response }) => {
        const { businessId, userId } = who;
        const { business } = await deps.db.inBusiness(businessId, (tx) => today(tx, deps.clock));
        const day = parseIsoDate(query.since ?? "");
        const since = day && startOfDay(day, business.zone);
        const file = await exportCorrections(deps, { businessId, by: userId, since });
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Type", "text/tab-separated-values; charset=utf-8");
        response.setHeader("Content-Disposition", `attachment; filename="${file.fileName}"`);
        await pipeline(file.parts, response);
        return undefined;
      },
    ),
  );
  return router;
}
