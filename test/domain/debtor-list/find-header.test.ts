import { describe, expect, it } from "vitest";
import { findHeader, headerSignature } from "../../../src/domain/debtor-list/find-header.ts";
import { tableOf } from "../../support/lists/judge-list.ts";

describe("the header of a table", () => {
  it("is found under titles, dates of the report, comments and blank rows", () => {
    const rows = tableOf(`
      Comercial de muestra S.A.S.
      Cartera por edades | |
      Fecha de corte: | 31/10/2026 |
      # exportado el lunes
      | |
      Cliente | Vence | Saldo
      Tienda de muestra 01 | 31/08/2026 | 120.000`);
    expect(findHeader(rows)).toMatchObject({ row: 6, headers: ["Cliente", "Vence", "Saldo"], notes: [] });
  });

  it("is the first row of words where no name is known", () => {
    expect(findHeader(tableOf("f1|f2|f3\n11|12|13\n21|22|23"))).toMatchObject({ row: 1 });
    expect(findHeader(tableOf("# nota\nf1|f2|f3\n11|12|13\n21|22|23"))).toMatchObject({ row: 2 });
    expect(findHeader(tableOf("valor\n01\n002"))).toMatchObject({ row: 1, headers: ["valor"] });
  });

  it("is missing where figures start at once, and columns then have letters", () => {
    expect(findHeader(tableOf("11|12|13\n21|22|23\n31|32|33"))).toEqual({
      row: 0,
      headers: ["(A)", "(B)", "(C)"],
      notes: [{ code: "no-header" }],
    });
  });

  it("names blank columns by letter and tells doubles apart", () => {
    const { headers, notes } = findHeader(tableOf("id|nombre||nombre|nombre\n1|a|b|c|d"));
    expect(headers).toEqual(["id", "nombre", "(C)", "nombre (2)", "nombre (3)"]);
    expect(notes).toEqual([
      { code: "blank-header", header: "(C)" },
      { code: "duplicate-header", header: "nombre (2)" },
      { code: "duplicate-header", header: "nombre (3)" },
    ]);
  });

  it("takes aging buckets for names and not for figures", () => {
    expect(findHeader(tableOf("Cliente|Por vencer|0 a 30|31 a 60|Total\nTienda de muestra 01|0|5|6|11")).row).toBe(1);
  });

  it("is known again however its accents, case and spaces are written", () => {
    const one = headerSignature(["Código Cliente", "Fecha de elaboración  ", "Total$"]);
    expect(headerSignature(["CODIGO_CLIENTE", "fecha de elaboracion", "total"])).toBe(one);
    expect(headerSignature(["Código Cliente", "Total$", "Fecha de elaboración"])).not.toBe(one);
  });
});
