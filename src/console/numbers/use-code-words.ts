import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";

/** How a reason that comes from the link of a phone begins; Meta's are codes, and two words of ours. */
const LINK = "link.";

/** Why a number is blocked, in words as far as there are any: a code of Meta's is its own word. */
export function useCodeWords() {
  const { numbers: words } = usePageWords();
  const isOfLink = (code: string) => code.startsWith(LINK);
  return {
    isOfLink,
    codeWords: (code: string) =>
      isOfLink(code) ? lookup(words.link, code.slice(LINK.length)) : lookup(words.blockedBy, code),
  };
}
