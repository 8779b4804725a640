import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FLOWS = join(import.meta.dirname, "../../flows");

/** Where the fingerprints of released versions are kept. */
export const RELEASED = join(FLOWS, "released.json");

/** SHA-256 of a version's code (`v1.ts`, `v1.*.ts`), without comments and layout: what a debtor could notice. */
export function fingerprintOf(flow: string, version: number): string {
  const folder = join(FLOWS, flow);
  const files = readdirSync(folder)
    .filter((file) => new RegExp(`^v${version}(\\.[a-z]+)?\\.ts$`).test(file))
    .sort((a, b) => (a < b ? -1 : 1));
  const code = files.map((file) => `${file}\n${withoutComments(readFileSync(join(folder, file), "utf8"))}`);
  return createHash("sha256").update(code.join("\n")).digest("hex");
}

/** Code without comments and layout: no space but between two words, no trailing comma. What is in quotes is left alone. */
export function withoutComments(source: string): string {
  const token =
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`)|,(?=\s*[\])}])|(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s)+/g;
  return source.replace(token, (found: string, quoted: string | undefined, at: number) => {
    if (quoted !== undefined) return quoted;
    const isBetweenWords = /\w/.test(source[at - 1] ?? "") && /\w/.test(source[at + found.length] ?? "");
    return isBetweenWords ? " " : "";
  });
}
