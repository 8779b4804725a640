import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseLines } from "../../../../src/domain/understanding/classifier/lines.ts";
import { INTENTS } from "../../../../src/domain/understanding/reading.ts";
import { fold } from "../../../../src/domain/understanding/tokens.ts";
import { goldenLines } from "../../../eval/sets.ts";

const HEADER = "intent\talso\tcountry\tregister\tstate\ttext";
const folder = fileURLToPath(new URL("../../../../src/domain/understanding/classifier/lines/", import.meta.url));
const all = globSync("*.tsv", { cwd: folder }).flatMap((path) =>
  parseLines(basename(path), readFileSync(join(folder, path), "utf8")),
);

describe("a line", () => {
  test("says what is meant, what else, where, how, in answer to what", () => {
    const [line] = parseLines("some.tsv", `${HEADER}\nalready_paid\topt_out,abuse\tCO\tsms\tdate\tya pague, dejenme`);
    expect(line).toEqual({
      intent: "already_paid",
      also: ["opt_out", "abuse"],
      country: "CO",
      register: "sms",
      expects: "promise",
      text: "ya pague, dejenme",
    });
  });

  test.each([
    ["no columns", "intent\ttext\ngreet\thola", "some.tsv: the first row has to be the columns"],
    ["too few cells", `${HEADER}\ngreet\t-\tCO`, "some.tsv:2: 6 cells are wanted"],
    ["an intent we do not have", `${HEADER}\nhello\t-\tCO\tplain\t-\thola`, 'some.tsv:2: no intent "hello"'],
    ["another we do not have", `${HEADER}\ngreet\thello\tCO\tplain\t-\thola`, 'some.tsv:2: no intent "hello"'],
    ["a state we do not have", `${HEADER}\ngreet\t-\tCO\tplain\tmood\thola`, 'some.tsv:2: no state "mood"'],
    ["no country", `${HEADER}\ngreet\t-\tColombia\tplain\t-\thola`, 'some.tsv:2: no country "Colombia"'],
    ["no text", `${HEADER}\ngreet\t-\tCO\tplain\t-\t `, "some.tsv:2: there is no text"],
  ])("with %s is an error that names the row", (_, tsv, problem) => {
    expect(() => parseLines("some.tsv", tsv)).toThrow(problem);
  });
});

describe("the training lines", () => {
  test("are several thousand, of each intent, of ten countries, none trained and tested on", () => {
    expect(all.length).toBeGreaterThan(8_000);
    for (const intent of INTENTS)
      expect(all.filter((line) => line.intent === intent).length, intent).toBeGreaterThan(100);
    const countries = ["AR", "BR", "CL", "CO", "EC", "ES", "GB", "MX", "PE", "US"];
    for (const country of countries)
      expect(all.filter((line) => line.country === country).length, country).toBeGreaterThan(150);
    expect(sharedWithGolden()).toEqual([]);
  });

  test("hold no number that could be somebody's telephone, document or card, and no address of theirs", () => {
    const named = [...all, ...goldenLines()].filter(({ text }) => /\d{7,}|\S@\S+\.\w/.test(text.replace(/[ -]/g, "")));
    expect(named.map(({ text }) => text)).toEqual([]);
  });
});

/** Everyday words that any two people write; longer ones are a line that was copied. */
const EVERYDAY_WORDS = 2;

function sharedWithGolden(): string[] {
  const trained = new Set(all.map(({ text }) => fold(text)));
  return goldenLines()
    .map(({ text }) => fold(text))
    .filter((text) => trained.has(text) && text.split(/\s+/).length > EVERYDAY_WORDS);
}
