import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIMITERS, detectDelimiter } from "../../../src/domain/debtor-list/detect-delimiter.ts";

describe("the delimiter of a sample", () => {
  it.each([
    ["a,b\n1,2\n3,4", ","],
    ["a;b\n1,5;2,5\n3,5;4,5", ";"],
    ["a\tb\n1,5\t2,5", "\t"],
    ["a|b|c\n1|2|3", "|"],
    ['nombre;saldo\n"Tienda, de, muestra";5\n"Otra, de muestra";6', ";"],
    ["Reporte, de cartera\nnombre;saldo;vence\nx;1;2\ny;3;4", ";"],
    ["valor\n1\n2", ","],
    ["", ","],
  ])("of %j is %j", (sample, delimiter) => {
    expect(detectDelimiter(sample)).toBe(delimiter);
  });

  it("is found again for any table of plain cells", () => {
    const cell = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const table = fc
      .integer({ min: 2, max: 8 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 20 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        expect(detectDelimiter(rows.map((row) => row.join(delimiter)).join("\r\n"))).toBe(delimiter);
      }),
    );
  });
});
