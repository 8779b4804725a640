import { describe, expect, test } from "vitest";
import type { Context } from "../../../../src/domain/understanding/reading.ts";
import { firstOf, heard } from "../support.ts";

const PROOF: Partial<Context> = { expects: "identityProof" };

describe("digits of a document", () => {
  test.each([
    ["5502", "5502"],
    ["cinco cinco cero dos", "5502"],
    ["los últimos cuatro son cinco cinco cero dos", "5502"],
    ["termina en 5502", "5502"],
    ["los últimos son 55 02", "5502"],
    ["acaba en 5-5-0-2", "5502"],
    ["ult 4: 5502", "5502"],
    ["0938 creo, espere… sí, 0938", "0938"],
    ["5502, ¿pero para qué lo necesita?", "5502"],
    ["meia zero dois sete", "6027"],
  ])("%s", (body, digits) => {
    expect(firstOf(body, PROOF)).toMatchObject({ type: "identityProof", digits });
  });

  test.each(["¿termina en 5502? ese no es el mío", "no es 5502", "5502 o 5503", "cuatro", "no le doy mis datos"])(
    "%s proves nothing",
    (body) => {
      expect(heard(body, PROOF)).not.toContain("identityProof");
    },
  );
});
