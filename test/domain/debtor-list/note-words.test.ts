import { describe, expect, it } from "vitest";
import { noteWords, skipWords, unreadableWords } from "../../../src/domain/debtor-list/note-words.ts";
import { PROBLEM_CODES, WARNING_CODES } from "../../../src/domain/debtor-list/notes.ts";
import { SKIP_REASONS } from "../../../src/domain/debtor-list/skip-row.ts";
import { UNREADABLE_REASONS } from "../../../src/domain/debtor-list/unreadable.ts";

const LANGUAGES = ["es", "pt-BR", "en"] as const;

describe.each(LANGUAGES)("what is said in %s", (language) => {
  it("of each problem and warning says what is wrong, what was expected and what to do, in short sentences", () => {
    for (const code of [...PROBLEM_CODES, ...WARNING_CODES]) {
      for (const sentence of Object.values(noteWords(code, language))) {
        expect(sentence, code).toMatch(/^[\p{Lu}¿].{3,140}[.…)]$/u);
        expect(sentence, code).not.toContain(" | ");
      }
    }
  });

  it("names each reason for passing over a row, and each for not reading a file with what to do", () => {
    for (const reason of SKIP_REASONS) expect(skipWords(reason, language)).toMatch(/\.$/);
    for (const reason of UNREADABLE_REASONS)
      expect(unreadableWords(reason, language).split(". ").length).toBeGreaterThan(1);
  });
});

it("each language says each thing in its own words", () => {
  for (const code of PROBLEM_CODES) {
    const said = LANGUAGES.map((language) => noteWords(code, language).says);
    expect(new Set(said).size, code).toBe(3);
  }
});
