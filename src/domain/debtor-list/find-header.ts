import { joinedHeader, NAMES_OF_FIELDS, normalizeHeader } from "./header-words.ts";
import type { TableRow } from "./table.ts";

export type HeaderNote =
  | { readonly code: "no-header" }
  | { readonly code: "blank-header"; readonly header: string }
  | { readonly code: "duplicate-header"; readonly header: string };

/** Where the table starts. `row` is the header's row number, 0 when the file has none and columns are named by letter. */
export type Header = {
  readonly row: number;
  readonly headers: readonly string[];
  readonly notes: readonly HeaderNote[];
};

/**
 * The header among a file's first rows: titles, dates of the report, filters and `#` comments may stand above it. The row
 * with the most known column names wins; where no row has two, the first that is all words and about as wide as the table.
 */
export function findHeader(rows: readonly TableRow[]): Header {
  const width = usualWidth(rows);
  const candidates = rows.slice(0, 40).filter((row) => isCandidate(row, width));
  let best: TableRow | undefined;
  let most = 1;
  for (const row of candidates) {
    const known = row.cells.filter((cell) => KNOWN.has(joinedHeader(cell))).length;
    if (known > most) [best, most] = [row, known];
  }
  best ??= candidates.find((row) => row.number === rows[0]?.number || filled(row) >= width / 2);
  if (best) return named(best.number, best.cells);
  return {
    ...named(
      0,
      Array.from({ length: width }, () => ""),
    ),
    notes: [{ code: "no-header" }],
  };
}

/** What a mapping is remembered under: the same columns in the same order, however accents, case and spaces are written. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(normalizeHeader).join("|");
}

const KNOWN: ReadonlySet<string> = new Set([...NAMES_OF_FIELDS.values()].flat().map(joinedHeader));

function isCandidate(row: TableRow, width: number): boolean {
  const cells = row.cells.filter((cell) => cell !== "");
  const first = cells[0];
  if (first === undefined || first.startsWith("#") || row.malformed) return false;
  if (cells.length < Math.min(2, width)) return false;
  return cells.every((cell) => !LOOKS_LIKE_A_VALUE.test(cell) && cell.length <= 120);
}

// Numbers, amounts, dates, addresses: what stands under a header, never in it. Aging buckets ("0-30") are names.
const LOOKS_LIKE_A_VALUE = /^[$(+-]*\d[\d.,\s$)%]*$|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|^\S+@\S+\.\S+$/;

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell !== "").length;
}

function usualWidth(rows: readonly TableRow[]): number {
  const widths = rows.map((row) => row.cells.findLastIndex((cell) => cell !== "") + 1).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function named(row: number, cells: readonly string[]): Header {
  const last = cells.findLastIndex((cell) => cell !== "");
  const notes: HeaderNote[] = [];
  const taken = new Set<string>();
  const kept = last === -1 ? cells : cells.slice(0, last + 1);
  const headers = kept.map((cell, index) => {
    const clean = cell.replace(/\s+/g, " ").trim();
    const header = clean === "" ? `(${columnLetter(index)})` : clean;
    if (clean === "" && row > 0) notes.push({ code: "blank-header", header });
    if (!taken.has(header)) {
      taken.add(header);
      return header;
    }
    let copy = 2;
    while (taken.has(`${header} (${copy})`)) copy += 1;
    taken.add(`${header} (${copy})`);
    notes.push({ code: "duplicate-header", header: `${header} (${copy})` });
    return `${header} (${copy})`;
  });
  return { row, headers, notes };
}

/** The name a spreadsheet gives a column: 0 is A, 26 is AA. */
function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
