import { addDays, addMonths, type IsoDate, weekdayOf } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { addCounted, isWorkingDay } from "../calendar.ts";
import { countsElse, goesOn, skip, skipDayTime, smallCount, weekdayWord, wordAt } from "../day-grammar.ts";
import { UNITS, type Unit, wordSet } from "../day-words.ts";
import type { Cursor, Found } from "../written-dates.ts";

const TODAY = wordSet("hoy oy hoi hoje today tonight");
const TOMORROW = wordSet("manana amanha amanhan tomorrow tomorow tommorow tomorrows 2morrow mananita");
const YESTERDAY = wordSet("ayer ontem yesterday anoche");
const BEFORE_YESTERDAY = wordSet("anteayer antier antiayer anteontem");
const THIS_DAY = wordSet("esta this hoje");
const DAY_PARTS = wordSet("tarde noche noite evening afternoon morning manana");
/** Before "mañana" these make it a morning: "por la mañana", "9 de la mañana". */
const MORNING_LEADS = wordSet("la esta cada");

/** today, tomorrow, the day after; and yesterday, which is no promise. "Por la mañana" is no day. */
export function relative(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const days = daysFromToday(tokens, at);
  if (!days) return undefined;
  const on = addDays(context.today, days.days);
  const counted = weeksLater(tokens, days.end);
  if (counted)
    return {
      on: addDays(on, counted.days),
      end: counted.end,
      alternatives: counted.or.map((more) => addDays(on, more)),
    };
  const end = skipDayTime(tokens, days.end);
  if (days.vague) return { on, end, ambiguous: true };
  // "Mañana o pasado": the one or the other.
  const pastAt =
    days.days === 1 && OR.has(wordAt(tokens, end)) && DAY_AFTER.has(wordAt(tokens, end + 1)) ? end + 2 : undefined;
  if (pastAt === undefined) return { on, end };
  return { on, end: TOMORROW.has(wordAt(tokens, pastAt)) ? pastAt + 1 : pastAt, alternatives: [addDays(on, 1)] };
}

const DAY_AFTER = wordSet("pasado depois");

function daysFromToday(
  tokens: readonly Token[],
  at: number,
): { days: number; end: number; vague?: boolean } | undefined {
  const word = wordAt(tokens, at);
  if (TODAY.has(word)) return { days: 0, end: at + 1 };
  if (THIS_DAY.has(word) && DAY_PARTS.has(wordAt(tokens, at + 1))) return { days: 0, end: at + 2 };
  for (const { words, days, vague } of PHRASES.get(word) ?? []) {
    if (words.every((each, index) => wordAt(tokens, at + index) === each))
      return { days, end: at + words.length, vague };
  }
  if (TOMORROW.has(word) && !(word === "manana" && MORNING_LEADS.has(wordAt(tokens, at - 1))))
    return { days: 1, end: at + 1 };
  if (YESTERDAY.has(word)) return { days: -1, end: at + 1 };
  return BEFORE_YESTERDAY.has(word) ? { days: -2, end: at + 1 } : undefined;
}

/** By first word, the longer first. "Al día siguiente" follows a day that may have been another. */
const PHRASES: ReadonlyMap<string, readonly { words: readonly string[]; days: number; vague: boolean }[]> =
  phrasesByWord({
    2: `el dia despues de manana|dia despues de manana|dia despues a manana|despues de manana|pasado manana|pasadomanana|pasao manana
    |depois de amanha|depois d amanha|the day after tomorrow|day after tomorrow`,
    "-2": `el dia antes de ayer|dia antes de ayer|antes de ayer|antes de ontem|the day before yesterday|day before yesterday`,
    "1?": "el dia siguiente|al dia siguiente|dia siguiente|dia seguinte|the next day|next day|the following day",
    "-1?": "el dia anterior|dia anterior|the day before|the previous day|previous day",
  });

