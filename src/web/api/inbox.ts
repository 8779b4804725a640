import { Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import { type InboxFilter, type InboxPlace, inboxCounts, inboxPage } from "../../../db/console/inbox.ts";
import { namesOf } from "../../../db/console/members.ts";
import { searchTerm } from "../../../db/console/search.ts";
import { HAND_OVER_REASONS } from "../../../flows/vocabulary.ts";
import { openConversations } from "../../app/conversations/open.ts";
import type { Inbox, InboxCount, InboxView, Opened } from "../contract/inbox.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { conversationSummary, ownersOf } from "./show/conversation.ts";

const InboxQuery = PageQuery.extend({
  view: z.enum(["waiting", "mine", "bot", "closed", "all"]).default("waiting"),
  search: z.string().max(120).default(""),
});

const Place = z.tuple([z.int(), z.iso.datetime().nullable(), z.uuid()]);

const OpenBody = z.object({ debtorIds: z.array(z.uuid()).min(1).max(5000) });

/** Counting further costs more than it tells. */
const COUNT_UP_TO = 1000;

export function inboxRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/inbox",
    endpoint({ permission: "conversations.read", query: InboxQuery }, async ({ who, query }) => {
      const { businessId, userId } = who;
      const { limit } = query;
      const filter = filterOf(query.view, userId);
      const page = {
        filter,
        search: searchTerm(query.search),
        after: placeOf(query.after),
        limit: limit + 1,
        reasons: HAND_OVER_REASONS,
      };
      const { rows, counts } = await deps.db.inBusiness(businessId, async (tx) => ({
        rows: await inboxPage(tx, businessId, page),
        counts: await inboxCounts(tx, businessId, userId, COUNT_UP_TO),
      }));
      const names = await namesOf(deps.db, businessId, ownersOf(rows));
      return ok<Inbox>({
        ...pageOf(rows, limit, {
          item: (row) => conversationSummary(row, { names, me: userId }),
          place: ({ gravity, handedOverAt, id }) => writePlace([gravity, handedOverAt?.toISO() ?? null, id]),
        }),
        counts: countsView(counts),
      });
    }),
  );
  router.post(
    "/conversations",
    endpoint({ permission: "conversations.open", body: OpenBody }, async ({ who, body }) =>
      ok<Opened>(
        await openConversations(deps, { businessId: who.businessId, userId: who.userId, debtorIds: body.debtorIds }),
      ),
    ),
  );
  return router;
}

function filterOf(view: InboxView, userId: string): InboxFilter {
  return view === "mine" ? { view, userId } : { view };
}

function placeOf(after: string | undefined): InboxPlace | undefined {
  const place = readPlace(Place, after);
  if (!place) return undefined;
  const [gravity, handedOverAt, id] = place;
  return { gravity, handedOverAt: handedOverAt === null ? null : DateTime.fromISO(handedOverAt, { zone: "utc" }), id };
}

function countsView(counts: Readonly<Record<InboxView, number>>): Record<InboxView, InboxCount> {
  const view = (count: number) => ({ count: Math.min(count, COUNT_UP_TO), more: count > COUNT_UP_TO });
  const { waiting, mine, bot, closed, all } = counts;
  return { waiting: view(waiting), mine: view(mine), bot: view(bot), closed: view(closed), all: view(all) };
}
