import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsIn } from "../../src/console/format/moments.ts";
import { formatMoney, isNegative, isZero } from "../../src/console/format/money.ts";
import { readAmount } from "../../src/console/format/read-amount.ts";
import { formatSpan } from "../../src/console/format/span.ts";
import { type Currency, DECIMALS, isCurrency, money, toText } from "../../src/domain/money.ts";

const CURRENCIES = Object.keys(DECIMALS).filter(isCurrency);
const LANGUAGES = ["es", "pt-BR", "en"] as const;
const amounts = fc.record({
  minor: fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
  currency: fc.constantFrom(...CURRENCIES),
  language: fc.constantFrom(...LANGUAGES),
});

describe("an amount on a page", () => {
  it("has exactly the digits of the ledger's, however large", () => {
    fc.assert(
      fc.property(amounts, ({ minor, currency, language }) => {
        const shown = formatMoney(toText(money(minor, currency)), language);
        const digits = shown.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
        const all = (minor < 0n ? -minor : minor).toString();
        const whole = withoutCents(minor, currency);
        expect([all, whole]).toContain(digits);
        expect(/[-−]/.test(shown)).toBe(minor < 0n);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["COP 480000.00", "es", "$ 480.000"],
    ["COP 480000.50", "es", "$ 480.000,50"],
    ["COP 480000.00", "en", "COP 480,000"],
    ["BRL 1234.56", "pt-BR", "R$ 1.234,56"],
    ["PEN 480.00", "es", "S/ 480.00"],
  ] as const)("%s reads in %s as %s", (text, language, shown) => {
    expect(formatMoney(text, language).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(shown);
  });

  it("that is none is shown as it came", () => {
    expect(formatMoney("COP 1,5", "es")).toBe("COP 1,5");
    expect([isZero("COP 0.00"), isZero("COP 0.01"), isNegative("COP -0.01"), isNegative("nothing")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

/** The digits without cents, where nobody writes them. */
function withoutCents(minor: bigint, currency: Currency): string {
  const unit = 10n ** BigInt(DECIMALS[currency]);
  const size = minor < 0n ? -minor : minor;
  return size % unit === 0n ? (size / unit).toString() : "none";
}

describe("an amount that somebody types", () => {
  it.each([
    ["150000", "COP", "COP 150000.00"],
    ["150.000", "COP", "COP 150000.00"],
    ["150,000.00", "COP", "COP 150000.00"],
    ["$ 1.250.000,50", "COP", "COP 1250000.50"],
    ["480.5", "PEN", "PEN 480.50"],
    ["12000", "CLP", "CLP 12000"],
  ])("%s in %s is %s", (typed, currency, text) => {
    expect(readAmount(typed, currency)).toBe(text);
  });

  it.each(["", "0", "-5", "1.2.3", "12,34,56", "abc", "1e6", "1.0000"])("%s is none", (typed) => {
    expect(readAmount(typed, "COP")).toBeUndefined();
  });

  it("takes no cents where there are none", () => {
    expect(readAmount("12.50", "CLP")).toBeUndefined();
  });

  it("comes back from what the ledger would write", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const text = toText(money(minor, currency));
        expect(readAmount(text.slice(4), currency)).toBe(text);
      }),
    );
  });
});

describe("a moment on a page", () => {
  const bogota = momentsIn("es", "America/Bogota");

  it("is told in the business's zone, whatever the browser's", () => {
    expect(bogota.time("2026-11-22T04:30:00.000Z")).toBe("23:30");
    expect(bogota.civilDay("2026-11-22T04:30:00.000Z")).toBe("2026-11-21");
    expect(bogota.dayLong("2026-11-22T15:30:00.000Z")).toContain("domingo");
  });

  it("of a calendar day has no zone to slip into", () => {
    expect(bogota.date("2026-12-01")).toContain("1");
    expect(bogota.date("2026-12-01")).toContain("dic");
  });

  it("away from now is told in its largest unit", () => {
    expect([30_000, 59 * 60_000, 47 * 3_600_000, 50 * 3_600_000, -5].map((ms) => formatSpan(ms, "en"))).toEqual([
      "0 min",
      "59 min",
      "47 hr",
      "2 days",
      "0 min",
    ]);
  });
});
