import { Router } from "express";
import { z } from "zod";
import type { Tx } from "../../../db/client.ts";
import { type MissedRow, missedCorrections, missedExamples, missedGroups } from "../../../db/console/not-understood.ts";
import type { MissedFilter } from "../../../db/missed.ts";
import { EXPECTATIONS } from "../../../flows/vocabulary.ts";
import { correctGroup } from "../../app/readings/correct-group.ts";
import { addDays, parseIsoDate, startOfDay } from "../../domain/time.ts";
import type { GroupCorrected, MissedGroup, NotUnderstood } from "../contract/readings.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { Correction } from "./readings.ts";
import { moment } from "./show/moments.ts";

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined, "must be a day such as 2026-11-22");
const Asked = z.object({
  from: Day.optional(),
  to: Day.optional(),
  language: z.enum(["es", "pt-BR", "en"]).optional(),
  state: z.enum(EXPECTATIONS).optional(),
});
type Asked = z.infer<typeof Asked>;

const GroupsQuery = PageQuery.extend(Asked.shape);
const GroupBody = Asked.extend({ ...Correction.shape, words: z.string().min(1).max(1_000) });
const Place = z.tuple([z.int().min(0), z.string().max(1_000)]);

/** What was not understood, alike texts together, and what agents say that they mean. */
export function notUnderstoodRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/not-understood",
    endpoint({ permission: "not-understood.read", query: GroupsQuery }, async ({ who, query }) => {
      const { businessId } = who;
      const place = readPlace(Place, query.after);
      const after = place && { count: place[0], words: place[1] };
      const page = await deps.db.inBusiness(businessId, async (tx): Promise<NotUnderstood> => {
        const filter = await filterOf(deps, tx, query);
        const rows = await missedGroups(tx, businessId, { filter, after, limit: query.limit + 1 });
        const shown = pageOf(rows, query.limit, {
          item: (row) => row,
          place: ({ count, words }) => writePlace([count, words]),
        });
        return { ...shown, items: await groupViews(tx, businessId, { filter, rows: shown.items }) };
      });
      return ok<NotUnderstood>(page);
    }),
  );
  router.put(
    "/not-understood/reading",
    endpoint({ permission: "conversations.answer", body: GroupBody }, async ({ who, body }) => {
      const { businessId, userId } = who;
      const { words, intent, ...asked } = body;
      const filter = await deps.db.inBusiness(businessId, (tx) => filterOf(deps, tx, asked));
      const corrected = await correctGroup(deps, { businessId, userId, group: { words, filter }, intent });
      return ok<GroupCorrected>({ corrected });
    }),
  );
  return router;
}

async function filterOf(deps: WebDeps, tx: Tx, { from, to, language, state }: Asked): Promise<MissedFilter> {
  const { zone } = (await today(tx, deps.clock)).business;
  const [first, last] = [parseIsoDate(from ?? ""), parseIsoDate(to ?? "")];
  return {
    from: first && startOfDay(first, zone),
    until: last && startOfDay(addDays(last, 1), zone),
    language,
    expects: state,
  };
}

async function groupViews(
  tx: Tx,
  businessId: string,
  { filter, rows }: { filter: MissedFilter; rows: readonly MissedRow[] },
): Promise<MissedGroup[]> {
  const words = rows.map((row) => row.words);
  // Sent together: neither needs the other's answer.
  const [examples, corrections] = await Promise.all([
    missedExamples(tx, businessId, { filter, words }),
    missedCorrections(tx, businessId, { filter, words }),
  ]);
  const [examplesOf, correctionsOf] = [byWords(examples), byWords(corrections)];
  return rows.map(({ latest, ...row }) => ({
    ...row,
    latest: moment(latest),
    corrections: (correctionsOf.get(row.words) ?? []).map(({ intent, count }) => ({ intent, count })),
    examples: (examplesOf.get(row.words) ?? []).map(({ conversationId, body, at }) => ({
      conversationId,
      body,
      at: moment(at),
    })),
  }));
}

function byWords<Row extends { readonly words: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ words }) => words);
}
