import { nextDayOfMonth } from "../entities/calendar.ts";
import type { Cue } from "../entities/cues.ts";
import type { DayReading } from "../entities/read-days.ts";
import type { Entities } from "../entities/read-entities.ts";
import type { Content, Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";

type Promised = Extract<Content, { type: "promise" }>;
export type Located<T> = { readonly content: T; readonly first: Token | undefined; readonly last: Token | undefined };

/** In these a day on its own is an answer; elsewhere somebody has to say that they pay. */
const AWAITS_A_DAY: ReadonlySet<Context["expects"]> = new Set(["promise", "menu", "offer", "confirmation"]);

/** Longer messages than this tell a story: a day in them is no answer by itself. Words. */
const SHORT_ANSWER = 8;

/**
 * A day to pay, perhaps with an amount. Negation, past, condition and question make it none: better to ask once more
 * than to remember a promise that nobody gave.
 */
export function readPromise(
  text: Text,
  entities: Entities,
  cues: readonly Cue[],
  context: Context,
): Located<Promised> | undefined {
  const { days, amounts, tokens } = entities;
  const bare = context.expects === "promise" ? bareDay(text, context) : undefined;
  if (bare) return { content: bare, first: tokens[0], last: tokens.at(-1) };

  const isShortAnswer = AWAITS_A_DAY.has(context.expects) && text.words.length <= SHORT_ANSWER;
  if (!isShortAnswer && !cues.some(({ says }) => says === "willPay")) return undefined;
  if (cues.some(({ says }) => says === "veto")) return undefined;
  if (text.questions.includes(true)) return asksLeave(text, entities, context);

  const [amount] = amounts.filter(({ explicit }) => explicit || amounts.length === 1);
  if (days.length === 0) {
    if (context.expects !== "promise" || !amount) return undefined;
    return located({ type: "promise", amount: amount.amount, ambiguous: false }, amount.first, amount.end, tokens);
  }
  const on = soleDay(days, context);
  if (!on.on && context.expects !== "promise") return undefined;
  const first = Math.min(...days.map((day) => day.first), amount?.first ?? tokens.length);
  const last = Math.max(...days.map((day) => day.end), amount?.end ?? 0);
  // A currency that is not the debt's, or two amounts, are two readings as well.
  // "La mitad el viernes" is no promise of the whole.
  const isShare = cues.some(({ says }) => says === "half") || tokens.some(({ word }) => word === "%");
  const disagrees = entities.foreign || amounts.length > 1 || isShare;
  const content: Promised = {
    type: "promise",
    ...(on.on && { on: on.on }),
    ...(amount && !disagrees && { amount: amount.amount }),
    ambiguous: on.ambiguous || disagrees,
  };
  return located(content, first, last, tokens);
}

/** "¿Puedo pagar el viernes?" where a day is awaited: not a promise yet, but a day to ask about. */
function asksLeave({ words }: Text, { days, tokens }: Entities, { expects }: Context): Located<Promised> | undefined {
  const [day] = days;
  if (expects !== "promise" || !day || !["puedo", "podria", "posso", "can", "may"].includes(words[0]?.word ?? ""))
    return undefined;
  return located({ type: "promise", on: day.on, ambiguous: true }, day.first, day.end, tokens);
}

/** One day of the future, or a guess marked as such: the past is never promised. */
function soleDay(days: readonly DayReading[], { today }: Context): { on?: DayReading["on"]; ambiguous: boolean } {
  const ahead = days.filter(({ on }) => on >= today);
  const [first] = ahead;
  if (!first) return { ambiguous: true };
  return {
    on: first.on,
    ambiguous: ahead.length < days.length || ahead.some(({ on, ambiguous }) => ambiguous || on !== first.on),
  };
}

/** "15" and nothing else, where a day is awaited. */
function bareDay({ words }: Text, { today }: Context): Promised | undefined {
  const [only, another] = words;
  if (!only || another || !/^\d{1,2}$/.test(only.word)) return undefined;
  const on = nextDayOfMonth(today, Number(only.word));
  return on && { type: "promise", on, ambiguous: on === today || on.slice(8) !== only.word.padStart(2, "0") };
}

export function located<T>(content: T, first: number, end: number, tokens: readonly Token[]): Located<T> {
  return { content, first: tokens[first], last: tokens[end - 1] };
}
