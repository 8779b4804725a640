import { fold, tokenise } from "./tokens.ts";

/** Of texts that go on longer the beginnings are compared; an index holds it whatever the alphabet. */
const MAX_LENGTH = 200;

/** What texts that say the same in the same words share: folded, without signs. Undefined where there is nothing to compare. */
export function alike(text: string): string | undefined {
  const words = tokenise(text).words.map(({ word }) => word);
  const told = words.length > 0 ? words.join(" ") : fold(text).replace(/\s+/g, " ").trim();
  return cut(told) || undefined;
}

/** By characters, so that none is cut in two. */
function cut(text: string): string {
  return [...text.slice(0, 2 * MAX_LENGTH)].slice(0, MAX_LENGTH).join("").toWellFormed();
}
