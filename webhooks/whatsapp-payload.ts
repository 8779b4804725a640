import type { DateTime } from "luxon";
import type { InboundMessage, InboundStatus } from "../src/channels/channel.ts";
import { isObject, listAt, objectAt, textAt } from "./json.ts";
import { readMessage } from "./whatsapp-message.ts";
import { readStatus } from "./whatsapp-status.ts";

/** A webhook as it was read. `changeCount` counts what we do not follow too. */
export type WhatsappPayload = { readonly changeCount: number; readonly batches: readonly WhatsappBatch[] };

/** Everything one change of a webhook tells about one number, in the order it was written. */
export type WhatsappBatch = {
  /** Meta's id of our number: it names the channel. Empty when Meta left it out, and then no channel has it. */
  readonly phoneNumberId: string;
  /** The change as it came, and the entry it came in. */
  readonly origin: { readonly entry: object; readonly change: object };
  readonly messages: readonly InboundMessage[];
  /** Messages that do not say who wrote them, as they came: nobody can be answered. */
  readonly senderless: readonly unknown[];
  readonly statuses: readonly InboundStatus[];
  /** What Meta says is wrong with the number itself, outside any message: its error codes. */
  readonly problems: readonly string[];
};

/**
 * Reads a whole webhook: every entry, change, message and status (Meta may put up to 1,000 in one). It never fails on a
 * part: a message that cannot be read becomes `unsupported` with its JSON kept, an unknown status is left out, and what
 * nobody seems to have written is set apart.
 *
 * Written by hand and not with Zod because one malformed message must not lose the others, and because it is the first
 * thing each message costs.
 *
 * @param receivedAt stands in for a timestamp that is missing
 * @returns `undefined` when the bytes are not a webhook of WhatsApp at all
 */
export function parseWhatsappPayload(body: Buffer, receivedAt: DateTime): WhatsappPayload | undefined {
  const payload = parseJson(body);
  if (!isObject(payload) || !Array.isArray(payload["entry"])) return undefined;
  const changes = listAt(payload, "entry").flatMap((entry) =>
    listAt(entry, "changes").map((change) => ({ entry, change })),
  );
  return {
    changeCount: changes.length,
    batches: changes.flatMap(({ entry, change }) => {
      const field = textAt(change, "field");
      const value = objectAt(change, "value");
      if (!isObject(entry) || !isObject(change) || value === undefined) return [];
      return field === undefined || field === "messages"
        ? [{ ...readValue(value, receivedAt), origin: { entry, change } }]
        : [];
    }),
  };
}

function readValue(value: object, receivedAt: DateTime): Omit<WhatsappBatch, "origin"> {
  const contacts = listAt(value, "contacts");
  const read = listAt(value, "messages").map((raw) => ({ raw, message: readMessage(raw, contacts, receivedAt) }));
  return {
    phoneNumberId: textAt(objectAt(value, "metadata"), "phone_number_id") ?? "",
    messages: read.flatMap(({ message }) => (isSomebody(message.from) ? [message] : [])),
    senderless: read.flatMap(({ raw, message }) => (isSomebody(message.from) ? [] : [raw])),
    statuses: listAt(value, "statuses").flatMap((status) => readStatus(status, receivedAt) ?? []),
    problems: listAt(value, "errors").flatMap((error) => textAt(error, "code") ?? []),
  };
}

function isSomebody({ phone, bsuid, username }: InboundMessage["from"]): boolean {
  return phone !== undefined || bsuid !== undefined || username !== undefined;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
