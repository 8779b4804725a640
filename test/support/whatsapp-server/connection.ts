import { type BinaryNode, decodeBinaryNode, encodeBinaryNode, type KeyPair, type proto } from "@whiskeysockets/baileys";
import type { WebSocket } from "ws";
import type { Hub } from "./hub.ts";
import { respondToNoise } from "./noise.ts";
import { stanza } from "./stanza.ts";
import type { Companion, User } from "./user.ts";

/** A companion that shows a code, and how far the exchange behind it has come. */
export type CodeLink = {
  readonly user: User;
  readonly ref: Buffer;
  /** The ephemeral key of the companion, locked with the code. */
  readonly wrapped: Buffer;
  keys?: { readonly ours: KeyPair; readonly theirs: Buffer };
};

export type Connection = {
  /** What it proved to be by its key. */
  readonly clientKey: Buffer;
  /** Whose it is, once it has logged in or has been linked. */
  companion: Companion | undefined;
  /** What it wants to be registered as, until it is. */
  registration: proto.ClientPayload.IDevicePairingRegistrationData | undefined;
  /** Its companion was told whose it is and has not signed that yet. */
  isUnsigned: boolean;
  codeLink: CodeLink | undefined;
  /** The secret of a QR that was scanned, and may not be scanned again. */
  retiredSecret: string | undefined;
  /** `deaf`: answers questions, and delivers nothing. `mute`: says nothing at all, and the line stays open. */
  silence: "none" | "deaf" | "mute";
  /** Messages that wait to be given in the reverse order. */
  reordered: { readonly stanzas: BinaryNode[]; readonly count: number } | undefined;
  send(node: BinaryNode): void;
  /** Breaks the line without a word. */
  cut(): void;
  /** Says why, and hangs up. */
  end(error: BinaryNode): void;
};

export type Handlers = {
  onLogin(connection: Connection, payload: proto.ClientPayload): void;
  onStanza(connection: Connection, node: BinaryNode): Promise<void>;
};

/** A client reads what it was told before it hears that the line is down; one that does not hang up itself is cut off. */
const HANG_UP_MS = 1_000;

export function accept(
  hub: Hub,
  socket: WebSocket,
  { staticKey, certificates, handlers }: { staticKey: KeyPair; certificates: Uint8Array; handlers: Handlers },
): void {
  // A client's stanzas are handled one after another, as it sent them: a ratchet does not turn backwards.
  let turn: Promise<unknown> = Promise.resolve();
  let connection: Connection | undefined;
  const channel = respondToNoise({
    staticKey,
    certificates,
    write: (bytes) => socket.send(bytes),
    onLogin(payload, clientKey) {
      connection = makeConnection(socket, clientKey, (bytes) => channel.send(bytes));
      hub.connections.add(connection);
      handlers.onLogin(connection, payload);
    },
    onPlain(bytes) {
      const from = connection;
      if (!from) return;
      turn = turn
        .then(async () => handlers.onStanza(from, await decodeBinaryNode(bytes)))
        .catch((error: unknown) => hub.troubles.add(error));
    },
  });
  socket.on("message", (data: Buffer) => {
    try {
      channel.feed(data);
    } catch (error) {
      hub.troubles.add(error);
      socket.terminate();
    }
  });
  socket.on("error", (error) => hub.troubles.add(error));
  socket.on("close", () => {
    if (!connection) return;
    hub.connections.delete(connection);
    const { companion } = connection;
    if (companion?.connection === connection) companion.connection = undefined;
    // Who hangs up before signing was never linked.
    if (connection.isUnsigned) companion?.owner.companions.delete(companion.device);
    hub.departures.add(connection);
  });
}

function makeConnection(socket: WebSocket, clientKey: Buffer, seal: (plain: Uint8Array) => void): Connection {
  const connection: Connection = {
    clientKey,
    companion: undefined,
    registration: undefined,
    isUnsigned: false,
    codeLink: undefined,
    retiredSecret: undefined,
    silence: "none",
    reordered: undefined,
    send(node) {
      if (socket.readyState === socket.OPEN && connection.silence !== "mute") seal(encodeBinaryNode(node));
    },
    cut: () => socket.terminate(),
    end(error) {
      connection.send(error);
      setTimeout(() => socket.terminate(), HANG_UP_MS).unref();
    },
  };
  return connection;
}

/** Ends a stream as WhatsApp does, with a code for all that is no conflict. */
export function streamError(reason: BinaryNode, code?: string): BinaryNode {
  return stanza("stream:error", code ? { code } : {}, [reason]);
}
