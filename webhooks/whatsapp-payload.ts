import type { DateTime } from "luxon";
import type { InboundMessage, InboundStatus } from "../src/channels/channel.ts";
import { isObject, listAt, objectAt, textAt } from "./json.ts";
import { readMessage } from "./whatsapp-message.ts";
import { readStatus } from "./whatsapp-status.ts";

/** Everything one webhook tells about one number, in the order it was written. */
export type WhatsappBatch = {
  /** Meta's id of our number: it names the channel. Empty when Meta left it out, and then no channel has it. */
  readonly phoneNumberId: string;
  readonly messages: readonly InboundMessage[];
  readonly statuses: readonly InboundStatus[];
  /** What Meta says is wrong with the number itself, outside any message: its error codes. */
  readonly problems: readonly string[];
};

/**
 * Reads a whole webhook: every entry, change, message and status (Meta may put up to 1,000 in one). It never fails on a
 * part: a message that cannot be read becomes `unsupported` with its JSON kept, an unknown status is left out.
 *
 * Written by hand and not with Zod because one malformed message must not lose the others, and because it is the first
 * thing each message costs.
 *
 * @param receivedAt stands in for a timestamp that is missing
 * @returns `undefined` when the bytes are not a webhook of WhatsApp at all
 */
export function parseWhatsappPayload(body: Buffer, receivedAt: DateTime): readonly WhatsappBatch[] | undefined {
  const payload = parseJson(body);
  if (!isObject(payload) || !Array.isArray(payload["entry"])) return undefined;
  return listAt(payload, "entry").flatMap((entry) =>
    listAt(entry, "changes").flatMap((change) => {
      const field = textAt(change, "field");
      const value = objectAt(change, "value");
      return value === undefined || (field !== undefined && field !== "messages") ? [] : [readValue(value, receivedAt)];
    }),
  );
}

function readValue(value: object, receivedAt: DateTime): WhatsappBatch {
  const contacts = listAt(value, "contacts");
  return {
    phoneNumberId: textAt(objectAt(value, "metadata"), "phone_number_id") ?? "",
    messages: listAt(value, "messages").map((message) => readMessage(message, contacts, receivedAt)),
    statuses: listAt(value, "statuses").flatMap((status) => readStatus(status, receivedAt) ?? []),
    problems: listAt(value, "errors").flatMap((error) => textAt(error, "code") ?? []),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
