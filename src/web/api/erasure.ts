import { Router } from "express";
import { z } from "zod";
import { debtorRow } from "../../../db/console/debtors.ts";
import { eraseDebtor } from "../../app/contact/erase-debtor.ts";
import { AppError } from "../../domain/errors.ts";
import type { Erased } from "../contract/contact-records.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, notFound, ok } from "./endpoint.ts";

const ErasureBody = z.object({ reference: z.string().trim().min(1).max(200) });

export function erasureRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.post(
    "/debtors/:id/erasure",
    endpoint({ permission: "debtors.erase", body: ErasureBody }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const debtor = await deps.db.inBusiness(businessId, (tx) => debtorRow(tx, businessId, id()));
      if (!debtor) throw notFound("debtor");
      if (debtor.reference !== body.reference)
        throw new AppError(
          "request.invalid",
          "body.reference: must be this debtor's own, so that nobody else is erased",
        );
      const erased = await eraseDebtor(deps, { businessId, debtor: debtor.id, by: userId });
      if (!erased) throw notFound("debtor");
      const { contacts, messages, notes, pictures } = erased;
      return ok<Erased>({ contacts, messages, notes, pictures });
    }),
  );
  return router;
}
