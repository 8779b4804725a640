import type { WaitingMessage } from "../../../db/turns.ts";
import {
  type Content,
  isPlain,
  type Meaning,
  PROTECTIVE,
  type Reading,
  urgency,
} from "../../domain/understanding/reading.ts";

/** A message, and all that was read in it. */
export type Read = { readonly message: WaitingMessage; readonly reading: Reading };

/** One meaning of it. */
export type Heard = Read & { readonly meaning: Meaning };

/**
 * A meaning as the log keeps it: in which message it was read, what was thought of the whole, and what else was said there. For
 * audit and replay, which must not depend on what a later build reads in the same words.
 */
export type KeptMeaning = Meaning &
  Pick<Reading, "act" | "candidates"> & {
    readonly messageId: string;
    readonly language: Reading["language"] | null;
    readonly also: readonly Pick<Meaning, "intent" | "stage" | "confidence" | "evidence">[];
  };

export function keptMeaning({ message, reading, meaning }: Heard): KeptMeaning {
  const { meanings, act, candidates, language } = reading;
  const also = meanings
    .filter((other) => other !== meaning)
    .map(({ intent, stage, confidence, evidence }) => ({ intent, stage, confidence, evidence }));
  return { ...meaning, messageId: message.id, act, candidates, language: language ?? null, also };
}

function isActedOn({ act }: Reading, meaning: Meaning): boolean {
  return act === "act" || isPlain(meaning);
}

/** What is done about a meaning: nothing of its own while the reading is in doubt, and a person where that doubt is grave. */
export function contentOf({ reading, meaning }: Heard): Content {
  if (isActedOn(reading, meaning)) return meaning;
  return { type: reading.act === "human" ? "person" : "unclear" };
}

/** What protects the debtor, in whichever message it stands: each once, the most urgent first. */
export function protectiveAmong(all: readonly Read[]): Heard[] {
  const heard = all.flatMap((read) => protectiveIn(read));
  const once = heard.filter(
    ({ meaning: { type } }, index) => heard.findIndex(({ meaning }) => meaning.type === type) === index,
  );
  return once.sort((a, b) => urgency(a.meaning.type) - urgency(b.meaning.type));
}

/** Perhaps a crisis, a stop or the law, and not certainly: the first is enough to call a person. */
export function graveAmong(all: readonly Read[]): Heard | undefined {
  const read = all.find(({ reading: { act } }) => act === "human");
  const meaning = read?.reading.meanings.find((one) => !isPlain(one)) ?? read?.reading.meanings[0];
  return read && meaning ? { ...read, meaning } : undefined;
}

/** Somebody's life, and not only something that a person should read. */
export function soundsOfDanger({ reading }: Heard): boolean {
  return reading.meanings.some(({ intent }) => intent === "crisis") || reading.candidates.includes("crisis");
}

/**
 * What a message answers, besides what was heard first: one that protects or sounds grave has been heard already, and its other words
 * do not weaken what it asked for. What sounds grave only where the conversation has come to in this turn was not. Whoever gives the bot orders is not understood, whatever else they say.
 */
export function answerIn(
  read: Read,
  { mayReturn, isHeard }: { readonly mayReturn: boolean; readonly isHeard: boolean },
): Heard | undefined {
  const { meanings } = read.reading;
  if (isHeard || protectiveIn(read).length > 0) return undefined;
  const meaning = meanings.find(isOrder) ?? meanings.find(({ type }) => type !== "optIn" || mayReturn) ?? meanings[0];
  return meaning && { ...read, meaning };
}

const SURELY_AN_ORDER = 0.9;

/** By a rule, however unlikely: those phrases are said for nothing else. */
function isOrder({ intent, stage, confidence }: Meaning): boolean {
  return intent === "injection" && (stage !== "classifier" || confidence >= SURELY_AN_ORDER);
}

/** Those that a reading puts first; one that stands behind something likelier is asked about, if at all. */
function protectiveIn(read: Read): Heard[] {
  const { meanings } = read.reading;
  const others = meanings.findIndex(({ type }) => !isProtective(type));
  const goesFirst = (at: number) => others === -1 || at < others;
  return meanings
    .filter(
      (meaning, at) =>
        isProtective(meaning.type) && isActedOn(read.reading, meaning) && (goesFirst(at) || isPlain(meaning)),
    )
    .map((meaning) => ({ ...read, meaning }));
}

function isProtective(type: Content["type"]): boolean {
  return PROTECTIVE.some((protective) => protective === type);
}
