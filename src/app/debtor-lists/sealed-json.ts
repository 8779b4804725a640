import { deflateSync, inflateSync } from "node:zlib";
import type { Secrets } from "../../secrets.ts";

/** JSON that speaks of people, as base64 of its sealed text. */
export function sealJson(secrets: Secrets, value: unknown): string {
  return secrets.seal(JSON.stringify(value)).toString("base64");
}

/** What `sealJson` of the same type sealed; nobody else writes what is sealed. */
export function unsealJson<T>(secrets: Secrets, sealed: string): T {
  return JSON.parse(secrets.unseal(Buffer.from(sealed, "base64"))) as T;
}

/** A file as it came, compressed first: a list of 12 MB takes 3. */
export function sealFile(secrets: Secrets, bytes: Uint8Array): Buffer {
  return secrets.seal(deflateSync(bytes, { level: 1 }).toString("base64"));
}

export function unsealFile(secrets: Secrets, sealed: Buffer): Buffer {
  return inflateSync(Buffer.from(secrets.unseal(sealed), "base64"));
}
