import { nextDayOfMonth } from "../entities/calendar.ts";
import { type Cue, findCues } from "../entities/cues.ts";
import type { DayReading } from "../entities/read-days.ts";
import type { Entities } from "../entities/read-entities.ts";
import type { MoneyReading } from "../entities/read-money.ts";
import { DENIES_NEXT, SNEERS } from "../phrases/denials.ts";
import type { Content, Context, Intent } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { type Breath, breathsOf } from "./breaths.ts";

type Promised = Extract<Content, { type: "promise" }>;

/** What was found, what was said with it where that is not plain from the kind, and where it stands. */
export type Located<T> = {
  readonly content: T;
  readonly intent?: Intent;
  readonly first: Token | undefined;
  readonly last: Token | undefined;
};

/** In these a day on its own is an answer; elsewhere somebody has to say that they pay. */
const AWAITS_A_DAY: ReadonlySet<Context["expects"]> = new Set(["promise", "menu", "offer", "confirmation"]);

/** Longer messages than this tell a story: a day in them is no answer by itself. Words. */
const SHORT_ANSWER = 8;

/** Where a day is awaited, a breath this long may still be one: "pode ser na quarta que é quando eu recebo". Words. */
const LONGEST_DAY = 10;

/** One breath with what was found in it. */
export type Part = {
  readonly breath: Breath;
  readonly cues: ReadonlySet<Cue["says"]>;
  readonly days: readonly DayReading[];
  readonly amounts: readonly MoneyReading[];
  /** Where "me pagan" or the like begins. */
  readonly incomeAt: number;
};

/** A message, with all that was found in it. */
export type Heard = { readonly text: Text; readonly entities: Entities; readonly parts: readonly Part[] };

/** A message breath by breath, with the cues, days and amounts that begin in each. */
export function partsOf(text: Text, { tokens, days, amounts }: Entities, { language }: Context): Part[] {
  // "Sí, cómo no" is three breaths and one sneer.
  const ironical = findCues(text, text.words, language).some(({ says }) => says === "irony");
  return breathsOf(text).map((breath) => {
    const [from, to] = [breath.words[0]?.start ?? 0, breath.words.at(-1)?.end ?? 0];
    // A sign may lead: "$ 200" begins before the breath's first word.
    const isHere = ({ first, end }: { first: number; end: number }) =>
      (tokens[end - 1]?.start ?? 0) < to && (tokens[end - 1]?.end ?? 0) > from && first < end;
    const cues = findCues(text, breath.words, language);
    return {
      breath,
      cues: new Set([...cues.map(({ says }) => says), ...(ironical ? (["irony"] as const) : [])]),
      incomeAt: Math.min(...cues.map(({ says, start }) => (says === "income" ? start : Number.POSITIVE_INFINITY))),
      days: days.filter(isHere),
      amounts: amounts.filter(isHere),
    };
  });
}

/**
 * A day to pay, perhaps with an amount. Breath by breath: what one denies, tells of the past or leaves to somebody else, another
 * may promise ("hoy no puedo, pero el viernes sí"). A condition, a doubt or irony anywhere takes all of it back, for better
 * to ask once more than to remember a promise that nobody gave; with a day, they ask for time.
 */
export function readPromise({ text, entities, parts: heard }: Heard, context: Context): Located<Content> | undefined {
  const { tokens } = entities;
  const bare = context.expects === "promise" ? bareDay(text, context) : undefined;
  if (bare) return { content: bare, first: tokens[0], last: tokens.at(-1) };

  const parts = heard.map((part) => withoutDeniedDays(part, entities, context));
  const said = (says: Cue["says"]) => parts.some(({ cues }) => cues.has(says));
  if (said("irony") || text.words.some(({ word }) => SNEERS.has(word))) return undefined;
  const pays = said("willPay") || said("surely");
  if (said("condition") || said("doubt")) return pays || said("income") ? asksForTime(entities, context) : undefined;

  const stands = parts.filter(isStanding);
  const asked = stands.length === 0 && text.questions.includes(true);
  if (asked) return asksLeave(parts, entities, context);
  const made = stands.filter(({ cues }) => cues.has("willPay"));
  const isAnswer = isAnswering(text, parts, context);
  const isDay = !said("past") && (affirmsADay(stands) || contrastsDays(parts));
  if (made.length === 0 && !isAnswer && !isDay) {
    return said("asksTime") ? asksForTime(entities, context) : undefined;
  }
  return promiseIn({ stands, made, parts, entities, context });
}