function phrasesByWord(
  phrases: Record<string, string>,
): ReadonlyMap<string, { words: readonly string[]; days: number; vague: boolean }[]> {
  const byWord = new Map<string, { words: readonly string[]; days: number; vague: boolean }[]>();
  for (const [days, list] of Object.entries(phrases)) {
    for (const words of list.split("|").map((each) => each.trim().split(" "))) {
      const first = words[0] ?? "";
      byWord.set(first, [
        ...(byWord.get(first) ?? []),
        { words, days: Number.parseInt(days, 10), vague: days.endsWith("?") },
      ]);
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** "viernes en ocho", "hoy en quince", "friday week": the same weekday a week or two later, as people count both ends. */
export function weeksLater(
  tokens: readonly Token[],
  at: number,
): { days: number; end: number; or: readonly number[] } | undefined {
  if (wordAt(tokens, at) === "week") return { days: 7, end: at + 1, or: [] };
  if (wordAt(tokens, at) === "fortnight") return { days: 14, end: at + 1, or: [] };
  if (!["en", "em"].includes(wordAt(tokens, at))) return undefined;
  const count = smallCount(tokens, at + 1);
  if (!count || countsElse(tokens, count.end) || UNITS.has(wordAt(tokens, count.end))) return undefined;
  if (count.count === 8) return { days: 7, end: count.end, or: [] };
  return count.count === 15 ? { days: 14, end: count.end, or: [15] } : undefined;
}

/** `or`: the second number of "2 o 3 días". `vague`: said of about as many. */
type Span = {
  readonly days: number;
  readonly months: number;
  readonly end: number;
  readonly unit: Unit;
  readonly vague: boolean;
  readonly or?: number | undefined;
};

const AHEAD = wordSet("en em in within num numa");
const FROM_HERE = wordSet("dentro daqui");
const AGO = wordSet("hace hacen faz ha");
const ROUGHLY = wordSet("unos unas uns umas about como aproximadamente around cerca alrededor mas o menos");
const SMALL = wordSet("de a aqui en em ate maximo menos the proximos proximas next los las nos nas hasta pra para");
const TERM = wordSet("plazo prazo lapso termino maximo");
const GRANTS = wordSet(
  "deme dame denme demen espereme esperame esperenme necesito preciso regaleme regalame regalenme give need",
);
const GIVES = wordSet("da dan de den daria darian");
const LATER = wordSet("despues depois later now today hoy adelante frente hoje");
const BACK = wordSet("atras ago antes earlier");

/** "en 3 días", "dentro de dos semanas", "daqui a 15 dias", "in a month"; "hace 2 días" is past. */
export function inUnits(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const word = wordAt(tokens, at);
  const isPast = AGO.has(word);
  const isFromHere = FROM_HERE.has(word) || (word === "de" && wordAt(tokens, at + 1) === "aqui");
  const isLed = isFromHere || isPast || AHEAD.has(word);
  const isTerm = TERM.has(word) && wordAt(tokens, at + 1) === "de";
  const isGrant = GRANTS.has(word) || isTerm || (GIVES.has(word) && ["me", "nos"].includes(wordAt(tokens, at - 1)));
  const roughAt = isLed || isGrant ? skipTerm(tokens, skip(tokens, at + 1, SMALL)) : at;
  const numberAt = isLed || isGrant ? skip(tokens, roughAt, ROUGHLY) : at;
  // "Daqui a 3 dias", but "in a week": there the article is the number.
  const span =
    spanAt(tokens, numberAt, word === "num" || word === "numa") ??
    (wordAt(tokens, numberAt - 1) === "a" && numberAt > at ? spanAt(tokens, numberAt - 1, false) : undefined);
  if (!span) return undefined;

  const moreAt = ["mas", "mais", "more"].includes(wordAt(tokens, span.end)) ? span.end + 1 : span.end;
  const tail = tailAt(tokens, moreAt);
  if (!isLed && !isGrant && !tail) return undefined;
  // "Me dan 3 días" asks for time; "necesito 2 horas" and "doy 3 años" do not ask for a day.
  if (isGrant && !tail && (span.unit === "years" || span.unit === "hours")) return undefined;
  const sign = isPast || tail?.sign === -1 ? -1 : 1;
  const working = WORKING.test(wordAt(tokens, span.end));
  const end = Math.max(working ? span.end + 1 : moreAt, tail?.end ?? 0);
  if (working && span.months === 0) return inWorkingDays(context.today, sign * span.days, end);

  const on = shifted(context.today, sign, span);
  const alternatives = sevenForEight(cursor, span) ? [addDays(context.today, 7 * sign)] : [];
  const vague = span.vague || numberAt > roughAt || span.unit === "hours" || isGrant;
  const other = span.or === undefined ? undefined : shifted(context.today, sign, spanOf(span.or, span.unit, end));
  return { on, end, ambiguous: vague, alternatives: [...alternatives, other] };
}

/** "En un plazo de", "en un máximo de". */
function skipTerm(tokens: readonly Token[], at: number): number {
  const termAt = skip(tokens, at, ONES);
  return TERM.has(wordAt(tokens, termAt)) ? skip(tokens, termAt + 1, SMALL) : at;
}

const WORKING = /^(habil|util|uteis|working|business|laboral)/;

/** Holidays are not known here: the day may be later by as many as there are. */
function inWorkingDays(today: IsoDate, count: number, end: number): Found {
  const on = addCounted(today, count, isWorkingDay);
  return { on, end, alternatives: [addCounted(on, 1, isWorkingDay)] };
}

/** "En ocho días" is a week to most who say it in Spanish, and eight days to the others. */
function sevenForEight({ context }: Cursor, { days, unit }: Span): boolean {
  return unit === "days" && days === 8 && context.language === "es";
}

const OR = wordSet("o a ou or y e to - u");
const COUPLE = wordSet("par couple");

/** "3 días", "dos o tres semanas", "un mes y medio", "un par de días", "a week", "1 month and 21 days". */
function spanAt(tokens: readonly Token[], at: number, isOne: boolean): Span | undefined {
  const coupleAt = skip(tokens, at, ONES);
  if (COUPLE.has(wordAt(tokens, coupleAt))) {
    const unitAt = skip(tokens, coupleAt + 1, OF);
    const unit = UNITS.get(wordAt(tokens, unitAt));
    return unit && { ...spanOf(2, unit, unitAt + 1), vague: true };
  }
  const halfEnd = unitAndHalf(tokens, at);
  if (halfEnd) return halfEnd;
  const isHalf = HALF.has(wordAt(tokens, at));
  if (isHalf) return wordAt(tokens, at + 1) === "mes" ? { ...spanOf(15, "days", at + 2), vague: true } : undefined;
  const isArticle = ["a", "an"].includes(wordAt(tokens, at)) || isOne;
  const first = isArticle ? { count: 1, end: isOne ? at : at + 1 } : smallCount(tokens, at);
  if (!first || first.count > 400) return undefined;
  const second = OR.has(wordAt(tokens, first.end)) ? smallCount(tokens, first.end + 1) : undefined;
  const isTwo = second !== undefined && UNITS.has(wordAt(tokens, second.end));
  const unitAt = isTwo ? second.end : first.end;
  const unit = UNITS.get(wordAt(tokens, unitAt));
  if (!unit || (wordAt(tokens, unitAt) === "h" && first.count < 12)) return undefined;
  return extended(tokens, { ...spanOf(first.count, unit, unitAt + 1), or: isTwo ? second.count : undefined });
}

/** "Semana y media" has no number before it. */
function unitAndHalf(tokens: readonly Token[], at: number): Span | undefined {
  const unit = UNITS.get(wordAt(tokens, at));
  if (!unit || !HALF.has(wordAt(tokens, at + 2))) return undefined;
  return extended(tokens, spanOf(1, unit, at + 1));
}

const HALF = wordSet("medio media meio meia");
const ONES = wordSet("un um uma a una");
const OF = wordSet("de of");
const AND = wordSet("y e and");

/** "Un mes y medio", "una semana y 3 días". */
function extended(tokens: readonly Token[], span: Span): Span {
  if (!AND.has(wordAt(tokens, span.end))) return span;
  if (HALF.has(wordAt(tokens, span.end + 1))) {
    const half = { months: 15, weeks: 4, years: 182, days: 0, hours: 0, quincenas: 7, fortnights: 7 }[span.unit];
    return { ...span, days: span.days + half, end: span.end + 2, vague: true };
  }
  const more = smallCount(tokens, span.end + 1);
  const unit = more && UNITS.get(wordAt(tokens, more.end));
  if (!more || !unit || unit === span.unit) return span;
  const added = spanOf(more.count, unit, more.end + 1);
  return { ...span, days: span.days + added.days, months: span.months + added.months, end: added.end };
}

function spanOf(count: number, unit: Unit, end: number): Span {
  const days = {
    days: count,
    weeks: 7 * count,
    quincenas: 15 * count,
    fortnights: 14 * count,
    hours: Math.trunc(count / 24),
    months: 0,
    years: 0,
  }[unit];
  const months = unit === "months" ? count : unit === "years" ? 12 * count : 0;
  return { days, months, end, unit, vague: false };
}

function shifted(from: IsoDate, sign: number, { days, months }: Pick<Span, "days" | "months">): IsoDate {
  return addDays(addMonths(from, sign * months), sign * days);
}

/** "después", "a partir de hoy", "from now" ahead; "atrás", "ago" back. */
function tailAt(tokens: readonly Token[], at: number): { sign: 1 | -1; end: number } | undefined {
  if (BACK.has(wordAt(tokens, at))) return { sign: -1, end: at + 1 };
  if (wordAt(tokens, at) === "tarde" && ["mas", "mais"].includes(wordAt(tokens, at - 1)))
    return { sign: 1, end: at + 1 };
  const start = skip(tokens, at, TAIL);
  if (!LATER.has(wordAt(tokens, start)) || !goesOn(tokens, start)) return undefined;
  const isFromToday = ["hoy", "hoje", "today"].includes(wordAt(tokens, start + 2)) && OF.has(wordAt(tokens, start + 1));
  return { sign: 1, end: isFromToday ? start + 3 : start + 1 };
}

const TAIL = wordSet("after from a partir de contados desde contando");

/** The day counted from begins somewhere between `start` and `end`: behind its articles, or with them. */
export type Offset = { readonly shift: (day: IsoDate) => IsoDate; readonly start: number; readonly end: number };

const AFTER = wordSet("despues depois luego from after");
const BEFORE = wordSet("antes before");
const OF_ANCHOR = wordSet("de del da do d el la o the al a");

/** "3 días después de", "una semana antes del", "2 weeks from": counts from a day that follows; today is another reader's. */
export function offset(tokens: readonly Token[], at: number): Offset | undefined {
  const article =
    ["el", "o", "al", "ao", "the"].includes(wordAt(tokens, at)) && UNITS.get(wordAt(tokens, at + 1)) === "days";
  const span = article ? spanOf(1, "days", at + 2) : spanAt(tokens, skip(tokens, at, OFFSET_LEADS), false);
  if (!span || span.unit === "hours" || span.vague || span.or !== undefined) return undefined;
  const isWeekOn = span.days === 7 && ["on", "from"].includes(wordAt(tokens, span.end));
  const isAfter = AFTER.has(wordAt(tokens, span.end)) || isWeekOn;
  const isFrom = wordAt(tokens, span.end) === "a" && wordAt(tokens, span.end + 1) === "partir";
  if (!isAfter && !isFrom && !BEFORE.has(wordAt(tokens, span.end))) return undefined;
  const sign = isAfter || isFrom ? 1 : -1;
  const start = span.end + (isFrom ? 2 : 1);
  return { shift: (day) => shifted(day, sign, span), start, end: skip(tokens, start, OF_ANCHOR) };
}

/** "el lunes después de la quincena", "the friday before christmas". */
export function weekdayOffset({ tokens, at, context }: Cursor): Offset | undefined {
  const said = weekdayWord(tokens, at, context.language === "pt-BR");
  if (!said || said.short) return undefined;
  const isAfter = AFTER.has(wordAt(tokens, said.end));
  if (!isAfter && !BEFORE.has(wordAt(tokens, said.end))) return undefined;
  const start = said.end + 1;
  const shift = (day: IsoDate) => addCounted(day, isAfter ? 1 : -1, (each) => weekdayOf(each) === said.weekday);
  return { shift, start, end: skip(tokens, start, OF_ANCHOR) };
}

const OFFSET_LEADS = wordSet("en em in");
