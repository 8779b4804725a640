import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { type ReadOptions, readTable, type Table } from "../../../../src/app/debtor-lists/read/read-table.ts";
import { unreadableReason } from "../../../../src/app/debtor-lists/read/unreadable.ts";
import type { TableRow } from "../../../../src/domain/debtor-list/table.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import { writeXlsx, writeZip } from "../../../support/lists/write-xlsx.ts";

function table(content: string | Buffer, options?: ReadOptions): Promise<Table> {
  return readTable({ path: "lista", bytes: Buffer.from(content) }, options);
}

async function rowsOf(read: Promise<Table>): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of (await read).rows()) rows.push(row);
  return rows;
}

async function cellsOf(read: Promise<Table>): Promise<(readonly string[])[]> {
  return (await rowsOf(read)).map(({ cells }) => cells);
}

async function reasonOf(read: Promise<Table>): Promise<string | undefined> {
  try {
    await read;
    return "readable";
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return unreadableReason(error);
  }
}

const SPANISH = "Código;Nombre;Saldo\n007;Señora Muñoz de muestra;1.234,50\n";
const CELLS = [["007", "Señora Muñoz de muestra", "1.234,50"]];

describe("text in any encoding", () => {
  it.each(["utf-8", "windows-1252", "cp850", "macroman"])("%s is recognised by its bytes", async (encoding) => {
    const read = table(iconv.encode(SPANISH, encoding));
    expect(await cellsOf(read)).toEqual(CELLS);
    expect(await read).toMatchObject({ encoding, delimiter: ";", header: { headers: ["Código", "Nombre", "Saldo"] } });
  });

  it.each(["utf-8", "utf-16le", "utf-16be"])("%s with a byte order mark is read without it", async (encoding) => {
    const read = table(iconv.encode(SPANISH, encoding, { addBOM: true }));
    expect(await cellsOf(read)).toEqual(CELLS);
    expect((await read).encoding).toBe(encoding);
  });

  it("UTF-16 is recognised without a mark too", async () => {
    expect(await cellsOf(table(iconv.encode(SPANISH, "utf-16le")))).toEqual(CELLS);
  });

  it("is read as the business says, where it says", async () => {
    const [[, name] = []] = await cellsOf(table(iconv.encode(SPANISH, "utf-8"), { encoding: "windows-1252" }));
    expect(name).toBe("SeÃ±ora MuÃ±oz de muestra");
  });
});

describe("delimited text", () => {
  it.each([",", ";", "\t", "|"])("parted by %j keeps quoted delimiters, doubled quotes and line ends", async (mark) => {
    const text = [`a${mark}b`, `"1${mark}2"${mark}"di ""hola"""`, `"uno\r\ndos"${mark}003`].join("\r\n");
    expect(await cellsOf(table(text))).toEqual([
      // A tab inside a cell is a space to whoever reads it.
      [`1${mark === "\t" ? " " : mark}2`, 'di "hola"'],
      ["uno\r\ndos", "003"],
    ]);
  });

  it("follows a first line sep= as Excel does, and does not count it", async () => {
    const read = table("sep=;\r\nNIT;Saldo, neto\r\n900123456;1,5\r\n");
    expect((await read).header).toMatchObject({ row: 1, headers: ["NIT", "Saldo, neto"] });
    expect(await rowsOf(read)).toEqual([{ number: 2, cells: ["900123456", "1,5"] }]);
  });

  it("numbers rows as a spreadsheet does, blank ones counted and left out", async () => {
    const rows = await rowsOf(table("id,name\n1101,John\n\n,,\n1102,Julie\n"));
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
  });

  it("keeps short and long rows for the judge", async () => {
    expect(await cellsOf(table("id,name,age\n1,a\n2,b,3,extra\n"))).toEqual([
      ["1", "a"],
      ["2", "b", "3", "extra"],
    ]);
  });

  it("cleans cells of spaces and of Excel's escaped line ends, and keeps leading zeros", async () => {
    expect(await cellsOf(table("a,b,c\n  007 ,x_x000D_,\u00a0y\u200b\n"))).toEqual([["007", "x", "y"]]);
  });

  it("takes a quotation mark inside a cell for one", async () => {
    expect(await cellsOf(table('a,b\n1,Pantalla 12" negra\n2,otra\n'))).toEqual([
      ["1", 'Pantalla 12" negra'],
      ["2", "otra"],
    ]);
  });

  it("reports a line whose quote never closes, and loses none of those after it", async () => {
    expect(await rowsOf(table('a,b\n1,"x\n2,y\n3,z\n'))).toEqual([
      { number: 2, cells: ['1,"x'], malformed: "quote-not-closed" },
      { number: 3, cells: ["2", "y"] },
      { number: 4, cells: ["3", "z"] },
    ]);
  });

  it("reports a line whose quote closes in a later one", async () => {
    expect(await rowsOf(table('a,b,c\n1,"abc,2\n2,"def",3\n"4","5\n5",6\n'))).toEqual([
      { number: 2, cells: ['1,"abc,2'], malformed: "quote-not-closed" },
      { number: 3, cells: ["2", "def", "3"] },
      { number: 4, cells: ["4", "5\n5", "6"] },
    ]);
  });

  it("is given up after a thousand such lines", async () => {
    expect(await reasonOf(table(`a,b\n${'1,"x\n'.repeat(1_002)}`))).toBe("too-many-broken-rows");
  });

  it("holds as many rows as it says, however often it is gone through", async () => {
    const read = await table(`NIT,Saldo\n${Array.from({ length: 2_500 }, (_, index) => `${index},5`).join("\n")}`);
    expect(read.rowCount).toBe(2_500);
    expect(read.sample).toHaveLength(200);
    for (const _ of [1, 2])
      expect((await rowsOf(Promise.resolve(read))).at(-1)).toEqual({ number: 2_501, cells: ["2499", "5"] });
  });
});

