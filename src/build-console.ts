import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds the console when its sources are not those it was last built from: `npm start` on a fresh clone takes the three
 * seconds that Vite needs, and the next start does not.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const mark = join(root, "dist/console/.built-from");

const sources = [
  "src/console/**/*.{ts,tsx,css,html,svg,json}",
  "src/web/contract/**/*.ts",
  "src/web/contract.ts",
  "src/domain/*.ts",
  "package-lock.json",
];
const digest = createHash("sha256");
for (const path of globSync(sources, { cwd: root }).sort()) digest.update(path).update(readFileSync(join(root, path)));
const from = digest.digest("hex");

if (builtFrom() !== from) {
  const { build } = await import("vite");
  process.stderr.write("Building the console (once, until its sources change) …\n");
  await build({ root: join(root, "src/console"), logLevel: "warn" });
  writeFileSync(mark, from);
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(mark, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
