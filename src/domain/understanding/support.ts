import { findCues } from "./entities/cues.ts";
import type { Entities } from "./entities/read-entities.ts";
import { lexicon } from "./lexicon.ts";
import type { CommitmentCue } from "./phrases/commitment.ts";
import { SUPPORT } from "./phrases/support.ts";
import type { Context, Intent } from "./reading.ts";
import type { Text } from "./tokens.ts";

const WORDS = lexicon(SUPPORT);

/** Longer messages than this tell a story, and agree to nothing by the way. Words. */
const LONGEST_YES = 25;

/** Longer messages commit to nothing that can be told from the rest of them. Words. */
export const LONGEST_COMMITMENT = 300;

/** While we do not know who is there, nobody promises anything. */
export const KNOWS_NOBODY: ReadonlySet<Context["expects"]> = new Set(["identityAnswer", "identityProof", "reference"]);

/** A condition, a doubt, irony, somebody else or the past takes a promise back, wherever it stands. */
const TAKES_BACK: ReadonlySet<string> = new Set([
  "condition",
  "doubt",
  "irony",
  "another",
  "past",
  "callMe",
] satisfies CommitmentCue[]);

/** The classifier's word that one of them needs, when the text has something for it to stand on. */
const SECONDED = 0.6;
/** A stop that is heard for nothing costs less than one that is not heard. */
const STOP_SECONDED = 0.5;

/**
 * Which of the weighty intents have something to stand on in the text, a day to come, a figure, a word that agrees, a word of
 * contact, one that stops it; and how likely they have to be besides.
 */
export function supportIn(text: Text, { days, amounts }: Entities, context: Context): ReadonlyMap<Intent, number> {
  const { today, expects, language } = context;
  const mayBind =
    !KNOWS_NOBODY.has(expects) &&
    text.words.length <= LONGEST_COMMITMENT &&
    !findCues(text, text.words, language).some(({ says }) => TAKES_BACK.has(says));
  const said = new Set(WORDS.find(text.words).map(({ says }) => says));
  const hasFigure = amounts.length > 0 || text.tokens.some(({ kind, word }) => kind === "number" || word === "%");
  const support = new Map<Intent, number>();
  if (mayBind && days.some(({ on }) => on >= today)) support.set("promise", SECONDED);
  if (hasFigure || days.length > 0 || text.words.some(({ word }) => SHARES.has(word)))
    support.set("counter_offer", SECONDED);
  if (said.has("agrees") && text.words.length <= LONGEST_YES && !asksOnly(text) && !denies(text))
    support.set("accept", SECONDED);
  if (said.has("contact") && said.has("stops")) support.set("opt_out", STOP_SECONDED);
  else if (said.has("contact") || said.has("stops")) support.set("opt_out", SECONDED);
  return support;
}

const SHARES: ReadonlySet<string> = new Set(
  "mitad tercio cuarto metade half third medio media menos menor mas doble un una dos tres cuatro cinco seis ocho diez doce dois duas quatro two three four five six ten".split(
    " ",
  ),
);

/** "Nunca acepto" agrees to nothing; "cómo no" and "no hay problema" do. */
function denies({ words }: Text): boolean {
  return words.some(
    ({ word }, at) =>
      DENIALS.has(word) &&
      !["como", "que", "porque"].includes(words[at - 1]?.word ?? "") &&
      !["problema", "hay", "mas", "tem", "problem", "worries", "falta"].includes(words[at + 1]?.word ?? ""),
  );
}

const DENIALS: ReadonlySet<string> = new Set(
  "no nunca jamas tampoco ni nao nem nunca jamais not never dont cant wont didnt".split(" "),
);

function asksOnly({ questions, words }: Text): boolean {
  return words.every(({ clause }) => questions[clause] === true);
}
