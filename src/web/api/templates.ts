import { Router } from "express";
import { z } from "zod";
import { countTemplateWaits, type TemplateRow, templateAccounts, templatesOf } from "../../../db/templates.ts";
import { rateCards } from "../../app/costs/rate-cards.ts";
import { partsOf } from "../../app/templates/compare-template.ts";
import { OUR_NAMES } from "../../app/templates/our-templates.ts";
import { type PlannedTemplate, planSubmission } from "../../app/templates/plan-submission.ts";
import { resumeTemplate } from "../../app/templates/resume.ts";
import { submitTemplates } from "../../app/templates/submit.ts";
import { syncTemplates } from "../../app/templates/sync.ts";
import { present } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import { cardOn, microsText, priceOf, type RateCard } from "../../domain/outreach/rate-card.ts";
import type { AtMeta, OurTemplateView, Templates, TemplatesSubmitted, TemplatesSynced } from "../contract/templates.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { moment } from "./show/moments.ts";

const SubmitBody = z.object({
  wabaId: z.string().min(1).max(64),
  templates: z
    .array(z.object({ name: z.string().min(1).max(512), language: z.string().min(1).max(12) }))
    .min(1)
    .max(250),
});

/** Message templates: as Meta has them, as our copy needs them, and what is done about the difference. */
export function templateRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/templates",
    endpoint({ permission: "business.read" }, async ({ who: { businessId } }) =>
      ok<Templates>(await deps.db.inBusiness(businessId, (tx) => readTemplates(deps, tx, businessId))),
    ),
  );
  router.post(
    "/templates/sync",
    endpoint({ permission: "templates.manage" }, async ({ who: { businessId, userId } }) =>
      ok<TemplatesSynced>({ accounts: await syncTemplates(deps, { businessId, actor: userId }) }),
    ),
  );
  router.post(
    "/templates/submit",
    endpoint({ permission: "templates.manage", body: SubmitBody }, async ({ who: { businessId, userId }, body }) => {
      const submitted = await submitTemplates(deps, { businessId, userId, ...body });
      if (!submitted) throw notFound("account");
      return ok<TemplatesSubmitted>({ submitted });
    }),
  );
  router.post(
    "/templates/:id/resume",
    endpoint({ permission: "templates.manage" }, async ({ who: { businessId, userId }, id }) => {
      const resumed = await resumeTemplate(deps, { businessId, templateId: id(), userId });
      if (resumed === "not-found") throw notFound("template");
      if (resumed === "not-paused")
        throw new AppError(
          "request.conflict",
          "This template is not paused here. What Meta has stopped, only Meta resumes.",
        );
      return done;
    }),
  );
  return router;
}

type Tx = Parameters<typeof templatesOf>[0];

async function readTemplates({ clock }: Pick<WebDeps, "clock">, tx: Tx, businessId: string): Promise<Templates> {
  const [accounts, known, waiting, cards, { business }] = await Promise.all([
    templateAccounts(tx, businessId),
    templatesOf(tx, businessId),
    countTemplateWaits(tx, businessId),
    rateCards(tx, businessId),
    today(tx, clock),
  ]);
  // Prices are of real days: a demo's clock moves no bill of Meta's.
  const day = present(clock.now().toUTC().toISODate(), "a valid moment");
  const card = cardOn(cards, day);
  return {
    accounts: accounts.map(({ wabaId, name }) => ({
      wabaId,
      number: name,
      ours: planSubmission(known, wabaId).map((planned) => ourView(planned, { cards, day, country: business.country })),
      others: known.filter((row) => row.wabaId === wabaId && !OUR_NAMES.includes(row.name)).map(atMeta),
    })),
    waiting,
    rateCard: card ? { holdsFrom: card.holdsFrom, currency: card.currency, source: card.source } : null,
  };
}

type Prices = { readonly cards: readonly RateCard[]; readonly day: string; readonly country: string };

function ourView(
  { ours, known, differences, problems, action }: PlannedTemplate,
  { cards, day, country }: Prices,
): OurTemplateView {
  const { name, language, category, body, examples, quickReplies, timeToLiveSeconds } = ours;
  const price = priceOf(cards, { country, category: (known?.category ?? category).toLowerCase(), day });
  return {
    name,
    language,
    category,
    body,
    examples,
    quickReplies,
    timeToLiveSeconds,
    atMeta: known ? atMeta(known) : null,
    differences,
    problems,
    action,
    price:
      price.micros === undefined || price.currency === undefined
        ? null
        : { amount: microsText(price.micros), currency: price.currency, market: price.market },
  };
}

function atMeta({ components, syncedAt, ...row }: TemplateRow): AtMeta {
  const { id, name, language, status, quality, category, because, pausedBecause } = row;
  const { body } = partsOf(components);
  return { id, name, language, status, quality, category, body, because, pausedBecause, syncedAt: moment(syncedAt) };
}
