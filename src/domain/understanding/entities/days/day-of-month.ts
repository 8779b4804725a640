import { addDays, type IsoDate } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { dayInMonth, lastDayOfMonth, lastOf, monthOf, nextDayOfMonth, partsOf } from "../calendar.ts";
import { countsElse, type DayNumber, dayNumber, isHour, isNext, monthAfter, skip, wordAt } from "../day-grammar.ts";
import { MONTH, MONTHS, wordSet } from "../day-words.ts";
import { type Cursor, type Found, named, numeric } from "../written-dates.ts";

const LEADS = wordSet("el dia the al del este ese fecha data on by until before ao");
const ARTICLES = wordSet("dia proximo mero pasado passado the el fecha");
/** These lead to a day only where digits with an ending follow: "by 15th", but not "by 3". */
const ENGLISH_LEADS = wordSet("on by until before");
const OF = wordSet("de del of do");

/** "el 15", "dia 10", "para el quince", "the 15th", "este 30", "el 5 del próximo mes", "15 de cada mes". */
export function dayOfMonth(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const { today } = context;
  const isLed = (LEADS.has(wordAt(tokens, at)) && wordAt(tokens, at - 1) !== "por") || isOfMany(tokens, at);
  const start = isLed ? skip(tokens, at + 1, ARTICLES) : at;
  if (isLed) {
    const full = numeric({ ...cursor, at: start }) ?? named({ ...cursor, at: start });
    if (full) return full;
  }
  const number = dayNumber(tokens, start);
  if (!number || !isDay(tokens, number, { at, start, isLed })) return undefined;

  const every = everyMonth(tokens, number.end);
  const on = nextDayOfMonth(today, number.day);
  if (every !== undefined && on) return { on, end: every, alternatives: [nextDayOfMonth(addDays(on, 1), number.day)] };
  const month = monthAfter(tokens, number.end) ?? thisMonth(tokens, number.end);
  if (month) return inMonth(today, number.day, month);
  if (!isLed && number.written !== "suffix") return undefined;
  if (!on || countsElse(tokens, number.end) || isHour(tokens, number.end)) return undefined;
  // "El 30 de febrero" is no day, and least of all the 30th of this month.
  if (MONTHS.has(wordAt(tokens, skip(tokens, number.end, OF))) && OF.has(wordAt(tokens, number.end))) return undefined;

  const lead = wordAt(tokens, start - 1);
  const gone = lastDayOfMonth(addDays(today, -1), number.day);
  if (["pasado", "passado"].includes(lead)) return gone && { on: gone, end: number.end };
  return { on, end: number.end, gone, ...doubts(number, { on, today, lead }) };
}

/** "El 12" said on the 12th is today or in a month; "el 31" in a month of 30 days may be its last; "the second" may be an option. */
function doubts(
  { day, written }: DayNumber,
  { on, today, lead }: { on: IsoDate; today: IsoDate; lead: string },
): Pick<Found, "ambiguous" | "alternatives"> {
  const last = lastOf(monthOf(today));
  const isMissing = partsOf(last).day < day;
  const later = nextDayOfMonth(addDays(on, 1), day);
  const isDoubtful = on === today || isNext(lead);
  return {
    ambiguous: written === "ordinal" && lead !== "dia",
    alternatives: [isMissing ? last : undefined, isDoubtful ? later : undefined],
  };
}

/** "los 15 y 30", "el 15 y 30": each of the two. */
function isOfMany(tokens: readonly Token[], at: number): boolean {
  const isFirst = ["los", "dias"].includes(wordAt(tokens, at)) && dayNumber(tokens, at + 1) !== undefined;
  if (isFirst)
    return AND.has(wordAt(tokens, at + 2)) && !countsElse(tokens, at + 4) && tokens[at + 3]?.kind === "number";
  const before = dayNumber(tokens, at - 1);
  return AND.has(wordAt(tokens, at)) && before?.end === at && MANY_LEADS.has(wordAt(tokens, at - 2));
}

const AND = wordSet("y e and");
const MANY_LEADS = wordSet("el los dia dias al os the");

function isDay(
  tokens: readonly Token[],
  { day, written }: DayNumber,
  { at, start, isLed }: { at: number; start: number; isLed: boolean },
): boolean {
  const lead = wordAt(tokens, start - 1);
  const [firstLead, word] = [wordAt(tokens, at), wordAt(tokens, start)];
  if (!isLed)
    return (
      tokens[start]?.kind === "number" &&
      !["/", "-", ":"].includes(lead) &&
      (written !== "suffix" || isEnglishOrdinal(tokens, start))
    );
  if (ENGLISH_LEADS.has(firstLead) && lead !== "the" && written !== "suffix") return false;
  // "El primer pago", "the second instalment": a place in a row counts something else unless the sentence ends with it.
  if (written === "ordinal")
    return !["primer", "segundo", "tercer", "ultimo"].includes(word) && tokens[start + 1]?.kind !== "word";
  if (written !== "words") return true;
  // "The one", "el un", "the two of us".
  return lead === "dia" || !(["un", "una", "um", "uma"].includes(word) || (lead === "the" && day < 10));
}

const ENDINGS = wordSet("st nd rd th");
const ROWS = wordSet("payment installment instalment time month week party one day half option offer of");

/** "15th" needs no article; "2nd payment" is no day. */
function isEnglishOrdinal(tokens: readonly Token[], at: number): boolean {
  return ENDINGS.has(wordAt(tokens, at + 1)) && !ROWS.has(wordAt(tokens, at + 2));
}

const EVERY = wordSet("cada todo todos every each");
const TO_MONTH = wordSet("los os de del do el o of");

/** The end of "de cada mes", "de todos los meses", "todo mês", "of every month". */
function everyMonth(tokens: readonly Token[], at: number): number | undefined {
  const everyAt = skip(tokens, at, TO_MONTH);
  if (!EVERY.has(wordAt(tokens, everyAt))) return undefined;
  const monthAt = skip(tokens, everyAt + 1, TO_MONTH);
  const word = wordAt(tokens, monthAt);
  return MONTH.has(word) || word === "meses" ? monthAt + 1 : undefined;
}

/** "el 25 del mes", "dia 20 do mês": of this month, unless that is over. */
function thisMonth(tokens: readonly Token[], at: number): { ahead: number; end: number; loose: true } | undefined {
  const monthAt = skip(tokens, at, OF);
  return monthAt > at && MONTH.has(wordAt(tokens, monthAt)) ? { ahead: 0, end: monthAt + 1, loose: true } : undefined;
}

function inMonth(today: IsoDate, day: number, month: { ahead: number; end: number; loose?: true }): Found | undefined {
  const on = dayInMonth(today, month.ahead, day);
  const gone = lastDayOfMonth(addDays(today, -1), day);
  if (month.loose && on < today) return { on: nextDayOfMonth(today, day) ?? on, end: month.end, gone };
  const isCut = partsOf(on).day < day;
  const next = month.ahead === 0 && on < today ? dayInMonth(today, 1, day) : undefined;
  return { on, end: month.end, gone, ambiguous: isCut, alternatives: [next] };
}
