import type { ConsoleLanguage } from "./plural.ts";
import type { PageWords, Words } from "./words.ts";

/** One file a language, fetched when it is needed: nobody downloads the other two. */
export async function loadWords(language: ConsoleLanguage): Promise<Words> {
  switch (language) {
    case "es":
      return (await import("./words.es.ts")).spanish;
    case "pt-BR":
      return (await import("./words.pt-BR.ts")).portuguese;
    case "en":
      return (await import("./words.en.ts")).english;
  }
}

export async function loadPageWords(language: ConsoleLanguage): Promise<PageWords> {
  switch (language) {
    case "es":
      return (await import("./page-words.es.ts")).spanishPages;
    case "pt-BR":
      return (await import("./page-words.pt-BR.ts")).portuguesePages;
    case "en":
      return (await import("./page-words.en.ts")).englishPages;
  }
}
