import type { Suggestion } from "../vocabulary.ts";

/** Buttons or rows of one question besides the way to a person: more is no question any more. */
const MOST = 3;

/** What may be offered to somebody who has not proved who they are: it says nothing of a debt. */
const NEUTRAL: readonly Suggestion[] = ["person", "howToVerify", "stop", "wrongPerson"];

/** Of what may have been meant, the likeliest first, what may be offered: before the proof nothing that hints at a debt. */
export function offerable(
  meant: readonly Suggestion[],
  { verified }: { readonly verified: boolean },
): readonly Suggestion[] {
  const offered = [...new Set(meant)].filter((one) => verified || NEUTRAL.includes(one)).slice(0, MOST);
  // Every question offers a person: with nothing else beside them, the plain one asks better.
  return offered.some((one) => one !== "person") ? offered : [];
}
