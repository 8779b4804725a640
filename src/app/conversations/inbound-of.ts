import { z } from "zod";
import type { WaitingMessage } from "../../../db/turns.ts";
import { eventForOption } from "../../../flows/lib/options.ts";
import type { Inbound } from "../../domain/understanding/reading.ts";

const Choice = z.object({ id: z.string() });
const Media = z.object({ media: z.object({ mime: z.string() }) });

/** A stored message as understanding reads it; `undefined` for what needs no answer: a thumb, a notice of WhatsApp's own. */
export function inboundOf({ kind, body, detail }: WaitingMessage): Inbound | undefined {
  switch (kind) {
    case "text":
      return { kind: "text", body };
    case "choice":
      return choice(Choice.parse(detail).id, body);
    case "media":
      return { kind: "media", mime: Media.parse(detail).media.mime, ...(body && { caption: body }) };
    case "reaction":
    case "system":
      return undefined;
    default:
      return { kind: "unsupported", what: kind };
  }
}

/** A tap on something we never offered under that id, such as a template registered elsewhere: its words still count. */
function choice(id: string, title: string): Inbound {
  return eventForOption(id) ? { kind: "choice", id, title } : { kind: "text", body: title };
}
