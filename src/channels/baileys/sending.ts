import type { BinaryNode, proto, WASocket } from "@whiskeysockets/baileys";
import { z } from "zod";
import type { Clock } from "../../clock.ts";
import type { InboundStatus, OutMessage, Sending, SendResult, Settlement } from "../channel.ts";
import { notStarted } from "../not-started.ts";
import { LeaseLost } from "../session-store.ts";
import type { Acks } from "./acks.ts";
import type { Addresses } from "./addresses.ts";
import type { After } from "./after.ts";
import { NOT_ON_WHATSAPP, RESTRICTED, rejectionOf } from "./errors.ts";
import { momentOf } from "./inbound.ts";
import type { Keys } from "./keys.ts";
import type { Library } from "./library.ts";
import { currentMoment, type Moment } from "./moment.ts";
import { messageId, toMessage } from "./outbound.ts";
import { type Recent, recent } from "./recent.ts";

export type Outbox = {
  send(message: OutMessage): Sending;
  settle(outboxId: string): Promise<Settlement>;
  /** The server's word on one message. Returns the status to report when it came after its sender had stopped waiting. */
  onAck(attrs: BinaryNode["attrs"]): () => Promise<readonly InboundStatus[]>;
  /** What the person's phone says of our messages, read when its turn comes. Undefined: nothing that is a status. */
  onReceipt(node: BinaryNode): (() => Promise<readonly InboundStatus[]>) | undefined;
  /** The exact message sent under this id, as long as it is kept. */
  sent(id: string): Promise<proto.IMessage | undefined>;
};

export type OutboxParts = {
  readonly library: Library;
  readonly keys: Keys;
  readonly addresses: Addresses;
  readonly acks: Acks;
  readonly clock: Clock;
  readonly after: After;
  /** The socket while it stands; undefined: nothing can leave. */
  readonly socket: () => WASocket | undefined;
  readonly onRestricted: () => void;
  readonly report: (error: unknown, doing: string) => void;
};

/** Kept under our message id for two days: a phone may ask for a message again for one, and statuses name it. */
export const SENT = "saldar-sent";
/** That the server has it. */
export const ACKED = "saldar-acked";

const To = z.object({ phone: z.string().optional(), lid: z.string().optional() });
const SentMessage = z.object({ outboxId: z.string(), to: To, bytes: z.instanceof(Uint8Array) });
type Remembered = Omit<z.output<typeof SentMessage>, "bytes">;

/** A database lock is held until a send has started. */
const START_WITHIN_MS = 3_000;

export function makeOutbox(parts: OutboxParts): Outbox {
  const { library, keys, acks, clock } = parts;
  const box: Box = { ...parts, remembered: recent(2_000), acked: recent(10_000) };
  return {
    send: (message) => begin(box, message),
    async settle(outboxId) {
      const id = messageId(outboxId);
      const isAcked = box.acked.get(id) ?? (await keys.read(ACKED, id, (json) => z.literal(true).parse(json)));
      if (isAcked) return { state: "accepted", providerId: id };
      // It is written down before it leaves.
      return (await rememberedAs(box, id)) === undefined ? { state: "never-arrived" } : { state: "cannot-tell" };
    },
    onAck({ id = "", error }) {
      if (error === undefined) noteAcked(box, id);
      if (error === RESTRICTED) parts.onRestricted();
      const at = clock.now();
      if (acks.take(id, error)) return () => Promise.resolve([]);
      return () => statusesOf(box, [id], { status: error === undefined ? "sent" : "failed", at, code: error });
    },
    onReceipt(node) {
      const status = STATUS_OF[node.attrs["type"] ?? ""];
      if (status === undefined) return undefined;
      return () => statusesOf(box, idsOf(node), { status, at: momentOf(node.attrs["t"]), code: undefined });
    },
    async sent(id) {
      const found = await keys.read(SENT, id, (json) => SentMessage.parse(json));
      return found && library.proto.Message.decode(found.bytes);
    },
  };
}

type Box = OutboxParts & { readonly remembered: Recent<Remembered>; readonly acked: Recent<true> };

function begin(box: Box, message: OutMessage): Sending {
  const moment: Moment = { isOver: false, isEncrypting: false, wasEncrypted: false };
  const started = Promise.withResolvers<void>();
  const late = Promise.withResolvers<SendResult>();
  const cancel = box.after(START_WITHIN_MS, () => {
    started.resolve();
    if (moment.isEncrypting) return;
    // It never leaves from here on, and says so: on a line that has gone quiet a question of Baileys' hangs for a minute.
    moment.isOver = true;
    // The next try waits under the same id.
    box.acks.drop(messageId(message.outboxId));
    late.resolve(notStarted("it took too long to begin"));
  });
  const sending = run(box, { message, moment, onStarted: started.resolve });
  const result = Promise.race([sending, late.promise]).finally(() => {
    cancel();
    started.resolve();
  });
  return { started: started.promise, result };
}

