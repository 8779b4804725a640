import { describe, expect, it } from "vitest";
import { isBlankWord } from "../../../src/domain/debtor-list/blank-words.ts";
import { readCountry } from "../../../src/domain/debtor-list/countries.ts";
import { readCurrency } from "../../../src/domain/debtor-list/currencies.ts";
import { normalizeHeader } from "../../../src/domain/debtor-list/header-words.ts";
import { cleanCell } from "../../../src/domain/debtor-list/table.ts";
import { saysYesOrNo } from "../../../src/domain/debtor-list/yes-no.ts";

describe("a currency", () => {
  it.each([
    ["COP", undefined, "COP"],
    ["us$", undefined, "USD"],
    ["Dólares", "CO", "USD"],
    ["R$", "BR", "BRL"],
    ["soles", "PE", "PEN"],
    ["Peso Mexicano", undefined, "MXN"],
    ["$", "CL", "CLP"],
    ["pesos", "AR", "ARS"],
    ["M.N.", "MX", "MXN"],
    ["pesos", "BR", undefined],
    ["$", undefined, undefined],
    ["XYZ", "CO", undefined],
    ["constructor", "CO", undefined],
  ] as const)("%s in %s is %s", (text, country, expected) => {
    expect(readCurrency(text, country)).toBe(expected);
  });
});

describe("a country", () => {
  it.each([
    ["Colombia", "CO"],
    ["co", "CO"],
    ["MÉXICO", "MX"],
    ["Perú", "PE"],
    ["EE.UU", "US"],
    ["Brazil", "BR"],
    ["391", undefined],
    ["constructor", undefined],
  ])("%s is %s", (text, expected) => {
    expect(readCountry(text)).toBe(expected);
  });
});

describe("a yes or a no", () => {
  it.each([
    ["Sí", "yes"],
    ["SIM", "yes"],
    ["x", "yes"],
    ["1", "yes"],
    ["Autorizo", "yes"],
    ["Não", "no"],
    ["No autoriza", "no"],
    ["revocado", "no"],
    ["0", "no"],
    ["quizás", undefined],
    ["", undefined],
  ])("%s is %s", (text, expected) => {
    expect(saysYesOrNo(text)).toBe(expected);
  });
});

describe("a header", () => {
  it.each([
    ["Fecha de elaboración  ", "fecha de elaboracion"],
    ["Total$", "total"],
    ["CustomerID", "customer id"],
    ["numero_factura", "numero factura"],
    ["N° cliente", "n cliente"],
    ["Autoriza WhatsApp", "autoriza whatsapp"],
    ["CPF/CNPJ", "cpf cnpj"],
  ])("%j is compared as %j", (header, expected) => {
    expect(normalizeHeader(header)).toBe(expected);
  });
});

describe("a cell", () => {
  it("that says that nothing is known counts as empty where a number is looked for", () => {
    for (const text of ["N/A", "#N/D", "-", "no tiene", "NULL", "0000000", "S/N"])
      expect(isBlankWord(text), text).toBe(true);
    for (const text of ["3005550101", "Ana", "0 a 30"]) expect(isBlankWord(text), text).toBe(false);
  });

  it("loses what spreadsheets add, and nothing that people wrote", () => {
    expect(cleanCell("  Tienda de muestra \u00a0")).toBe("Tienda de muestra");
    expect(cleanCell("Calle 1_x000D_\n")).toBe("Calle 1");
    expect(cleanCell("'+57 300 555 0101")).toBe("+57 300 555 0101");
    expect(cleanCell("'Tienda' de muestra")).toBe("'Tienda' de muestra");
    expect(cleanCell("007")).toBe("007");
  });
});
