import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneSlip, speller } from "../../../src/domain/understanding/spelling.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

const WORDS = ["escriban", "molesten", "abogado", "persona", "llame", "desuscribirme", "no", "me", "mensajes"];
const { correct } = speller(WORDS, ["personas", "escriben", "pago", "quiero"]);

/** What the words may have been meant as, the likeliest of each. */
function corrected(text: string): string[] {
  return correct(tokenise(text).words).map((words) =>
    words.map(({ word, instead = [] }) => instead.toSorted((a, b) => a.cost - b.cost)[0]?.word ?? word).join(" "),
  );
}

describe("the speller", () => {
  test.each(["esriban", "escribann", "ecsriban", "escrivan"])("puts %s right", (word) => {
    expect(corrected(word)).toContain("escriban");
  });

  test.each([
    ["yame", "llame"],
    ["aboogado", "abogado"],
    ["desuscrivime", "desuscribirme"],
    ["nomeescriban", "no me escriban"],
    ["nomeescirban", "no me escriban"],
    ["no me escri ban", "no me escriban"],
    ["no mee scriban", "no me escriban"],
    ["noxmolesten", "no molesten"],
    ["on molesten", "no molesten"],
    ["nomas mensajes", "no mas mensajes"],
  ])("%s may be %s", (text, meant) => {
    expect(corrected(text)).toContain(meant);
  });

  test.each(["personas", "escriben", "pago", "hola", "xy"])("leaves %s alone", (word) => {
    expect(corrected(word)).not.toContainEqual(expect.stringMatching(/escriban|molesten|abogado|persona$|llame/));
  });

  test("keeps where each word stands in the text", () => {
    const [, second] = correct(tokenise("no molestne").words)[0] ?? [];
    expect(second).toMatchObject({ start: 3, end: 11, instead: [{ word: "molesten", cost: 3 }] });
  });

  test("a slip costs a word strength, and a spelling by ear costs less", () => {
    const bestOf = (word: string) => correct(tokenise(word).words)[0]?.[0]?.instead?.[0];
    const [ear, slip] = [bestOf("escrivan"), bestOf("esxriban")];
    expect(ear?.cost).toBeLessThan(slip?.cost ?? 0);
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
