import type {
  BinaryNode,
  ConnectionState,
  SignalKeyStoreWithTransaction,
  SocketConfig,
  WASocket,
  WAVersion,
} from "@whiskeysockets/baileys";
import type { Clock } from "../../clock.ts";
import type { ChannelIdentity } from "../channel.ts";
import type { After } from "./after.ts";
import { type Arrivals, makeArrivals } from "./arrivals.ts";
import { envelopesOf, type Kept, personOf, sha256Of } from "./inbound.ts";
import { bothNames } from "./jid.ts";
import { INBOX, type Keys } from "./keys.ts";
import type { Library } from "./library.ts";
import { currentMoment, TooLate } from "./moment.ts";
import { recent } from "./recent.ts";

export type SocketParts = {
  readonly library: Library;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly after: After;
  readonly url: string | undefined;
  readonly version: WAVersion | undefined;
  readonly qrTimeoutMs: number | undefined;
  /** The message we sent under this id, exactly as it was, for a phone that asks for it again; undefined when we have it no more. */
  readonly sent: (id: string) => ReturnType<SocketConfig["getMessage"]>;
  /** Whether this is the phone that was to be linked: of another's messages nothing is read, written down or handed over. */
  readonly isExpected: () => boolean;
  readonly hooks: SocketHooks;
};

export type SocketHooks = {
  /** Written, with the step of the ratchet that read it. */
  onReceived(sha256: string, kept: Kept): void;
  onUpdate(update: Partial<ConnectionState>): void;
  /** Any stanza that shows that we are not deaf. */
  onStanza(): void;
  onAck(attrs: BinaryNode["attrs"]): void;
  /** Resolves when what it says is durable; only then is it acknowledged, if the line still stands. */
  onReceipt(node: BinaryNode): Promise<void>;
  onError(error: unknown, doing: string): void;
};

/** Connects one socket. Whatever Baileys would do behind our back is off: marking us online, link previews, own events, logs. */
export function openSocket(parts: SocketParts): WASocket {
  const { library, keys } = parts;
  const envelopes = recent<Kept["envelope"]>(10_000);
  const arrivals = makeArrivals(parts.after);
  const socket = library.makeWASocket({
    auth: { creds: keys.creds, keys: keys.signal },
    // The one form of name that a pairing code is accepted from (Baileys' PR 2769).
    browser: library.Browsers.windows("Chrome"),
    ...(parts.url !== undefined && { waWebSocketUrl: parts.url }),
    ...(parts.version !== undefined && { version: parts.version }),
    ...(parts.qrTimeoutMs !== undefined && { qrTimeout: parts.qrTimeoutMs }),
    // Baileys logs addresses, texts and keys.
    logger: SILENT,
    markOnlineOnConnect: false,
    syncFullHistory: false,
    emitOwnEvents: false,
    generateHighQualityLinkPreview: false,
    transactionOpts: { maxCommitRetries: 10, delayBetweenTriesMs: 1_000 },
    shouldIgnoreJid: (jid) => isNobody(jid) || !parts.isExpected(),
    getMessage: ({ id }) => (id ? parts.sent(id) : Promise.resolve(undefined)),
    patchMessageBeforeSending: (message) => {
      refuseLate();
      return message;
    },
    makeSignalRepository: journalling(parts, envelopes, arrivals),
  });
  listen(socket, parts, { envelopes, arrivals });
  return socket;
}

function listen(
  socket: WASocket,
  { keys, clock, isExpected, hooks }: SocketParts,
  { envelopes, arrivals }: { readonly envelopes: Envelopes; readonly arrivals: Arrivals },
): void {
  for (const event of ["CB:message", "CB:call", "CB:notification"]) socket.ws.on(event, theirs(socket, event, hooks));
  // Before Baileys' own listener, which may decrypt at once.
  socket.ws.prependListener("CB:message", (node: BinaryNode) => {
    hooks.onStanza();
    const t = node.attrs["t"] ?? String(Math.floor(clock.now().toSeconds()));
    for (const [sha256, envelope] of envelopesOf(node)) {
      envelopes.set(sha256, { ...envelope, t });
      arrivals.expect(sha256, personOf(envelope));
    }
  });
  socket.ws.on("CB:notification", () => hooks.onStanza());
  // Baileys acknowledges a receipt as soon as it has heard of it, and WhatsApp tells it once: it hears of it after us.
  const acknowledge = theirs(socket, "CB:receipt", hooks);
  socket.ws.on("CB:receipt", (node: BinaryNode) => {
    hooks.onStanza();
    if (!isExpected() || isNobody(node.attrs["from"]) || isNobody(node.attrs["recipient"])) return acknowledge(node);
    hooks
      .onReceipt(node)
      // On another line it could not be acknowledged: there WhatsApp tells it again.
      .then(() => (socket.ws.isOpen ? acknowledge(node) : undefined))
      .catch((error: unknown) => hooks.onError(error, "keeping what a receipt says"));
  });
  socket.ws.on("CB:ack,class:message", (node: BinaryNode) => hooks.onAck(node.attrs));
  socket.ev.on("creds.update", (update) => {
    Object.assign(keys.creds, update);
    keys.saveCreds().catch((error: unknown) => hooks.onError(error, "saving a phone's credentials"));
  });
  socket.ev.on("connection.update", (update) => hooks.onUpdate(update));
}

