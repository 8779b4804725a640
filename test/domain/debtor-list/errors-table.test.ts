import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorsHeader, errorsTable } from "../../../src/domain/debtor-list/errors-table.ts";
import { cleanCell } from "../../../src/domain/debtor-list/table.ts";
import { csvLine } from "../../../src/domain/debtor-list/write-csv.ts";
import { COLOMBIA, judged, tableOf } from "../../support/lists/judge-list.ts";

const HEADERS = ["NIT", "Celular", "Saldo"];

function errorsOf(text: string) {
  const rows = tableOf(text);
  return judged(text, COLOMBIA).flatMap((one) => {
    const row = rows.find(({ number }) => number === one.row);
    return one.kind === "error" && row ? errorsTable({ row, judged: one }, { headers: HEADERS, language: "es" }) : [];
  });
}

describe("the errors file", () => {
  it("has the business's own columns, then where, what, what was found and how to mend it", () => {
    expect(errorsHeader(HEADERS)).toEqual([...HEADERS, "_row", "_column", "_problem", "_found", "_how_to_fix"]);
    const [line, second] = errorsOf("NIT|Celular|Saldo\n900123456|5.73E+11|cien\n900123457|3005550101|5");
    expect(line?.slice(0, 7)).toEqual([
      "900123456",
      "5.73E+11",
      "cien",
      "2",
      "Celular | Saldo",
      "Excel cambió el teléfono por un número abreviado y se perdieron sus cifras. | Esto no se puede leer como un valor.",
      "5.73E+11 | cien",
    ]);
    expect(line?.[7]).toContain("formato de texto");
    expect(second).toBeUndefined();
  });

  it("brings an invoice's other rows along, so that what comes back is whole", () => {
    const text = "NIT|Factura|Celular|Saldo\n900123456|FV-1|3005550101|cien\n900123456|FV-1|3005550101|50";
    expect(errorsOf(text).map((line) => line[3])).toEqual(["2", "3"]);
  });

  it("can be mended and imported as it is", () => {
    const [line = []] = errorsOf("NIT|Celular|Saldo\n900123456|5.73E+11|5");
    const mended = line.map((cell) => cell.replace("5.73E+11", "3005550101").replaceAll("|", "/"));
    const again = judged(`${errorsHeader(HEADERS).join("|")}\n${mended.join("|")}`, COLOMBIA);
    expect(again).toMatchObject([{ kind: "debt", contacts: [{ phone: { e164: "+573005550101" } }], extra: {} }]);
  });
});

describe("a line of CSV", () => {
  it.each(["=1+1", "+57 300 555 0101", "-5", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1"])(
    "does not run %j as a formula in a spreadsheet",
    (cell) => {
      const [[written] = []] = parse(csvLine([cell], { delimiter: ";" }), { delimiter: ";", record_delimiter: "\r\n" });
      expect(written).toBe(`'${cell}`);
    },
  );

  it("comes back as it was, formulas included", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1+1", "+57 300", "-5", 'a "b"', "a;b", "a\r\nb"));
    const clean = cell
      .map(cleanCell)
      .filter((text) => cleanCell(text) === text && !/^[\t\r\n＝＋－＠]/.test(text) && text !== "");
    fc.assert(
      fc.property(
        fc.array(clean, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t", "|"),
        (cells, delimiter) => {
          const [read] = parse(csvLine(cells, { delimiter }), { delimiter, record_delimiter: "\r\n" });
          expect(read?.map(cleanCell)).toEqual(cells);
        },
      ),
    );
  });
});
