import type { EventEmitter } from "node:events";
import { z } from "zod";

/** A message as WhatsApp has it. What is not named goes to the page as it is. */
export type Stored = {
  readonly id: string;
  readonly chat: string;
  readonly fromMe: boolean;
  /** Seconds. */
  readonly t: number;
  /** Within a second too. */
  readonly order: number;
  ack: number;
  readonly type: string;
  readonly body?: string;
  readonly [more: string]: unknown;
};

/** What befalls the next send; `reload`: people have it, and the page loads itself anew before it hears so. */
export type SendTrouble =
  | "refused-recipient"
  | "server-error-once"
  | "lost-answer"
  | "failed-later"
  | "lost-message"
  | "reload";

export type World = {
  readonly self: { phone: string; lid: string; people: Record<string, string> };
  isLinked: boolean;
  /** A companion that wants to be taken off stays on the phone. */
  keepsCompanion: boolean;
  /** Of a page that is not linked. */
  state: string;
  /** Modules that today's page does not have. */
  missing: string[];
  history: Stored[];
  /** So many of the last messages are in the page's memory when it opens; the rest it has to load. */
  inMemory: number;
  /** What people were shown, in order. */
  sent: z.output<typeof Sent>[];
  /** By their hash, base64. */
  readonly files: Map<string, string>;
  readonly troubles: SendTrouble[];
  readonly strangers: Set<string>;
  readonly seen: string[];
  readonly typing: string[];
  /** Undefined: WhatsApp takes no code for that number. */
  code: string | undefined;
  readonly events: EventEmitter;
  /** Sent, and not answered. */
  readonly late: string[];
  /** Whether phones are there to receive at once. */
  delivers: boolean;
  /** Files are not up before this. */
  uploads: Promise<void>;
};

const text = z.string().optional();
const Sent = z.object({
  id: z.string(),
  key: z.string(),
  to: z.string(),
  type: z.string(),
  body: text,
  caption: text,
  quoted: text,
  filename: text,
  filehash: text,
  mimetype: text,
  t: z.number(),
});
const Earlier = z.object({ chat: z.string(), have: z.array(z.string()) });
const Upload = z.object({ filehash: z.string(), data: z.string() });

/** What the page asks of the server, and what it is told. */
export function answersTo(world: World): Readonly<Record<string, (value: unknown) => unknown>> {
  return {
    send: (value) => send(world, Sent.parse(value)),
    exists: (value) => {
      const phone = z.string().parse(value);
      return world.strangers.delete(phone) ? undefined : phone;
    },
    stored: (value) => {
      const keys = new Set(z.array(z.string()).parse(value));
      return world.history.filter(({ fromMe, chat, id }) => keys.has(`${fromMe}_${chat}_${id}`));
    },
    earlier: (value) => {
      const { chat, have } = Earlier.parse(value);
      const rest = world.history.filter((one) => one.chat === chat && !have.includes(one.id));
      return rest.slice(-world.inMemory);
    },
    code: () => {
      if (world.code === undefined) throw new Error("bad request 400");
      return world.code;
    },
    upload: async (value) => {
      const { filehash, data } = Upload.parse(value);
      await world.uploads;
      world.files.set(filehash, data);
    },
    download: (value) => world.files.get(z.string().parse(value)),
    logout: () => {
      if (world.keepsCompanion) throw new Error("server error 503");
      world.isLinked = false;
      world.events.emit("logout");
    },
    seen: (value) => void world.seen.push(z.string().parse(value)),
    typing: (value) => void world.typing.push(z.string().parse(value)),
  };
}

function send(world: World, sent: z.output<typeof Sent>): unknown {
  const trouble = world.troubles.shift();
  if (trouble === "refused-recipient") {
    world.strangers.add(sent.to);
    throw new Error("No LID for user");
  }
  if (trouble === "server-error-once") return { ack: -1 };
  if (trouble === "lost-message") return new Promise(() => undefined);
  world.sent.push(sent);
  const { id, to: chat, t, type, body } = sent;
  world.history.push({
    id,
    chat,
    fromMe: true,
    t,
    order: world.history.length,
    ack: 1,
    type,
    ...(body === undefined ? {} : { body }),
  });
  if (trouble === "lost-answer") {
    world.late.push(id);
    return new Promise(() => undefined);
  }
  if (trouble === "reload") {
    world.events.emit("reload");
    return new Promise(() => undefined);
  }
  // Once the page has its answer.
  if (trouble === "failed-later") setImmediate(() => world.events.emit("ack", id, -1));
  else if (world.delivers) setImmediate(() => world.events.emit("ack", id, 2));
  return { ack: 1 };
}
