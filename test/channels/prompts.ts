import fc from "fast-check";
import type { Prompt } from "../../src/channels/render.ts";

/** Text that is more than blanks and has no half characters: what our copy and people's names are made of. */
export function words(maxLength: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((text) => text.trim().slice(0, maxLength).toWellFormed().replaceAll("\uFFFD", ""))
    .filter((text) => text !== "");
}

/** A prompt with options of unique ids whose titles are mostly short, sometimes too long for a button or a row. */
export function promptOf({ bodyMax, optionsMax }: { bodyMax: number; optionsMax: number }): fc.Arbitrary<Prompt> {
  const title = fc.oneof(words(20), words(24), words(72), words(90));
  return fc.record({
    body: fc.oneof(words(200), words(bodyMax)),
    options: fc
      .array(title, { maxLength: optionsMax })
      .map((titles) => titles.map((text, index) => ({ id: `option:${index}`, title: text }))),
  });
}