describe("a workbook", () => {
  const sheet = [
    ["Cliente", "Vence", "Saldo", "Factura", "Pagada"],
    ["Tienda de muestra 01", { serial: 46_265 }, 1_234.567, "0007", true],
    [null, null, null, null, null],
    ["Tienda de muestra 02", { serial: 46_265.75 }, 573_005_550_101, "_x000D_x", false],
  ];

  it("gives days as ISO, figures that read one way only, text as it stands, and rows by their number", async () => {
    const read = table(writeXlsx({ Portada: [["Cartera"]], Cartera: sheet }));
    expect(await rowsOf(read)).toEqual([
      { number: 2, cells: ["Tienda de muestra 01", "2026-08-31", "1234.5670", "0007", "1"] },
      { number: 4, cells: ["Tienda de muestra 02", "2026-08-31", "573005550101", "x", "0"] },
    ]);
    expect(await read).toMatchObject({ format: "xlsx", sheet: "Cartera", sheets: ["Portada", "Cartera"] });
  });

  it("that counts days from 1904 gives the same days", async () => {
    const moved = [
      ["Cliente", "Vence"],
      ["Tienda de muestra 01", { serial: 46_265 - 1_462 }],
    ];
    expect(await cellsOf(table(writeXlsx({ Hoja: moved }, { epoch1904: true })))).toEqual([
      ["Tienda de muestra 01", "2026-08-31"],
    ]);
  });

  it("gives the sheet that was asked for", async () => {
    const book = writeXlsx({
      Uno: sheet,
      Dos: [
        ["NIT", "Saldo"],
        ["900123456", 5],
      ],
    });
    expect(await cellsOf(table(book, { sheet: "Dos" }))).toEqual([["900123456", "5"]]);
    expect(await reasonOf(table(book, { sheet: "Tres" }))).toBe("no-such-sheet");
  });

  it("is known by its bytes, whatever its name", async () => {
    expect(await readTable({ path: "cartera.csv", bytes: writeXlsx({ Hoja: sheet }) })).toMatchObject({
      format: "xlsx",
    });
  });
});

describe("a file that cannot be read is refused with what to do", () => {
  const types = "[Content_Types].xml";
  const book = "xl/workbook.xml";

  it.each([
    ["nothing", "", "empty"],
    ["blank lines", "\n\n , ,\n", "empty"],
    ["a header and nothing else", "NIT,Saldo\n", "header-only"],
    ["an .xls of 2003", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old-excel"],
    ["an .xls that is a web page", "<html><table><tr><td>NIT</td></tr></table></html>", "html"],
    ["a PDF", "%PDF-1.7\n%…", "not-a-table"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "not-a-table"],
    ["binary data", Buffer.from([1, 2, 3, 0, 7, 9, 1, 0, 2, 1]), "not-a-table"],
    ["a ZIP of something else", writeZip({ "notas.txt": "hola" }), "not-a-table"],
    ["half a workbook", writeXlsx({ Hoja: [["NIT"], ["1"]] }).subarray(0, 600), "broken-excel"],
    ["a workbook without its sheets", writeZip({ [types]: "<Types/>", [book]: "<workbook" }), "broken-excel"],
    ["more than 20 MB", Buffer.alloc(20 * 1024 * 1024 + 1, "a,b\n"), "too-large"],
    ["more than 200,000 rows", `a,b\n${"1,2\n".repeat(200_001)}`, "too-many-rows"],
  ])("%s", async (_, content, reason) => {
    expect(await reasonOf(table(content))).toBe(reason);
  });

  it("a ZIP that unpacks to more than we can hold", async () => {
    const huge = writeZip(
      { [types]: "<Types/>", [book]: "<workbook/>", "xl/a.xml": "x" },
      { claims: { "xl/a.xml": 400_000_000 } },
    );
    expect(await reasonOf(table(huge))).toBe("too-large-inside");
  });

  it("a ZIP that unpacks to more than it claims", async () => {
    const bomb = writeZip(
      { [types]: "<Types/>", [book]: "<workbook/>", "xl/a.xml": Buffer.alloc(50_000_000) },
      { claims: { "xl/a.xml": 1_000 } },
    );
    expect(await reasonOf(table(bomb))).toBe("too-large-inside");
  });
});

describe("a path", () => {
  it("is read like bytes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "saldar-list-"));
    const path = join(folder, "cartera.csv");
    await writeFile(path, SPANISH);
    expect(await cellsOf(readTable({ path }))).toEqual(CELLS);
    await rm(folder, { recursive: true });
  });
});
