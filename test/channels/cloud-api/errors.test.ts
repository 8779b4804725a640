import { describe, expect, it } from "vitest";
import type { SendClass } from "../../../src/channels/channel.ts";
import { META_ERRORS, metaError } from "../../../src/channels/cloud-api/errors.ts";
import { slowsRecipient } from "../../../src/channels/slows-recipient.ts";

/** Of what Meta's error codes mean ("Cloud API error codes"), what is to be done. 200 to 299 are looked at below. */
const BY_ACTION: Readonly<Record<SendClass, readonly number[]>> = {
  retry: [1, 2, 4, 80007, 130429, 131000, 131016, 131057, 133004],
  retryRecipient: [131056],
  retryLater: [130472, 131049],
  reshape: [
    ...[100, 131008, 131009, 131047, 131051, 131052, 131053, 131062],
    ...[132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069],
  ],
  recipient: [130497, 131021, 131026, 131030, 131050],
  channel: [0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 131048, 133010],
};

describe("the table of Meta's errors", () => {
  it("names each code once", () => {
    const codes = META_ERRORS.flatMap((row) => row.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(Object.entries(BY_ACTION))("%s is what it says to do about its codes, and about no other", (kind, codes) => {
    const rows = META_ERRORS.filter((row) => row.class === kind);
    expect(rows.flatMap((row) => row.codes).toSorted((a, b) => a - b)).toEqual(codes.toSorted((a, b) => a - b));
    expect(codes.map((code) => metaError(code)?.class)).toEqual(codes.map(() => kind));
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
