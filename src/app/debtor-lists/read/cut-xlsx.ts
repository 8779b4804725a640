import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from "read-excel-file/node";
import type { TableRow } from "../../../domain/debtor-list/table.ts";
import { checkZip } from "./check-zip.ts";
import { unreadable } from "./unreadable.ts";

export type CutXlsx = {
  readonly rows: readonly TableRow[];
  readonly sheet: string;
  readonly sheets: readonly string[];
};

/**
 * The rows of one sheet: the one asked for by name, else the first that has more than one row. Days come out as ISO, whether
 * the workbook counts from 1900 or from 1904, and figures as they can be read in no other way.
 * @throws {AppError} `debtor-list.unreadable`
 */
export async function cutXlsx(bytes: Buffer, { sheet: asked }: { sheet?: string | undefined } = {}): Promise<CutXlsx> {
  checkZip(bytes);
  const sheets = await read(bytes);
  const chosen =
    asked === undefined
      ? (sheets.find(({ data }) => data.length > 1) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet === asked);
  if (!chosen) throw unreadable(asked === undefined ? "empty" : "no-such-sheet");
  const rows = chosen.data.map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) }));
  return { rows, sheet: chosen.sheet, sheets: sheets.map(({ sheet }) => sheet) };
}

async function read(bytes: Buffer) {
  try {
    return await readWorkbook(bytes, { trim: false, parseNumber: figureText });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      throw unreadable("broken-excel");
    throw error;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "1" : "0";
  return String(cell);
}

/**
 * A figure as the workbook stores it, which is a binary float in text: shortest form, no exponent. Three decimals get a
 * fourth, because "12.345" alone could also be twelve thousand written with points.
 */
function figureText(stored: string): string {
  const figure = Number(stored);
  if (!Number.isFinite(figure)) return stored;
  const text = Number.isSafeInteger(figure) ? BigInt(figure).toString() : String(figure);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
