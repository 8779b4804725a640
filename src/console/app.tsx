import { useCallback, useEffect, useState } from "react";
import { speak } from "./api/client.ts";
import { keepLanguage, preferredLanguage } from "./i18n/language.ts";
import { LanguageProvider } from "./i18n/language-context.tsx";
import { loadWords } from "./i18n/load-words.ts";
import type { ConsoleLanguage } from "./i18n/plural.ts";
import type { Words } from "./i18n/words.ts";
import { Gate } from "./shell/gate.tsx";
import { applyTheme, chosenTheme } from "./shell/theme.ts";

applyTheme(chosenTheme());

/** Words first: nothing is drawn in a language that has not arrived. */
export function App() {
  const [speaking, setSpeaking] = useState<{ language: ConsoleLanguage; words: Words }>();
  const changeLanguage = useCallback((language: ConsoleLanguage) => {
    keepLanguage(language);
    void loadWords(language).then((words) => {
      speak(language);
      document.documentElement.lang = language;
      setSpeaking({ language, words });
    });
  }, []);
  useEffect(() => changeLanguage(preferredLanguage()), [changeLanguage]);

  if (!speaking) return null;
  return (
    <LanguageProvider {...speaking} changeLanguage={changeLanguage}>
      <Gate />
    </LanguageProvider>
  );
}
