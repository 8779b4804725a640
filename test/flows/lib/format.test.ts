import { describe, expect, test } from "vitest";
import { formatDay, formatListDay, formatMoney } from "../../../flows/lib/format.ts";
import type { Language } from "../../../flows/vocabulary.ts";
import { type Currency, money } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";

describe("an amount for people", () => {
  test.each<[bigint, Currency, Language, string]>([
    [20_000_000n, "COP", "es", "$ 200.000"],
    [20_000_050n, "COP", "es", "$ 200.000,50"],
    [123_456n, "BRL", "pt-BR", "R$ 1.234,56"],
    [123_400n, "BRL", "pt-BR", "R$ 1.234,00"],
    [150_000n, "MXN", "es", "$1,500.00"],
    [48_000n, "PEN", "es", "S/ 480.00"],
    [12_000n, "CLP", "es", "$12.000"],
    [1_500_000n, "ARS", "es", "$ 15.000"],
    [150_000n, "USD", "en", "$1,500.00"],
    [20_000_000n, "COP", "en", "COP 200,000"],
    [20_000_000n, "COP", "pt-BR", "COP 200.000"],
    [-500n, "USD", "en", "-$5.00"],
    [0n, "COP", "es", "$ 0"],
    [123_456_789_012_345_678_901n, "COP", "es", "$ 1.234.567.890.123.456.789,01"],
  ])("of %s %s in %s reads %s", (minor, currency, language, expected) => {
    // Unbreakable, so that no line of a chat ends between the sign and its amount.
    expect(formatMoney(money(minor, currency), language)).toBe(expected.replaceAll(" ", "\u00a0"));
  });
});

describe("a day for people", () => {
  test.each<[string, Language, string, string]>([
    ["2026-11-27", "es", "viernes 27 de noviembre de 2026", "27/11/2026"],
    ["2026-11-27", "pt-BR", "sexta-feira 27 de novembro de 2026", "27/11/2026"],
    ["2026-11-27", "en", "Friday 27 November 2026", "27 Nov 2026"],
    ["2027-03-07", "es", "domingo 7 de marzo de 2027", "07/03/2027"],
    ["2027-01-01", "en", "Friday 1 January 2027", "1 Jan 2027"],
  ])("%s in %s is %s", (day, language, long, short) => {
    expect([formatDay(isoDate(day), language), formatListDay(isoDate(day), language)]).toEqual([long, short]);
  });
});
