/** Text without case, accents, marks that are not seen, and runs of white space, and where each of its characters stood. */
export type Folded = {
  readonly text: string;
  /** The place in the original of the folded character at that place; one more at the end. */
  placeOf(index: number): number;
};

/** Typographic marks to the keyboard's own. */
const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
  "–": "-",
  "—": "-",
  "‑": "-",
};

/**
 * Folds for matching: "¿POR QUÉ  no?" is "¿por que no?". Letters of full width and ligatures are their plain ones, and
 * zero-width characters are gone, so that no word hides behind how it is written. Places stay known, so that a finding
 * can be underlined.
 */
export function fold(original: string): Folded {
  const places: number[] = [];
  const pieces: string[] = [];
  let place = 0;
  let afterSpace = true;
  for (const character of original) {
    const plain =
      PLAIN[character] ??
      character
        .toLowerCase()
        .normalize("NFKD")
        .replace(/[\p{M}\p{Cf}]/gu, "");
    const isSpace = /^\s+$/u.test(plain);
    const folded = isSpace ? (afterSpace ? "" : " ") : plain;
    if (plain !== "") afterSpace = isSpace;
    for (let index = 0; index < folded.length; index += 1) places.push(place);
    pieces.push(folded);
    place += character.length;
  }
  // Joined once: a string that is looked at while it grows is copied each time.
  return { text: pieces.join(""), placeOf: (index) => places[index] ?? original.length };
}
