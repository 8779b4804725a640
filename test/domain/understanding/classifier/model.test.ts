import { describe, expect, test } from "vitest";
import { exampleOf } from "../../../../src/domain/understanding/classifier/example.ts";
import { type Line, parseLines } from "../../../../src/domain/understanding/classifier/lines.ts";
import { classifier } from "../../../../src/domain/understanding/classifier/model.ts";
import { train } from "../../../../src/domain/understanding/classifier/train.ts";

const HEADER = "intent\talso\tcountry\tregister\tstate\ttext";
const lines = parseLines(
  "some.tsv",
  [
    HEADER,
    ...["hola", "buenas tardes", "hola buenas", "buenos dias", "hola como va", "buenas noches", "hola hola"].map(
      (text) => `greet\t-\tCO\tplain\t-\t${text}`,
    ),
    ...[
      "perdi el trabajo",
      "me quede sin trabajo",
      "no tengo trabajo",
      "sin trabajo y enfermo",
      "perdi mi negocio",
    ].map((text) => `hardship\t-\tCO\tplain\t-\t${text}`),
    ...["donde pago", "como pago", "quiero pagar ya", "deme el link para pagar", "pago ahora mismo"].map(
      (text) => `pay_now\t-\tCO\tplain\t-\t${text}`,
    ),
  ].join("\n"),
);
const model = train(lines.map(exampleOf));
const read = (text: string) => classifier(model)(exampleOf({ ...(lines[0] as Line), text }).features);

describe("a classifier", () => {
  test("takes what it has not seen for what is most like it, and is less sure of what is like nothing", () => {
    expect([...read("hola buen dia")].toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe("greet");
    expect([...read("mi esposo perdio el trabajo")].toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe("hardship");
    const [strange, plain] = [Math.max(...read("xyz wvu").values()), Math.max(...read("hola buenas").values())];
    expect(strange).toBeLessThan(plain);
  });

  test("says likelihoods that add up to one", () => {
    expect([...read("no se").values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  });

  test("is the same from the same lines", () => {
    expect(train(lines.map(exampleOf))).toEqual(model);
  });

  test("of other intents is refused, with what to do", () => {
    expect(() => classifier({ ...model, intents: ["greet"] })).toThrow("npm run train");
  });
});
