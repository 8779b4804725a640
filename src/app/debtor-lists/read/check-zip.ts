import { inflateRawSync } from "node:zlib";
import { unreadable } from "./unreadable.ts";

/** 20 MB of workbook hold about 200 MB of XML; what unpacks to more than this was made to hurt. */
const MOST_UNPACKED = 300 * 1024 * 1024;

/**
 * Makes sure that a workbook is whole and unpacks to no more than it says and we can hold, before the reader, which trusts
 * it, unpacks it. The sizes in a ZIP's directory are only claims, so every part is unpacked once against its claim.
 * @throws {AppError} `debtor-list.unreadable`
 */
export function checkZip(bytes: Buffer): void {
  const entries = directoryOf(bytes);
  if (!entries.some(({ name }) => name === "[Content_Types].xml")) throw unreadable("not-a-table");
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))) throw unreadable("not-a-table");
  const claimed = entries.reduce((total, { size }) => total + size, 0);
  if (claimed > MOST_UNPACKED || entries.length > 10_000) throw unreadable("too-large-inside");

  for (const { method, at, packed, size } of entries) {
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw unreadable("broken-excel");
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (start + packed > bytes.length) throw unreadable("broken-excel");
    if (method === 0 && packed === size) continue;
    if (method !== 8) throw unreadable("broken-excel");
    unpack(bytes.subarray(start, start + packed), size);
  }
}

type Entry = { name: string; method: number; packed: number; size: number; at: number };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The entries of the central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). ZIP64 needs more than our 20 MB: not read. */
function directoryOf(bytes: Buffer): Entry[] {
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < lowest) throw unreadable("broken-excel");

  const entries: Entry[] = [];
  let place = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== CENTRAL) throw unreadable("broken-excel");
    const nameLength = bytes.readUInt16LE(place + 28);
    entries.push({
      name: bytes.subarray(place + 46, place + 46 + nameLength).toString("utf8"),
      method: bytes.readUInt16LE(place + 10),
      packed: bytes.readUInt32LE(place + 20),
      size: bytes.readUInt32LE(place + 24),
      at: bytes.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return entries;
}

function unpack(packed: Buffer, size: number): void {
  try {
    if (inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }).length !== size)
      throw unreadable("broken-excel");
  } catch (error) {
    if (error instanceof RangeError) throw unreadable("too-large-inside");
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw unreadable("broken-excel");
    throw error;
  }
}
