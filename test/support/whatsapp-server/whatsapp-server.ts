import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type AuthenticationCreds, Curve } from "@whiskeysockets/baileys";
import { WebSocketServer } from "ws";
import { type Clock, systemClock } from "../../../src/clock.ts";
import { makeAuthority } from "./certificate.ts";
import { typeCode } from "./code-linking.ts";
import { registerCompanion } from "./companions.ts";
import { accept, type Connection } from "./connection.ts";
import type { Fault, Struck, Where } from "./faults.ts";
import { type Arrived, type Happenings, type Hub, makeHub } from "./hub.ts";
import { type Kick, kick } from "./kick.ts";
import { login } from "./login.ts";
import { type Certificate, makeMediaCertificate } from "./media-certificate.ts";
import { type MediaHost, startMediaHost } from "./media-host.ts";
import { scanQr } from "./pairing.ts";
import { makePhone, type Phone } from "./phone.ts";
import { stopReordering } from "./sealing.ts";
import { takeStanza } from "./stanzas.ts";
import type { Companion, User } from "./user.ts";

export type WhatsAppServerOptions = {
  /** Any free one when left out. */
  readonly port?: number;
  /** For the moments that stanzas carry. */
  readonly clock?: Clock;
  /** With a host for pictures and documents, which takes a certificate. */
  readonly media?: "none" | "host";
  /** A client whose version is older is refused with 405. */
  readonly minimumVersion?: readonly [number, number, number];
};

/** A WhatsApp multi-device server on 127.0.0.1, with the phones of everybody who has WhatsApp there. */
export type WhatsAppServer = AsyncDisposable &
  Happenings & {
    /** For `waWebSocketUrl`. */
    readonly url: string;
    /** What `trustRoot` makes a client trust. */
    readonly rootKey: Buffer;
    readonly media: MediaHost | undefined;
    /** What `trustMediaCertificate` makes a process trust. */
    readonly mediaCertificate: Certificate | undefined;
    /** Somebody with WhatsApp: digits with the country, and the name the phone shows to others. */
    addUser(number: string, name: string): User;
    user(jid: string): User | undefined;
    /** Another way in which the number may be dialled; the address stays. */
    alsoDialled(user: User, number: string): void;
    /** Lets the account write to nobody who has not written to it (463), until this moment of Unix seconds. */
    restrict(user: User, untilSeconds: number): void;
    /** Links a client that was never linked, without a phone: what is returned belongs into its creds. */
    registerCompanion(user: User, creds: AuthenticationCreds): Partial<AuthenticationCreds>;
    scanQr(user: User, qr: string): void;
    typeCode(user: User, code: string): void;
    phone(user: User): Phone;
    /** Every copy that reached this phone from somebody else, doubles too. */
    arrivedAt(user: User): readonly Arrived[];
    /** What this phone shows, in order: a second copy of an id it has shown is not shown again. */
    shown(user: User): readonly Arrived[];
    /** Resolves once so many messages are shown. */
    untilShown(user: User, count: number): Promise<readonly Arrived[]>;
    /** Resolves with the companion once it has logged in so many times in all. */
    untilLoggedIn(user: User, times?: number): Promise<Companion>;
    /** Resolves once the companions have said this of the message. */
    untilReceipt(user: User, id: string, type: string): Promise<void>;
    /** Resolves once the user's companions have nothing left to acknowledge. */
    untilSettled(user: User): Promise<void>;
    /** What the user's companions have not acknowledged. */
    unsettled(user: User): number;
    order(fault: Fault, where?: Where): void;
    /** The faults that struck, in order. */
    readonly struck: readonly Struck[];
    /** Takes back every order that has not struck, every ban and every restriction, and gives what was held to come in another order. */
    relent(): void;
    /** Lets all acks go that were held. */
    releaseAcks(): void;
    kick(user: User, how: Kick): void;
    /** Cuts every line and takes no more; what is sent meanwhile waits. */
    goDown(): Promise<void>;
    /** Is there again, under the same address. */
    comeBack(): Promise<void>;
    close(): Promise<void>;
  };

