import { describe, expect, it } from "vitest";
import { mapColumns } from "../../../src/domain/debtor-list/map-columns.ts";
import { readSubdivision } from "../../../src/domain/debtor-list/subdivisions.ts";

describe("a part of a country", () => {
  it.each([
    ["SP", "BR", "SP"],
    ["br-sp", "BR", "SP"],
    ["São Paulo", "BR", "SP"],
    ["  Rio  de Janeiro ", "BR", "RJ"],
    ["ESPÍRITO SANTO", "BR", "ES"],
    ["Scotland", "GB", "SCT"],
    ["Irlanda del Norte", "GB", "NIR"],
    ["GB-WLS", "GB", "WLS"],
    ["Antioquia", "CO", undefined],
    ["SP", "CO", undefined],
    ["Sampa", "BR", undefined],
    ["", "BR", undefined],
  ] as const)("%j in %s is %s", (text, country, expected) => {
    expect(readSubdivision(text, country)).toBe(expected);
  });
});

describe("the column of states", () => {
  const meaningOf = (header: string, values: readonly string[]) => {
    const rows = values.map((value, index) => ({ number: index + 2, cells: [`C-${index}`, value] }));
    return mapColumns(["Código cliente", header], rows)[1]?.use;
  };

  it.each([
    ["UF", ["SP", "RJ", "SP"]],
    ["UF", ["PA", "PA", "PA"]],
    ["Departamento", ["Bahia", "Sergipe"]],
    ["State/Province", ["England", "Scotland"]],
    // By its values: the same word over other values is how a debt stands.
    ["Estado", ["SP", "RJ", "MG", "PA"]],
    ["State", ["São Paulo", "Bahia"]],
  ])("%s over %j says where a debtor lives", (header, values) => {
    expect(meaningOf(header, values)).toBe("subdivision");
  });

  it.each([
    ["Estado", ["Pendiente", "Pagada"], "status"],
    ["Estado", ["PE", "PA", "PE"], "status"],
    ["State", ["open", "paid"], "status"],
    ["Departamento", ["Antioquia", "Valle del Cauca"], "extra"],
    ["Región", ["Norte", "Sur"], "extra"],
  ])("%s over %j does not", (header, values, use) => {
    expect(meaningOf(header, values)).toBe(use);
  });
});
