import type { ConsoleLanguage } from "./plural.ts";

export const CONSOLE_LANGUAGES = ["es", "pt-BR", "en"] as const satisfies readonly ConsoleLanguage[];

const KEY = "saldar-language";

/** What was chosen on this browser, else the first of the browser's languages that we speak, else Spanish. */
export function preferredLanguage(): ConsoleLanguage {
  const chosen = localStorage.getItem(KEY);
  return spoken(chosen ?? "") ?? navigator.languages.map(spoken).find((language) => language !== undefined) ?? "es";
}

export function keepLanguage(language: ConsoleLanguage): void {
  localStorage.setItem(KEY, language);
}

function spoken(tag: string): ConsoleLanguage | undefined {
  const base = tag.slice(0, 2).toLowerCase();
  return CONSOLE_LANGUAGES.find((language) => language.slice(0, 2).toLowerCase() === base);
}
