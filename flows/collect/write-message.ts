import { assert, present } from "../../src/domain/assert.ts";
import type { Language, MessageKey, Saying, Words } from "../vocabulary.ts";
import { english } from "./copy.en.ts";
import { spanish } from "./copy.es.ts";
import { portuguese } from "./copy.pt-BR.ts";
import { type Copy, MESSAGES, TEMPLATE_LANGUAGES, TEMPLATES, type TemplateKey, type WordsFor } from "./messages.ts";

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
  const { body, options } = writeMessage(message, language, { ...words, name: "{{1}}", creditor: "{{2}}" });
  return options === undefined ? { body } : { body, options };
}

/** What a template is sent with: its name, Meta's code of the language, and the values of `{{1}}`, `{{2}}`. */
export function templateOf(
  message: MessageKey,
  language: Language,
  words: Words,
): { name: string; languageCode: string; parameters: string[] } | undefined {
  if (!isTemplate(message)) return undefined;
  const { name, parameters } = TEMPLATES[message];
  return {
    name,
    languageCode: TEMPLATE_LANGUAGES[language],
    parameters: parameters.map((parameter) => present(words[parameter], `the ${parameter} for ${message}`)),
  };
}

export function isTemplate(message: MessageKey): message is TemplateKey {
  return Object.hasOwn(TEMPLATES, message);
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
