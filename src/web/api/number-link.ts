import { Router } from "express";
import { z } from "zod";
import { linkRows, riskAccepted } from "../../../db/linked-phones.ts";
import { acceptRisk } from "../../app/channels/accept-risk.ts";
import { addLinkedPhone } from "../../app/channels/add-linked-phone.ts";
import { type AskOfLink, askOfLink } from "../../app/channels/ask-of-link.ts";
import { AppError } from "../../domain/errors.ts";
import type { AddedNumber, NumberLink } from "../contract/number-link.ts";
import type { WebDeps } from "../deps.ts";
import { type Answer, created, done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { askedView, linkedPhone, linkView, type NameOf } from "./show/link.ts";
import { moment, momentOrNull } from "./show/moments.ts";

const NewPhone = z.object({
  kind: z.enum(["baileys", "whatsapp_web"]),
  name: z.string().trim().min(1).max(100),
  phone: z.string().max(40),
  acceptsRisk: z.literal(true, { error: "the risk has to be accepted first" }),
});
const How = z.object({ by: z.enum(["qr", "code"]) });

/** Phones that are linked as WhatsApp Web is: add one, accept what it risks, link it, see how that stands, take it off again. */
export function numberLinkRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "channels.manage";
  router.post(
    "/linked-phones",
    endpoint({ permission, body: NewPhone }, async ({ who: { businessId, userId }, body: { kind, name, phone } }) => {
      const added = await addLinkedPhone(deps, { businessId, userId, kind, name, phone });
      if (added === "no-phone") throw new AppError("request.invalid", "body.phone: this is no whole telephone number");
      if (added === "demo") throw new AppError("request.conflict", "A demo is never joined to a real number.");
      if (added === "taken") throw new AppError("number.taken", "The business has a number with this phone already.");
      return created<AddedNumber>(added);
    }),
  );
  router.get(
    "/channels/:id/link",
    endpoint({ permission }, async ({ who, id }) => ok<NumberLink>(await readLink(deps, who, id()))),
  );
  router.post(
    "/channels/:id/link",
    endpoint({ permission, body: How }, async ({ who: { businessId, userId }, id, body: { by } }) =>
      ask(deps, { businessId, userId, channelId: id(), what: by }),
    ),
  );
  router.post(
    "/channels/:id/unlink",
    endpoint({ permission }, async ({ who: { businessId, userId }, id }) =>
      ask(deps, { businessId, userId, channelId: id(), what: "unlink" }),
    ),
  );
  router.post(
    "/channels/:id/accept-risk",
    endpoint({ permission }, async ({ who: { businessId, userId }, id }) => {
      if (!(await acceptRisk(deps, { businessId, userId, channelId: id() }))) throw notFound("linked phone");
      return done;
    }),
  );
  return router;
}

async function readLink(deps: WebDeps, who: Parameters<typeof namesFor>[1], channelId: string): Promise<NumberLink> {
  const { businessId } = who;
  const realNow = deps.clock.now();
  const { row, risk } = await deps.db.inBusiness(businessId, async (tx) => {
    const [[found], accepted] = await Promise.all([
      linkRows(tx, businessId, channelId),
      riskAccepted(tx, businessId, channelId),
    ]);
    return { row: found, risk: accepted };
  });
  if (!row) throw notFound("linked phone");
  const names = await namesFor(
    deps,
    who,
    [row.linkedBy, risk?.actor].filter((one) => typeof one === "string"),
  );
  const nameOf: NameOf = (actor) => (actor === null ? null : (names.get(actor) ?? null));
  return {
    id: channelId,
    name: row.name,
    now: moment(realNow),
    expectedPhone: row.expectedPhone,
    link: linkView(row, realNow, deps.secrets.unseal),
    since: momentOrNull(row.since),
    asked: askedView(row),
    linked: linkedPhone(row, nameOf),
    risk: risk ? { by: nameOf(risk.actor), at: moment(risk.at) } : null,
  };
}

async function ask(deps: WebDeps, asked: AskOfLink): Promise<Answer> {
  const answer = await askOfLink(deps, asked);
  switch (answer) {
    case "asked":
      return { status: 202 };
    case "not-found":
      throw notFound("linked phone");
    case "risk-not-accepted":
      throw new AppError("number.risk-not-accepted", "Nobody accepted yet what linking this phone risks.");
    case "no-process":
      throw new AppError("channel.no-process", "No running process looks after linked phones: nothing was done.");
    case "no-phone":
      throw new AppError(
        "request.conflict",
        "A code is typed on one phone, and nobody said which number it has: link by QR.",
      );
  }
}
