import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Scored } from "./score.ts";
import { goldenFolder } from "./sets.ts";

/**
 * The golden lines that are not read rightly yet. The list may only grow shorter: `npm run eval -- --update` takes lines out of it,
 * and a line comes in by hand alone, where a reviewer sees it.
 */
const path = `${goldenFolder}known-failures.tsv`;

export function knownFailures(): ReadonlySet<string> {
  return new Set(
    existsSync(path)
      ? readFileSync(path, "utf8")
          .split("\n")
          .filter((line) => line !== "")
      : [],
  );
}

export function writeKnownFailures(keys: Iterable<string>): void {
  writeFileSync(path, `${[...keys].sort().join("\n")}\n`);
}

/** By what it is known again: set, state, text. */
export function keyOf({ line }: Scored): string {
  return [line.set, line.expects, line.text].join("\t");
}
