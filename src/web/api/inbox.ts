import { Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import { type InboxFilter, type InboxPlace, inboxCounts, inboxOutcomes, inboxPage } from "../../../db/console/inbox.ts";
import { searchTerm } from "../../../db/console/search.ts";
import { HAND_OVER_REASONS } from "../../../flows/vocabulary.ts";
import { openConversations } from "../../app/conversations/open.ts";
import { OUTCOMES } from "../../domain/outcome.ts";
import type { Inbox, InboxCount, InboxOutcomes, InboxView, Opened } from "../contract/inbox.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { conversationSummary, peopleOf } from "./show/conversation.ts";

const View = z.enum(["waiting", "mine", "bot", "closed", "all"]);

const InboxQuery = PageQuery.extend({
  view: View.default("waiting"),
  outcome: z.enum(OUTCOMES).optional(),
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
      const { businessId, userId, language } = who;
      const { limit } = query;
      const filter = filterOf(query.view, userId);
      const page = {
        filter,
        outcome: query.outcome,
        search: searchTerm(query.search),
        after: placeOf(query.after),
        limit: limit + 1,
        reasons: HAND_OVER_REASONS,
      };
      const { rows, counts } = await deps.db.inBusiness(businessId, async (tx) => ({
        rows: await inboxPage(tx, businessId, page),
        counts: await inboxCounts(tx, businessId, userId, COUNT_UP_TO),
      }));
      const names = await namesFor(deps, { businessId, language }, peopleOf(rows));
      return ok<Inbox>({
        ...pageOf(rows, limit, {
          item: (row) => conversationSummary(row, { names, me: userId }),
          place: ({ gravity, handedOverAt, id }) => writePlace([gravity, handedOverAt?.toISO() ?? null, id]),
        }),
        counts: countsView(counts),
      });
    }),
  );
  router.get(
    "/inbox/outcomes",
    endpoint({ permission: "conversations.read", query: z.object({ view: View }) }, async ({ who, query }) => {
      const of = { filter: filterOf(query.view, who.userId), outcomes: OUTCOMES, upTo: COUNT_UP_TO };
      const counts = await deps.db.inBusiness(who.businessId, (tx) => inboxOutcomes(tx, who.businessId, of));
      return ok<InboxOutcomes>({
        counts: counts.map(({ outcome, count }) => ({ outcome, ...countView(count) })),
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
  const { waiting, mine, bot, closed, all } = counts;
  return {
    waiting: countView(waiting),
    mine: countView(mine),
    bot: countView(bot),
    closed: countView(closed),
    all: countView(all),
  };
}

function countView(count: number): InboxCount {
  return { count: Math.min(count, COUNT_UP_TO), more: count > COUNT_UP_TO };
}
