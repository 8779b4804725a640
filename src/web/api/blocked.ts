import { Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import type { Tx } from "../../../db/client.ts";
import { type BlockedMessageRow, blockedMessages, countBlocked } from "../../../db/console/blocked.ts";
import type { Span } from "../../../db/console/outcomes.ts";
import { addDays, type IsoDate, parseIsoDate, startOfDay } from "../../domain/time.ts";
import type { Blocked, BlockedMessage, BlockedMessages } from "../contract/blocked.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { keptClause } from "./show/decision.ts";
import { moment } from "./show/moments.ts";

const Day = z
  .string()
  .transform((text, context) => parseIsoDate(text) ?? wrongDay(context))
  .optional();
const Days = z.object({ from: Day, to: Day });
const MessagesQuery = PageQuery.extend({
  ...Days.shape,
  reason: z.string().min(1).max(100),
  clauseId: z.string().max(100).default(""),
});
const Place = z.tuple([z.string().max(40), z.uuid()]);

/** What contact law, a hold or a missing permission stopped: by the rule, and the messages of each. */
export function blockedRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "blocked.read";
  router.get(
    "/blocked",
    endpoint({ permission, query: Days }, async ({ who, query }) => {
      const found = await deps.db.inBusiness(who.businessId, async (tx) =>
        countBlocked(tx, who.businessId, await spanOf(deps, tx, query)),
      );
      const rules = found.map(({ clause, latest, ...rule }) => ({
        ...rule,
        clause: keptClause(clause, who.language),
        latest: moment(latest),
      }));
      return ok<Blocked>({ from: query.from ?? null, to: query.to ?? null, rules });
    }),
  );
  router.get(
    "/blocked/messages",
    endpoint({ permission, query: MessagesQuery }, async ({ who, query }) => {
      const { reason, clauseId, limit } = query;
      const place = readPlace(Place, query.after);
      const before = place && { at: DateTime.fromISO(place[0], { zone: "utc" }), id: place[1] };
      const rows = await deps.db.inBusiness(who.businessId, async (tx) =>
        blockedMessages(tx, who.businessId, {
          rule: { reason, clauseId },
          span: await spanOf(deps, tx, query),
          before,
          limit: limit + 1,
        }),
      );
      return ok<BlockedMessages>(
        pageOf(rows, limit, { item: messageView, place: ({ at, id }) => writePlace([moment(at), id]) }),
      );
    }),
  );
  return router;
}

type Between = { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined };

async function spanOf(deps: WebDeps, tx: Tx, { from, to }: Between): Promise<Span> {
  const { zone } = (await today(tx, deps.clock)).business;
  return { from: from && startOfDay(from, zone), until: to && startOfDay(addDays(to, 1), zone) };
}

function messageView(row: BlockedMessageRow): BlockedMessage {
  const { id, at, kind, conversationId, debtorId, debtorName, debtorReference, sendAt } = row;
  const became = BECAME[row.state];
  return {
    id,
    at: moment(at),
    kind,
    debtor: debtorId === null ? null : { id: debtorId, name: debtorName ?? "", reference: debtorReference ?? "" },
    conversationId,
    became,
    until: became === "waits" ? moment(sendAt) : null,
  };
}

const BECAME: Record<BlockedMessageRow["state"], BlockedMessage["became"]> = {
  queued: "waits",
  blocked: "given_up",
  rejected: "given_up",
  superseded: "withdrawn",
  sending: "left",
  unknown: "left",
  accepted: "left",
};

function wrongDay(context: z.RefinementCtx): never {
  context.addIssue({ code: "custom", message: "must be a day such as 2026-11-22" });
  return z.NEVER;
}
