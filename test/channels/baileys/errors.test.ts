import { expect, test } from "vitest";
import { ACK_ERRORS, ackError, rejectionOf } from "../../../src/channels/baileys/errors.ts";

test("each code has one meaning, and advice in three languages", () => {
  const codes = ACK_ERRORS.flatMap((row) => row.codes);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { advice } of ACK_ERRORS) {
    const texts = [advice.es, advice["pt-BR"], advice.en];
    for (const text of texts) expect(text.length).toBeGreaterThan(20);
    expect(new Set(texts).size).toBe(3);
  }
});

test("a restriction stops the number and is never tried again, which would make it worse", () => {
  expect(rejectionOf("463")).toMatchObject({ class: "channel", code: "463" });
});

test("a code that nobody knows is named, and the message is not tried again as it is", () => {
  expect(ackError("599")).toBeUndefined();
  expect(rejectionOf("599")).toMatchObject({ class: "reshape", detail: expect.stringContaining("599") });
});
