import type { Entities } from "../entities/read-entities.ts";
import { noWarnings } from "../protective.ts";
import type { Expectation, Meaning } from "../reading.ts";
import type { Text } from "../tokens.ts";

/** A longer message says its matter at the beginning or the end; both are kept. Tokens. */
const MOST_TOKENS = 120;

/**
 * What the classifier looks at, each once: words and their neighbours, how words begin, runs of three to five letters, what was
 * asked, what the rules found. Beginnings and runs of letters stand for the spellings that no list has.
 */
export function featuresOf(
  text: Text,
  entities: Pick<Entities, "days" | "amounts">,
  found: readonly Meaning[],
  expects: Expectation,
): ReadonlySet<string> {
  const features = new Set<string>();
  const words = ["^", ...shortened(text).map(({ kind, word }) => (kind === "number" ? "#" : word)), "$"];
  for (const [at, word] of words.entries()) {
    const [next, afterNext] = [words[at + 1], words[at + 2]];
    features.add(`w ${word}`).add(`p ${beginning(word)}`);
    if (next === undefined) continue;
    features.add(`w ${word} ${next}`).add(`p ${beginning(word)} ${beginning(next)}`);
    if (afterNext === undefined) continue;
    features.add(`w ${word} ${next} ${afterNext}`).add(`p ${beginning(word)} _ ${beginning(afterNext)}`);
  }
  const letters = words.slice(1, -1).join("_");
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= letters.length + 2; at++) features.add(`l ${`_${letters}_`.slice(at, at + size)}`);
  }
  features.add(`length ${Math.min(8, Math.round(2 * Math.log2(words.length)))}`);
  if (text.questions.includes(true)) features.add("question");
  if (expects !== "nothing") features.add(`asked ${expects}`);
  if (entities.days.length > 0) features.add("day");
  if (entities.amounts.length > 0) features.add("amount");
  for (const { intent } of found) features.add(`rule ${intent}`);
  for (const warning of noWarnings(text)) features.add(`not ${warning}`);
  features.add(`first rule ${found[0]?.intent ?? "none"}`);
  return features;
}

function shortened({ tokens }: Text): Text["tokens"] {
  return tokens.length <= MOST_TOKENS
    ? tokens
    : [...tokens.slice(0, MOST_TOKENS / 2), ...tokens.slice(-MOST_TOKENS / 2)];
}

function beginning(word: string): string {
  return word.slice(0, 4);
}
