import type { NoteLanguage } from "../../domain/debtor-list/notes.ts";

/** Why a number of the list was not taken: one WhatsApp chat is one debtor's, or we would speak of the wrong debt. */
export function sharedPhoneWords(language: NoteLanguage): string {
  return WORDS[language];
}

const WORDS: Readonly<Record<NoteLanguage, string>> = {
  es: "El número ya es de otro deudor: la deuda se importa, pero por ese número solo se escribe al primero. Confirme de quién es y corríjalo en el archivo.",
  "pt-BR":
    "O número já é de outro devedor: a dívida é importada, mas por esse número só se escreve ao primeiro. Confirme de quem é e corrija no arquivo.",
  en: "The number belongs to another debtor already: the debt is imported, but on that number only the first one is written to. Find out whose it is and correct the file.",
};
