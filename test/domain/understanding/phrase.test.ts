import { expect, test } from "vitest";
import { lexicon } from "../../../src/domain/understanding/lexicon.ts";
import { matchPhrase, phrase } from "../../../src/domain/understanding/phrase.ts";
import { type Token, tokenise } from "../../../src/domain/understanding/tokens.ts";

function matches(source: string, text: string): boolean {
  const { words } = tokenise(text);
  const compiled = phrase(source);
  return words.some((_, at) => matchPhrase(compiled, words, at) !== undefined);
}

test.each([
  ["no me escriban", "por favor no me escriban", true],
  ["no me escriban", "no escriban", false],
  ["no (me|nos) escriban", "no nos escriban", true],
  ["(por favor|porfa) ya", "por favor ya", true],
  ["(por favor|porfa) ya", "por ya", false],
  ["abogad*", "mi abogada", true],
  ["no me? escriban", "no escriban", true],
  ["no .. escriban", "no quiero que me escriban", true],
  ["no .. escriban", "no quiero que a mí me escriban", false],
  ["no ..5 escriban", "no quiero que a mí me escriban", true],
  ["no .. escriban", "no. Escriban", false],
  ["^ baja $", "baja", true],
  ["^ baja $", "baja el precio", false],
  ["ley #", "la ley 2300", true],
  ["@stopThem de", "dejen de", true],
  ["x? y", "y", true],
  ["(uno (dos|tres)? cuatro|cinco) seis", "uno tres cuatro seis", true],
  ["(uno (dos|tres)? cuatro|cinco) seis", "uno cuatro seis", true],
  ["(uno (dos|tres)? cuatro|cinco) seis", "uno dos seis", false],
  ["pagó", "mi hermano pagó", true],
  ["pagó", "yo pago", false],
  ["pague! ]", "que pague", true],
  ["pague! ]", "que pagué", false],
  ["^ baja $", "🙏 baja 🙏", true],
  ["[ baja ]", "hola. baja. gracias", true],
  ["[ baja ]", "hola baja", false],
  ["no debo", "no, debo 800", false],
  ["no debo", "no debo 800", true],
])("%s in %s: %s", (source, text, expected) => {
  expect(matches(source, text)).toBe(expected);
});

test.each(["ab* cd", "x? .. y", ".. y", "@nothing"])(
  "%s is refused where it is written, not where it fails to match",
  (source) => {
    expect(() => phrase(source)).toThrow();
  },
);

test("over corrected words a match needs strength: a slip in a short word needs company", () => {
  const slipped = (word: string, instead: string) => ({
    ...tokenise(word).words[0],
    instead: [{ word: instead, cost: 3 }],
  });
  const { find } = lexicon([{ says: "stop", es: ["paren", "no paren"], pt: [], en: [] }]);
  const paren = slipped("parwn", "paren") as Token;
  expect(find([paren], 4)).toEqual([]);
  expect(find([...tokenise("no").words, paren], 4)).toHaveLength(1);
});

test("a hit inside an exception is no hit", () => {
  const { find } = lexicon([{ says: "stop", es: ["dar de baja"], pt: [], en: [], except: ["de baja el servicio"] }]);
  expect(find(tokenise("quiero dar de baja el servicio").words)).toEqual([]);
  expect(find(tokenise("me quiero dar de baja").words)).toEqual([{ says: "stop", first: 2, end: 5 }]);
});
