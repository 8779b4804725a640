import { type Response, Router } from "express";
import { z } from "zod";
import { type DecidedDispute, decideDispute } from "../../app/disputes/decide-dispute.ts";
import type { WebDeps } from "../deps.ts";
import { AmountText } from "./amount-text.ts";
import { type Answer, done, type Endpoint, notFound, refused } from "./endpoint.ts";
import { Note } from "./note.ts";

const Corrections = z
  .array(z.object({ debtId: z.uuid(), amount: AmountText }))
  .min(1)
  .max(200)
  .refine((lines) => new Set(lines.map(({ debtId }) => debtId)).size === lines.length, "names a debt twice");

/** What a debtor who disputes is told by a person. */
export function disputeRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "disputes.decide";
  router.post(
    "/disputes/:id/accept",
    endpoint(
      { permission, body: z.object({ corrections: Corrections, note: Note }) },
      async ({ who, id, body, response }) => {
        const { businessId, userId } = who;
        const { note, corrections } = body;
        const verdict = { decision: "accepted" as const, corrections };
        return decided(response, await decideDispute(deps, { businessId, userId, disputeId: id(), verdict, note }));
      },
    ),
  );
  router.post(
    "/disputes/:id/reject",
    endpoint({ permission, body: z.object({ note: Note }) }, async ({ who, id, body: { note }, response }) => {
      const { businessId, userId } = who;
      const verdict = { decision: "rejected" as const };
      return decided(response, await decideDispute(deps, { businessId, userId, disputeId: id(), verdict, note }));
    }),
  );
  return router;
}

function decided(response: Response, result: DecidedDispute): Answer {
  if (result.decided) return done;
  if (result.because === "not-found") throw notFound("dispute");
  return refused(response, "request.conflict", "Somebody has decided this dispute already.");
}
