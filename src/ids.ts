import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { DateTime } from "luxon";
import { realMs } from "./clock.ts";

let lastMs = 0;
let sequence = 0;

/** Chance is asked of the system in larger pieces: eight bytes at a time cost more than all the rest of an id. */
const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);
let poolUsed = 0;

function takeChance(bytes: number): Buffer {
  if (poolUsed + bytes > pool.length) {
    pool = randomBytes(POOL_BYTES);
    poolUsed = 0;
  }
  poolUsed += bytes;
  return pool.subarray(poolUsed - bytes, poolUsed);
}

/**
 * A UUIDv7 (RFC 9562 §5.7): sorts by the moment it was made, and within a millisecond by the order in which this process
 * made it, so that rows written together keep their order in an index.
 */
export function newId(): string {
  const nowMs = realMs();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = takeChance(2).readUInt16BE() & 0x7ff;
  } else {
    sequence += 1;
    // 12 bits are full after at most 4,095 ids in one millisecond: borrow the next one, as the RFC allows (§6.2).
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const tail = takeChance(8);
  tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0);
  const rest = tail.toString("hex");
  const counter = sequence.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

/** What no id of `newId` made at that moment or later is smaller than, and every one made before is. */
export function firstIdAt(moment: DateTime): string {
  const time = moment.toMillis().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** One id for one text (UUIDv8, RFC 9562 §5.8): what is told twice is kept once by it. */
export function idOfContent(text: string): string {
  const hash = createHash("sha256").update(text).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** An unguessable token for a link or a session: 32 bytes, url-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** An id nobody sorts by, for names of temporary things. */
export function newRandomId(): string {
  return randomUUID();
}

/** Unpredictable bytes: nonces, keys. */
export function randomBytesOf(length: number): Buffer {
  return randomBytes(length);
}

/** A number from 0 to 1, so that those who failed together do not come back together. */
export function chance(): number {
  return randomBytes(4).readUInt32BE() / 0xffff_ffff;
}
