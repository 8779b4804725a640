import { OUR_COLUMNS } from "./header-words.ts";
import type { WrongRow } from "./judged-row.ts";
import { noteWords } from "./note-words.ts";
import type { NoteLanguage } from "./notes.ts";
import type { TableRow } from "./table.ts";

/** The header of the errors file: the business's own columns first, so that the mended file can be imported as it is. */
export function errorsHeader(headers: readonly string[]): string[] {
  return [...headers, ...OUR_COLUMNS];
}

/**
 * The lines of the errors file for one wrong row: its own cells, then where, what, what was found and how to mend it. Each
 * row stands once, however much is wrong with it, and an invoice's other rows come along: what is uploaded again is whole.
 */
export function errorsTable(
  { row, judged }: { row: TableRow; judged: WrongRow },
  { headers, language }: { headers: readonly string[]; language: NoteLanguage },
): string[][] {
  const words = judged.problems.map((problem) => ({ ...problem, ...noteWords(problem.code, language) }));
  const line = (cells: readonly string[], number: number, notes: typeof words) => [
    ...headers.map((_, index) => cells[index] ?? ""),
    String(number),
    notes.map(({ column }) => column).join(BETWEEN),
    notes.map(({ says }) => says).join(BETWEEN),
    notes.map(({ found }) => found).join(BETWEEN),
    notes.map(({ howToFix }) => howToFix).join(BETWEEN),
  ];
  return [
    line(row.cells, row.number, words),
    ...judged.together.map((other) => line(other.cells, other.number, words)),
  ];
}

const BETWEEN = " | ";
