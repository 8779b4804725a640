import { contactsEn } from "./words.en.ts";
import { contactsEs } from "./words.es.ts";
import { contactsPtBr } from "./words.pt-BR.ts";

export type ExportLanguage = "es" | "pt-BR" | "en";

type Named = Readonly<Record<string, string>>;

/** What a line of the export says, each a text, empty where there is nothing to say. The order is that of the columns. */
export const COLUMNS = [
  "at",
  "atUtc",
  "what",
  "direction",
  "channel",
  "number",
  "recipient",
  "kind",
  "author",
  "enteredAt",
  "status",
  "failedCode",
  "grantedOn",
  "wording",
  "stage",
  "verdict",
  "reasonCode",
  "reason",
  "clauseId",
  "standing",
  "law",
  "article",
  "sentence",
  "confidence",
  "source",
  "profile",
  "readings",
  "chosen",
  "judgedAs",
  "until",
  "untilUtc",
  "messageId",
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * The words of a file that leaves the house. Kinds, reasons, holds, standing and confidence are called here what the console
 * calls them: test/app/contact-export/words.test.ts holds the two together.
 */
export type ContactWords = {
  readonly title: string;
  readonly business: string;
  readonly debtor: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly count: string;
  readonly zone: string;
  /** Instead of what speaks of the debtor's time, where nobody knows what time it is for them. */
  readonly unknownZone: {
    readonly zone: string;
    readonly at: string;
    readonly enteredAt: string;
    readonly until: string;
  };
  readonly about: string;
  readonly page: string;
  readonly end: string;
  readonly article: string;
  readonly next: string;
  readonly never: string;
  /** Around what a clause says. */
  readonly quotes: readonly [open: string, close: string];
  /** What a spreadsheet of this language takes for the end of a cell. */
  readonly delimiter: "," | ";";
  readonly columns: Readonly<Record<Column, string>>;
  readonly what: Named;
  readonly direction: Named;
  readonly author: Named;
  readonly status: Named;
  readonly stage: Named;
  readonly verdict: { readonly allowed: string; readonly denied: string };
  readonly judgedAs: Named;
  /** The kinds of what a person sends. */
  readonly heard: Named;
  readonly messageKind: Named;
  /** By which a contact was made elsewhere, and what came of it. */
  readonly channel: Named;
  readonly outsideKind: Named;
  /** Whose number it was, as the decision took it. */
  readonly recipient: Named;
  readonly reason: Named;
  readonly hold: Named;
  readonly heldBy: (hold: string) => string;
  readonly standing: Named;
  readonly confidence: Named;
};

const WORDS: Readonly<Record<ExportLanguage, ContactWords>> = {
  es: contactsEs,
  "pt-BR": contactsPtBr,
  en: contactsEn,
};

export function contactWords(language: ExportLanguage): ContactWords {
  return WORDS[language];
}

/** The word for it, or the thing itself where a record is older or newer than this table. */
export function wordFor(words: Named, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** The same words for a file whose moments are all in UTC. */
export function inUtcOnly(words: ContactWords): ContactWords {
  const { zone, ...columns } = words.unknownZone;
  return { ...words, zone, columns: { ...words.columns, ...columns } };
}
