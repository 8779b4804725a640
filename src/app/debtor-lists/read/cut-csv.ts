import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { type Delimiter, detectDelimiter } from "../../../domain/debtor-list/detect-delimiter.ts";
import type { TableRow } from "../../../domain/debtor-list/table.ts";
import { unreadable } from "./unreadable.ts";

export type CutCsv = { readonly rows: readonly TableRow[]; readonly delimiter: Delimiter };

/**
 * Cuts delimited text into rows; nothing is dropped. Rows may have any number of cells, and a quotation mark inside a cell is
 * a quotation mark (a 12" screen). A line whose quotes never close would swallow the lines after it: it becomes one malformed
 * row with its raw text, and cutting goes on at the next line. A first line `sep=;` names the delimiter, as Excel has it.
 */
export function cutCsv(text: string, { delimiter: asked }: { delimiter?: Delimiter | undefined } = {}): CutCsv {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = asked ?? DELIMITER_NAMES[named?.[1] ?? ""] ?? detectDelimiter(body.slice(0, 64_000));
  return { rows: cutAll(body, delimiter) ?? cutAround(Buffer.from(body), delimiter), delimiter };
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = { ",": ",", ";": ";", "\t": "\t", "|": "|" };
const OPTIONS = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: 128_000,
};
const MOST_MALFORMED = 1_000;

/** All rows at once, the way of nearly every file; `undefined` when one of them is not to be trusted. */
function cutAll(body: string, delimiter: Delimiter): TableRow[] | undefined {
  const rows: TableRow[] = [];
  try {
    parse(body, {
      ...OPTIONS,
      delimiter,
      on_record: (cells: string[]) => {
        if (cells.some(ranOn)) throw new RanOn();
        rows.push({ number: rows.length + 1, cells });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError || error instanceof RanOn) return undefined;
    throw error;
  }
  return rows;
}

/** Row by row with its place in the bytes, so that cutting can start again behind a line that is malformed. */
function cutAround(body: Buffer, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  let start = 0;
  let malformed = 0;
  while (start < body.length) {
    const from = start;
    try {
      parse(body.subarray(from), {
        ...OPTIONS,
        delimiter,
        on_record: (cells: string[], { bytes }: { bytes: number }) => {
          if (cells.some(ranOn)) throw new RanOn();
          rows.push({ number: rows.length + 1, cells });
          start = from + bytes;
          return null;
        },
      });
      return rows;
    } catch (error) {
      if (!(error instanceof CsvError || error instanceof RanOn)) throw error;
    }
    malformed += 1;
    if (malformed > MOST_MALFORMED) throw unreadable("too-many-broken-rows");
    const line = lineAt(body, start);
    const why = line.text.includes('"') ? "quote-not-closed" : "too-long";
    rows.push({ number: rows.length + 1, cells: [line.text.slice(0, 2_000)], malformed: why });
    start = line.end;
  }
  return rows;
}

/** The parser keeps the opening quote of a cell whose closing one it did not find where it should be. */
function ranOn(cell: string): boolean {
  return cell.startsWith('"') && cell.includes("\n");
}

/** Leaves the parser at the record that ran on. Never seen outside of this file. */
class RanOn extends Error {}

function lineAt(body: Buffer, start: number): { text: string; end: number } {
  const newline = body.indexOf("\n", start);
  const end = newline === -1 ? body.length : newline + 1;
  return {
    text: body
      .subarray(start, end)
      .toString("utf8")
      .replace(/\r?\n$/, ""),
    end,
  };
}
