import { Router } from "express";
import type { DateTime } from "luxon";
import { z } from "zod";
import { type Business, readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { type DebtorRow, debtorsPage, oldestDueDays } from "../../../db/console/debtors.ts";
import { holdsOf } from "../../../db/console/holds.ts";
import { owedInEachCurrency } from "../../../db/console/owed.ts";
import { searchTerm } from "../../../db/console/search.ts";
import { businessTime, type Clock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { toText } from "../../domain/money.ts";
import { dayOf, daysBetween, type IsoDate } from "../../domain/time.ts";
import type { DebtorSummary, Debtors } from "../contract/debtors.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";

const DebtorsQuery = PageQuery.extend({ search: z.string().max(120).default("") });
const Place = z.tuple([z.string(), z.uuid()]);

export function debtorRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/debtors",
    endpoint({ permission: "debtors.read", query: DebtorsQuery }, async ({ who, query }) => {
      const { limit, search } = query;
      const place = readPlace(Place, query.after);
      const after = place && { name: place[0], id: place[1] };
      const page = await deps.db.inBusiness(who.businessId, async (tx) => {
        const rows = await debtorsPage(tx, who.businessId, { search: searchTerm(search), after, limit: limit + 1 });
        const summaries = await summarise(tx, rows, await today(tx, deps.clock));
        return pageOf(rows, limit, {
          item: ({ id }) => present(summaries.get(id), "the debtor's summary"),
          place: ({ sortName, id }) => writePlace([sortName, id]),
        });
      });
      return ok<Debtors>(page);
    }),
  );
  return router;
}

export type Today = { readonly business: Business; readonly on: IsoDate; readonly now: DateTime };

/** The business, and the day and the moment it is for it. */
export async function today(tx: Tx, clock: Clock): Promise<Today> {
  const business = present(await readBusiness(tx), "the business");
  const now = businessTime(clock.now(), Number(business.clockOffsetMs));
  return { business, on: dayOf(now, business.zone), now };
}

/** What a list of debtors shows of each, by id. */
export async function summarise(
  tx: Tx,
  debtors: readonly DebtorRow[],
  { business, on, now }: Today,
): Promise<Map<string, DebtorSummary>> {
  const ids = debtors.map(({ id }) => id);
  const [owed, dueDays, holds] = await Promise.all([
    owedInEachCurrency(tx, business.id, ids),
    oldestDueDays(tx, business.id, ids),
    holdsOf(tx, business.id, { debtorIds: ids, now }),
  ]);
  const holdsByDebtor = Map.groupBy(holds, ({ debtorId }) => debtorId);
  return new Map(
    debtors.map(({ id, reference, kind, name, mayBeWrittenTo, openConversationId }) => {
      const dueOn = dueDays.get(id);
      const summary: DebtorSummary = {
        id,
        reference,
        kind,
        name,
        owed: (owed.get(id) ?? []).map(toText),
        daysPastDue: dueOn === undefined ? null : daysBetween(dueOn, on),
        holds: (holdsByDebtor.get(id) ?? []).map((hold) => hold.kind),
        mayBeWrittenTo,
        openConversationId,
      };
      return [id, summary];
    }),
  );
}