/**
 * A breath without the days that a word denies. Where that word stands between two days ("el 5 no el 12") it may belong to
 * either: the second is left, and said to be a guess.
 */
function withoutDeniedDays(part: Part, entities: Entities, { language }: Context): Part {
  const denied = part.days.filter((day) => isDenied(day, part, { entities, language }));
  if (denied.length === 0) return part;
  const last = part.days.at(-1);
  const isBetween =
    denied.length === part.days.length && part.days.length > 1 && !part.breath.words.some(({ word }) => word === "ni");
  const left = part.days.filter((day) => !denied.includes(day));
  const days = isBetween && last ? [{ ...last, ambiguous: true }] : left;
  const cues = new Set(part.cues);
  // It was the day that was denied, and another is named: what is left of the breath stands.
  if (days.length > 0) cues.delete("denies");
  return { ...part, cues, days };
}

/** Nothing in this breath speaks against it. */
function isStanding({ breath, cues }: Part): boolean {
  return !breath.asks && !(["denies", "past", "another", "callMe"] as const).some((says) => cues.has(says));
}

/** A day is awaited and this is one, or the message is too short to be anything else. */
function isAnswering({ words }: Text, parts: readonly Part[], { expects }: Context): boolean {
  if (!AWAITS_A_DAY.has(expects)) return false;
  if (words.length <= SHORT_ANSWER) return true;
  return (
    expects === "promise" &&
    parts.some((part) => isStanding(part) && part.days.length > 0 && part.breath.words.length <= LONGEST_DAY)
  );
}

/** "Hoy no puedo pagar, pero el viernes sí": the day stands, and what for was said before. */
function affirmsADay(stands: readonly Part[]): boolean {
  return stands.some(({ cues }) => cues.has("surely")) && stands.some(({ days }) => days.length > 0);
}

/** "Hoy ya no alcanzo, mañana a primera hora": another day instead of the one that is denied. */
function contrastsDays(parts: readonly Part[]): boolean {
  const denied = parts.some(({ cues, breath }) => cues.has("denies") && breath.words.some(({ word }) => NOW.has(word)));
  return denied && parts.some((part) => isStanding(part) && part.days.length > 0 && part.breath.words.length <= 5);
}

const NOW: ReadonlySet<string> = new Set("hoy hoje today ahora agora".split(" "));

type Standing = {
  readonly stands: readonly Part[];
  readonly made: readonly Part[];
  readonly parts: readonly Part[];
  readonly entities: Entities;
  readonly context: Context;
};

function promiseIn({ stands, made, parts, entities, context }: Standing): Located<Content> | undefined {
  const { tokens } = entities;
  const days = daysPromised({ stands, made, tokens, context });
  const amounts = amountsPromised(stands, made);
  const [amount] = amounts.filter(({ explicit }) => explicit || amounts.length === 1);
  if (days.length === 0) {
    if (context.expects !== "promise" || !amount) return undefined;
    return located({ type: "promise", amount: amount.amount, ambiguous: false }, amount.first, amount.end, tokens);
  }
  const on = soleDay(days, context);
  if (!on.on && context.expects !== "promise") return undefined;
  const first = Math.min(...days.map((day) => day.first), amount?.first ?? tokens.length);
  const last = Math.max(...days.map((day) => day.end), amount?.end ?? 0);
  // A currency that is not the debt's, or two amounts, are two readings as well; a share is no promise of the whole; and who
  // asks to be waited for has not said yet that they pay then.
  const says = (cue: Cue["says"]) => parts.some(({ cues }) => cues.has(cue));
  const isShare =
    entities.shares.length > 0 || says("half") || tokens.some(({ word }) => word === "%") || (says("aPart") && !amount);
  const disagrees = entities.foreign || amounts.length > 1 || isShare;
  const onlyAsks = made.length === 0 && says("asksTime");
  const content: Promised = {
    type: "promise",
    ...(on.on && { on: on.on }),
    ...(amount && !disagrees && { amount: amount.amount }),
    ambiguous: on.ambiguous || onlyAsks || disagrees || days.some((day) => isBound(day, tokens)),
  };
  return located(content, first, last, tokens);
}

type DatedBy = Pick<Standing, "stands" | "made" | "context"> & { readonly tokens: readonly Token[] };

