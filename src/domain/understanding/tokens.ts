import { ABBREVIATIONS } from "./phrases/abbreviations.ts";

/** `word` is folded (no accents, small letters, abbreviations written out); `start` and `end` point into the raw text. */
export type Token = {
  readonly kind: "word" | "number" | "emoji" | "sign";
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Which sentence of the message it is in. */
  readonly clause: number;
  /** Its last vowel carries an accent: "pagué" was, "pague" may be. */
  readonly stressed?: true;
  /** A comma stands before it: "cien, cincuenta mil" are two numbers. */
  readonly afterComma?: true;
};

export type Text = {
  readonly raw: string;
  readonly tokens: readonly Token[];
  /** Without signs: what phrases are matched on. */
  readonly words: readonly Token[];
  /** By clause: does it ask? */
  readonly questions: readonly boolean[];
};

// One character class per alternative and nothing nested that can match the same text twice: linear on any input.
const PIECE =
  /(US\$|U\$S|U\$D|R\$|C\$|[SB]\/\.?(?=\s?\d))|(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|(\d+(?:[.,'’´]\d+)*)|(\p{Extended_Pictographic}|\p{Regional_Indicator})|([\p{Sc}%/:\-–—ºª°&+#=~])|([?¿])|([.!;\n…]+)|(,)/giu;

/** Longest text that is read; WhatsApp allows 4,096 characters. */
const MAX_LENGTH = 8_192;

/** Cuts a message into folded words, numbers, signs and emojis, sentence by sentence. */
export function tokenise(raw: string): Text {
  const tokens: Token[] = [];
  const questions: boolean[] = [false];
  let clause = 0;
  let afterComma = false;

  for (const match of raw.slice(0, MAX_LENGTH).matchAll(PIECE)) {
    const [piece, currency, word, number, emoji, sign, question, , comma] = match;
    const parted = afterComma && { afterComma: true as const };
    const place = { start: match.index, end: match.index + piece.length, clause, ...parted };
    afterComma = comma !== undefined;
    if (currency) tokens.push({ kind: "sign", word: fold(currency).replace(".", ""), ...place });
    else if (word) tokens.push({ kind: "word", word: spellOut(fold(word), tokens.at(-1)), ...place, ...stress(word) });
    else if (number) tokens.push({ kind: "number", word: number.replace(/[’´]/g, "'"), ...place });
    else if (emoji) tokens.push({ kind: "emoji", word: emoji, ...place });
    else if (sign) tokens.push({ kind: "sign", word: sign.replace(/[–—]/, "-"), ...place });
    else if (comma) continue;
    else if (question === "?") {
      questions[clause] = true;
      questions[++clause] = false;
    } else {
      questions[++clause] = question === "¿";
    }
  }
  return { raw, tokens, words: tokens.filter(({ kind }) => kind !== "sign"), questions };
}

/** Without accents, styled letters, apostrophes and capitals; three or more of one letter are one: `Síííí` is `si`. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, "$1");
}

/** What the debtor wrote, from the first to the last of these tokens. */
export function verbatim(text: Text, first: Token | undefined, last: Token | undefined): string {
  return first && last ? text.raw.slice(first.start, last.end) : "";
}

function stress(word: string): { stressed?: true } {
  return /(?:[éíóÉÍÓ]|[eioEIO]\u0301)$/.test(word) ? { stressed: true } : {};
}

/** `k` after a number is a thousand, elsewhere it is `que`. */
function spellOut(word: string, previous: Token | undefined): string {
  if (previous?.kind === "number") return word;
  return ABBREVIATIONS.get(word) ?? word;
}
