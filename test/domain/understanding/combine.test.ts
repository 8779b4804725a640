import { expect, test } from "vitest";
import { combine } from "../../../src/domain/understanding/combine.ts";
import type { Context } from "../../../src/domain/understanding/reading.ts";
import { understand } from "../../../src/domain/understanding/understand.ts";
import { COLOMBIA } from "./support.ts";

function actsOf(bodies: readonly string[], context: Partial<Context> = {}): string[] {
  const readings = bodies.map((body) => understand({ kind: "text", body }, { ...COLOMBIA, ...context }));
  return combine(readings).map(({ type }) => type);
}

test.each<[readonly string[], readonly string[]]>([
  [
    ["ya pagué", "no me escriban más"],
    ["optOut", "alreadyPaid"],
  ],
  [
    ["no me escriban más", "ya pagué"],
    ["optOut", "alreadyPaid"],
  ],
  [["hola", "quiero pagar", "gracias"], ["pay"]],
  [["hola", "buenas tardes"], ["greeting"]],
  [
    ["cuánto debo?", "cómo pago?"],
    ["balance", "pay"],
  ],
  [["esa deuda no es mía", "esa deuda no es mía!!"], ["dispute"]],
  [
    ["me quedé sin trabajo", "quiero quitarme la vida"],
    ["crisis", "hardship"],
  ],
  [["asdf", "qwer"], ["unclear"]],
  [[], []],
])("%j asks for %j", (bodies, acts) => {
  expect(actsOf(bodies)).toEqual(acts);
});

test("nobody agrees in the breath in which they dispute", () => {
  expect(actsOf(["sí acepto", "esa deuda no es mía"], { expects: "confirmation" })).toEqual(["dispute"]);
  expect(actsOf(["sí acepto", "me quedé sin trabajo"], { expects: "confirmation" })).toEqual(["hardship", "yes"]);
});
