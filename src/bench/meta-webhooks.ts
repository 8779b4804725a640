import { createHmac } from "node:crypto";
import http from "node:http";

/** One message or status as Meta writes it, to be put into a webhook. */
export type WebhookItem = { readonly messages: object } | { readonly statuses: object };

/** A person's text. `at` is in unix seconds, as Meta has it. */
export function textFrom({ phone, id, at }: Written, body: string): WebhookItem {
  return { messages: { from: phone, id, timestamp: String(at), type: "text", text: { body } } };
}

/** A tap on one of our buttons or rows. */
export function choiceFrom({ phone, id, at }: Written, option: Option, as: "button_reply" | "list_reply"): WebhookItem {
  const interactive = { type: as, [as]: { id: option.id, title: option.title } };
  return { messages: { from: phone, id, timestamp: String(at), type: "interactive", interactive } };
}

/** A picture, such as a transfer's receipt; `sha256` in base64. */
export function imageFrom(
  { phone, id, at }: Written,
  image: { readonly mediaId: string; readonly sha256: string },
): WebhookItem {
  const part = { id: image.mediaId, mime_type: "image/jpeg", sha256: image.sha256 };
  return { messages: { from: phone, id, timestamp: String(at), type: "image", image: part } };
}

/** What became of a message we sent; `code` for a failed one. */
export function statusOf(sent: Sent, status: "sent" | "delivered" | "read" | "failed", code?: number): WebhookItem {
  return {
    statuses: {
      id: sent.providerId,
      status,
      timestamp: String(sent.at),
      recipient_id: sent.to,
      ...(sent.outboxId === undefined ? {} : { biz_opaque_callback_data: sent.outboxId }),
      ...(code === undefined
        ? {}
        : { errors: [{ code, title: "failed", error_data: { details: "failed by order" } }] }),
    },
  };
}

/** A webhook's bytes: entries of changes of items, as deep as Meta nests them. */
export function webhook(phoneNumberId: string, entries: readonly (readonly (readonly WebhookItem[])[])[]): Buffer {
  const metadata = { display_phone_number: "15550000001", phone_number_id: phoneNumberId };
  const value = (items: readonly WebhookItem[]): object => ({
    messaging_product: "whatsapp",
    metadata,
    ...together(
      "messages",
      items.flatMap((item) => ("messages" in item ? [item.messages] : [])),
    ),
    ...together(
      "statuses",
      items.flatMap((item) => ("statuses" in item ? [item.statuses] : [])),
    ),
  });
  const entry = entries.map((changes) => ({
    id: "100000000000001",
    changes: changes.map((items) => ({ field: "messages", value: value(items) })),
  }));
  return Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry }));
}

/** What Meta tells of an account: one change of another field than `messages`. `at` is in unix seconds. */
export function accountWebhook({ wabaId, at, field }: OfAccount, value: object): Buffer {
  const entry = [{ id: wabaId, time: at, changes: [{ field, value }] }];
  return Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry }));
}

/** The header that Meta signs a body with. */
export function signatureOf(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}

/** Posts signed webhooks to our server over kept connections, and tells the status it answered. */
export function webhookSender(url: string, appSecret: string): WebhookSender {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256, scheduling: "lifo" });
  return {
    post: (body, signature = signatureOf(body, appSecret)) =>
      new Promise((resolve, reject) => {
        const headers = {
          "content-type": "application/json",
          "content-length": body.length,
          "x-hub-signature-256": signature,
        };
        const request = http.request(url, { method: "POST", agent, headers }, (response) => {
          response.resume();
          response.on("end", () => resolve(response.statusCode ?? 0));
          response.on("error", reject);
        });
        request.on("error", reject);
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type WebhookSender = {
  /** The HTTP status; rejects when the connection fails. Another signature forges. */
  post(body: Buffer, signature?: string): Promise<number>;
  close(): void;
};

type OfAccount = { readonly wabaId: string; readonly at: number; readonly field: string };
type Written = { readonly phone: string; readonly id: string; readonly at: number };
type Option = { readonly id: string; readonly title: string };
type Sent = {
  readonly providerId: string;
  readonly to: string;
  readonly outboxId: string | undefined;
  readonly at: number;
};

function together(key: "messages" | "statuses", items: readonly object[]): object {
  return items.length === 0 ? {} : { [key]: items };
}
