import { describe, expect, test } from "vitest";
import { COLUMNS, contactWords, wordFor } from "../../../src/app/contact-export/words.ts";
import { contactEn } from "../../../src/console/i18n/en/contact.ts";
import { outsideEn } from "../../../src/console/i18n/en/outside.ts";
import { contactEs } from "../../../src/console/i18n/es/contact.ts";
import { outsideEs } from "../../../src/console/i18n/es/outside.ts";
import { contactPt } from "../../../src/console/i18n/pt-BR/contact.ts";
import { outsidePt } from "../../../src/console/i18n/pt-BR/outside.ts";
import { english } from "../../../src/console/i18n/words.en.ts";
import { spanish } from "../../../src/console/i18n/words.es.ts";
import { portuguese } from "../../../src/console/i18n/words.pt-BR.ts";

const CONSOLE = [
  ["es", spanish, contactEs, outsideEs],
  ["pt-BR", portuguese, contactPt, outsidePt],
  ["en", english, contactEn, outsideEn],
] as const;

describe.each(CONSOLE)("the file's words in %s", (language, { terms }, { kinds }, outside) => {
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

  test("say of a contact made elsewhere what the form said in which it was entered", () => {
    expect({ channel: words.channel, kind: words.outsideKind }).toEqual({
      channel: outside.channels,
      kind: outside.kinds,
    });
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