export async function startWhatsAppServer(options: WhatsAppServerOptions = {}): Promise<WhatsAppServer> {
  const { port = 0, clock = systemClock, minimumVersion = [0, 0, 0] } = options;
  const mediaCertificate = options.media === "host" ? makeMediaCertificate() : undefined;
  const media = mediaCertificate && (await startMediaHost(mediaCertificate));
  const hub = makeHub({ clock, media, minimumVersion });
  const authority = makeAuthority();
  const line = makeLine(hub, authority.chainFor);
  const url = await line.open(port);
  const shutDown = async () => {
    await line.close();
    await media?.close();
  };
  return {
    ...hub,
    ...waiting(hub),
    url,
    rootKey: authority.rootKey,
    media,
    mediaCertificate,
    addUser: (number, name) => hub.directory.add(number, name),
    user: (jid) => hub.directory.find(jid),
    alsoDialled: (user, number) => hub.directory.alsoDialled(user, number),
    restrict(user, untilSeconds) {
      user.restrictedUntil = untilSeconds;
    },
    registerCompanion,
    scanQr: (user, qr) => scanQr(hub, user, qr),
    typeCode: (user, code) => typeCode(hub, user, code),
    phone: (user) => makePhone(hub, user),
    struck: hub.faults.struck,
    order: (fault, where) => hub.faults.order(fault, where),
    relent() {
      hub.faults.clear();
      for (const user of hub.directory.all()) {
        for (const companion of user.companions.values()) stopReordering(hub, companion);
        user.refusal = undefined;
        user.restrictedUntil = undefined;
      }
    },
    releaseAcks() {
      for (const say of hub.heldAcks.splice(0)) say();
    },
    kick,
    goDown: line.close,
    async comeBack() {
      await line.open(Number(new URL(url).port));
    },
    close: shutDown,
    [Symbol.asyncDispose]: shutDown,
  };
}

/** Where clients call; it can be closed and opened again without anything being forgotten. */
function makeLine(hub: Hub, chainFor: (leaf: Uint8Array) => Uint8Array) {
  const staticKey = Curve.generateKeyPair();
  const certificates = chainFor(staticKey.public);
  const handlers = {
    onLogin: (connection: Connection, payload: Parameters<typeof login>[2]) => login(hub, connection, payload),
    onStanza: (connection: Connection, node: Parameters<typeof takeStanza>[2]) => takeStanza(hub, connection, node),
  };
  let sockets: WebSocketServer | undefined;
  return {
    async open(port: number): Promise<string> {
      const opened = new WebSocketServer({ host: "127.0.0.1", port });
      opened.on("connection", (socket) => accept(hub, socket, { staticKey, certificates, handlers }));
      await once(opened, "listening");
      sockets = opened;
      const address = opened.address() as AddressInfo;
      return `ws://127.0.0.1:${address.port}/ws/chat`;
    },
    async close(): Promise<void> {
      const closing = sockets;
      sockets = undefined;
      for (const socket of closing?.clients ?? []) socket.terminate();
      await new Promise((done) => (closing ? closing.close(done) : done(undefined)));
    },
  };
}

function waiting(hub: Hub) {
  const isFor = (user: User) => (one: Arrived) => one.to === user && !one.isOwnCopy;
  const unsettled = ({ companions }: User) =>
    [...companions.values()].reduce((sum, { pending }) => sum + pending.size, 0);
  const isFirst = (user: User) => {
    const seen = new Set<string>();
    return (one: Arrived) => {
      if (!isFor(user)(one)) return false;
      const key = `${one.from.lid} ${one.id}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    };
  };
  return {
    arrivedAt: (user: User) => hub.arrived.all.filter(isFor(user)),
    shown: (user: User) => hub.arrived.all.filter(isFirst(user)),
    untilShown: (user: User, count: number) => hub.arrived.until(count, isFirst(user)),
    async untilLoggedIn(user: User, times = 1): Promise<Companion> {
      const logins = await hub.logins.until(times, ({ owner }) => owner === user);
      const last = logins.at(-1);
      if (!last) throw new Error("nobody logged in");
      return last;
    },
    async untilReceipt(user: User, id: string, type: string): Promise<void> {
      await hub.receipts.until(1, (one) => one.account === user && one.type === type && one.ids.includes(id));
    },
    unsettled,
    async untilSettled(user: User): Promise<void> {
      while (unsettled(user) > 0) await hub.settlements.until(hub.settlements.all.length + 1);
    },
  };
}
