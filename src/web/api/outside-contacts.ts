import { type Response, Router } from "express";
import { DateTime } from "luxon";
import { z } from "zod";
import { type EnteredContact, enterContact, OLDEST_DAYS } from "../../app/contact/enter-contact.ts";
import { withdrawContact } from "../../app/contact/withdraw-contact.ts";
import { unreachable } from "../../domain/assert.ts";
import { CHANNELS } from "../../domain/contact-law/facts.ts";
import { HISTORY_KINDS, INITIATORS } from "../../domain/contact-law/past-events.ts";
import type { WebDeps } from "../deps.ts";
import { type Answer, done, type Endpoint, notFound, refused } from "./endpoint.ts";
import { Note } from "./note.ts";

const MOMENT = "must be a moment such as 2026-11-22T10:30, or with its offset 2026-11-22T10:30:00-05:00";

/** A moment; the business's own clock where it names no offset. */
const At = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/, MOMENT)
  .refine(isMoment, MOMENT);

const EnterBody = z.object({
  id: z.uuid().toLowerCase(),
  channel: z.enum(CHANNELS),
  at: At,
  initiatedBy: z.enum(INITIATORS),
  kind: z.enum(HISTORY_KINDS),
  contactId: z.uuid().toLowerCase().optional(),
  address: z.string().trim().max(200).optional(),
  note: z.string().trim().max(500).optional(),
});

const WithdrawBody = z.object({ reason: Note });

/** Contacts with a debtor that were made outside Saldar: so that the law's caps count them too. */
export function outsideContactRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.post(
    "/debtors/:id/outside-contacts",
    endpoint({ permission: "outside-contacts.enter", body: EnterBody }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      return entered(response, await enterContact(deps, { ...body, businessId, userId, debtorId: id() }));
    }),
  );
  router.post(
    "/debtors/:id/outside-contacts/:contact/withdrawal",
    endpoint({ permission: "outside-contacts.withdraw", body: WithdrawBody }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const named = { businessId, userId, debtorId: id(), id: id("contact") };
      if ((await withdrawContact(deps, { ...named, ...body })) === "not-found")
        throw notFound("contact with this debtor");
      return done;
    }),
  );
  return router;
}

function entered(response: Response, result: EnteredContact): Answer {
  if (result.entered) return done;
  const { because } = result;
  const wrong = (message: string) => refused(response, "request.invalid", message, { because });
  switch (because) {
    case "not-found":
      throw notFound("debtor, or number of this debtor");
    case "in-the-future":
      return wrong("body.at: must not be a moment to come");
    case "too-old":
      return wrong(`body.at: must not be more than ${OLDEST_DAYS} days ago: look whether the year is right`);
    case "kind":
      return wrong("body.kind: inbound is what the debtor began, and nothing else is: say who began it");
    case "other-content":
      return refused(
        response,
        "request.conflict",
        "body.id: names another contact, which was entered before: give each contact an id of its own",
        { because },
      );
    default:
      return unreachable(because);
  }
}

function isMoment(text: string): boolean {
  try {
    return DateTime.fromISO(text, { zone: "utc" }).isValid;
  } catch {
    // 30 February, 25:00: our luxon throws for what is no moment, and the caller is told what one looks like.
    return false;
  }
}
