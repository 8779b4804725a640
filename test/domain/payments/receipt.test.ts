import { describe, expect, it } from "vitest";
import { money } from "../../../src/domain/money.ts";
import {
  normaliseReference,
  type Receipt,
  receiptFingerprints,
  sameReceipt,
} from "../../../src/domain/payments/receipt.ts";
import { isoDate } from "../../../src/domain/time.ts";

const picture = (letter: string) => letter.repeat(64);
const first: Receipt = {
  sha256: picture("a"),
  reference: "No. 000-1234 567a",
  amount: money(20_000_000n, "COP"),
  paidOn: isoDate("2026-03-06"),
};

describe("the same receipt twice", () => {
  it("is the same when the picture is, whatever was read from it", () => {
    expect(sameReceipt(first, { sha256: picture("A") })).toBe("same");
  });

  it("is the same when another picture shows the same number and amount", () => {
    expect(sameReceipt(first, { ...first, sha256: picture("b"), reference: "1234567A" })).toBe("same");
    const { paidOn: _, ...undated } = first;
    expect(sameReceipt(first, { ...undated, sha256: picture("b") })).toBe("same");
  });

  it("is another transfer when the number, the amount, the currency or the day differs", () => {
    const other = { ...first, sha256: picture("b") };
    expect(sameReceipt(first, { ...other, reference: "1234568A" })).toBe("different");
    expect(sameReceipt(first, { ...other, amount: money(20_000_001n, "COP") })).toBe("different");
    expect(sameReceipt(first, { ...other, amount: money(20_000_000n, "MXN") })).toBe("different");
    expect(sameReceipt(first, { ...other, paidOn: isoDate("2026-03-07") })).toBe("different");
  });

  it("is for an agent to look at when amount and day agree and no number can be read", () => {
    const { reference: _, ...unnumbered } = first;
    expect(sameReceipt(first, { ...unnumbered, sha256: picture("b") })).toBe("maybe");
    expect(sameReceipt(first, { ...first, sha256: picture("b"), reference: "12" })).toBe("maybe");
  });

  it("is for an agent to look at when the number agrees and an amount is unread", () => {
    const { amount: _, ...unpriced } = first;
    expect(sameReceipt(first, { ...unpriced, sha256: picture("b") })).toBe("maybe");
  });

  it("is not suspected when nothing but a picture is known", () => {
    expect(sameReceipt(first, { sha256: picture("b") })).toBe("different");
  });

  it("is judged the same from both sides", () => {
    const other = { ...first, sha256: picture("b"), reference: "1234567A" };
    expect(sameReceipt(other, first)).toBe(sameReceipt(first, other));
  });
});

describe("fingerprints", () => {
  it("of two pictures of one transfer share the transfer's", () => {
    const other = { ...first, sha256: picture("b"), reference: "ref: 1234567a" };
    expect(receiptFingerprints(first)).toEqual([`picture:${picture("a")}`, "transfer:1234567A:COP 200000.00"]);
    expect(receiptFingerprints(other)[1]).toBe(receiptFingerprints(first)[1]);
  });

  it("without a number or an amount are the picture's alone", () => {
    expect(receiptFingerprints({ sha256: picture("a"), reference: "1234567" })).toHaveLength(1);
    expect(receiptFingerprints({ ...first, reference: "0012" })).toHaveLength(1);
  });
});

describe("a bank's number", () => {
  it.each([
    ["Ref. 00123456", "123456"],
    ["Nº 123-456-789", "123456789"],
    ["N° 123456", "123456"],
    ["comprobante #A1B2C3", "A1B2C3"],
    ["１２３４５６", "123456"],
    ["E00000000202603061200abcdef12345", "E00000000202603061200ABCDEF12345"],
  ])("%s is read as %s", (text, number) => {
    expect(normaliseReference(text)).toBe(number);
  });

  it.each(["", "—", "0001", "123", "ref 12"])("%j tells no transfers apart", (text) => {
    expect(normaliseReference(text)).toBeUndefined();
  });
});
