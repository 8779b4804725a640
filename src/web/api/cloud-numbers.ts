import { Router } from "express";
import { z } from "zod";
import { cloudNumbersOf, type NumberRow } from "../../../db/numbers.ts";
import { type CheckedNumber, mayBeAdded } from "../../app/channels/check-cloud-number.ts";
import { checkWords } from "../../app/channels/check-words.ts";
import { webhookUrlOf } from "../../app/channels/cloud-deps.ts";
import { factsOf } from "../../app/channels/number-facts.ts";
import type {
  CloudNumberAdded,
  CloudNumberChecked,
  CloudNumberFacts,
  CloudNumbers,
  CloudNumberView,
  NumberRetired,
} from "../contract/channels.ts";
import type { Language } from "../contract/common.ts";
import type { WebDeps } from "../deps.ts";
import { created, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { momentOrNull } from "./show/moments.ts";

const digits = z
  .string()
  .trim()
  .regex(/^\d{5,25}$/, "is Meta's id: digits only");
const secret = z.string().trim().min(1).max(2000).regex(/^\S+$/, "has no spaces in it");
const Credentials = z.object({
  accessToken: secret,
  appSecret: secret.max(200),
  verifyToken: secret.min(8, "needs at least 8 characters").max(200),
});
const Entered = Credentials.extend({
  phoneNumberId: digits,
  wabaId: digits,
  expectedPhone: z
    .string()
    .trim()
    .max(40)
    .refine((text) => /^\d{8,15}$/.test(text.replaceAll(/\D/g, "")), "is a number with its country's code"),
});
const subscribe = z.boolean();
const name = z.string().trim().min(1).max(80);
const Reason = z.object({ reason: z.string().trim().min(1).max(500) });

const NOT_CHECKED = "This number did not pass every check against Meta: see each of them.";

/** Cloud API numbers with credentials of their own: checked live, added, changed, retired. */
export function cloudNumberRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "channels.manage";
  const { cloudNumbers } = deps.useCases;
  router.get(
    "/cloud-numbers",
    endpoint({ permission }, async ({ who: { businessId } }) => {
      const rows = await deps.db.inBusiness(businessId, (tx) => cloudNumbersOf(tx, businessId));
      return ok<CloudNumbers>({ numbers: rows.map((row) => view(deps, row)), webhookBase: webhookUrlOf(deps, "") });
    }),
  );
  router.post(
    "/cloud-numbers/check",
    endpoint({ permission, body: Entered.extend({ subscribe }) }, async ({ who, body }) => {
      return ok(checkedView(await cloudNumbers.check({ ...body, subscribes: body.subscribe }), who.language));
    }),
  );
  router.post(
    "/cloud-numbers/:id/check",
    endpoint({ permission, body: z.object({ subscribe }) }, async ({ who, id, body }) => {
      const asked = { businessId: who.businessId, channelId: id(), subscribes: body.subscribe };
      const checked = await cloudNumbers.checkStored(asked);
      if (!checked) throw notFound("number");
      return ok(checkedView(checked, who.language));
    }),
  );
  router.post(
    "/cloud-numbers",
    endpoint({ permission, body: Entered.extend({ name, subscribe }) }, async ({ who, body, response }) => {
      const { businessId, userId } = who;
      const { checked, ...added } = await cloudNumbers.add({ ...body, businessId, userId, subscribes: body.subscribe });
      const shown = checkedView(checked, who.language);
      if (!added.added) return refused(response, "number.not-checked", NOT_CHECKED, shown);
      return created<CloudNumberAdded>({ id: added.id, checked: shown });
    }),
  );
  router.put(
    "/cloud-numbers/:id/credentials",
    endpoint({ permission, body: Credentials }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      const answer = await cloudNumbers.changeCredentials({ businessId, userId, channelId: id(), credentials: body });
      if (!answer) throw notFound("number");
      const shown = checkedView(answer.checked, who.language);
      return answer.changed ? ok(shown) : refused(response, "number.not-checked", NOT_CHECKED, shown);
    }),
  );
  router.post(
    "/channels/:id/retirement",
    endpoint({ permission, body: Reason }, async ({ who, id, body: { reason } }) => {
      const { businessId, userId } = who;
      const retired = await cloudNumbers.retire({ businessId, userId, channelId: id(), reason });
      if (!retired) throw notFound("number");
      return ok<NumberRetired>(retired);
    }),
  );
  return router;
}

function view(deps: Pick<WebDeps, "publicUrl" | "clock" | "config">, row: NumberRow): CloudNumberView {
  const { routingKey, credentials, kind: _kind, messagingLimit: _limit, ...number } = row;
  const isOfSettings = credentials === null && deps.config.whatsapp?.phoneNumberId === routingKey;
  const isPaused = row.pausedUntil !== null && row.pausedUntil > deps.clock.now();
  return {
    ...number,
    phoneNumberId: routingKey,
    credentials: isOfSettings ? "settings" : "here",
    webhookUrl: webhookUrlOf(deps, isOfSettings ? undefined : routingKey),
    pausedUntil: momentOrNull(isPaused ? row.pausedUntil : null),
    learntAt: momentOrNull(row.learntAt),
    firstUsedAt: momentOrNull(row.firstUsedAt),
    retiredAt: momentOrNull(row.retiredAt),
  };
}

function checkedView(checked: CheckedNumber, language: Language): CloudNumberChecked {
  return {
    checks: checked.checks.map((check) => ({
      name: check.name,
      state: check.state,
      words: checkWords(check, language),
      code: check.code,
    })),
    mayBeAdded: mayBeAdded(checked),
    facts: factsView(checked),
  };
}

function factsView({ number, templates }: CheckedNumber): CloudNumberFacts | null {
  if (number === undefined) return null;
  const { quality, tierLimit, messagesPerSecond } = factsOf(number);
  return {
    displayPhone: number.displayPhone ?? null,
    verifiedName: number.verifiedName ?? null,
    quality: quality ?? "UNKNOWN",
    tier: number.tier ?? null,
    tierLimit: tierLimit ?? null,
    messagesPerSecond: messagesPerSecond ?? null,
    status: number.status ?? null,
    templates: templates ?? null,
  };
}
