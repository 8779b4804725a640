import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../src/domain/assert.ts";
import {
  add,
  type Currency,
  compare,
  DECIMALS,
  fromText,
  least,
  money,
  negate,
  ofUnits,
  subtract,
  sum,
  toText,
  zero,
} from "../../src/domain/money.ts";

const currency = fc.constantFrom(
  ...Object.keys(DECIMALS).filter((code): code is Currency => Object.hasOwn(DECIMALS, code)),
);
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), currency)
  .map(([minor, code]) => money(minor, code));
const RUNS = { numRuns: 5000 };

describe("the text form", () => {
  test("comes back as the amount it was made from", () => {
    fc.assert(
      fc.property(amount, (each) => {
        expect(fromText(toText(each))).toEqual(each);
      }),
      RUNS,
    );
  });

  test.each([
    [money(48_000n, "PEN"), "PEN 480.00"],
    [money(12_000n, "CLP"), "CLP 12000"],
    [money(-500n, "COP"), "COP -5.00"],
    [money(7n, "USD"), "USD 0.07"],
    [zero("CLP"), "CLP 0"],
  ])("of %o is %s", (each, text) => {
    expect(toText(each)).toBe(text);
  });

  test.each([
    "PEN 480",
    "PEN 480.0",
    "PEN 480,00",
    "CLP 12.00",
    "XXX 1.00",
    "PEN -0.00",
    "PEN 01.00",
    " PEN 1.00",
    "pen 1.00",
    "",
  ])("%o is no amount", (text) => {
    expect(fromText(text)).toBeUndefined();
  });
});

describe("arithmetic", () => {
  test("adds, subtracts and compares within one currency", () => {
    expect(subtract(add(money(5n, "COP"), money(7n, "COP")), money(2n, "COP"))).toEqual(money(10n, "COP"));
    expect(sum([money(1n, "USD"), money(2n, "USD")], "USD")).toEqual(money(3n, "USD"));
    expect(sum([], "USD")).toEqual(zero("USD"));
    expect(negate(money(3n, "USD"))).toEqual(money(-3n, "USD"));
    expect(compare(money(1n, "USD"), money(2n, "USD"))).toBeLessThan(0);
    expect(least(money(9n, "USD"), money(2n, "USD"))).toEqual(money(2n, "USD"));
    expect(ofUnits(200_000n, "COP")).toEqual(money(20_000_000n, "COP"));
    expect(ofUnits(200_000n, "CLP")).toEqual(money(200_000n, "CLP"));
  });

  test("refuses to mix currencies", () => {
    expect(() => add(money(1n, "USD"), money(1n, "COP"))).toThrow(BrokenInvariant);
    expect(() => compare(money(1n, "USD"), money(1n, "COP"))).toThrow(BrokenInvariant);
  });
});
