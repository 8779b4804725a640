import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Moments, momentsIn } from "../format/moments.ts";
import { formatMoney } from "../format/money.ts";
import type { ConsoleLanguage } from "./plural.ts";
import type { Words } from "./words.ts";

type Speaking = {
  readonly language: ConsoleLanguage;
  readonly words: Words;
  readonly changeLanguage: (language: ConsoleLanguage) => void;
};

const Context = createContext<Speaking | undefined>(undefined);
const ZoneContext = createContext("UTC");

export function LanguageProvider({ children, ...speaking }: Speaking & { children: ReactNode }) {
  return <Context value={speaking}>{children}</Context>;
}

/** Times on every page below are the business's: its zone, whatever the browser's. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Context);
  if (!speaking) throw new Error("a page is drawn outside LanguageProvider");
  return speaking;
}

export function useWords(): Words {
  return useLanguage().words;
}

/** Money, counts and moments in the reader's language. */
export function useFormat(): Moments & {
  money(text: string): string;
  count(whole: number): string;
  language: ConsoleLanguage;
} {
  const { language } = useLanguage();
  const zone = useContext(ZoneContext);
  return useMemo(() => {
    const digits = new Intl.NumberFormat(language);
    return {
      ...momentsIn(language, zone),
      money: (text) => formatMoney(text, language),
      count: (whole) => digits.format(whole),
      language,
    };
  }, [language, zone]);
}
