import { DateTime } from "luxon";
import { z } from "zod";

const Key = z.object({
  id: z.string(),
  fromMe: z.boolean(),
  remote: z.union([z.string(), z.object({ _serialized: z.string() })]),
});
const Reaction = z.looseObject({
  id: Key,
  msgId: Key,
  senderId: z.string(),
  /** Seconds; a reaction that was taken back has no text. */
  timestamp: z.number(),
  reaction: z.string().optional().catch(undefined),
});

export type RawReaction = {
  readonly providerId: string;
  /** The message it stands on. */
  readonly to: string;
  readonly from: string;
  readonly at: DateTime;
  readonly emoji: string | undefined;
};

/** A thumb of somebody else in a chat of two; `undefined` for our own and those of groups. */
export function readReaction(data: unknown): RawReaction | undefined {
  const { success, data: raw } = Reaction.safeParse(data);
  if (!success || raw.id.fromMe) return undefined;
  const remote = typeof raw.msgId.remote === "string" ? raw.msgId.remote : raw.msgId.remote._serialized;
  if (!/@(c\.us|lid)$/.test(remote)) return undefined;
  return {
    providerId: raw.id.id,
    to: raw.msgId.id,
    from: raw.senderId,
    at: DateTime.fromMillis(raw.timestamp * 1000, { zone: "utc" }),
    emoji: raw.reaction || undefined,
  };
}
