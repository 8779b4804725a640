import { assert, unreachable } from "../../domain/assert.ts";
import type { ChannelIdentity, OutContent, OutMessage } from "../channel.ts";

/**
 * One message as `POST /{version}/{phone number id}/messages` takes it (Meta, "Cloud API messages"). There is no key
 * against repeats; `biz_opaque_callback_data` comes back in the message's statuses instead.
 */
export function requestBody(message: OutMessage): string {
  return JSON.stringify({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient(message.to),
    ...(message.replyTo === undefined ? {} : { context: { message_id: message.replyTo } }),
    ...content(message.content),
    biz_opaque_callback_data: message.outboxId,
  });
}

/** The phone when it is known: Meta then keeps telling us the phone in its webhooks. */
function recipient({ phone, bsuid }: ChannelIdentity): object {
  if (phone !== undefined) return { to: phone };
  assert(bsuid !== undefined, "a message needs a phone or a user id to go to");
  return { recipient: bsuid };
}

function content(out: OutContent): object {
  switch (out.kind) {
    case "text":
      // A preview would fetch the payment page of the link.
      return { type: "text", text: { body: out.body, preview_url: false } };
    case "choice":
      return { type: "interactive", interactive: interactive(out) };
    case "template":
      return {
        type: "template",
        template: {
          name: out.name,
          language: { code: out.language },
          ...withComponents(out),
        },
      };
    case "media":
      return { type: out.type, [out.type]: media(out) };
    default:
      return unreachable(out);
  }
}

/** Titles of quick replies are registered with the template; what is sent is the id that a tap brings back. */
function withComponents({ params, options }: OutContent & { kind: "template" }): object {
  const body = params.length === 0 ? [] : [{ type: "body", parameters: params.map(parameter) }];
  const replies = options.map(({ id }, index) => ({
    type: "button",
    sub_type: "quick_reply",
    index: String(index),
    parameters: [{ type: "payload", payload: id }],
  }));
  const components = [...body, ...replies];
  return components.length === 0 ? {} : { components };
}

function interactive({ body, options, layout }: OutContent & { kind: "choice" }): object {
  if (layout.as === "buttons") {
    const buttons = options.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
    return { type: "button", body: { text: body }, action: { buttons } };
  }
  const rows = options.map(({ id, title, description }) => ({ id, title, ...(description && { description }) }));
  return { type: "list", body: { text: body }, action: { button: layout.opener, sections: [{ rows }] } };
}

function parameter(text: string): object {
  return { type: "text", text };
}

function media({ type, token, caption, fileName }: OutContent & { kind: "media" }): object {
  return { id: token, ...(caption && { caption }), ...(type === "document" && fileName && { filename: fileName }) };
}
