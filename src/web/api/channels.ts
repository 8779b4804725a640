import { Router } from "express";
import { z } from "zod";
import { numbersInUse } from "../../../db/console/channels.ts";
import { setMessagingLimit } from "../../app/channels/set-messaging-limit.ts";
import { LARGEST_MESSAGING_LIMIT, LIMIT_HOURS, MESSAGING_TIERS } from "../../domain/outreach/messaging-limit.ts";
import type { Channels } from "../contract/channels.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { momentOrNull } from "./show/moments.ts";

const problem = `give a whole number of people from 1 to ${LARGEST_MESSAGING_LIMIT}, or null for no limit`;
const LimitBody = z.object({
  limit: z.int({ error: problem }).min(1, problem).max(LARGEST_MESSAGING_LIMIT, problem).nullable(),
});

/** The numbers of the business, and to how many people each may write in a day. */
export function channelRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/channels",
    endpoint({ permission: "business.read" }, async ({ who: { businessId } }) => {
      const realNow = deps.clock.now();
      const numbers = await deps.db.inBusiness(businessId, async (tx) =>
        numbersInUse(tx, businessId, (await today(tx, deps.clock)).now.minus({ hours: LIMIT_HOURS })),
      );
      return ok<Channels>({
        channels: numbers.map(({ pausedUntil, lastAt, ...number }) => ({
          ...number,
          // One that is over says nothing any more.
          pausedUntil: momentOrNull(pausedUntil && pausedUntil > realNow ? pausedUntil : null),
          lastAt: momentOrNull(lastAt),
          tiers: MESSAGING_TIERS,
        })),
      });
    }),
  );
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