type Begun = { readonly message: OutMessage; readonly moment: Moment; readonly onStarted: () => void };

async function run(box: Box, { message, moment, onStarted }: Begun): Promise<SendResult> {
  try {
    const socket = box.socket();
    if (socket === undefined) return notStarted("the phone is not connected");
    const jid = await box.addresses.find(message.to, socket);
    if (jid === undefined || !(await hasDevices(jid, socket))) return rejectionOf(NOT_ON_WHATSAPP);
    const content = readable(box, message, jid);
    if (content === undefined) return rejectionOf("400");
    const id = messageId(message.outboxId);
    await remember(box, message, content);
    if (moment.isOver) return notStarted("it took too long to begin");
    return await relay(box, { socket, jid, id, content, moment, onStarted });
  } catch (error) {
    // Nothing of ours throws once it may have left (`relay`).
    if (!(error instanceof LeaseLost)) box.report(error, "beginning to send");
    return notStarted(error instanceof Error ? error.message : "for a reason that has no words");
  }
}

async function relay(box: Box, { socket, jid, id, content, moment, onStarted }: Leaving): Promise<SendResult> {
  const answer = box.acks.expect(id);
  try {
    await currentMoment.run(moment, () => socket.relayMessage(jid, content, { messageId: id }));
  } catch (error) {
    // By now another try may wait for the ack under the same id.
    if (moment.isOver) return notStarted("it took too long to begin");
    if (!moment.wasEncrypted || surelyNeverLeft(error)) {
      box.acks.drop(id);
      return notStarted(error instanceof Error ? error.message : String(error));
    }
    // The bytes were being handed over, or have left and the ratchet could not be written: the ack will tell.
    box.report(error, "sending");
  }
  onStarted();
  return answer;
}

function readable({ library, report }: Box, message: OutMessage, jid: string): proto.IMessage | undefined {
  const reply = message.replyTo === undefined ? undefined : { stanzaId: message.replyTo, participant: jid };
  try {
    return toMessage(library, message.content, reply);
  } catch (error) {
    report(error, "reading a file's token");
    return undefined;
  }
}

async function remember(box: Box, { outboxId, to }: OutMessage, content: proto.IMessage): Promise<void> {
  const id = messageId(outboxId);
  const known: Remembered = { outboxId, to: To.parse(to) };
  await box.keys.write(SENT, id, { ...known, bytes: box.library.proto.Message.encode(content).finish() });
  box.remembered.set(id, known);
}

async function rememberedAs({ remembered, keys }: Box, id: string): Promise<Remembered | undefined> {
  return remembered.get(id) ?? (await keys.read(SENT, id, (json) => SentMessage.parse(json)));
}

function noteAcked({ acked, keys, report }: Box, id: string): void {
  if (acked.get(id)) return;
  acked.set(id, true);
  keys.write(ACKED, id, true).catch((error: unknown) => report(error, "noting an ack"));
}

async function statusesOf(
  box: Box,
  ids: readonly string[],
  { status, at, code }: Pick<InboundStatus, "status" | "at" | "code">,
): Promise<readonly InboundStatus[]> {
  const statuses: InboundStatus[] = [];
  for (const id of ids) {
    const known = await rememberedAs(box, id);
    // Not ours: written on the owner's own phone, or to ourselves.
    if (known === undefined) continue;
    if (status !== "failed") noteAcked(box, id);
    const { outboxId, to: recipient } = known;
    statuses.push({ type: "status", providerId: id, outboxId, status, at, recipient, code, detail: undefined });
  }
  return statuses;
}

type Leaving = {
  readonly socket: WASocket;
  readonly jid: string;
  readonly id: string;
  readonly content: proto.IMessage;
  readonly moment: Moment;
  readonly onStarted: () => void;
};

/** Without any, Baileys would send to our own devices only, and WhatsApp would confirm it. */
async function hasDevices(jid: string, socket: WASocket): Promise<boolean> {
  return (await socket.getUSyncDevices([jid], true, false)).length > 0;
}

/** A receipt's type; none means delivered. `inactive` comes from a companion that is not looked at. */
const STATUS_OF: Readonly<Record<string, InboundStatus["status"]>> = {
  "": "delivered",
  inactive: "delivered",
  read: "read",
  played: "read",
};

function idsOf({ attrs, content }: BinaryNode): readonly string[] {
  const list = Array.isArray(content) ? content.find(({ tag }) => tag === "list")?.content : undefined;
  const more = Array.isArray(list) ? list.map(({ attrs: item }) => item["id"]) : [];
  return [attrs["id"], ...more].filter((id) => id !== undefined);
}

/** Baileys' two refusals that come before a byte is handed over: the socket is closed (428), or nothing could be encrypted. */
function surelyNeverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === "Connection Closed" || error.message === "All encryptions failed";
}
