import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { z } from "zod";
import { debtorListsPage } from "../../../db/console/debtor-lists.ts";
import type { DebtorLists, ListContacts } from "../contract/debtor-lists.ts";
import type { WebDeps } from "../deps.ts";
import type { Who } from "../who.ts";
import { type Answer, done, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { ListAnswers } from "./list-answers.ts";
import { namesFor } from "./names.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { moment } from "./show/moments.ts";
import { fileNameOf, withUpload } from "./upload.ts";

const RowsQuery = PageQuery.extend({ verdict: z.enum(["new", "changed", "same", "error", "skipped"]).optional() });
/** No `limit`: a page is what was sealed together. */
const Verdict = z.int().min(0).max(1_000);
const ContactsQuery = PageQuery.pick({ after: true }).extend({
  judgedAt: z.string().max(40),
  verdict: z.coerce.number().pipe(Verdict).optional(),
});
const ContactPlace = z.tuple([Verdict, z.int().min(-1).max(1_000_000)]);

/** Uploads: seen dry first, committed by a word of their own. */
export function debtorListRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  reading(router, deps, endpoint);
  changing(router, deps, endpoint);
  return router;
}

function reading(router: Router, deps: WebDeps, endpoint: Endpoint): void {
  const { debtorLists } = deps.useCases;
  const permission = "debtor-lists.read";
  router.get(
    "/debtor-lists",
    endpoint({ permission, query: PageQuery }, async ({ who, query }) => {
      const before = readPlace(z.tuple([z.uuid()]), query.after)?.[0];
      const rows = await deps.db.inBusiness(who.businessId, (tx) =>
        debtorListsPage(tx, who.businessId, { before, limit: query.limit + 1 }),
      );
      const uploaders = rows.map(({ uploadedBy }) => uploadedBy);
      const names = await namesFor(deps, who, uploaders);
      return ok<DebtorLists>(
        pageOf(rows, query.limit, {
          item: ({ uploadedAt, uploadedBy, ...row }) => ({
            ...row,
            uploadedAt: moment(uploadedAt),
            uploadedBy: names.get(uploadedBy) ?? null,
          }),
          place: ({ id }) => writePlace([id]),
        }),
      );
    }),
  );
  router.get(
    "/debtor-lists/:id",
    endpoint({ permission }, async ({ who, id }) => ok((await debtorLists.view(listOf(who, id()))) ?? missing())),
  );
  router.get(
    "/debtor-lists/:id/rows",
    endpoint({ permission, query: RowsQuery }, async ({ who, id, query }) => {
      const after = readPlace(z.tuple([z.int()]), query.after)?.[0] ?? 0;
      const found = await debtorLists.rows({ ...listOf(who, id()), verdict: query.verdict, after, limit: query.limit });
      return ok(found ?? missing());
    }),
  );
  router.get(
    "/debtor-lists/:id/contacts",
    endpoint(
      { permission, query: ContactsQuery },
      async ({ who, id, query: { judgedAt, verdict, after }, response }) => {
        const place = readPlace(ContactPlace, after);
        const asked = { judgedAt, verdict, after: place && { verdict: place[0], part: place[1] }, parts: 1 };
        const found = await debtorLists.contacts({ ...listOf(who, id()), ...asked });
        if (typeof found === "string") return refusal(response, found);
        const { items, next } = found;
        return ok<ListContacts>({ items, next: next && writePlace([next.verdict, next.part]) });
      },
    ),
  );
  router.get(
    "/debtor-lists/:id/errors",
    endpoint({ permission }, async ({ who, id, response }) => {
      const file = (await debtorLists.errorsFile(listOf(who, id()))) ?? missing();
      response.type("text/csv; charset=utf-8");
      response.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
      await pipeline(file.parts, response);
      return undefined;
    }),
  );
}

function changing(router: Router, deps: WebDeps, endpoint: Endpoint): void {
  const { debtorLists } = deps.useCases;
  const permission = "debtor-lists.upload";
  router.post(
    "/debtor-lists",
    endpoint({ permission }, async ({ who, request }) => {
      const { businessId, userId, language } = who;
      const fileName = fileNameOf(request);
      const list = await withUpload(request, (path) =>
        debtorLists.preview({ businessId, userId, language, path, fileName }),
      );
      return { status: list.isRepeat ? 200 : 201, json: list };
    }),
  );
  router.put(
    "/debtor-lists/:id/settings",
    endpoint({ permission, body: ListAnswers }, async ({ who, id, body, response }) => {
      const answers = { settings: present(body.settings), ...(body.columns && { columns: body.columns }) };
      const judged = await debtorLists.answer({ ...listOf(who, id()), userId: who.userId, answers });
      return typeof judged === "string" ? refusal(response, judged) : ok(judged);
    }),
  );
  router.post(
    "/debtor-lists/:id/commit",
    endpoint({ permission }, async ({ who, id, response }) => {
      const started = await debtorLists.commit({ ...listOf(who, id()), userId: who.userId });
      return started === "started" ? { status: 202 } : refusal(response, started);
    }),
  );
  router.post(
    "/debtor-lists/:id/discard",
    endpoint({ permission }, async ({ who, id, response }) => {
      const discarded = await debtorLists.discard({ ...listOf(who, id()), userId: who.userId });
      return discarded === "discarded" ? done : refusal(response, discarded);
    }),
  );
}

function listOf({ businessId, language }: Who, listId: string) {
  return { businessId, listId, language };
}

function refusal(response: Response, because: "not-found" | "committed" | "open-questions" | "judged-anew"): Answer {
  if (because === "not-found") return missing();
  return refused(response, "request.conflict", CONFLICTS[because]);
}

const CONFLICTS = {
  committed: "This list is being committed, or has been: upload a corrected one instead.",
  "open-questions": "Answer the open questions about this file first.",
  "judged-anew": "This list was judged anew: read it again, and ask with the new `judgedAt`.",
} as const;

/** What was left out is absent, and not there with nothing in it. */
function present<T extends object>(answers: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function missing(): never {
  throw notFound("debtor list");
}
