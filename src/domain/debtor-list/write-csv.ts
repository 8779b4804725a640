import type { Delimiter } from "./detect-delimiter.ts";

/** What marks a file as UTF-8 for Excel, which otherwise reads accents as Windows-1252. Goes before the first line. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * One line of CSV, CRLF at its end, safe to open in a spreadsheet: a cell that would run as a formula (= + - @, tab, line
 * end first) gets an apostrophe before it, which `cleanCell` takes away again when the file comes back (OWASP, "CSV
 * Injection").
 */
export function csvLine(cells: readonly string[], { delimiter }: { delimiter: Delimiter }): string {
  return `${cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter)}\r\n`;
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: Delimiter): string {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
