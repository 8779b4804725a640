import { type Response, Router } from "express";
import { z } from "zod";
import { ENDING, endStop } from "../../app/contact/end-stop.ts";
import { type RecordedPermission, recordOwnWords, recordPermission } from "../../app/contact/record-permission.ts";
import { recordStop } from "../../app/contact/record-stop.ts";
import { recordTimes } from "../../app/contact/record-times.ts";
import { unreachable } from "../../domain/assert.ts";
import { CHANNELS } from "../../domain/contact-law/facts.ts";
import { isZone } from "../../domain/zone-offset.ts";
import type { StopRecorded, TimesRecorded } from "../contract/contact-records.ts";
import type { WebDeps } from "../deps.ts";
import { Day } from "./day.ts";
import { type Answer, done, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { Note } from "./note.ts";

const Words = z.string().trim().min(2).max(200);

const Stop = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opted_out") }),
  z.object({ kind: z.literal("deceased") }),
  z.object({ kind: z.literal("wrong_person"), contactId: z.uuid() }),
  z.object({
    kind: z.literal("attorney"),
    name: Words,
    contactKnown: z.boolean(),
    unresponsive: z.boolean(),
    consentsToDirect: z.boolean(),
  }),
  z.object({ kind: z.literal("moratorium"), type: Words, lastProtectedDay: Day }),
]);
const EndBody = z.object({ kind: z.enum(ENDING), reason: Note });
const StopBody = z.object({ stop: Stop, reason: Note });

const Hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be an hour such as 18:30");
const WeeklyTime = z.object({ days: z.array(z.int().min(1).max(7)).min(1).max(7), start: Hour, end: Hour });
const TimesBody = z.object({
  zone: z.string().max(60).refine(isZone, "must be an IANA zone such as America/Bogota").nullable().optional(),
  requestedHours: WeeklyTime.extend({ separateInstrument: z.boolean(), afterContract: z.boolean() })
    .nullable()
    .optional(),
  inconvenient: z.array(WeeklyTime).min(1).max(20).nullable().optional(),
  reason: Note,
});

/** Without a word of it, what a permission has always been for. */
const By = z.array(z.enum(CHANNELS)).min(1).default(["whatsapp"]);
const PermissionBody = z.union([
  z.object({
    contactId: z.uuid(),
    wording: z.string().trim().min(3).max(1000),
    on: Day,
    channel: Words,
    by: By,
    otherNumbers: z.boolean().optional(),
  }),
  z.object({ messageId: z.uuid() }),
]);

/** What a debtor said of being written to, by whatever way it reached a person of the business. */
export function contactRecordRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "contact.record";
  router.post(
    "/debtors/:id/stops",
    endpoint({ permission, body: StopBody }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const recorded = await recordStop(deps, { businessId, userId, debtorId: id(), ...body });
      if (recorded === "not-found") throw notFound("debtor");
      return ok<StopRecorded>(recorded);
    }),
  );
  router.post(
    "/debtors/:id/stops/end",
    endpoint({ permission: "holds.lift", body: EndBody }, async ({ who, id, body }) => {
      const { businessId, userId } = who;
      const ended = await endStop(deps, { businessId, userId, debtorId: id(), ...body });
      if (ended === "not-found") throw notFound("stop of this debtor");
      return done;
    }),
  );
  router.post(
    "/debtors/:id/times",
    endpoint({ permission, body: TimesBody }, async ({ who, id, body: { reason, ...said } }) => {
      const { businessId, userId } = who;
      const { zone, requestedHours, inconvenient } = said;
      const times = {
        ...(zone !== undefined && { zone }),
        ...(requestedHours !== undefined && { requestedHours }),
        ...(inconvenient !== undefined && { inconvenient }),
      };
      const recorded = await recordTimes(deps, { businessId, userId, debtorId: id(), times, reason });
      if (recorded === "not-found") throw notFound("debtor");
      return ok<TimesRecorded>(recorded);
    }),
  );
  router.post(
    "/debtors/:id/permissions",
    endpoint({ permission, body: PermissionBody }, async ({ who, id, body, response }) => {
      const { businessId, userId } = who;
      const of = { businessId, userId, debtorId: id() };
      const recorded =
        "messageId" in body ? recordOwnWords(deps, { ...of, ...body }) : recordPermission(deps, { ...of, ...body });
      return permitted(response, await recorded);
    }),
  );
  return router;
}

function permitted(response: Response, result: RecordedPermission): Answer {
  if (result.recorded) return done;
  const stopped = (message: string) => refused(response, "contact.stopped", message, { because: result.because });
  switch (result.because) {
    case "not-found":
      throw notFound("contact or message of this debtor");
    case "in-the-future":
      return refused(response, "request.invalid", "body.on: must not be a day to come");
    case "opted-out":
      return stopped(
        "This person asked not to be written to. Only words of their own, written to you after that, lift it: record the message in which they ask for it.",
      );
    case "not-theirs":
      return stopped(
        "This number turned out to be somebody else's. Only whoever has it can say otherwise, in a message from it: record that message.",
      );
    case "deceased":
      return stopped("This person has died: nothing gives a permission any more.");
    case "earlier":
      return stopped("This message is older than the opt-out, and does not lift it: it has to be one that came after.");
    default:
      return unreachable(result.because);
  }
}
