/** Why a line could not be cut into cells. It is kept as its one raw text and reported, never dropped. */
export type Malformed = "quote-not-closed" | "too-long";

/** One row of the business's file. `number` is the row as a spreadsheet counts it: the first is 1, blank ones count. */
export type TableRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly malformed?: Malformed;
};

/**
 * A cell as it is judged: without the spaces around it, Excel's escaped line ends (`_x000D_`), or the apostrophe that our
 * errors file puts before a formula. Leading zeros stay.
 */
export function cleanCell(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text
    .replace(/_x000[Dd]_/g, "")
    .replace(/_x000[Aa]_/g, "\n")
    .replace(/[\u00a0\u2007\u202f\t]/g, " ")
    .replace(/[\u200b\u200e\u200f\ufeff]/g, "")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

const NEEDS_CLEANING = /^\s|\s$|[\u00a0\u2007\u202f\u200b\u200e\u200f\ufeff\t]|_x000|^'/;

/** `true` when no cell holds anything. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "");
}
