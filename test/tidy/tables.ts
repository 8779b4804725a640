import { readFileSync } from "node:fs";

/** Rows of all tables of a Markdown file, heads left out; a cell is what stands between two bars, trimmed. */
export function tableRows(path: string): string[][] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line, index) => line.startsWith("|") && !isRule(line) && !isRule(lines[index + 1] ?? ""))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The line under a table's head. */
function isRule(line: string): boolean {
  return /^\|(\s*:?-+:?\s*\|)+$/.test(line);
}
