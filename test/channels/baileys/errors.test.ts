import { expect, test } from "vitest";
import { ACK_ERRORS, ackError, rejectionOf } from "../../../src/channels/baileys/errors.ts";
import type { SendClass } from "../../../src/channels/channel.ts";

test("each code has one meaning, and advice in three languages", () => {
  const codes = ACK_ERRORS.flatMap((row) => row.codes);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { advice } of ACK_ERRORS) {
    const texts = [advice.es, advice["pt-BR"], advice.en];
    for (const text of texts) expect(text.length).toBeGreaterThan(20);
    expect(new Set(texts).size).toBe(3);
  }
});

/** By what Baileys' source and its issues say of them. */
const BY_ACTION: Readonly<Record<SendClass, readonly string[]>> = {
  retry: ["429", "500", "503", "504"],
  retryRecipient: ["421", "475", "479"],
  retryLater: [],
  reshape: ["400", "491"],
  recipient: ["401", "403", "404", "405", "406", "410"],
  channel: ["463"],
};

test.each(Object.entries(BY_ACTION))("%s is what to do about its codes, and about no other", (kind, codes) => {
  const rows = ACK_ERRORS.filter((row) => row.class === kind);
  expect(rows.flatMap((row) => row.codes).toSorted()).toEqual(codes);
  expect(codes.map((code) => rejectionOf(code).class)).toEqual(codes.map(() => kind));
});

test("the whole number is slowed by what is too fast, and by nothing else", () => {
  const slow = Object.values(BY_ACTION)
    .flat()
    .filter((code) => rejectionOf(code).slowsChannel);
  expect(slow).toEqual(["429"]);
});

test("a restriction stops the number and is never tried again, which would make it worse", () => {
  expect(rejectionOf("463")).toMatchObject({ class: "channel", code: "463" });
});

test("a code that nobody knows is named, and the message is not tried again as it is", () => {
  expect(ackError("599")).toBeUndefined();
  expect(rejectionOf("599")).toMatchObject({ class: "reshape", detail: expect.stringContaining("599") });
});
