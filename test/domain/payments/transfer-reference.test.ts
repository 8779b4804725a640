import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { readTransferReference, transferReference } from "../../../src/domain/payments/transfer-reference.ts";

describe("a transfer's reference", () => {
  it("is short, has no letter that looks like a digit, and is always the same for a link", async () => {
    await fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(transferReference(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(transferReference(id)).toBe(transferReference(id));
      }),
    );
  });

  it("differs when the random end of the id differs, and only then", () => {
    const reference = transferReference("01990000-0000-7000-8000-0000000000aa");
    expect(transferReference("01990000-0000-7000-8000-0000000000ab")).not.toBe(reference);
    expect(transferReference("01991111-0000-7000-8000-0000000000aa")).toBe(reference);
    expect(reference).toBe("0000-005A");
  });

  it("is read back as people type it", async () => {
    await fc.assert(
      fc.property(fc.uuid(), (id) => {
        const reference = transferReference(id);
        const typed = reference.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(readTransferReference(typed)).toBe(reference);
      }),
    );
  });

  it("is not read out of what is no reference", () => {
    expect(readTransferReference("hola")).toBeUndefined();
    expect(readTransferReference("0000-0000-0")).toBeUndefined();
    expect(readTransferReference("0000-000U")).toBeUndefined();
  });

  it("cannot be made of something that is no id", () => {
    expect(() => transferReference("link-7")).toThrow(BrokenInvariant);
  });
});
