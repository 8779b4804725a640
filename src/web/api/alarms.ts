import { Router } from "express";
import { clearAlarm, openAlarms } from "../../../db/console/alarms.ts";
import { tellConsole } from "../../../db/intake.ts";
import type { Alarms } from "../contract/session.ts";
import type { WebDeps } from "../deps.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { moment } from "./show/moments.ts";

/** What failed for good and waits for a person to look. */
export function alarmRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/alarms",
    endpoint({ permission: "alarms.read" }, async ({ who }) => {
      const alarms = await deps.db.inBusiness(who.businessId, (tx) => openAlarms(tx, who.businessId));
      return ok<Alarms>({
        alarms: alarms.map(({ recordedAt, ...alarm }) => ({ ...alarm, raisedAt: moment(recordedAt) })),
      });
    }),
  );
  router.post(
    "/alarms/:id/clear",
    endpoint({ permission: "alarms.clear" }, async ({ who, id }) => {
      const { businessId } = who;
      const alarmId = id();
      await deps.db.inBusiness(businessId, async (tx) => {
        if (!(await clearAlarm(tx, businessId, alarmId, deps.clock.now()))) throw notFound("alarm");
        await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: alarmId }]);
      });
      return done;
    }),
  );
  return router;
}
