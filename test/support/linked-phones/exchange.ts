import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";

/** What a phone's session and the exchange say to each other: a JSON text a line. */
export type FromPhone =
  /** `key`: by which the exchange knows a companion that it has linked; none while there is none. */
  | { say: "hello"; channelId: string; key: string | undefined }
  | { say: "link" }
  | { say: "unlink" }
  | { say: "send"; outboxId: string; to: string; text: string }
  /** It is in the journal. */
  | { say: "kept"; id: string };
export type FromExchange =
  | { say: "linked"; key: string; phone: string }
  | { say: "not-linked" }
  /** The companion that asked for it is off the phone. */
  | { say: "unlinked" }
  | { say: "welcome"; phone: string }
  | { say: "qr"; qr: string }
  | { say: "accepted"; outboxId: string; providerId: string }
  | { say: "status"; outboxId: string; providerId: string }
  | { say: "message"; id: string; phone?: string; lid?: string; text: string }
  | { say: "same"; phone: string; lid: string }
  | { say: "ended" }
  /** The link stands, and WhatsApp lets it write to nobody new. */
  | { say: "restricted" }
  /** A fault to order: the library of this session takes its whole process down. */
  | { say: "crash" }
  /** Another: its store finds the lease to be another's. */
  | { say: "lease-lost" };

export type Written = { readonly id: string; readonly phone?: string; readonly lid?: string; readonly text: string };

/**
 * The other side of linked phones in tests: a server on loopback that links companions, takes what they send once for each id and
 * keeps what debtors write until a companion has it. It speaks a small protocol of its own; the drivers' own tests speak WhatsApp's.
 */
export type Exchange = AsyncDisposable & {
  readonly port: number;
  /** Every send that arrived, doubles included. */
  readonly arrived: { readonly channelId: string; readonly outboxId: string; readonly text: string }[];
  /** How often a companion said hello, by channel. */
  readonly hellos: Map<string, number>;
  /** Whose companions are linked, and by which key. */
  readonly keys: Map<string, string>;
  /** `keepsCompanion`: an unlinking fails, and says so to nobody. */
  readonly faults: { crashAtHello: Set<string>; keepsCompanion: Set<string>; isSilent: boolean };
  writes(channelId: string, written: Omit<Written, "id">): string;
  scan(channelId: string, phone: string): void;
  tell(channelId: string, told: FromExchange): void;
  connected(): string[];
};

export async function startExchange(): Promise<Exchange> {
  const sockets = new Map<string, Socket>();
  const all = new Set<Socket>();
  const unread = new Map<string, Written[]>();
  const phones = new Map<string, string>();
  const exchange = {
    arrived: [] as Exchange["arrived"],
    hellos: new Map<string, number>(),
    keys: new Map<string, string>(),
    faults: { crashAtHello: new Set<string>(), keepsCompanion: new Set<string>(), isSilent: false },
  };
  const tell = (channelId: string, told: FromExchange): void =>
    void sockets.get(channelId)?.write(`${JSON.stringify(told)}\n`);

  const hello = (socket: Socket, { channelId, key }: Extract<FromPhone, { say: "hello" }>): void => {
    exchange.hellos.set(channelId, (exchange.hellos.get(channelId) ?? 0) + 1);
    // A second companion with the same keys throws the first out, as WhatsApp does.
    const before = sockets.get(channelId);
    if (before && key !== undefined) before.write(`${JSON.stringify({ say: "ended" })}\n`);
    sockets.set(channelId, socket);
    const isLinked = key !== undefined && exchange.keys.get(channelId) === key;
    if (exchange.faults.crashAtHello.has(channelId)) tell(channelId, { say: "crash" });
    else if (isLinked) welcome(channelId);
    else tell(channelId, { say: "not-linked" });
  };
  const welcome = (channelId: string): void => {
    tell(channelId, { say: "welcome", phone: present(phones.get(channelId), "the linked phone") });
    for (const { outboxId } of exchange.arrived.filter((one) => one.channelId === channelId))
      tell(channelId, { say: "status", outboxId, providerId: `P-${outboxId}` });
    for (const written of unread.get(channelId) ?? []) tell(channelId, { say: "message", ...written });
  };
  const hear = (socket: Socket, channelId: string | undefined, said: FromPhone): string | undefined => {
    if (said.say === "hello") {
      hello(socket, said);
      return said.channelId;
    }
    const id = present(channelId, "who says it");
    // Who is linked still needs none, as with a real driver: a QR after the welcome would undo it.
    if (said.say === "link")
      if (exchange.keys.has(id)) welcome(id);
      else tell(id, { say: "qr", qr: `qr-of-${id}` });
    if (said.say === "unlink" && !exchange.faults.keepsCompanion.has(id)) {
      exchange.keys.delete(id);
      tell(id, { say: "unlinked" });
    }
    if (said.say === "kept")
      unread.set(
        id,
        (unread.get(id) ?? []).filter((one) => one.id !== said.id),
      );
    if (said.say === "send") {
      exchange.arrived.push({ channelId: id, outboxId: said.outboxId, text: said.text });
      if (!exchange.faults.isSilent)
        tell(id, { say: "accepted", outboxId: said.outboxId, providerId: `P-${said.outboxId}` });
    }
    return channelId;
  };

  const server = createServer((socket) => {
    let channelId: string | undefined;
    all.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      all.delete(socket);
      if (channelId !== undefined && sockets.get(channelId) === socket) sockets.delete(channelId);
    });
    const lines = createInterface({ input: socket });
    // A killed companion resets its line, and readline says so a second time.
    lines.on("error", () => undefined);
    lines.on("line", (line) => {
      channelId = hear(socket, channelId, JSON.parse(line) as FromPhone);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the exchange has no port");

  return {
    ...exchange,
    port: address.port,
    tell,
    connected: () => [...sockets.keys()],
    writes(channelId, written) {
      const message = { id: newId(), ...written };
      unread.set(channelId, [...(unread.get(channelId) ?? []), message]);
      tell(channelId, { say: "message", ...message });
      return message.id;
    },
    scan(channelId, phone) {
      const key = newId();
      exchange.keys.set(channelId, key);
      phones.set(channelId, phone);
      tell(channelId, { say: "linked", key, phone });
    },
    async [Symbol.asyncDispose]() {
      for (const socket of all) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
