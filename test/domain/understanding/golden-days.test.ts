import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { isoDate } from "../../../src/domain/time.ts";
import { readDays } from "../../../src/domain/understanding/entities/read-days.ts";
import { tokenise, verbatim } from "../../../src/domain/understanding/tokens.ts";

// One line a message, as debtors write them, with all that is read in it. A line that is read may never be read otherwise
// again without somebody having looked: whoever changes one here says why in the commit.
const Row = z.strictObject({
  text: z.string(),
  lang: z.enum(["es", "pt", "en"]),
  region: z.string().length(2),
  /** The day on which it is said, where the debtor is. */
  ref: z.iso.date(),
  kind: z.literal("date"),
  dates: z.array(
    z.strictObject({
      date: z.iso.date(),
      ambiguous: z.boolean(),
      alternatives: z.array(z.iso.date()),
      mismatch: z.boolean(),
      text: z.string(),
    }),
  ),
});

const file = fileURLToPath(new URL("../../golden/understanding/dates.jsonl", import.meta.url));
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => Row.parse(JSON.parse(line)));

test.each(rows)("$region, $ref: $text", ({ text, lang, region, ref, dates }) => {
  const said = tokenise(text);
  const days = readDays(said.tokens, {
    today: isoDate(ref),
    language: lang === "pt" ? "pt-BR" : lang,
    country: region,
    payDays: [15, 31],
  });
  const read = days.map(({ on, ambiguous, alternatives, mismatch, first, end }) => ({
    date: on,
    ambiguous,
    alternatives,
    mismatch,
    text: verbatim(said, said.tokens[first], said.tokens[end - 1]),
  }));
  expect(read).toEqual(dates);
});

test("no message is there twice", () => {
  const keys = rows.map(({ text, region, ref }) => `${region} ${ref} ${text}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
