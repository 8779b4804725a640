import { assert, present } from "../../src/domain/assert.ts";
import { formatDay, formatMoney } from "../lib/format.ts";
import type { Language, MessageKey, Saying, Words } from "../vocabulary.ts";
import { english } from "./copy.en.ts";
import { spanish } from "./copy.es.ts";
import { portuguese } from "./copy.pt-BR.ts";
import {
  type Copy,
  MESSAGES,
  SAID_INSTEAD,
  TEMPLATE_LANGUAGES,
  TEMPLATES,
  type TemplateKey,
  type TemplateParameter,
  type WordsFor,
} from "./messages.ts";

const COPY: Record<Language, Copy> = { es: spanish, "pt-BR": portuguese, en: english };

/** Writes one message in one language from the facts of this moment. @throws when a fact that it needs is absent. */
export function writeMessage<K extends MessageKey>(message: K, language: Language, words: Words): Saying {
  const write: (words: WordsFor<K>) => Saying = COPY[language][message];
  const { body, ...rest } = write(checked(message, words));
  // A creditor called "… S.A.S." brings its own full stop to the end of a sentence.
  return { ...rest, body: body.replace(/\.\.(?=\s|$)/g, ".") };
}

/** A template as Meta wants it registered: `{{1}}` where each parameter stands, in order. */
export function templateBody(message: TemplateKey, language: Language, words: Words): Saying {
  const receipt = words.receipt && { ...words.receipt, reference: "{{receipt number}}" };
  // Marks where words are text, so that a creditor's own full stop is none of the template's; values for amount and day.
  const marked = { ...words, name: "{{name}}", creditor: "{{creditor}}", caseNumber: "{{case number}}", receipt };
  const { body, ...rest } = writeMessage(message, language, marked);
  const values = parametersOf(message, language, marked);
  return { ...rest, body: values.reduce((text, value, index) => text.replace(value, `{{${index + 1}}}`), body) };
}

/** What a template is sent with: its name, Meta's code of the language, the values of `{{1}}`, `{{2}}`, and what they make. */
export type WrittenTemplate = {
  readonly name: string;
  readonly languageCode: string;
  readonly parameters: readonly string[];
  readonly saying: Saying;
};

/** How a message is said when WhatsApp's 24 hours are over: `undefined` where Meta has approved no words for it. */
export function templateOf(message: MessageKey, language: Language, words: Words): WrittenTemplate | undefined {
  const key = hasOtherWords(message) ? SAID_INSTEAD[message] : message;
  if (!isTemplate(key)) return undefined;
  return {
    name: TEMPLATES[key].name,
    languageCode: TEMPLATE_LANGUAGES[language],
    parameters: parametersOf(key, language, words),
    saying: writeMessage(key, language, words),
  };
}

export function isTemplate(message: MessageKey): message is TemplateKey {
  return Object.hasOwn(TEMPLATES, message);
}

function hasOtherWords(message: MessageKey): message is keyof typeof SAID_INSTEAD {
  return Object.hasOwn(SAID_INSTEAD, message);
}

const VALUES: Record<TemplateParameter, (words: Words, language: Language) => string | undefined> = {
  name: ({ name }) => name,
  creditor: ({ creditor }) => creditor,
  amount: ({ receipt }, language) => receipt && formatMoney(receipt.amount, language),
  day: ({ receipt }, language) => receipt && formatDay(receipt.paidOn, language),
  "receipt number": ({ receipt }) => receipt?.reference,
  "case number": ({ caseNumber }) => caseNumber,
};

function parametersOf(message: TemplateKey, language: Language, words: Words): string[] {
  return TEMPLATES[message].parameters.map((parameter) =>
    present(VALUES[parameter](words, language), `the ${parameter} for ${message}`),
  );
}

/** Does this message give away that there is a debt? */
export function discloses(message: MessageKey): boolean {
  return MESSAGES[message].discloses;
}

function checked<K extends MessageKey>(message: K, words: Words): WordsFor<K> {
  for (const need of MESSAGES[message].needs) assert(words[need] !== undefined, `${message} needs ${need}`);
  // The loop above has just checked what the type says; the compiler cannot follow it through the table.
  return words as WordsFor<K>;
}
