import { addDays, type IsoDate } from "../../time.ts";
import type { Token } from "../tokens.ts";
import type { DayRange } from "./calendar.ts";
import { isNext, weekdayWord, wordAt } from "./day-grammar.ts";
import { wordSet } from "./day-words.ts";
import { between, fromAnother, oneOf } from "./days/several-days.ts";
import { isPastAt } from "./days/tense.ts";
import type { DayContext, Found } from "./written-dates.ts";

/** Which day is meant, and which others may be. */
export type DayReading = {
  /** The likeliest day; of a stretch of days the one to ask about. */
  readonly on: IsoDate;
  /** It has to be asked: two readings disagree, or it is a stretch of days, or holidays may move it. */
  readonly ambiguous: boolean;
  /** The other days it may be, the likelier first; of a stretch of days its ends. */
  readonly alternatives: readonly IsoDate[];
  /** Two parts contradict each other, as in "sábado 23" when the 23rd is a Friday. */
  readonly mismatch: boolean;
  /** The stretch of days; of "hasta el 20" the one that ends with it, which is not ambiguous. */
  readonly range?: DayRange;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

/** Every day of the message, left to right. Days without a year lie in the future, unless a verb of the past says otherwise. */
export function readDays(tokens: readonly Token[], context: DayContext): DayReading[] {
  const readings: { reading: DayReading; weak: boolean }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const cursor = { tokens, at, context };
    const found = isWish(tokens, at) ? undefined : (between(cursor) ?? fromAnother(cursor) ?? oneOf(cursor));
    const first = AND.has(wordAt(tokens, at)) ? at + 1 : at;
    if (found)
      readings.push({ reading: readingOf(tokens, { found, first, today: context.today }), weak: found.weak === true });
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  const isSure = readings.some(({ weak }) => !weak);
  return readings.filter(({ weak }) => !weak || !isSure).map(({ reading }) => reading);
}

const WISHES = wordSet("feliz buen bom boa lindo linda excelente bonito happy merry good");

/** "Feliz navidad", "buen fin de semana": said when parting. */
function isWish(tokens: readonly Token[], at: number): boolean {
  return WISHES.has(wordAt(tokens, at - 1));
}

function readingOf(
  tokens: readonly Token[],
  { found: raw, first, today }: { found: Found; first: number; today: IsoDate },
): DayReading {
  const found = inTense(tokens, { first, today }, bounded(tokens, { found: raw, first, today }));
  const mismatch = found.mismatch ?? false;
  const others = new Set((found.alternatives ?? []).filter((day) => day !== undefined && day !== found.on));
  const alternatives = [...others].filter((day) => day !== undefined);
  return {
    on: found.on,
    ambiguous: (found.ambiguous ?? false) || mismatch || alternatives.length > 0,
    alternatives,
    mismatch,
    ...(found.range && { range: found.range }),
    first,
    end: found.end,
  };
}

/** After a Portuguese "no", which is "in the": "dia 15, no mesmo dia". */
const IN_THE = wordSet("mesmo mesma dia mes fim comeco meio proximo");

/** A verb of the past makes the day the one just gone; one that may be of the past makes it a question, as does a no. */
function inTense(tokens: readonly Token[], { first, today }: { first: number; today: IsoDate }, found: Found): Found {
  const isRefused =
    NO.has(wordAt(tokens, found.end)) &&
    !IN_THE.has(wordAt(tokens, found.end + 1)) &&
    tokens[found.end]?.clause === tokens[found.end - 1]?.clause;
  if (found.on < today || isNext(wordAt(tokens, first)) || isNext(wordAt(tokens, first - 1)))
    return isRefused ? { ...found, ambiguous: true } : found;
  // "Quedó para el 5": what is for a day is ahead of it.
  const said = isFor(tokens, first) ? "no" : isPastAt(tokens, first, found.end);
  // "Perdí el empleo, deme hasta enero": what lasts until a day is rarely over.
  const past = said === "yes" && found.range?.from === today ? "perhaps" : said;
  if (past === "no") return isRefused ? { ...found, ambiguous: true } : found;
  const { gone, range: _range, ...rest } = found;
  if (gone === undefined || gone === found.on) return found;
  return past === "yes"
    ? { on: gone, end: found.end, ...(found.mismatch && { mismatch: true, alternatives: found.alternatives ?? [] }) }
    : { ...rest, on: gone, alternatives: [found.on, ...(found.alternatives ?? [])] };
}

function isFor(tokens: readonly Token[], first: number): boolean {
  const leadAt = ARTICLES.has(wordAt(tokens, first - 1)) ? first - 2 : first - 1;
  return ["para", "pra", "pro"].includes(wordAt(tokens, leadAt));
}

const NO = wordSet("no nao not");
const AND = wordSet("y e and");
const ARTICLES = wordSet("el la lo del de da do dia o a los the as os");
const UNTIL = wordSet("hasta ate antes until till before by");
const AFTER = wordSet("despues depois after pasado pasando pasada pasados passando passado luego tras");
const FROM = wordSet("desde partir from since");

/** "hasta el 20" ends with the day; "después del 20" begins beyond it, and nobody knows when it ends. */
function bounded(
  tokens: readonly Token[],
  { found, first, today }: { found: Found; first: number; today: IsoDate },
): Found {
  const bound = boundBefore(tokens, first);
  if (bound === undefined || found.on < today) return found;
  if (UNTIL.has(bound)) {
    const isLeave =
      LEAVE.has(bound) &&
      (found.on === addDays(today, 1) || weekdayWord(tokens, first, true) !== undefined) &&
      takesLeave(tokens, first, found.end);
    return {
      ...found,
      range: { from: today, to: found.range?.to ?? found.on },
      ambiguous: (found.ambiguous ?? false) || isLeave,
    };
  }
  if (FROM.has(bound))
    return {
      ...found,
      ambiguous: true,
      alternatives: [...(found.alternatives ?? []), bound === "desde" ? found.gone : undefined],
    };
  const last = found.range?.to ?? found.on;
  const { range: _range, gone: _gone, ...rest } = found;
  return { ...rest, on: addDays(last, 1), alternatives: [found.on, last, ...(found.alternatives ?? [])] };
}

const LEAVE = wordSet("hasta ate");

/** "Gracias, hasta el lunes" is how people take leave: nothing but thanks around it, and no number. */
function takesLeave(tokens: readonly Token[], first: number, end: number): boolean {
  const { clause } = tokens[first] ?? {};
  const isPolite = (at: number) => tokens[at]?.clause !== clause || POLITE.has(wordAt(tokens, at));
  const around = [-6, -5, -4, -3, -2, -1].map((step) => first + step).concat([0, 1, 2].map((step) => end + step));
  return around.every(isPolite) && !tokens.slice(first, end).some(({ kind }) => kind === "number");
}

const POLITE =
  wordSet(`hasta ate el la a o gracias muchas muchisimas ok okay bueno listo vale chao dale obrigado obrigada valeu tchau entonces
  entao pues thanks perfecto muito que este bien dia`);

function boundBefore(tokens: readonly Token[], first: number): string | undefined {
  const isBound = (at: number) => [UNTIL, AFTER, FROM].some((words) => words.has(wordAt(tokens, at)));
  let at = first - 1;
  for (let left = 3; left > 0 && ARTICLES.has(wordAt(tokens, at)); left--) at--;
  // "Del 20" is read from its article on, so what leads to it stands right before.
  return isBound(at) && tokens[at]?.clause === tokens[first]?.clause ? wordAt(tokens, at) : undefined;
}
