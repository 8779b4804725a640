import { Router } from "express";
import { z } from "zod";
import { movesToOtherNumber } from "../../../db/businesses.ts";
import { numberDecisions } from "../../../db/number-health.ts";
import { setMovesToOtherNumber } from "../../app/businesses/set-moves-to-other-number.ts";
import { resumeNumber } from "../../app/channels/resume-number.ts";
import type { MovesToOtherNumber, NumberDecisions } from "../contract/number-health.ts";
import type { WebDeps } from "../deps.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { PageQuery, pageOf } from "./page.ts";
import { numberDecisionView } from "./show/number-decision.ts";

const DecisionsQuery = PageQuery.extend({ after: z.uuid().optional() });
const MovesBody = z.object({ moves: z.boolean() });

/** What the governor of a number's health decided, and what a person may say about it. */
export function numberHealthRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/channels/:id/decisions",
    endpoint({ permission: "business.read", query: DecisionsQuery }, async ({ who, id, query: { after, limit } }) => {
      const { businessId } = who;
      const channelId = id();
      const rows = await deps.db.inBusiness(businessId, (tx) =>
        numberDecisions(tx, businessId, { channelId, after, limit: limit + 1 }),
      );
      const { items: decisions, next } = pageOf(rows, limit, { item: numberDecisionView, place: (row) => row.id });
      return ok<NumberDecisions>({ decisions, next });
    }),
  );
  router.post(
    "/channels/:id/resume",
    endpoint({ permission: "channels.manage" }, async ({ who: { businessId, userId }, id }) => {
      if (!(await resumeNumber(deps, { businessId, userId, channelId: id() }))) throw notFound("number");
      return done;
    }),
  );
  router.get(
    "/business/moves-to-other-number",
    endpoint({ permission: "business.read" }, async ({ who: { businessId } }) =>
      ok<MovesToOtherNumber>({ moves: await deps.db.inBusiness(businessId, movesToOtherNumber) }),
    ),
  );
  router.put(
    "/business/moves-to-other-number",
    endpoint({ permission: "channels.manage", body: MovesBody }, async ({ who: { businessId, userId }, body }) => {
      await setMovesToOtherNumber(deps, { businessId, userId, moves: body.moves });
      return done;
    }),
  );
  return router;
}
