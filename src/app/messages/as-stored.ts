import type { InboundContent } from "../../channels/channel.ts";
import { unreachable } from "../../domain/assert.ts";
import { storable } from "../../domain/storable.ts";
import { redactCardNumbers } from "../../domain/understanding/card-numbers.ts";

export type StoredContent = {
  readonly kind: "text" | "choice" | "media" | "reaction" | "system" | "unsupported";
  readonly body: string;
  readonly detail: unknown;
  readonly cardNumberDropped: boolean;
};

/** How a message of each kind is kept. A card number is dropped before anything is written; only the fact stays. */
export function asStored(content: InboundContent): StoredContent {
  switch (content.kind) {
    case "text":
      return text("text", content.body, null);
    case "choiceReply":
      return text("choice", content.title, { id: content.id });
    case "media":
      return text("media", content.caption ?? "", { media: content.media });
    case "reaction":
      return { kind: "reaction", body: content.emoji ?? "", detail: { to: content.to }, cardNumberDropped: false };
    case "identityChanged":
      return { kind: "system", body: "", detail: { now: content.now }, cardNumberDropped: false };
    case "unsupported":
      return { kind: "unsupported", body: "", detail: { what: content.what }, cardNumberDropped: false };
    default:
      return unreachable(content);
  }
}

function text(kind: StoredContent["kind"], body: string, detail: unknown): StoredContent {
  const redacted = redactCardNumbers(storable(body));
  return { kind, body: redacted.text, detail, cardNumberDropped: redacted.found.length > 0 };
}
