import { randomBytes, randomInt } from "node:crypto";
import { Curve, type KeyPair, signedKeyPair } from "@whiskeysockets/baileys";
import { ProtocolAddress, SessionBuilder, SessionCipher, type SessionRecord, type SignalStorage } from "libsignal";
import type { Bundle } from "./bundle.ts";

export type Encrypted = { readonly type: "pkmsg" | "msg"; readonly body: Buffer };

/** One Signal device with keys and sessions of its own: a debtor's phone, or the phone of the account itself. */
export type SignalDevice = {
  readonly identity: KeyPair;
  readonly registrationId: number;
  /** A bundle with a key that was not used before, as the key server hands it out. */
  takeBundle(): Bundle;
  hasSession(address: string): boolean;
  forget(address: string): void;
  forgetAll(): void;
  startSession(address: string, bundle: Bundle): Promise<void>;
  encrypt(address: string, plain: Uint8Array): Promise<Encrypted>;
  /** Throws when there is no session for it, or it was tampered with, or opened before. */
  decrypt(address: string, sealed: Encrypted): Promise<Buffer>;
};

export function makeSignalDevice(): SignalDevice {
  const identity = Curve.generateKeyPair();
  const registrationId = randomInt(1, 0x3fff);
  const signed = signedKeyPair(identity, 1);
  const oneTimeKeys = new Map<number, KeyPair>();
  const sessions = new Map<string, SessionRecord>();
  let lastKeyId = 0;

  const storage: SignalStorage = {
    loadSession: async (id) => sessions.get(id),
    storeSession: async (id, record) => {
      sessions.set(id, record);
    },
    isTrustedIdentity: () => true,
    loadPreKey: async (id) => {
      const pair = oneTimeKeys.get(Number(id));
      return pair && storedPair(pair);
    },
    removePreKey: (id) => {
      oneTimeKeys.delete(id);
    },
    loadSignedPreKey: () => storedPair(signed.keyPair),
    getOurRegistrationId: () => registrationId,
    getOurIdentity: () => storedPair(identity),
  };

  return {
    identity,
    registrationId,
    takeBundle() {
      lastKeyId += 1;
      const pair = Curve.generateKeyPair();
      oneTimeKeys.set(lastKeyId, pair);
      const { keyId, keyPair, signature } = signed;
      return {
        registrationId,
        identity: Buffer.from(identity.public),
        signed: { id: keyId, value: Buffer.from(keyPair.public), signature: Buffer.from(signature) },
        oneTime: { id: lastKeyId, value: Buffer.from(pair.public) },
      };
    },
    hasSession: (address) => sessions.get(address)?.haveOpenSession() ?? false,
    forget(address) {
      sessions.delete(address);
    },
    forgetAll() {
      sessions.clear();
    },
    startSession: (address, bundle) => initiate(new SessionBuilder(storage, protocolAddress(address)), bundle),
    async encrypt(address, plain) {
      const { type, body } = await new SessionCipher(storage, protocolAddress(address)).encrypt(padded(plain));
      return { type: type === 3 ? "pkmsg" : "msg", body: Buffer.from(body) };
    },
    async decrypt(address, { type, body }) {
      const cipher = new SessionCipher(storage, protocolAddress(address));
      const isFirst = type === "pkmsg";
      return unpadded(await (isFirst ? cipher.decryptPreKeyWhisperMessage(body) : cipher.decryptWhisperMessage(body)));
    },
  };
}

type Outgoing = Parameters<SessionBuilder["initOutgoing"]>[0];

async function initiate(builder: SessionBuilder, { registrationId, identity, signed, oneTime }: Bundle): Promise<void> {
  const session = {
    registrationId,
    identityKey: prefixed(identity),
    signedPreKey: { keyId: signed.id, publicKey: prefixed(signed.value), signature: signed.signature },
    ...(oneTime && { preKey: { keyId: oneTime.id, publicKey: prefixed(oneTime.value) } }),
  };
  // Signal starts a session without a one-time key where there is none left; the type of libsignal does not know it.
  await builder.initOutgoing(session as Outgoing);
}

/** `100000000000001.2`, as libsignal names a device. */
function protocolAddress(address: string): ProtocolAddress {
  const [user = "", device = "0"] = address.split(".");
  return new ProtocolAddress(user, Number(device));
}

function storedPair(pair: KeyPair): { privKey: Buffer; pubKey: Buffer } {
  return { privKey: Buffer.from(pair.private), pubKey: prefixed(pair.public) };
}

/** libsignal writes public keys with the number of their curve before them. */
function prefixed(key: Uint8Array): Buffer {
  return key.length === 33 ? Buffer.from(key) : Buffer.concat([Buffer.from([5]), key]);
}

/** One to sixteen bytes, each of which says how many. */
function padded(plain: Uint8Array): Buffer {
  const length = ((randomBytes(1)[0] ?? 0) & 15) + 1;
  return Buffer.concat([plain, Buffer.alloc(length, length)]);
}

function unpadded(plain: Buffer): Buffer {
  return plain.subarray(0, plain.length - (plain.at(-1) ?? 0));
}