/**
 * Takes Baileys' own listeners off, and gives what calls them. What they reject with is caught nowhere in Baileys, as when the line
 * breaks while they acknowledge something of a group: unhandled, it would end the process with all its phones.
 */
function theirs(socket: WASocket, event: string, { onError }: SocketHooks): (node: BinaryNode) => void {
  const listeners = socket.ws.listeners(event);
  socket.ws.removeAllListeners(event);
  return (node) => {
    for (const listener of listeners) {
      const call = async (): Promise<unknown> => Reflect.apply(listener, socket.ws, [node]);
      call().catch((error: unknown) => onError(error, "acknowledging what a phone received"));
    }
  };
}

/** Groups, status broadcasts, newsletters: never read, never stored, never answered. */
const NO_PERSON = /@(g\.us|broadcast|newsletter|call|bot)$/;
const isNobody = (jid: string | undefined): boolean => jid !== undefined && NO_PERSON.test(jid);

type Envelopes = {
  get(sha256: string): Kept["envelope"] | undefined;
  set(sha256: string, envelope: Kept["envelope"]): void;
  delete(sha256: string): void;
};

/**
 * Baileys' Signal repository, but what it reads is written down in the very transaction that turns the ratchet: the receipt goes
 * out before anybody hears of the message, and WhatsApp delivers it only once.
 */
function journalling(
  { library, hooks, isExpected, keys: { creds } }: SocketParts,
  envelopes: Envelopes,
  arrivals: Arrivals,
): SocketConfig["makeSignalRepository"] {
  return (auth, logger, lidsOf) => {
    const repository = library.DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, lidsOf);
    // What Baileys hands over here can always do transactions; its type says so only elsewhere.
    const keys = auth.keys as SignalKeyStoreWithTransaction;
    return {
      ...repository,
      async decryptMessage(encrypted) {
        const sha256 = sha256Of(encrypted.ciphertext);
        const envelope = envelopes.get(sha256);
        envelopes.delete(sha256);
        // What the phone itself sends its companions is ignored by no setting of Baileys'.
        if (envelope === undefined || !isExpected()) return repository.decryptMessage(encrypted);
        const journalled = async (): Promise<Uint8Array> => {
          const read = await repository.decryptMessage(encrypted);
          // One more type beside Baileys' own, which go to the same store in the same call.
          const more: object = { [INBOX]: { [sha256]: { envelope, self: selfOf(creds), plain: Buffer.from(read) } } };
          await keys.set(more);
          return read;
        };
        try {
          const plain = await keys.transaction(journalled, encrypted.jid);
          const kept = { envelope, self: selfOf(creds), plain: Buffer.from(plain) };
          arrivals.read(sha256, () => hooks.onReceived(sha256, kept));
          return plain;
        } catch (error) {
          arrivals.lost(sha256);
          throw error;
        }
      },
      async encryptMessage(plain) {
        const moment = currentMoment.getStore();
        refuseLate();
        if (moment !== undefined) moment.isEncrypting = true;
        const encrypted = await repository.encryptMessage(plain);
        if (moment !== undefined) moment.wasEncrypted = true;
        return encrypted;
      },
    };
  };
}

function refuseLate(): void {
  if (currentMoment.getStore()?.isOver) throw new TooLate("the send took too long to begin");
}

/** Who this phone is, by both names, once it is linked. */
export function selfOf({ me }: Keys["creds"]): ChannelIdentity {
  return bothNames(me?.id, me?.lid) ?? {};
}

const nothing = (): void => undefined;
const SILENT: SocketConfig["logger"] = {
  level: "silent",
  child: () => SILENT,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};
