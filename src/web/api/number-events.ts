import { Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import { numberEvents } from "../../../db/number-events.ts";
import { numberOf } from "../../../db/numbers.ts";
import { markSeen, unknownParts } from "../../../db/unknown-parts.ts";
import { isAlarming, numberEventWords } from "../../app/channels/number-event-words.ts";
import { NUMBER_EVENT_KINDS, type NumberEventKind } from "../../domain/number-event.ts";
import type { NumberEventView, UnknownPartView } from "../contract/channels.ts";
import type { Page } from "../contract/common.ts";
import type { WebDeps } from "../deps.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { moment } from "./show/moments.ts";

const Place = z.tuple([z.string().max(40), z.uuid()]);
const PartsQuery = PageQuery.extend({ seen: z.enum(["yes", "no"]).default("no") });

/** What Meta or WhatsApp said of a number, and what nobody here could read of it. */
export function numberEventRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/channels/:id/events",
    endpoint({ permission: "business.read", query: PageQuery }, async ({ who, id, query: { after, limit } }) => {
      const { businessId, language } = who;
      const channelId = id();
      const rows = await deps.db.inBusiness(businessId, async (tx) => {
        if (!(await numberOf(tx, businessId, channelId))) throw notFound("number");
        return numberEvents(tx, businessId, { channelId, after: placeOf(after), limit: limit + 1 });
      });
      return ok<Page<NumberEventView>>(
        pageOf(rows, limit, {
          item: ({ id, kind: stored, detail, at }) => {
            const kind = kindOf(stored);
            const words = numberEventWords(kind, language);
            return { id, kind, words, isAlarming: isAlarming(kind), detail, at: moment(at) };
          },
          place: ({ at, id }) => writePlace([at.toUTC().toISO(), id]),
        }),
      );
    }),
  );
  router.get(
    "/unknown-parts",
    endpoint({ permission: "channels.manage", query: PartsQuery }, async ({ who, query: { after, limit, seen } }) => {
      const { businessId } = who;
      const rows = await deps.db.inBusiness(businessId, (tx) =>
        unknownParts(tx, businessId, { seen, after: placeOf(after), limit: limit + 1 }),
      );
      return ok<Page<UnknownPartView>>(
        pageOf(rows, limit, {
          item: ({ id, channelId, what, body, receivedAt, seenAt, seenBy }) => ({
            id,
            channelId,
            what,
            body,
            receivedAt: moment(receivedAt),
            seen: seenAt && seenBy !== null ? { by: seenBy, at: moment(seenAt) } : null,
          }),
          place: ({ receivedAt, id }) => writePlace([receivedAt.toUTC().toISO(), id]),
        }),
      );
    }),
  );
  router.post(
    "/unknown-parts/:id/seen",
    endpoint({ permission: "channels.manage" }, async ({ who: { businessId, userId }, id }) => {
      const seen = { id: id(), by: userId, at: deps.clock.now() };
      if (!(await deps.db.inBusiness(businessId, (tx) => markSeen(tx, businessId, seen)))) throw notFound("part");
      return done;
    }),
  );
  return router;
}

function placeOf(after: string | undefined) {
  const place = readPlace(Place, after);
  return place && { at: DateTime.fromISO(place[0], { zone: "utc" }), id: place[1] };
}

/** What a newer build wrote is something else. */
function kindOf(stored: string): NumberEventKind {
  return NUMBER_EVENT_KINDS.find((kind) => kind === stored) ?? "other";
}
