import { findCues } from "./entities/cues.ts";
import type { Entities } from "./entities/read-entities.ts";
import { lexicon } from "./lexicon.ts";
import { SUPPORT } from "./phrases/support.ts";
import type { Context, Intent } from "./reading.ts";
import type { Text } from "./tokens.ts";

const WORDS = lexicon(SUPPORT);

/** Longer messages than this tell a story, and agree to nothing by the way. Words. */
const LONGEST_YES = 25;

/** While we do not know who is there, nobody promises anything. */
const KNOWS_NOBODY: ReadonlySet<Context["expects"]> = new Set(["identityAnswer", "identityProof", "reference"]);

/** What binds somebody, or ends the talk for good. */
export type Weighty = "promise" | "counter_offer" | "accept" | "opt_out";

/**
 * Which of the weighty intents have something to stand on in the text, beside being likely: a day to come, a figure, a word that
 * agrees, a word of contact with one that stops it.
 */
export function supportIn(text: Text, { days, amounts }: Entities, { today, expects }: Context): ReadonlySet<Intent> {
  const mayBind = !KNOWS_NOBODY.has(expects) && !findCues(text).some(({ says }) => says === "veto");
  const said = new Set(WORDS.find(text.words).map(({ says }) => says));
  const hasFigure = amounts.length > 0 || text.tokens.some(({ kind, word }) => kind === "number" || word === "%");
  const support: Record<Weighty, boolean> = {
    promise: mayBind && days.some(({ on }) => on >= today),
    counter_offer: hasFigure || days.length > 0 || text.words.some(({ word }) => SHARES.has(word)),
    accept: said.has("agrees") && text.words.length <= LONGEST_YES && !asksOnly(text),
    opt_out: said.has("contact") && said.has("stops"),
  };
  return new Set((["promise", "counter_offer", "accept", "opt_out"] as const).filter((intent) => support[intent]));
}

const SHARES: ReadonlySet<string> = new Set(
  "mitad tercio cuarto metade half third medio media menos menor mas doble un una dos tres cuatro cinco seis ocho diez doce dois duas quatro two three four five six ten".split(
    " ",
  ),
);

function asksOnly({ questions, words }: Text): boolean {
  return words.every(({ clause }) => questions[clause] === true);
}
