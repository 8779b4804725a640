import { type Response, Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import type { Tx } from "../../../db/client.ts";
import { owedInEachCurrency } from "../../../db/console/owed.ts";
import { type ReceiptRow, receiptPicture, receiptsPage } from "../../../db/console/receipts.ts";
import { isCurrency, type Money, money, toText } from "../../domain/money.ts";
import { RECEIPT_REFUSALS } from "../../domain/payments/receipt.ts";
import type { Decided, Receipts, ReceiptView } from "../contract/receipts.ts";
import type { WebDeps } from "../deps.ts";
import type { ProofRefusal } from "../use-cases.ts";
import { AmountText } from "./amount-text.ts";
import { Day } from "./day.ts";
import { type Answer, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { sendFile } from "./send-file.ts";
import { type Names, person } from "./show/author.ts";
import { moment, momentOrNull } from "./show/moments.ts";

const ReceiptsQuery = PageQuery.extend({ state: z.enum(["to_verify", "settled", "refused"]).default("to_verify") });
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

const SettleBody = z.object({
  amount: AmountText,
  paidOn: Day,
  reference: z.string().trim().min(1).max(60).optional(),
  despiteDuplicate: z.string().trim().min(3).max(300).optional(),
});
const RefuseBody = z
  .object({ because: z.enum(RECEIPT_REFUSALS), note: z.string().trim().min(1).max(500).optional() })
  .refine(({ because, note }) => because !== "other" || note !== undefined, "say in a note why");

export function receiptRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const { payments } = deps.useCases;
  const router = Router();
  router.get(
    "/receipts",
    endpoint({ permission: "receipts.read", query: ReceiptsQuery }, async ({ who, query }) => {
      const { state, limit } = query;
      const place = readPlace(Place, query.after);
      const after = place && { claimedAt: DateTime.fromISO(place[0], { zone: "utc" }), id: place[1] };
      const { rows, owed } = await deps.db.inBusiness(who.businessId, (tx) =>
        readReceipts(tx, who.businessId, { state, after, limit: limit + 1 }),
      );
      const names = await namesFor(
        deps,
        who,
        rows.flatMap(({ decidedBy }) => decidedBy ?? []),
      );
      const { items, next } = pageOf(rows, limit, {
        item: (row) => receiptView(row, owed.get(row.debtorId) ?? [], names),
        place: ({ claimedAt, id }) => writePlace([claimedAt.toUTC().toISO(), id]),
      });
      return ok<Receipts>({ receipts: items, next });
    }),
  );
  router.get(
    "/receipts/:id/picture",
    endpoint({ permission: "receipts.read" }, async ({ who, id, response }) => {
      const picture = await deps.db.inBusiness(who.businessId, (tx) => receiptPicture(tx, who.businessId, id()));
      if (!picture) throw notFound("picture");
      return sendFile(response, picture);
    }),
  );
  router.post(
    "/receipts/:id/settle",
    endpoint({ permission: "receipts.decide", body: SettleBody }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      const { despiteDuplicate: reason, ...proof } = body;
      return decided(
        response,
        await payments.settleProof({
          businessId,
          userId,
          proofId: id(),
          ...proof,
          ...(reason && { despiteDuplicate: { reason } }),
        }),
      );
    }),
  );
  router.post(
    "/receipts/:id/refuse",
    endpoint({ permission: "receipts.decide", body: RefuseBody }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      return decided(response, await payments.refuseProof({ businessId, userId, proofId: id(), ...body }));
    }),
  );
  return router;
}

async function readReceipts(tx: Tx, businessId: string, page: Parameters<typeof receiptsPage>[2]) {
  const rows = await receiptsPage(tx, businessId, page);
  return {
    rows,
    owed: await owedInEachCurrency(
      tx,
      businessId,
      rows.map(({ debtorId }) => debtorId),
    ),
  };
}

function decided(response: Response, outcome: Decided["state"] | ProofRefusal): Answer {
  switch (outcome) {
    case "not-found":
      throw notFound("receipt");
    case "decided":
      return refused(response, "request.conflict", "Somebody has decided this receipt already.");
    case "duplicate":
      return refused(
        response,
        "request.conflict",
        "The same money has been settled on another receipt. Say why this one counts too, or refuse it.",
      );
    default:
      return ok<Decided>({ state: outcome });
  }
}

function receiptView(row: ReceiptRow, owed: readonly Money[], names: Names): ReceiptView {
  const { id, amountMinor, currency, sameAsId, sameAsState, sameAsDebtorId, decidedBy } = row;
  return {
    id,
    debtor: { id: row.debtorId, name: row.debtorName, reference: row.debtorReference },
    conversationId: row.conversationId,
    claimedAt: moment(row.claimedAt),
    state: row.state,
    pictureUrl: row.hasPicture ? `/api/receipts/${id}/picture` : null,
    pictureMime: row.mime,
    owed: owed.map(toText),
    amount:
      amountMinor !== null && currency !== null && isCurrency(currency) ? toText(money(amountMinor, currency)) : null,
    paidOn: row.paidOn,
    reference: row.reference,
    sameAs:
      sameAsId !== null && sameAsState !== null && sameAsDebtorId !== null
        ? { id: sameAsId, state: sameAsState, debtorId: sameAsDebtorId }
        : null,
    decidedBy: decidedBy === null ? null : person(decidedBy, names),
    decidedAt: momentOrNull(row.decidedAt),
    refusedBecause: RECEIPT_REFUSALS.find((reason) => reason === row.refusedBecause) ?? null,
  };
}
