import { type Hit, lexicon } from "../lexicon.ts";
import { OPT_IN_CUES } from "../phrases/opt-in.ts";
import type { Text, Token } from "../tokens.ts";

const CUES = lexicon(OPT_IN_CUES);

/** The speller leaves them alone: a "stop" must not come out of one. */
export const OPT_IN_WORDS = CUES.vocabulary;

/**
 * Does somebody ask, in their own words, to be written to again? As strictly as a commitment is read: a message that also denies,
 * asks, doubts, sets a condition or a time, or speaks of what was and of somebody else, asks for nothing.
 */
export function readOptIn(text: Text): Hit<"optIn"> | undefined {
  const { words, questions, raw } = text;
  if (questions.includes(true) || raw.includes("…") || raw.includes("..")) return undefined;
  const hits = CUES.find(words);
  const asked = hits.find(({ says }) => says === "asks");
  if (!asked || hits.some(({ says }) => says === "veto") || setsCondition(text)) return undefined;
  return { ...asked, says: "optIn" };
}

/** What may follow a "si" that is a yes whose accent was left out. */
const AFTER_YES: ReadonlySet<string> = new Set(
  `quiero quisiera deseo acepto autorizo permito claro por porfa gracias senor senora senorita amigo doy vuelvan vuelva vuelve
  volve volved escribanme escribame escribeme escribime reactivenme reactiveme ya`.split(/\s+/),
);

/** "Si tienen ofertas, vuelvan a escribirme" sets a condition; "sí, vuelvan a escribirme" does not. */
function setsCondition({ words, raw }: Text): boolean {
  return words.some((token, index) => token.word === "si" && !isYes(token, words[index + 1], raw));
}

function isYes({ start, end }: Token, next: Token | undefined, raw: string): boolean {
  if (/í/i.test(raw.slice(start, end).normalize("NFC")) || /^\s*[,.;!:]/.test(raw.slice(end))) return true;
  return next === undefined || AFTER_YES.has(next.word);
}
