import { createCipheriv, createDecipheriv, createHash, hkdfSync } from "node:crypto";
import { Curve, type KeyPair, NOISE_MODE, NOISE_WA_HEADER, proto } from "@whiskeysockets/baileys";

export type NoiseSides = {
  readonly staticKey: KeyPair;
  readonly certificates: Uint8Array;
  write(bytes: Buffer): void;
  /** The client has shown its key and says who it is. */
  onLogin(payload: proto.ClientPayload, clientKey: Buffer): void;
  onPlain(bytes: Buffer): void;
};

export type NoiseChannel = {
  /** Bytes from the client, cut anywhere. Throws when they are no Noise, or not for us. */
  feed(chunk: Buffer): void;
  send(plain: Uint8Array): void;
};

const EMPTY = Buffer.alloc(0);

/**
 * The server's side of Noise_XX_25519_AESGCM_SHA256 as WhatsApp speaks it: a four-byte header, then frames with a length of
 * three bytes; the certificate chain travels as payload of the second message, the login as payload of the third.
 */
export function respondToNoise(sides: NoiseSides): NoiseChannel {
  const shake = makeHandshake();
  let stage: "header" | "hello" | "finish" | "open" = "header";
  let buffered: Buffer = EMPTY;
  let sending: Cipher | undefined;
  let receiving: Cipher | undefined;
  const ephemeral = Curve.generateKeyPair();

  const frame = (body: Uint8Array) => {
    const head = Buffer.from([(body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255]);
    sides.write(Buffer.concat([head, body]));
  };

  const greet = (body: Buffer) => {
    const theirs = Buffer.from(proto.HandshakeMessage.decode(body).clientHello?.ephemeral ?? EMPTY);
    shake.mixHash(theirs);
    shake.mixHash(ephemeral.public);
    shake.mixKey(Curve.sharedKey(ephemeral.private, theirs));
    const staticKey = shake.seal(sides.staticKey.public);
    shake.mixKey(Curve.sharedKey(sides.staticKey.private, theirs));
    const payload = shake.seal(sides.certificates);
    const serverHello = { ephemeral: ephemeral.public, static: staticKey, payload };
    frame(proto.HandshakeMessage.encode({ serverHello }).finish());
    stage = "finish";
  };

  const admit = (body: Buffer) => {
    const { clientFinish } = proto.HandshakeMessage.decode(body);
    const clientKey = shake.open(Buffer.from(clientFinish?.static ?? EMPTY));
    shake.mixKey(Curve.sharedKey(ephemeral.private, clientKey));
    const payload = proto.ClientPayload.decode(shake.open(Buffer.from(clientFinish?.payload ?? EMPTY)));
    [receiving, sending] = shake.split();
    stage = "open";
    sides.onLogin(payload, clientKey);
  };

  const takeHeader = (): boolean => {
    // A client that was told an edge to route by writes it before the header.
    const isRouted = buffered[0] === 0x45 && buffered[1] === 0x44;
    const skip = isRouted ? 7 + buffered.readUIntBE(4, 3) : 0;
    if (buffered.length < skip + NOISE_WA_HEADER.length) return false;
    const header = buffered.subarray(skip, skip + NOISE_WA_HEADER.length);
    if (!header.equals(NOISE_WA_HEADER)) throw new Error("not a header of Noise");
    shake.mixHash(header);
    buffered = buffered.subarray(skip + NOISE_WA_HEADER.length);
    stage = "hello";
    return true;
  };

  return {
    feed(chunk) {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      if (stage === "header" && !takeHeader()) return;
      while (buffered.length >= 3) {
        const length = buffered.readUIntBE(0, 3);
        if (buffered.length < length + 3) return;
        const body = buffered.subarray(3, length + 3);
        buffered = buffered.subarray(length + 3);
        if (receiving) sides.onPlain(receiving.open(body, EMPTY));
        else if (stage === "hello") greet(body);
        else admit(body);
      }
    },
    send(plain) {
      if (!sending) throw new Error("nothing can be said before the handshake is over");
      frame(sending.seal(plain, EMPTY));
    },
  };
}

type Cipher = { seal(plain: Uint8Array, aad: Uint8Array): Buffer; open(sealed: Uint8Array, aad: Uint8Array): Buffer };

/** AES-256-GCM with a counter for a nonce: each message of one direction has the next. */
function countingCipher(key: Buffer): Cipher {
  let sealed = 0;
  let opened = 0;
  return {
    seal(plain, aad) {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(sealed++));
      cipher.setAAD(aad);
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(bytes, aad) {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce(opened++));
      decipher.setAAD(aad);
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
    },
  };
}

function nonce(count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(count, 8);
  return bytes;
}

/** The symmetric state of Noise §5.2: a running hash of all that was said, and a key mixed from each exchange. */
function makeHandshake() {
  let hash = Buffer.from(NOISE_MODE);
  let salt = hash;
  let key = hash;
  let count = 0;
  const mixHash = (bytes: Uint8Array) => {
    hash = createHash("sha256").update(hash).update(bytes).digest();
  };
  return {
    mixHash,
    mixKey(shared: Uint8Array) {
      const mixed = Buffer.from(hkdfSync("sha256", shared, salt, EMPTY, 64));
      salt = mixed.subarray(0, 32);
      key = mixed.subarray(32);
      count = 0;
    },
    seal(plain: Uint8Array): Buffer {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(count++));
      cipher.setAAD(hash);
      const out = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      mixHash(out);
      return out;
    },
    open(bytes: Buffer): Buffer {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce(count++));
      decipher.setAAD(hash);
      decipher.setAuthTag(bytes.subarray(-16));
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
      mixHash(bytes);
      return plain;
    },
    /** The keys after the handshake: first what the client sends with, then what we send with. */
    split(): [Cipher, Cipher] {
      const keys = Buffer.from(hkdfSync("sha256", EMPTY, salt, EMPTY, 64));
      return [countingCipher(keys.subarray(0, 32)), countingCipher(keys.subarray(32))];
    },
  };
}
