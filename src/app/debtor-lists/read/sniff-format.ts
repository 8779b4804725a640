import type { UnreadableReason } from "../../../domain/debtor-list/unreadable.ts";

/** What a file is by its first bytes; its name is not asked. */
export function sniffFormat(bytes: Uint8Array): "xlsx" | "text" | { readonly unreadable: UnreadableReason } {
  if (bytes.length === 0) return { unreadable: "empty" };
  const head = Buffer.from(bytes.subarray(0, 4096));
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return "xlsx";
  // OLE2: Excel up to 2003, and any workbook with a password.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return { unreadable: "old-excel" };
  if (BINARY.some((magic) => startsWith(head, magic))) return { unreadable: "not-a-table" };

  const text = head.toString("latin1").replaceAll("\u0000", "");
  if (/^(?:ÿþ|þÿ|ï»¿)?\s*(?:<!doctype html|<html|<table|<head|<meta|<style)/i.test(text)) return { unreadable: "html" };
  if (/^(?:ï»¿)?\s*(?:<\?xml|\{\\rtf|%!PS)/i.test(text)) return { unreadable: "not-a-table" };
  return isUtf16(head) || !hasControls(head) ? "text" : { unreadable: "not-a-table" };
}

/** UTF-16 by its mark, or by every other byte of Latin text being zero. */
export function isUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const sample = head.subarray(0, 512);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even === 0) return "utf-16le";
  if (even > sample.length * 0.3 && odd === 0) return "utf-16be";
  return undefined;
}

// PDF, PNG, JPEG, GIF, gzip, 7z, RAR, SQLite.
const BINARY = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
];

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

function hasControls(head: Uint8Array): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27));
}
