import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleOf } from "./domain/understanding/classifier/example.ts";
import { parseLines } from "./domain/understanding/classifier/lines.ts";
import { train } from "./domain/understanding/classifier/train.ts";

/**
 * Trains the classifier from its lines when they, or the rules whose findings it weighs, are not those it was last trained from:
 * some ten seconds on a fresh clone, and none on the next start.
 */
const root = fileURLToPath(new URL("domain/understanding/", import.meta.url));
const target = join(root, "classifier/model.json");

const digest = createHash("sha256");
const sources = ["**/*.ts", "classifier/lines/*.tsv"];
for (const path of globSync(sources, { cwd: root }).sort()) digest.update(path).update(readFileSync(join(root, path)));
const trainedFrom = digest.digest("hex");

if (lastTrainedFrom() !== trainedFrom) {
  process.stderr.write("Training the classifier (once, until its lines or the rules change) …\n");
  const files = globSync("classifier/lines/*.tsv", { cwd: root }).sort();
  const lines = files.flatMap((path) => parseLines(basename(path), readFileSync(join(root, path), "utf8")));
  writeFileSync(target, `${JSON.stringify({ trainedFrom, ...train(lines.map(exampleOf)) })}\n`);
}

function lastTrainedFrom(): unknown {
  try {
    const model: unknown = JSON.parse(readFileSync(target, "utf8"));
    return typeof model === "object" && model !== null && "trainedFrom" in model ? model.trainedFrom : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT"))
      return undefined;
    throw error;
  }
}
