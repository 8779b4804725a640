import { describe, expect, it } from "vitest";
import { collectV1 } from "../../flows/collect/v1.ts";
import { effects } from "../../flows/lib/ask.ts";
import { EXPECTATIONS, HAND_OVER_REASONS } from "../../flows/vocabulary.ts";
import { LINK_ENDS } from "../../src/channels/channel.ts";
import { englishPages } from "../../src/console/i18n/page-words.en.ts";
import { spanishPages } from "../../src/console/i18n/page-words.es.ts";
import { portuguesePages } from "../../src/console/i18n/page-words.pt-BR.ts";
import { english } from "../../src/console/i18n/words.en.ts";
import { spanish } from "../../src/console/i18n/words.es.ts";
import { portuguese } from "../../src/console/i18n/words.pt-BR.ts";
import { FIELDS } from "../../src/domain/debtor-list/fields.ts";
import { CHART } from "../../src/domain/ledger/chart.ts";
import { ENTRY_KINDS } from "../../src/domain/ledger/entry.ts";
import { OUTCOMES } from "../../src/domain/outcome.ts";
import { HOLD_KINDS, MESSAGE_KINDS } from "../../src/domain/outreach/holds.ts";
import { RECEIPT_REFUSALS } from "../../src/domain/payments/receipt.ts";
import { INTENTS } from "../../src/domain/understanding/reading.ts";

const LANGUAGES = {
  es: { ...spanish, ...spanishPages },
  "pt-BR": { ...portuguese, ...portuguesePages },
  en: { ...english, ...englishPages },
};

/** What fits a button, a badge or a table's head at 360 px, in characters. */
const LONGEST_LABEL = 44;

/** Every text of a dictionary by its path; a function is asked with plain arguments. */
function textsIn(words: object, path = ""): { path: string; text: string }[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [{ path: here, text: value }];
    if (typeof value === "function") return [1, 2].map((count) => ({ path: here, text: String(value(count, count)) }));
    return textsIn(Object(value), here);
  });
}

describe.each([
  ["es", LANGUAGES.es],
  ["pt-BR", LANGUAGES["pt-BR"]],
  ["en", LANGUAGES.en],
] as const)("the console's words in %s", (language, words) => {
  it("are never empty, and no count is left out of its sentence", () => {
    const bad = textsIn(words).filter(
      ({ text }) => text.trim() === "" || text.includes("#") || text.includes("undefined"),
    );
    expect(bad).toEqual([]);
  });

  it("say one person where a number may write to one", () => {
    const [one, two] = [1, 2].map((limit) => words.numbers.perDay(limit).split(" "));
    expect(one?.[1]).toBe({ es: "persona", "pt-BR": "pessoa", en: "person" }[language]);
    expect(two?.[1]).toBe({ es: "personas", "pt-BR": "pessoas", en: "people" }[language]);
  });

  it("name everything the engine can tell of", () => {
    const { terms, lists, ledger, linking, readings } = words;
    const named = (dictionary: object, keys: readonly string[]) =>
      keys.filter((key) => !Object.hasOwn(dictionary, key));
    expect(named(readings.intent, INTENTS)).toEqual([]);
    expect(named(readings.state, EXPECTATIONS)).toEqual([]);
    expect(named(terms.state, Object.keys(collectV1.machine.states))).toEqual([]);
    expect(
      named(
        terms.event,
        collectV1.machine.events.filter((event) => !event.startsWith("xstate.")),
      ),
    ).toEqual([]);
    expect(named(readings.intent, INTENTS)).toEqual([]);
    expect(named(readings.expects, EXPECTATIONS)).toEqual([]);
    expect(named(readings.effect, Object.keys(effects))).toEqual([]);
    expect(named(linking.link.ends, LINK_ENDS)).toEqual([]);
    expect(named(linking.link.endNotes, LINK_ENDS)).toEqual([]);
    expect(named(terms.hold, HOLD_KINDS)).toEqual([]);
    expect(named(terms.messageKind, MESSAGE_KINDS)).toEqual([]);
    expect(named(terms.outcome, OUTCOMES)).toEqual([]);
    expect(named(terms.handOver, HAND_OVER_REASONS)).toEqual([]);
    expect(named(terms.entryKind, ENTRY_KINDS)).toEqual([]);
    expect(named(terms.refusal, RECEIPT_REFUSALS)).toEqual([]);
    expect(named(lists.fields, FIELDS)).toEqual([]);
    expect(
      named(
        ledger.accounts,
        Object.values(CHART).map(({ address }) => address),
      ),
    ).toEqual([]);
  });

  it("tell leaving a dialog from closing a conversation, which a screen reader would otherwise say alike", () => {
    expect([words.inbox.close, words.inbox.closeTitle, words.inbox.closeDo]).not.toContain(words.shell.closeDialog);
  });

  it("fit where they stand", () => {
    const { terms, inbox, shell } = words;
    const labels = [
      ...Object.values(terms.outcome),
      ...Object.values(terms.hold),
      ...Object.values(terms.handOver),
      ...Object.values(terms.messageKind),
      ...Object.values(inbox.views),
      inbox.takeOver,
      inbox.handBack,
      inbox.addNote,
      inbox.send,
      shell.inbox,
      shell.debtors,
      shell.receipts,
      shell.ledger,
      shell.simulator,
    ];
    expect(labels.filter((label) => label.length > LONGEST_LABEL / 2 + 4)).toEqual([]);
    expect(Object.values(terms.state).filter((label) => label.length > LONGEST_LABEL)).toEqual([]);
  });
});

it("no language is the other one's copy", () => {
  const english = new Map(textsIn(LANGUAGES.en).map(({ path, text }) => [path, text]));
  const sentences = textsIn(LANGUAGES.es).filter(({ text }) => text.split(" ").length > 4);
  expect(sentences.filter(({ path, text }) => english.get(path) === text)).toEqual([]);
});
