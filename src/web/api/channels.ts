import { Router } from "express";
import { z } from "zod";
import { setMessagingLimit } from "../../app/channels/set-messaging-limit.ts";
import { LARGEST_MESSAGING_LIMIT } from "../../domain/outreach/messaging-limit.ts";
import type { WebDeps } from "../deps.ts";
import { done, type Endpoint, notFound } from "./endpoint.ts";

const problem = `give a whole number of people from 1 to ${LARGEST_MESSAGING_LIMIT}, or null for no limit`;
const LimitBody = z.object({
  limit: z.int({ error: problem }).min(1, problem).max(LARGEST_MESSAGING_LIMIT, problem).nullable(),
});

/** What a person may change of a number. */
export function channelRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.put(
    "/channels/:id/messaging-limit",
    endpoint({ permission: "channels.manage", body: LimitBody }, async ({ who, id, body: { limit } }) => {
      const { businessId, userId } = who;
      if (!(await setMessagingLimit(deps, { businessId, userId, channelId: id(), limit }))) throw notFound("number");
      return done;
    }),
  );
  return router;
}
