export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter of a sample: the one that cuts most lines into the same number of cells, more than one. Quoted text does
 * not count. A comma also separates decimals, so on equal terms the rarer signs win. One column alone: a comma.
 */
export function detectDelimiter(sample: string): Delimiter {
  const lines = outsideQuotes(sample)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 100);

  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of ["\t", ";", "|", ","] as const) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mostCommon(counts.filter((count) => count > 0));
    if (usual === 0) continue;
    const agreeing = counts.filter((count) => count === usual).length / lines.length;
    const score = agreeing * agreeing * Math.log2(usual + 1);
    if (score > bestScore * 1.1) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function outsideQuotes(sample: string): string {
  return sample.replace(/(^|[,;\t|\n])[ ]?"(?:[^"]|"")*"(?=\s*(?:[,;\t|\r\n]|$))/g, "$1");
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, often] of times) if (often > (times.get(best) ?? 0)) best = count;
  return best;
}