/**
 * The days of the breaths that promise; without one there, of those around them: "el 15 me pagan, y le cancelo". What corrects
 * ("no, mejor el lunes") stands alone.
 */
function daysPromised({ stands, made, tokens, context: { expects } }: DatedBy): readonly DayReading[] {
  const corrected = stands.filter(({ breath, days }) => days.length > 0 && CORRECTS.has(breath.words[0]?.word ?? ""));
  const last = corrected.at(-1);
  if (last) return last.days;
  const ofMade = made.flatMap(({ days }) => days);
  if (ofMade.length > 0) return ofMade;
  const affirmed = stands.filter(({ cues, days }) => days.length > 0 && cues.has("surely")).flatMap(({ days }) => days);
  if (affirmed.length > 0) return affirmed;
  const plain = stands.filter(({ cues }) => !cues.has("income")).flatMap(({ days }) => days);
  if (plain.length > 0 && made.length === 0) return plain;
  if (made.length > 0) return stands.flatMap(({ days }) => days);
  // "El 15, que me cae la quincena" answers which day; "mi jefe me paga el viernes" tells a fact.
  const leading = ({ days, incomeAt }: Part) => days.filter(({ first }) => (tokens[first]?.start ?? 0) < incomeAt);
  return expects === "promise" ? stands.flatMap(leading) : [];
}

/** "Antes del 15", "después del viernes": the day is an end of a stretch. */
function isBound({ first }: DayReading, tokens: readonly Token[]): boolean {
  return [1, 2].some((back) =>
    ["antes", "despues", "depois", "before", "after"].includes(tokens[first - back]?.word ?? ""),
  );
}

const CORRECTS: ReadonlySet<string> = new Set([
  "mejor",
  "melhor",
  "digo",
  "perdon",
  "bota",
  "corrijo",
  "minto",
  "better",
]);

function amountsPromised(stands: readonly Part[], made: readonly Part[]): readonly MoneyReading[] {
  const ofMade = made.flatMap(({ amounts }) => amounts);
  if (ofMade.length > 0) return ofMade;
  return stands.filter(({ cues }) => !cues.has("income")).flatMap(({ amounts }) => amounts);
}

/** "El 5 no", "no el 10", "ni hoy ni mañana", "antes del 15": a word denies that day and not what is done on it. */
function isDenied(
  { first, end }: DayReading,
  { breath }: Part,
  { entities: { tokens }, language }: { entities: Entities; language: Context["language"] },
): boolean {
  const from = breath.words[0]?.start ?? 0;
  const word = (at: number) => ((tokens[at]?.start ?? -1) >= from ? meant(tokens[at]?.word ?? "", language) : "");
  const isLast = (tokens[end]?.start ?? Number.POSITIVE_INFINITY) > (breath.words.at(-1)?.start ?? 0);
  const before = ARTICLES.has(word(first - 1)) ? first - 2 : first - 1;
  if (DENIES_NEXT.has(word(before))) return true;
  return !isLast && DENIES_NEXT.has(word(end));
}

/** A Portuguese "no" is "in the". */
function meant(word: string, language: Context["language"]): string {
  return word === "no" && language === "pt-BR" ? "em" : word;
}

const ARTICLES: ReadonlySet<string> = new Set(["el", "o", "the", "na", "dia"]);
/** "¿Puedo pagar el viernes?" where a day is awaited is a day to ask about; elsewhere it asks for time. */
function asksLeave(parts: readonly Part[], entities: Entities, context: Context): Located<Content> | undefined {
  const { days, tokens } = entities;
  const speaks = parts.some(({ cues }) => cues.has("willPay") || cues.has("asksTime"));
  const denied = parts.some(({ cues }) =>
    (["denies", "past", "another", "callMe"] as const).some((says) => cues.has(says)),
  );
  const day = days.find(({ on }) => on >= context.today);
  if (!day || denied) return undefined;
  if (context.expects === "promise")
    return located({ type: "promise", on: day.on, ambiguous: true }, day.first, day.end, tokens);
  return speaks ? asksForTime(entities, context) : undefined;
}

/** "A ver si el viernes le pago", "me espera hasta el 15": no promise, and a day ahead is named. */
function asksForTime({ days, tokens }: Entities, { today }: Context): Located<Content> | undefined {
  const day = days.find(({ on }) => on >= today);
  if (!day) return undefined;
  return { ...located({ type: "options" } as const, day.first, day.end, tokens), intent: "request_time" };
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
