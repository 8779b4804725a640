import { DateTime } from "luxon";
import type { NumberNews } from "../src/app/channels/number-news.ts";
import type { InboundMessage, InboundStatus } from "../src/channels/channel.ts";
import { storable } from "../src/domain/storable.ts";
import { isObject, listAt, objectAt, textAt } from "./json.ts";
import { readAccountChange, tellsOfPeople } from "./whatsapp-account.ts";
import { readMessage } from "./whatsapp-message.ts";
import { momentAt } from "./whatsapp-parts.ts";
import { readProblem } from "./whatsapp-problem.ts";
import { readStatus } from "./whatsapp-status.ts";

/** A webhook as it was read: each of its changes is one batch, in the order written. */
export type WhatsappPayload = { readonly changeCount: number; readonly batches: readonly WhatsappBatch[] };

/** Everything one change of a webhook tells about one number or its account, in the order it was written. */
export type WhatsappBatch = {
  /** Meta's id of our number: it names the channel. Empty when Meta left it out. */
  readonly phoneNumberId: string;
  /** Meta's id of the account: it names the numbers where a change is about all of them. Empty when Meta left it out. */
  readonly wabaId: string;
  /** The number as it is shown, digits only, where a change of the account is about one of its numbers. */
  readonly displayPhone: string | undefined;
  /** The change as it came, and the entry it came in. */
  readonly origin: { readonly entry: object; readonly change: object };
  readonly messages: readonly InboundMessage[];
  /** Messages that do not say who wrote them, as they came: nobody can be answered. */
  readonly senderless: readonly unknown[];
  readonly statuses: readonly InboundStatus[];
  /** What Meta says is wrong with the number itself, outside any message: its error codes. */
  readonly problems: readonly string[];
  /** What it says of the number or the account, those problems included. */
  readonly news: readonly NumberNews[];
  /** What nobody here can read, as it came: Meta's word for it, and its JSON. */
  readonly unknown: readonly { readonly what: string; readonly body: string }[];
};

/**
 * Reads a whole webhook: every entry, change, message and status (Meta may put up to 1,000 in one), and what is said of the account.
 * It never fails on a part, and nothing is lost: all is a message, a status, news of a number, or kept as unknown with its JSON.
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
  const changes = listAt(payload, "entry").flatMap((entry) => {
    const told = listAt(entry, "changes");
    // An entry that tells nothing in changes is one strange change of itself.
    return told.length === 0 ? [{ entry, change: entry }] : told.map((change) => ({ entry, change }));
  });
  return {
    changeCount: changes.length,
    batches: changes.map(({ entry, change }) => readChange(asObject(entry), asObject(change), receivedAt)),
  };
}

/** A stranger's text or number in the place of an object: kept as the one thing in it. */
function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : { strange: value };
}

type Change = Readonly<Record<string, unknown>>;

function readChange(entry: Change, change: Change, receivedAt: DateTime): WhatsappBatch {
  const field = textAt(change, "field");
  const value = objectAt(change, "value");
  const envelope = {
    phoneNumberId: textAt(objectAt(value, "metadata"), "phone_number_id") ?? "",
    wabaId: textAt(entry, "id") ?? "",
    displayPhone: digitsOf(textAt(value, "display_phone_number") ?? textAt(value, "phone_number")),
    origin: { entry, change },
  };
  if (value === undefined)
    return { ...envelope, ...NOTHING, unknown: [{ what: field ?? "malformed", body: jsonOf(change) }] };
  if (field === undefined || field === "messages") return { ...envelope, ...readValue(value, receivedAt) };

  // A page's moments are in seconds, and some of Meta's products write milliseconds.
  const at = momentAt(entry, "time") ?? momentInMs(textAt(entry, "time")) ?? receivedAt;
  const news = readAccountChange({ field, value, wabaId: envelope.wabaId, at });
  const isKept = news !== undefined && !tellsOfPeople(field);
  return {
    ...envelope,
    ...NOTHING,
    news: news === undefined ? [] : [news],
    unknown: isKept ? [] : [{ what: field, body: jsonOf(change) }],
  };
}

const NOTHING = { messages: [], senderless: [], statuses: [], problems: [], news: [], unknown: [] };

/** What a value of `messages` may hold; anything beside it is something that Meta added. */
const LISTS = ["messages", "statuses", "errors", "contacts"] as const;
const KNOWN: ReadonlySet<string> = new Set([...LISTS, "messaging_product", "metadata"]);

function readValue(
  value: Change,
  receivedAt: DateTime,
): Omit<WhatsappBatch, "origin" | "phoneNumberId" | "wabaId" | "displayPhone"> {
  const contacts = listAt(value, "contacts");
  const read = listAt(value, "messages").map((raw) => ({ raw, message: readMessage(raw, contacts, receivedAt) }));
  const statuses = listAt(value, "statuses").map((raw) => ({ raw, status: readStatus(raw, receivedAt) }));
  const errors = listAt(value, "errors");
  const added = Object.entries(value).filter(
    ([key, part]) => !KNOWN.has(key) || (LISTS.some((list) => list === key) && !Array.isArray(part)),
  );
  const isEmpty = read.length + statuses.length + errors.length + added.length === 0;
  return {
    messages: read.flatMap(({ message }) => (isSomebody(message.from) ? [message] : [])),
    senderless: read.flatMap(({ raw, message }) => (isSomebody(message.from) ? [] : [raw])),
    statuses: statuses.flatMap(({ status }) => status ?? []),
    problems: errors.flatMap((error) => textAt(error, "code") ?? []),
    news: errors.map((error) => readProblem(error, receivedAt)),
    unknown: [
      ...statuses.flatMap(({ raw, status }) =>
        status ? [] : [{ what: `status.${textAt(raw, "status") ?? "malformed"}`, body: jsonOf(raw) }],
      ),
      ...added.map(([key, part]) => ({ what: `messages.${storable(key)}`, body: jsonOf(part) })),
      ...(isEmpty ? [{ what: "messages.empty", body: jsonOf(value) }] : []),
    ],
  };
}

function digitsOf(shown: string | undefined): string | undefined {
  return shown?.replaceAll(/\D/g, "") || undefined;
}

function momentInMs(told: string | undefined): DateTime | undefined {
  return told !== undefined && /^\d{13}$/.test(told) ? DateTime.fromMillis(Number(told), { zone: "utc" }) : undefined;
}

function jsonOf(part: unknown): string {
  return (
    JSON.stringify(part, (_key, value: unknown) => (typeof value === "string" ? storable(value) : value)) ?? "null"
  );
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
