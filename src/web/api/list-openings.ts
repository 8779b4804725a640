import { Router } from "express";
import { z } from "zod";
import { openableOfList, openList } from "../../app/conversations/open-list.ts";
import type { OpenableOfList, OpenedOfList } from "../contract/debtor-lists.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, notFound, ok } from "./endpoint.ts";

const OpenBody = z.object({ after: z.uuid().optional() });

/** The bot writes first to the debtors of one list. */
export function listOpeningRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "conversations.open";
  router.get(
    "/debtor-lists/:id/openable",
    endpoint({ permission }, async ({ who, id }) => {
      const openable = await openableOfList(deps, { businessId: who.businessId, listId: id() });
      if (!openable) throw notFound("debtor list");
      return ok<OpenableOfList>(openable);
    }),
  );
  router.post(
    "/debtor-lists/:id/conversations",
    endpoint({ permission, body: OpenBody }, async ({ who: { businessId, userId }, id, body: { after } }) => {
      const opened = await openList(deps, { businessId, userId, listId: id(), after });
      if (!opened) throw notFound("debtor list");
      return ok<OpenedOfList>(opened);
    }),
  );
  return router;
}
