import type { Language } from "../vocabulary.ts";

/** Said after a message that does not say how to stop, where contact law asks for it in each one. */
export const STOP_LINE: Readonly<Record<Language, string>> = {
  es: "Para no recibir más mensajes, escriba NO ESCRIBIR.",
  "pt-BR": "Para não receber mais mensagens, escreva PARAR.",
  en: "To get no more messages, write STOP.",
};
