import { z } from "zod";
import type { WaitingMessage } from "../../../db/turns.ts";
import type { Inbound } from "../../domain/understanding/reading.ts";

const Choice = z.object({ id: z.string() });
const Media = z.object({ media: z.object({ mime: z.string() }) });

/** A stored message as understanding reads it; `undefined` for what needs no answer: a thumb, a notice of WhatsApp's own. */
export function inboundOf({ kind, body, detail }: WaitingMessage): Inbound | undefined {
  switch (kind) {
    case "text":
      return { kind: "text", body };
    case "choice":
      return { kind: "choice", id: Choice.parse(detail).id, title: body };
    case "media":
      return { kind: "media", mime: Media.parse(detail).media.mime, ...(body && { caption: body }) };
    case "reaction":
    case "system":
      return undefined;
    default:
      return { kind: "unsupported", what: kind };
  }
}
