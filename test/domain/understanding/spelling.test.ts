import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneSlip, speller } from "../../../src/domain/understanding/spelling.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

const WORDS = ["escriban", "molesten", "abogado", "persona"];
const { correct } = speller(WORDS, ["personas", "escriben", "pago"]);
const corrected = (text: string) => correct(tokenise(text).words)?.map(({ word }) => word);

describe("the speller", () => {
  test.each(["esriban", "escribann", "ecsriban", "escrivan"])("puts %s right", (word) => {
    expect(corrected(word)).toEqual(["escriban"]);
  });

  test.each(["personas", "escriben", "pago", "paga", "hola", "ab"])("leaves %s alone", (word) => {
    expect(corrected(word)).toBeUndefined();
  });

  test("keeps where each word stands in the text", () => {
    const [, second] = correct(tokenise("no molestne").words) ?? [];
    expect(second).toMatchObject({ word: "molesten", start: 3, end: 11 });
  });
});

test("one missing, added, changed or swapped letter is one slip, two are not", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdef"), minLength: 3, maxLength: 10 });
  fc.assert(
    fc.property(word, fc.nat(9), fc.constantFrom(..."abcdef"), (text, place, letter) => {
      const at = place % text.length;
      const slips = [
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + letter + text.slice(at),
        text.slice(0, at) + letter + text.slice(at + 1),
      ];
      for (const slip of slips) if (slip !== text) expect(isOneSlip(text, slip)).toBe(true);
    }),
  );
  expect(isOneSlip("casa", "csaa")).toBe(true);
  expect(isOneSlip("casa", "cosas")).toBe(false);
  expect(isOneSlip("casa", "casa")).toBe(false);
  expect(isOneSlip("abcd", "badc")).toBe(false);
});
