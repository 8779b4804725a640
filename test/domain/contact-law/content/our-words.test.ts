import { describe, expect, test } from "vitest";
import { MESSAGES } from "../../../../flows/collect/messages.ts";
import { STOP_LINE } from "../../../../flows/collect/stop-line.ts";
import { discloses, templateOf, writeMessage } from "../../../../flows/collect/write-message.ts";
import { LANGUAGES, type Language, type MessageKey, type Saying, type Words } from "../../../../flows/vocabulary.ts";
import { kindOf } from "../../../../src/app/outbox/kinds.ts";
import { withStopLine } from "../../../../src/app/outbox/with-stop-line.ts";
import { lint } from "../../../../src/domain/contact-law/content/lint.ts";
import { countriesWithLaw } from "../../../../src/domain/contact-law/profiles.ts";
import type { MessageKind } from "../../../../src/domain/outreach/holds.ts";
import { PAGE_COPY } from "../../../../src/web/pages/copy.ts";
import { POOR, RICH } from "../../../support/sample-words.ts";

const KEYS = Object.keys(MESSAGES).filter((key): key is MessageKey => Object.hasOwn(MESSAGES, key));
const COUNTRIES = countriesWithLaw().map(({ country }) => country);
const VARIANTS: readonly Words[] = [RICH, { ...POOR, name: "Ana" }];
const CASES = LANGUAGES.flatMap((language) => COUNTRIES.map((country) => ({ language, country })));

/** What somebody sees: the text and what can be tapped, a line each. */
function shown({ body, options = [] }: Saying): string {
  return [body, ...options.map(({ title }) => title)].join("\n");
}

/** As each message is sent: the end of a case is told as a notice, an opening's words also answer, the rest is what it is by its key. */
function kindsOf(key: MessageKey): MessageKind[] {
  if (key.startsWith("dispute.") && key !== "dispute.noted") return ["notice"];
  const answers = kindOf(key, "reply");
  return kindOf(key, "proactive") === "opening" ? ["opening", answers] : [answers];
}

/** `compose` lets nothing that discloses go to somebody unproved. */
function read(
  text: string,
  { key, kind, country, words }: { key: MessageKey; kind: MessageKind; country: string; words: Words },
) {
  return lint(text, country, kind, { verified: discloses(key), creditor: words.creditor }).map(({ rule }) => rule);
}

describe.each(CASES)("all we say in $language under the law of $country", ({ language, country }) => {
  test("says nothing it may not and leaves out nothing it has to say", () => {
    for (const key of KEYS) {
      for (const words of VARIANTS) {
        for (const kind of kindsOf(key)) {
          const saying = writeMessage(key, language, words);
          const body = withStopLine(saying.body, { country, kind, language }, saying.options);
          expect(read(shown({ ...saying, body }), { key, kind, country, words }), `${key}: ${body}`).toEqual([]);
        }
      }
    }
  });

  test("nor do the templates, which leave as Meta approved them", () => {
    for (const key of KEYS) {
      const template = templateOf(key, language, RICH);
      if (!template) continue;
      for (const kind of kindsOf(key)) {
        expect(read(shown(template.saying), { key, kind, country, words: RICH }), key).toEqual([]);
      }
    }
  });

  test("nor do the pages for payers, which only somebody who showed who they are is led to", () => {
    const findings = lint(pageText(language), country, "answer", { verified: true });
    expect(findings.filter(({ span }) => span !== null).map(({ rule }) => rule)).toEqual([]);
  });
});

test("the line put under a message says how to stop, and is put there where the law asks for it, once", () => {
  for (const language of LANGUAGES) {
    const american = { country: "US", kind: "answer", language } as const;
    const once = withStopLine("Hola.", american);
    expect(once).toBe(`Hola.\n\n${STOP_LINE[language]}`);
    expect(withStopLine(once, american)).toBe(once);
    expect(withStopLine("Hola.", { ...american, country: "CO" })).toBe("Hola.");
    expect(withStopLine("Hola.", american, [{ title: "No me escriban" }])).toBe("Hola.");
  }
});

function pageText(language: Language): string {
  const texts = Object.values(PAGE_COPY[language]).flatMap((said: unknown) => {
    if (typeof said === "string") return [said];
    if (typeof said === "function") return [String(said(RICH.creditor))];
    return Object.values(said ?? {}).map(String);
  });
  return texts.join("\n");
}
