import { daysBetween, type IsoDate, weekdayOf } from "../../time.ts";
import type { SpokenLanguage } from "../reading.ts";
import type { Token } from "../tokens.ts";
import { dayFrom, nextDayAndMonth } from "./calendar.ts";
import { COUNTS_ELSE, dayNumber, fullYear, isDateSeparator, skip, weekdayWord, yearNumber } from "./day-grammar.ts";
import { MONTHS } from "./day-words.ts";

export type DayContext = {
  readonly today: IsoDate;
  readonly language: SpokenLanguage;
  readonly country: string;
  readonly payDays: readonly number[];
};

/** What a reader found from the cursor on; `end` is the index after its last token. */
export type Found = { readonly on: IsoDate; readonly ambiguous?: boolean; readonly end: number };
export type Cursor = { readonly tokens: readonly Token[]; readonly at: number; readonly context: DayContext };

/** A date without a year that far ahead was more likely meant as one that is just gone. */
const SURPRISINGLY_FAR_DAYS = 300;

/** dd/mm/yyyy, yyyy-mm-dd, dd/mm; month first only in the United States, or when it cannot be otherwise. */
export function numeric({ tokens, at, context }: Cursor): Found | undefined {
  const [a, separator, b, again, c] = [0, 1, 2, 3, 4].map((offset) => tokens[at + offset]);
  if (a?.kind !== "number") return undefined;
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/.exec(a.word);
  if (dotted) return fromNumbers(dotted.slice(1), at + 1, context);

  if (!isDateSeparator(separator) || (tokens[at - 1] && isDateSeparator(tokens[at - 1]))) return undefined;
  const month = MONTHS.get(b?.word ?? "");
  const isFull = again?.word === separator?.word && c?.kind === "number";
  if (month !== undefined) {
    const numbers = [a.word, String(month), ...(isFull ? [c.word] : [])];
    return fromNumbers(numbers, isFull ? at + 5 : at + 3, context);
  }
  if (b?.kind !== "number") return undefined;
  if (isFull) return fromNumbers([a.word, b.word, c.word], at + 5, context);
  const found = fromNumbers([a.word, b.word], at + 3, context);
  // "10-12" may be from the tenth to the twelfth.
  return found && separator?.word === "-" ? { ...found, ambiguous: true } : found;
}

function fromNumbers(
  texts: readonly string[],
  end: number,
  { today, country, language }: DayContext,
): Found | undefined {
  if (texts.some((text) => !/^\d{1,4}$/.test(text))) return undefined;
  const [first = 0, second = 0, third] = texts.map(Number);
  if ((texts[0]?.length ?? 0) === 4) {
    const on = third === undefined ? undefined : dayFrom({ year: first, month: second, day: third });
    return on && { on, end };
  }
  const monthFirst = second > 12 || (country === "US" && first <= 12);
  const [day, month] = monthFirst ? [second, first] : [first, second];
  const swappable = language === "en" && country !== "US" && first <= 12 && second <= 12 && first !== second;
  if (third === undefined) {
    const on = nextDayAndMonth(today, { month, day });
    return on && { on, end, ambiguous: swappable || isSurprisinglyFar(today, on) };
  }
  const on = dayFrom({ year: third < 100 ? fullYear(today, third) : third, month, day });
  return on && { on, end, ambiguous: swappable };
}

/** "viernes 20 de noviembre de 2026", "15 dic", "maio cinco", "December 15th". */
export function named({ tokens, at, context }: Cursor): Found | undefined {
  const weekday = weekdayWord(tokens, at, true);
  const start = weekday
    ? skip(tokens, weekday.end, ["el", "dia", "the", "de", "-"])
    : skip(tokens, at, ["el", "dia", "the"]);
  const dayFirst = dayNumber(tokens, start);
  const afterDay = dayFirst && skip(tokens, dayFirst.end, ["de", "del", "of", "mes"]);
  const monthAfterDay = afterDay === undefined ? undefined : MONTHS.get(tokens[afterDay]?.word ?? "");
  if (dayFirst && afterDay !== undefined && monthAfterDay !== undefined) {
    return withYear(
      tokens,
      afterDay + 1,
      { month: monthAfterDay, day: dayFirst.day, weekday: weekday?.weekday },
      context,
    );
  }
  const monthFirst = MONTHS.get(tokens[start]?.word ?? "");
  const dayAfter = monthFirst === undefined ? undefined : dayNumber(tokens, skip(tokens, start + 1, ["-", "the"]));
  if (monthFirst === undefined || !dayAfter || COUNTS_ELSE.has(tokens[dayAfter.end]?.word ?? "")) return undefined;
  return withYear(tokens, dayAfter.end, { month: monthFirst, day: dayAfter.day, weekday: weekday?.weekday }, context);
}

type MonthDay = { readonly month: number; readonly day: number; readonly weekday: number | undefined };

function withYear(tokens: readonly Token[], at: number, parts: MonthDay, { today }: DayContext): Found | undefined {
  const yearAt = skip(tokens, at, ["de", "del", "ano", "-", "of"]);
  const year = yearNumber(tokens, yearAt, { today, afterConnector: yearAt > at });
  const on = year === undefined ? nextDayAndMonth(today, parts) : dayFrom({ ...parts, year: year.year });
  if (!on) return undefined;
  const mismatch = parts.weekday !== undefined && weekdayOf(on) !== parts.weekday;
  return {
    on,
    end: year?.end ?? at,
    ambiguous: mismatch || (year === undefined && isSurprisinglyFar(today, on)),
  };
}

function isSurprisinglyFar(today: IsoDate, on: IsoDate): boolean {
  return daysBetween(today, on) > SURPRISINGLY_FAR_DAYS;
}
