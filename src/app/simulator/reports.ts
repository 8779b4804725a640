import { DateTime } from "luxon";
import { z } from "zod";
import type { InboundMessage, InboundStatus } from "../../channels/channel.ts";

const Moment = z.string().transform((text) => DateTime.fromISO(text, { zone: "utc" }));
const Identity = z.object({ phone: z.string() });
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const Content = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), body: z.string() }),
  z.object({ kind: z.literal("choiceReply"), id: z.string(), title: z.string() }),
  z.object({
    kind: z.literal("media"),
    media: z.object({
      token: z.string(),
      type: z.enum(["image", "document"]),
      mime: z.string(),
      sha256: optional(z.string()),
      fileName: optional(z.string()),
    }),
    caption: optional(z.string()),
  }),
]);

const Message = z.object({
  type: z.literal("message"),
  providerId: z.string(),
  from: Identity,
  pushName: optional(z.string()),
  sentAt: Moment,
  replyTo: optional(z.string()),
  content: Content,
});

const Status = z.object({
  type: z.literal("status"),
  providerId: z.string(),
  outboxId: optional(z.string()),
  status: z.enum(["sent", "delivered", "read", "failed"]),
  at: Moment,
  recipient: Identity,
  code: optional(z.string()),
  detail: optional(z.string()),
});

const Report = z.discriminatedUnion("type", [Message, Status]);

/** A message or status that the simulated phone held back, as it was stored. @throws when it is neither. */
export function readReport(stored: unknown): InboundMessage | InboundStatus {
  return Report.parse(stored);
}
