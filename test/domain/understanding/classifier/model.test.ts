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
    ...["no me escriban mas", "ya no me escriban", "no escriban mas", "por favor no me escriban"].map(
      (text) => `opt_out\t-\tCO\tplain\t-\t${text}`,
    ),
    ...["ya pague, no me escriban mas", "deme el link y no me escriban mas", "pago ya y no me escriban"].map(
      (text) => `pay_now\topt_out\tCO\tplain\t-\t${text}`,
    ),
    ...["donde pago", "como pago", "quiero pagar ya", "deme el link para pagar", "pago ahora mismo"].map(
      (text) => `pay_now\t-\tCO\tplain\t-\t${text}`,
    ),
  ].join("\n"),
);
const model = train(lines.map(exampleOf));
const read = (text: string) => classifier(model)(exampleOf({ ...(lines[0] as Line), text }).features);

const likeliest = (text: string) => {
  const [[intent, chance] = [undefined, 0]] = [...read(text).first].toSorted(([, a], [, b]) => b - a);
  return { intent, chance };
};

describe("a classifier", () => {
  test("takes what it has not seen for what is most like it, and is less sure of what is like nothing", () => {
    expect(likeliest("hola buen dia").intent).toBe("greet");
    expect(likeliest("mi esposo perdio el trabajo").intent).toBe("hardship");
    expect(likeliest("xyz wvu").chance).toBeLessThan(likeliest("hola buenas").chance);
  });

  test("says likelihoods that add up to one", () => {
    expect([...read("no se").first.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  });

  test("hears a stop beside something likelier", () => {
    const [stop, other] = [read("donde pago, y no me escriban mas"), read("donde pago, y gracias")].map(
      ({ atAll }) => atAll.get("opt_out") ?? 0,
    );
    expect(likeliest("donde pago, y no me escriban mas").intent).toBe("pay_now");
    expect(stop).toBeGreaterThan(0.3);
    expect(other).toBeLessThan(0.1);
  });

  test("is the same from the same lines", () => {
    expect(train(lines.map(exampleOf))).toEqual(model);
  });

  test("of other intents is refused, with what to do", () => {
    expect(() => classifier({ ...model, columns: ["greet"] })).toThrow("npm run train");
  });
});
