import { DETECTED, type Detected, type Likelihoods } from "./classifier/model.ts";
import { type Intent, type Meaning, PLAIN } from "./reading.ts";

/** A stop or a crisis that a rule found is one when it is as likely as this said at all; else it is a suspicion. */
const SURELY: Readonly<Record<Detected, number>> = { opt_out: 0.45, crisis: 0.3 };

/**
 * Distress, and a stop that has no word to stand on, are read by a person where they are only possible; where nothing is sure anyway,
 * a crisis at the slightest sign. A stop that is less likely is asked back about.
 */
const SUSPECTED: Readonly<Record<Detected, { readonly besideSure: number; readonly inDoubt: number }>> = {
  crisis: { besideSure: 0.08, inDoubt: 0.05 },
  opt_out: { besideSure: 0.1, inDoubt: 0.3 },
};
const ASKED = 0.03;

/** What is suspected is not said: it stays below what is done something about. */
const MOST_SUSPECTED = PLAIN - 0.01;

export type Suspicions = {
  /** A person reads the message. */
  readonly called: readonly Detected[];
  /** The debtor is asked, if they are asked at all. */
  readonly asked: readonly Detected[];
};

const NONE: Suspicions = { called: [], asked: [] };

/** What is to be done about the message otherwise; harmless is what is as good as certain and would pay nothing. */
export type Decided = {
  readonly done: readonly Meaning[];
  readonly isSure: boolean;
  readonly isHarmless: boolean;
};

/**
 * What may have been said and is too grave to pass over: a crisis that a rule found is never, however unlikely; a stop that one found
 * only beside what is harmless. Nothing beside a crisis that is acted on, since then a person is called.
 */
export function suspicionsIn(
  found: readonly Meaning[],
  likely: Likelihoods,
  { done, isSure, isHarmless }: Decided,
): Suspicions {
  const is = (meanings: readonly Meaning[], intent: Intent) => meanings.some((meaning) => meaning.intent === intent);
  // Who asks to be written to again is read strictly: beside that no warning is guessed.
  if (is(done, "crisis") || found.some(({ type }) => type === "optIn")) return NONE;
  const called = DETECTED.filter(
    (intent) =>
      !is(done, intent) &&
      (chanceOf(intent, likely) >= SUSPECTED[intent][isSure ? "besideSure" : "inDoubt"] ||
        (is(found, intent) && (intent === "crisis" || (isSure && !isHarmless)))),
  );
  const mayBeStop = chanceOf("opt_out", likely) >= ASKED || is(found, "opt_out");
  const asked = mayBeStop && !is(done, "opt_out") && !called.includes("opt_out") ? (["opt_out"] as const) : [];
  return { called, asked };
}

/** A keyword that we advertise stops us whatever is likely; other words of a stop are part of much else ("take me off autopay"). */
export function isMeant({ intent, confidence }: Meaning, likely: Likelihoods): boolean {
  return !isDetected(intent) || confidence === 1 || chanceOf(intent, likely) >= SURELY[intent];
}

/** Of what must be heard beside anything, how likely it is said at all. */
export function chanceOf(intent: Intent, { first, atAll }: Likelihoods): number {
  return Math.max(first.get(intent) ?? 0, isDetected(intent) ? (atAll.get(intent) ?? 0) : 0);
}

/** A meaning as what it is when it is only suspected. */
export function asSuspected(meaning: Meaning): Meaning {
  return isDetected(meaning.intent)
    ? { ...meaning, confidence: Math.min(meaning.confidence, MOST_SUSPECTED) }
    : meaning;
}

export function isDetected(intent: Intent): intent is Detected {
  return DETECTED.some((detected) => detected === intent);
}
