import { describe, expect, test } from "vitest";
import { garbledIn } from "../../../src/domain/understanding/garbled.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

const KNOWN = new Set("no me mandaron mensajes hola quiero comer hoy en casa con mi mama".split(" "));
const found = (text: string) =>
  garbledIn(tokenise(text).words, ({ word }) => !KNOWN.has(word)).map(({ says, first, end }) => [says, first, end]);

describe("sentences that slips left in pieces", () => {
  test.each([
    ["hola nome escrbian", [["optOut", 1, 3]]],
    ["leavme aloen", [["optOut", 0, 2]]],
    ["qiero morrme", [["crisis", 0, 2]]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each(["hola quiero comer en casa", "no me mandaron mensajes", "zapatero remendon", ""])(
    "nothing in: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test("words between which there is nothing unknown are left to the phrases", () => {
    expect(found("no me manden mas")).not.toEqual([]);
    expect(garbledIn(tokenise("no me manden mas").words, () => false)).toEqual([]);
  });
});
