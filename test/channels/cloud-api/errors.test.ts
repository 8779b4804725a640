import { describe, expect, it } from "vitest";
import { META_ERRORS, metaError } from "../../../src/channels/cloud-api/errors.ts";
import { slowsRecipient } from "../../../src/channels/slows-recipient.ts";

describe("the table of Meta's errors", () => {
  it("names each code once", () => {
    const codes = META_ERRORS.flatMap((row) => row.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([
    [131016, "retry"],
    [130429, "retry"],
    [131056, "retryRecipient"],
    [131049, "retryLater"],
    [131047, "reshape"],
    [132001, "reshape"],
    [100, "reshape"],
    [131026, "recipient"],
    [131050, "recipient"],
    [190, "channel"],
    [0, "channel"],
    [368, "channel"],
    [131048, "channel"],
  ] as const)("%d means %s", (code, kind) => {
    expect(metaError(code)?.class).toBe(kind);
  });

  it("reads 200 to 299 as permissions the token lacks, and nothing around them", () => {
    expect([200, 250, 299].map((code) => metaError(code)?.class)).toEqual(["channel", "channel", "channel"]);
    expect([199, 300].map(metaError)).toEqual([undefined, undefined]);
  });

  it("slows the whole number for throughput only", () => {
    const slow = META_ERRORS.filter((row) => row.slowsChannel === true).flatMap((row) => row.codes);
    expect(slow).toEqual([4, 80007, 130429]);
  });

  it("slows one person for the pair rate only", () => {
    const slow = META_ERRORS.filter((row) => row.slowsRecipient === true).flatMap((row) => row.codes);
    expect(slow).toEqual([131056]);
    expect(["131056", "131026", "http.500", "463"].map(slowsRecipient)).toEqual([true, false, false, false]);
  });

  it("tells an operator in three languages what happened and what to do, in two sentences that differ", () => {
    for (const { advice } of META_ERRORS) {
      const texts = Object.values(advice);
      expect(texts).toHaveLength(3);
      expect(new Set(texts).size).toBe(3);
      for (const text of texts) expect(text).toMatch(/^[A-ZÁÉÍÓÚ].{30,}\.$/);
    }
    const english = META_ERRORS.map(({ advice }) => advice.en);
    expect(new Set(english).size).toBe(english.length);
  });
});
