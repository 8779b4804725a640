import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What WhatsApp derives the keys of a file for. */
export type MediaKind = "Image" | "Video" | "Audio" | "Document";

/** At the end of an encrypted file stand the first ten bytes of its authentication code. */
const CODE_BYTES = 10;

/** Encrypts a file as a phone does before it uploads it; the keys travel in the message. */
export function encryptMedia(plain: Buffer, kind: MediaKind) {
  const mediaKey = randomBytes(32);
  const { iv, key } = keysFor(mediaKey, kind);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const blob = Buffer.concat([sealed, codeOf(sealed, mediaKey, kind)]);
  return { blob, mediaKey, fileSha256: sha256(plain), fileEncSha256: sha256(blob), fileLength: plain.length };
}

/** Opens what a companion has uploaded. Throws when it was changed on the way. */
export function decryptMedia(blob: Buffer, mediaKey: Uint8Array, kind: MediaKind): Buffer {
  const sealed = blob.subarray(0, -CODE_BYTES);
  if (!codeOf(sealed, mediaKey, kind).equals(blob.subarray(-CODE_BYTES))) throw new Error("the file was changed");
  const { iv, key } = keysFor(mediaKey, kind);
  const decipher = createDecipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

function keysFor(mediaKey: Uint8Array, kind: MediaKind) {
  const keys = Buffer.from(hkdfSync("sha256", mediaKey, Buffer.alloc(32), `WhatsApp ${kind} Keys`, 112));
  return { iv: keys.subarray(0, 16), key: keys.subarray(16, 48), codeKey: keys.subarray(48, 80) };
}

function codeOf(sealed: Buffer, mediaKey: Uint8Array, kind: MediaKind): Buffer {
  const { iv, codeKey } = keysFor(mediaKey, kind);
  return createHmac("sha256", codeKey).update(iv).update(sealed).digest().subarray(0, CODE_BYTES);
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
