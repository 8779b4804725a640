import { breathsOf } from "./answers/breaths.ts";
import { findCues } from "./entities/cues.ts";
import type { Entities } from "./entities/read-entities.ts";
import { lexicon } from "./lexicon.ts";
import type { CommitmentCue } from "./phrases/commitment.ts";
import { DENIES } from "./phrases/denials.ts";
import { SUPPORT } from "./phrases/support.ts";
import { noWarnings } from "./protective.ts";
import type { Context, Intent } from "./reading.ts";
import type { Text, Token } from "./tokens.ts";

const WORDS = lexicon(SUPPORT);

/** Longer messages than this tell a story, and agree to nothing by the way. Words. */
const LONGEST_YES = 25;

/** Longer messages commit to nothing that can be told from the rest of them. Words. */
export const LONGEST_COMMITMENT = 300;

/** While we do not know who is there, nobody promises anything. */
export const KNOWS_NOBODY: ReadonlySet<Context["expects"]> = new Set(["identityAnswer", "identityProof", "reference"]);

/** A condition, a doubt, somebody else or the past takes a promise back, wherever it stands; irony takes back all that binds. */
const TAKES_BACK: readonly CommitmentCue[] = ["condition", "doubt", "another", "past", "callMe"];

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
  const cues = new Set(findCues(text, text.words, language).map(({ says }) => says));
  const said = new Set(WORDS.find(text.words).map(({ says }) => says));
  const support = new Map<Intent, number>();
  // "No deje de escribirme" has all the words of a stop, and is known to be none.
  if (!noWarnings(text).has("optOut")) {
    if (said.has("contact") && said.has("stops")) support.set("opt_out", STOP_SECONDED);
    else if (said.has("contact") || said.has("stops")) support.set("opt_out", SECONDED);
  }
  if (cues.has("irony")) return support;

  const isDenied = deniesAll(text, language);
  const mayPromise =
    !isDenied &&
    !KNOWS_NOBODY.has(expects) &&
    text.words.length <= LONGEST_COMMITMENT &&
    !TAKES_BACK.some((cue) => cues.has(cue));
  if (mayPromise && days.some(({ on }) => on >= today)) support.set("promise", SECONDED);
  const isFigure = ({ kind, word }: Token) => kind === "number" || word === "%" || SHARES.has(word);
  const hasFigure = amounts.length > 0 || days.length > 0 || text.tokens.some(isFigure);
  if (hasFigure && !isDenied) support.set("counter_offer", SECONDED);
  if (said.has("agrees") && text.words.length <= LONGEST_YES && !asksOnly(text) && !denies(text))
    support.set("accept", SECONDED);
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
      DENIES.has(word) &&
      !["como", "que", "porque"].includes(words[at - 1]?.word ?? "") &&
      !["problema", "hay", "mas", "tem", "problem", "worries", "falta"].includes(words[at + 1]?.word ?? ""),
  );
}

/** "Ni 50 al mes puedo", "no voy a pagar el viernes": there is no breath in which an offer or a promise could stand. */
function deniesAll(text: Text, language: Context["language"]): boolean {
  return breathsOf(text).every(({ words }) => findCues(text, words, language).some(({ says }) => says === "denies"));
}

function asksOnly({ questions, words }: Text): boolean {
  return words.every(({ clause }) => questions[clause] === true);
}
