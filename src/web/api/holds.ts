import { Router } from "express";
import { z } from "zod";
import { LIFTABLE, liftHold } from "../../app/holds/lift-hold.ts";
import type { WebDeps } from "../deps.ts";
import { done, type Endpoint, notFound } from "./endpoint.ts";
import { Note } from "./note.ts";

const LiftBody = z.object({ kind: z.enum(LIFTABLE), reason: Note });

export function holdRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.post(
    "/debtors/:id/holds/lift",
    endpoint({ permission: "holds.lift", body: LiftBody }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const lifted = await liftHold(deps, { businessId, userId, debtorId: id(), ...body });
      if (lifted === "not-found") throw notFound("hold");
      return done;
    }),
  );
  return router;
}
