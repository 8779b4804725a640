import { DateTime } from "luxon";
import type { EventPosition } from "../../../db/console/events.ts";

/**
 * What a browser brings back after a cut, as `Last-Event-ID`: the last event it had, and when that was, in seconds of real
 * time, because only the time tells whether everything since is still kept.
 */
export type Cursor = EventPosition & { readonly at: DateTime };

export function writeCursor({ xid, sequence, at }: Cursor): string {
  return `${xid}.${sequence}.${Math.floor(at.toSeconds())}`;
}

/** `undefined` for anything that `writeCursor` did not write. */
export function readCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,20})\.(\d{1,19})\.(\d{1,11})$/.exec(text);
  if (!match) return undefined;
  const [, xid = "", sequence = "", seconds = ""] = match;
  return { xid, sequence: BigInt(sequence), at: DateTime.fromSeconds(Number(seconds), { zone: "utc" }) };
}

export function isAfter(a: EventPosition, b: EventPosition): boolean {
  const [left, right] = [BigInt(a.xid), BigInt(b.xid)];
  return left === right ? a.sequence > b.sequence : left > right;
}
