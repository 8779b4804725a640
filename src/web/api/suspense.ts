import { type Response, Router } from "express";
import { z } from "zod";
import { type UnplacedRow, unplacedPayments } from "../../../db/suspense.ts";
import { markToRefund, placeMoney } from "../../app/payments/place-money.ts";
import { quotableNumber } from "../../app/quotable-number.ts";
import { businessTime } from "../../clock.ts";
import { money, toText } from "../../domain/money.ts";
import type { Suspense, UnplacedMoney } from "../contract/decisions.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Answer, done, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { Note } from "./note.ts";
import { moment } from "./show/moments.ts";

/** More than these at once is no work for a person, but a setting that is wrong. */
const MOST = 200;

const PlaceBody = z.object({ debtorId: z.uuid(), debtId: z.uuid().optional(), note: Note });

/** Money that is nobody's: to see, to place, to send back. */
export function suspenseRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "suspense.decide";
  router.get(
    "/suspense",
    endpoint({ permission: "ledger.read" }, async ({ who: { businessId } }) => {
      const items = await deps.db.inBusiness(businessId, async (tx) => {
        const { business } = await today(tx, deps.clock);
        const offsetMs = Number(business.clockOffsetMs);
        return (await unplacedPayments(tx, businessId, MOST)).map((row) => unplacedView(row, offsetMs));
      });
      return ok<Suspense>({ items });
    }),
  );
  router.post(
    "/suspense/:id/place",
    endpoint({ permission, body: PlaceBody }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      const placed = await placeMoney(deps, { businessId, userId, paymentId: id(), ...body });
      return placed === "placed" ? done : waitsNoMore(response, placed);
    }),
  );
  router.post(
    "/suspense/:id/refund",
    endpoint({ permission, body: z.object({ note: Note }) }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      const marked = await markToRefund(deps, { businessId, userId, paymentId: id(), ...body });
      return marked === "marked" ? done : waitsNoMore(response, marked);
    }),
  );
  return router;
}

function waitsNoMore(response: Response, why: "placed" | "marked" | "not-found"): Answer {
  if (why !== "marked") throw notFound("unplaced money");
  return refused(response, "request.conflict", "It is marked to go back to whoever sent it.");
}

function unplacedView(row: UnplacedRow, offsetMs: number): UnplacedMoney {
  const { id, provider, moneyObject, amountMinor, currency, paidOn, recordedAt, isMarked } = row;
  return {
    id,
    provider,
    reference: `${quotableNumber("R", moneyObject)} · ${moneyObject}`,
    amount: toText(money(amountMinor, currency)),
    paidOn,
    recordedAt: moment(businessTime(recordedAt, offsetMs)),
    isMarked,
  };
}
