import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutCsv } from "../../../../src/app/debtor-lists/read/cut-csv.ts";

describe("cutting text into rows", () => {
  it("loses no letter or figure of any line, however quotation marks stand in it", () => {
    const line = fc.stringMatching(/^[a-z0-9",]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { rows } = cutCsv(lines.join("\n"), { delimiter: "," });
        const kept = rows.flatMap(({ cells }) => cells).join("");
        expect(kept.replace(/[",\n]/g, "")).toBe(lines.join("").replace(/[",]/g, ""));
      }),
      { numRuns: 2_000 },
    );
  });

  it("numbers rows one after another", () => {
    const line = fc.constantFrom("a,b", '"a,b', '"a","b"', "", 'a"b,c', '"a\nb",c');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const { rows } = cutCsv(lines.join("\n"), { delimiter: "," });
        expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      }),
    );
  });

  it("takes one malformed line for one row, and the next as if it had not been there", () => {
    const good = ["1,uno", '2,"dos, y más"', '3,"tres\nlíneas"'];
    const { rows } = cutCsv(["id,nombre", good[0], '9,"sin cerrar', good[1], good[2]].join("\n"));
    expect(rows.filter(({ malformed }) => malformed)).toEqual([
      { number: 3, cells: ['9,"sin cerrar'], malformed: "quote-not-closed" },
    ]);
    expect(rows.filter(({ malformed }) => !malformed).map(({ cells }) => cells[0])).toEqual(["id", "1", "2", "3"]);
  });

  it("says which lines are longer than any row is", () => {
    const { rows } = cutCsv(`a,b\n1,${"x".repeat(200_000)}\n2,y\n`);
    expect(rows[1]).toMatchObject({ number: 2, malformed: "too-long" });
    expect(rows[1]?.cells[0]?.length).toBe(2_000);
    expect(rows[2]).toEqual({ number: 3, cells: ["2", "y"] });
  });
});
