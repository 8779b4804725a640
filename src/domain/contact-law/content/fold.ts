/** Text without case, accents and runs of white space, and where each of its characters stood. */
export type Folded = {
  readonly text: string;
  /** The place in the original of the folded character at that place; one more at the end. */
  placeOf(index: number): number;
};

/** Folds for matching: "¿POR QUÉ  no?" is "¿por que no?". Places stay known, so that a finding can be underlined. */
export function fold(original: string): Folded {
  const places: number[] = [];
  let text = "";
  let place = 0;
  for (const character of original) {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const folded = /^\s$/u.test(plain) ? (text.endsWith(" ") ? "" : " ") : plain;
    for (const unit of folded) {
      text += unit;
      for (let index = 0; index < unit.length; index += 1) places.push(place);
    }
    place += character.length;
  }
  return { text, placeOf: (index) => places[index] ?? original.length };
}
