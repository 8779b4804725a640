import { z } from "zod";

/** What Meta checks of a message before it takes it (Meta, "Cloud API messages"): a breach is error 131009. */
const id = z.string().min(1).max(256);
const reply = z.object({ id, title: z.string().min(1).max(20) });
const row = z.object({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});
const body = z.object({ text: z.string().min(1).max(1024) });

const Interactive = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("button"),
    body,
    action: z.object({
      buttons: z
        .array(z.object({ type: z.literal("reply"), reply }))
        .min(1)
        .max(3),
    }),
  }),
  z.object({
    type: z.literal("list"),
    body,
    action: z.object({
      button: z.string().min(1).max(20),
      sections: z.array(z.object({ rows: z.array(row).min(1).max(10) })).length(1),
    }),
  }),
]);

const Template = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.object({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/) }),
  components: z
    .array(
      z.discriminatedUnion("type", [
        z.object({
          type: z.literal("body"),
          parameters: z.array(z.object({ type: z.literal("text"), text: z.string().min(1) })),
        }),
        z.object({
          type: z.literal("button"),
          sub_type: z.literal("quick_reply"),
          index: z.string().regex(/^[0-9]$/),
          parameters: z.array(z.object({ type: z.literal("payload"), payload: z.string().min(1).max(128) })).length(1),
        }),
      ]),
    )
    .optional(),
});

const Media = z.object({
  id: z.string().min(1),
  caption: z.string().max(1024).optional(),
  filename: z.string().optional(),
});

const Envelope = z.object({
  messaging_product: z.literal("whatsapp"),
  to: z
    .string()
    .regex(/^\+?\d{5,15}$/)
    .optional(),
  recipient: z.string().min(1).max(131).optional(),
  context: z.object({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

const Message = z.intersection(
  Envelope.refine(({ to, recipient }) => (to ?? recipient) !== undefined, "to or recipient"),
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("text"), text: z.object({ body: z.string().min(1).max(4096) }) }),
    z.object({ type: z.literal("interactive"), interactive: Interactive }),
    z.object({ type: z.literal("template"), template: Template }),
    z.object({ type: z.literal("image"), image: Media }),
    z.object({ type: z.literal("document"), document: Media }),
  ]),
);

/** A message as Meta took it. */
export type GraphMessage = z.infer<typeof Message>;

/** The message, or what Meta would say is wrong with it. */
export function readGraphMessage(json: unknown): GraphMessage | { readonly wrong: string } {
  const parsed = Message.safeParse(json);
  if (!parsed.success) return { wrong: z.prettifyError(parsed.error) };
  const options = optionsOf(parsed.data);
  const differ = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
  if (!differ(options.map((option) => option.id))) return { wrong: "duplicate option ids" };
  if (!differ(options.map((option) => option.title))) return { wrong: "duplicate option titles" };
  return parsed.data;
}

const ReadMark = z.object({
  messaging_product: z.literal("whatsapp"),
  status: z.literal("read"),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal("text") }).optional(),
});

/** That a message was read, and whether an answer is being written; undefined for anything else. */
export function readReadMark(json: unknown): { readonly messageId: string; readonly typing: boolean } | undefined {
  const mark = ReadMark.safeParse(json).data;
  return mark && { messageId: mark.message_id, typing: mark.typing_indicator !== undefined };
}

/** What the person may tap. */
export function optionsOf(message: GraphMessage): readonly { readonly id: string; readonly title: string }[] {
  if (message.type === "template") {
    // The titles lie at Meta with the template; a tap brings the payload back under whatever title it was registered with.
    const components = message.template.components ?? [];
    return components.flatMap((part) =>
      part.type === "button" ? part.parameters.map(({ payload }) => ({ id: payload, title: payload })) : [],
    );
  }
  if (message.type !== "interactive") return [];
  const { interactive } = message;
  return interactive.type === "button"
    ? interactive.action.buttons.map((button) => button.reply)
    : interactive.action.sections.flatMap((section) => section.rows);
}

/** What the person reads. A template's text lies at Meta; we see its name and what fills it. */
export function textOf(message: GraphMessage): string {
  switch (message.type) {
    case "text":
      return message.text.body;
    case "interactive":
      return message.interactive.body.text;
    case "template": {
      const components = message.template.components ?? [];
      const filled = components.flatMap((part) =>
        part.type === "body" ? part.parameters.map(({ text }) => text) : [],
      );
      return [message.template.name, ...filled].join(" | ");
    }
    case "image":
      return message.image.caption ?? message.image.id;
    case "document":
      return message.document.caption ?? message.document.id;
  }
}
