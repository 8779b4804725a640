import { Router } from "express";
import { z } from "zod";
import type { SendFromPhone } from "../contract/simulator.ts";
import type { SimulatorUseCases } from "../use-cases.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { sendFile } from "./send-file.ts";

/** 2 MB of picture are 2.7 MB of base64. */
const MOST_BASE64 = 2_800_000;

const Message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), body: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal("choiceReply"), id: z.string().min(1).max(256), title: z.string().min(1).max(256) }),
  z.object({
    kind: z.literal("picture"),
    mime: z.enum(["image/jpeg", "image/png", "application/pdf"]),
    base64: z.base64().max(MOST_BASE64),
    caption: z.string().max(1024).optional(),
  }),
]);

const Fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["duplicate", "reorder", "lose-message", "lose-answer"]) }),
  z.object({ kind: z.literal("delay"), seconds: z.number().min(0).max(3600) }),
  z.object({ kind: z.enum(["refuse", "fail"]), code: z.int().min(0).max(999_999) }),
  z.object({ kind: z.literal("refuse-http"), status: z.int().min(400).max(599) }),
]);

/** The phone in the browser. Where there is none, neither are these addresses. */
export function simulatorRoutes(simulator: SimulatorUseCases, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "simulator.use";
  router.get(
    "/simulator/phones",
    endpoint({ permission }, async ({ who }) => ok(await simulator.phones(who.businessId))),
  );
  router.get(
    "/simulator/phones/:phone",
    endpoint({ permission }, async ({ who, part }) =>
      ok((await simulator.view({ businessId: who.businessId, phone: phoneOf(part("phone")) })) ?? missing()),
    ),
  );
  router.get(
    "/simulator/pictures/:id",
    endpoint({ permission }, async ({ who, id, response }) => {
      const picture = await simulator.picture({ businessId: who.businessId, id: id() });
      if (!picture) throw notFound("picture");
      return sendFile(response, picture);
    }),
  );
  router.get(
    "/simulator/phones/:phone/bot",
    endpoint({ permission }, async ({ who, part }) => {
      const { businessId, language } = who;
      return ok((await simulator.botView({ businessId, phone: phoneOf(part("phone")), language })) ?? missing());
    }),
  );
  router.post(
    "/simulator/phones/:phone/messages",
    endpoint({ permission, body: Message }, async ({ who, part, body }) => {
      const sent = await simulator.send({
        businessId: who.businessId,
        phone: phoneOf(part("phone")),
        content: contentOf(body),
      });
      return sent === "sent" ? done : missing();
    }),
  );
  router.post(
    "/simulator/phones/:phone/faults",
    endpoint({ permission, body: Fault }, async ({ who, part, body }) => {
      const ordered = await simulator.orderFault({
        businessId: who.businessId,
        phone: phoneOf(part("phone")),
        fault: body,
      });
      return ordered === "ordered" ? done : missing();
    }),
  );
  return router;
}

/** E.164 digits without the plus, as WhatsApp gives numbers and an address can carry them. */
function phoneOf(digits: string): string {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return missing();
  return digits;
}

function contentOf(message: z.infer<typeof Message>): SendFromPhone {
  if (message.kind !== "picture") return message;
  const { caption, ...picture } = message;
  return caption === undefined ? picture : { ...picture, caption };
}

function missing(): never {
  throw notFound("phone");
}
