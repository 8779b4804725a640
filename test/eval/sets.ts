import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { languageOfCountry } from "../../src/domain/country.ts";
import { type Line, parseLines } from "../../src/domain/understanding/classifier/lines.ts";

/** Golden sets of messages: written by other hands than the training lines, and than each other. */
export const SETS = ["es", "es-2", "pt-en", "pt-en-2", "mixed", "mixed-2", "mixed-3", "safety"] as const;
export type SetName = (typeof SETS)[number];

export type GoldenLine = Line & { readonly set: SetName; readonly language: "es" | "pt-BR" | "en" };

export const goldenFolder = fileURLToPath(new URL("../golden/understanding/", import.meta.url));

export function goldenLines(): GoldenLine[] {
  return SETS.flatMap((set) =>
    parseLines(`${set}.tsv`, readFileSync(`${goldenFolder}${set}.tsv`, "utf8")).map((line) => ({
      ...line,
      set,
      language: languageOfCountry(line.country),
    })),
  );
}
