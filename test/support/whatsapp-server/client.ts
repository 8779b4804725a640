import {
  type BaileysEventMap,
  type ConnectionState,
  makeWASocket,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from "@whiskeysockets/baileys";
import { type Chronicle, makeChronicle } from "./chronicle.ts";
import type { MemoryAuth } from "./memory-auth.ts";

/** A plain Baileys socket, without anything of ours around it. */
export type Client = AsyncDisposable & {
  readonly socket: WASocket;
  readonly updates: Chronicle<Partial<ConnectionState>>;
  /** Messages as they are handed over, stubs too, with how: `append` for what came while the client was away. */
  readonly upserts: Chronicle<Upsert>;
  readonly changes: Chronicle<BaileysEventMap["messages.update"][number]>;
  readonly presences: Chronicle<BaileysEventMap["presence.update"]>;
  opened(): Promise<void>;
  /** Resolves with the code under which the connection was closed. */
  closed(): Promise<number | undefined>;
  /** Resolves with so many QR codes, each other than the one before. */
  qrCodes(count: number): Promise<readonly string[]>;
  /** Resolves with so many messages that could be read, in the order in which they were handed over. */
  messages(count: number, from?: "them" | "me"): Promise<readonly Read[]>;
  end(): Promise<void>;
};

export type Upsert = { readonly type: string; readonly message: WAMessage };
export type Read = {
  readonly type: string;
  readonly id: string | null | undefined;
  readonly text: string | undefined;
  readonly message: WAMessage;
};

export function connectClient(url: string, auth: MemoryAuth, config: Partial<UserFacingSocketConfig> = {}): Client {
  const socket = makeWASocket({
    auth: auth.state,
    waWebSocketUrl: url,
    logger: silent,
    markOnlineOnConnect: false,
    ...config,
  });
  const updates = makeChronicle<Partial<ConnectionState>>();
  const upserts = makeChronicle<Upsert>();
  const changes = makeChronicle<BaileysEventMap["messages.update"][number]>();
  const presences = makeChronicle<BaileysEventMap["presence.update"]>();
  socket.ev.on("creds.update", (update) => Object.assign(auth.state.creds, update));
  socket.ev.on("connection.update", (update) => updates.add(update));
  socket.ev.on("messages.upsert", ({ type, messages }) => {
    for (const message of messages) upserts.add({ type, message });
  });
  socket.ev.on("messages.update", (all) => {
    for (const change of all) changes.add(change);
  });
  socket.ev.on("presence.update", (presence) => presences.add(presence));
  const end = async () => socket.end(undefined);
  return {
    socket,
    updates,
    upserts,
    changes,
    presences,
    async opened() {
      await updates.until(1, ({ connection }) => connection === "open");
    },
    async closed() {
      const [last] = await updates.until(1, ({ connection }) => connection === "close");
      return statusOf(last?.lastDisconnect?.error);
    },
    async qrCodes(count) {
      const found = await updates.until(count, ({ qr }) => qr !== undefined);
      return found.flatMap(({ qr }) => (qr === undefined ? [] : [qr]));
    },
    async messages(count, from = "them") {
      const wanted = ({ message }: Upsert) => Boolean(message.message) && message.key.fromMe === (from === "me");
      return (await upserts.until(count, wanted)).map(readOne);
    },
    end,
    [Symbol.asyncDispose]: end,
  };
}

function readOne({ type, message }: Upsert): Read {
  const { conversation, extendedTextMessage, imageMessage, documentMessage } = message.message ?? {};
  const text = conversation ?? extendedTextMessage?.text ?? imageMessage?.caption ?? documentMessage?.caption;
  return { type, id: message.key.id, text: text ?? undefined, message };
}

/** Baileys ends with an error that carries the code as if it were an answer of HTTP. */
function statusOf(error: Error | undefined): number | undefined {
  if (!error || !("output" in error)) return undefined;
  const { output } = error;
  const isStatus = typeof output === "object" && output !== null && "statusCode" in output;
  return isStatus && typeof output.statusCode === "number" ? output.statusCode : undefined;
}

const nothing = (): void => undefined;
const silent: NonNullable<UserFacingSocketConfig["logger"]> = {
  level: "silent",
  child: () => silent,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};
