import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { isAfter, readCursor, writeCursor } from "../../../src/web/events/cursor.ts";

const at = DateTime.fromSeconds(1_795_338_997, { zone: "utc" });

test("a cursor comes back as it was written, however large its numbers are", () => {
  for (const place of [
    { xid: "0", sequence: 0n },
    { xid: "18446744073709551615", sequence: 9_223_372_036_854_775_807n },
  ])
    expect(readCursor(writeCursor({ ...place, at }))).toEqual({ ...place, at });
});

test("what is no cursor is none", () => {
  for (const text of ["", "1.2", "1.2.3.4", "-1.2.3", "a.b.c", "1.2.999999999999", `${"9".repeat(21)}.1.1`])
    expect(readCursor(text)).toBeUndefined();
});

test("order is by transaction, then by sequence, as numbers and not as text", () => {
  expect(isAfter({ xid: "10", sequence: 1n }, { xid: "9", sequence: 5n })).toBe(true);
  expect(isAfter({ xid: "9", sequence: 5n }, { xid: "9", sequence: 4n })).toBe(true);
  expect(isAfter({ xid: "9", sequence: 4n }, { xid: "9", sequence: 4n })).toBe(false);
});
