import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AmountFormat, amountEvidence, readAmount } from "../../../src/domain/debtor-list/amounts.ts";
import { type Currency, toText } from "../../../src/domain/money.ts";

function read(text: string, format: AmountFormat, currency: Currency = "COP"): string {
  const amount = readAmount(text, { format, currency });
  return "problem" in amount ? amount.problem : toText(amount.money);
}

describe("what an amount says about its own format", () => {
  it.each([
    ["1.234,56", "comma"],
    ["1,234.56", "point"],
    ["1.234.567", "comma"],
    ["1,234,567", "point"],
    ["1234.567", "point"],
    ["0.500", "point"],
    ["0,500", "comma"],
    ["12,5", "comma"],
    ["1.234", "either"],
    ["COP 100.000", "either"],
    ["1200", "neutral"],
    ["", "no-amount"],
    ["12,34,56", "no-amount"],
    ["ver nota", "no-amount"],
  ])("%s: %s", (text, evidence) => {
    expect(amountEvidence(text)).toBe(evidence);
  });

  it("never calls an amount decided that both formats read differently", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,4}([.,]\d{1,3}){0,2}$/), (text) => {
        const evidence = amountEvidence(text);
        if (evidence === "neutral") expect(read(text, "point")).toBe(read(text, "comma"));
        if (evidence === "point" || evidence === "comma") {
          // Whatever the column's format, an amount that can only be read one way is read that way.
          expect(read(text, "point")).toBe(read(text, "comma"));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("an amount", () => {
  it("is read exactly in the format of its column", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.boolean(), (minor, pointed) => {
        const whole = (minor / 100n).toString().replace(/\B(?=(\d{3})+$)/g, pointed ? "," : ".");
        const cents = (minor % 100n).toString().padStart(2, "0");
        const text = `${whole}${pointed ? "." : ","}${cents}`;
        const amount = readAmount(text, { format: pointed ? "point" : "comma", currency: "COP" });
        expect(amount).toMatchObject({ money: { minor, currency: "COP" }, otherFormat: false, rounded: false });
      }),
    );
  });

  it.each([
    ["1.234", "comma", "COP 1234.00"],
    ["1,234", "point", "COP 1234.00"],
    ["$ 1.234.567,50", "comma", "COP 1234567.50"],
    ["$4,250.00", "point", "COP 4250.00"],
    ["1 234,56", "comma", "COP 1234.56"],
    ["1'234.56", "point", "COP 1234.56"],
    ["(1,234.56)", "point", "COP -1234.56"],
    ["-5", "point", "COP -5.00"],
    ["5-", "point", "COP -5.00"],
    ["$-100", "point", "COP -100.00"],
    ["COP 100.000", "comma", "COP 100000.00"],
    ["$1.500.000 COP", "comma", "COP 1500000.00"],
    ["94", "comma", "COP 94.00"],
    [".5", "point", "COP 0.50"],
  ] as const)("%s with a %s is %s", (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it("follows the decimals of its currency", () => {
    expect(read("1.200", "comma", "CLP")).toBe("CLP 1200");
    expect(readAmount("1200,5", { format: "comma", currency: "CLP" })).toMatchObject({
      money: { minor: 1201n },
      rounded: true,
    });
    expect(readAmount("55.9400000001", { format: "point", currency: "USD" })).toMatchObject({
      money: { minor: 5594n },
    });
  });

  it("says when it can only be read in the other format than its column's", () => {
    expect(readAmount("1.234.567", { format: "point", currency: "COP" })).toMatchObject({ otherFormat: true });
    expect(readAmount("1,234,567", { format: "point", currency: "COP" })).toMatchObject({ otherFormat: false });
  });

  it("is refused when it names another currency than its row, or is none", () => {
    expect(read("US$ 20", "point")).toBe("other-currency");
    expect(read("S/ 20", "point", "PEN")).toBe("PEN 20.00");
    expect(read("R$ 1.234,56", "comma", "BRL")).toBe("BRL 1234.56");
    for (const text of ["abc", "-", "1.2.3", "20 cuotas", "(5", "$"]) expect(read(text, "point")).toBe("not-an-amount");
  });
});
