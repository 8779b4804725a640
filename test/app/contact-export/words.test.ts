import { describe, expect, test } from "vitest";
import { COLUMNS, contactWords, wordFor } from "../../../src/app/contact-export/words.ts";
import { contactEn } from "../../../src/console/i18n/en/contact.ts";
import { contactEs } from "../../../src/console/i18n/es/contact.ts";
import { contactPt } from "../../../src/console/i18n/pt-BR/contact.ts";
import { english } from "../../../src/console/i18n/words.en.ts";
import { spanish } from "../../../src/console/i18n/words.es.ts";
import { portuguese } from "../../../src/console/i18n/words.pt-BR.ts";

const CONSOLE = [
  ["es", spanish, contactEs],
  ["pt-BR", portuguese, contactPt],
  ["en", english, contactEn],
] as const;

describe.each(CONSOLE)("the file's words in %s", (language, { terms }, { kinds }) => {
  const words = contactWords(language);

  test("are the console's, wherever both name the same thing", () => {
    const { messageKind, reason, hold, standing, confidence } = words;
    expect({ messageKind, reason, hold, standing, confidence }).toEqual({
      messageKind: terms.messageKind,
      reason: terms.reason,
      hold: terms.hold,
      standing: terms.standing,
      confidence: terms.confidence,
    });
    expect(words.heldBy("x")).toBe(terms.heldBy("x"));
  });

  test("say of a stop what the dialog said in which it was entered", () => {
    expect(words.heard).toMatchObject(kinds);
  });

  test("name each column differently, and nothing is left without a word", () => {
    const names = COLUMNS.map((column) => words.columns[column]);
    expect(new Set(names).size).toBe(COLUMNS.length);
    expect(names.filter((name) => name.trim() === "")).toEqual([]);
  });
});

test("what no table knows stands as it is", () => {
  expect(wordFor({ text: "Text" }, "constructor")).toBe("constructor");
});
