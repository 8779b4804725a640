import { addDays, type IsoDate } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { dayWithin, lastDayOfMonth, lastOf, type Month, monthOf, nextDayOfMonth } from "../calendar.ts";
import {
  countsElse,
  dayNumber,
  isNext,
  type MonthNamed,
  monthNamed,
  nextAfter,
  ordinalNumber,
  wordAt,
} from "../day-grammar.ts";
import { QUINCENA, wordSet } from "../day-words.ts";
import type { Cursor, Found } from "../written-dates.ts";

/** Before "quincena" these make it a rhythm or an amount. */
const NO_DAY = wordSet("cada por una un mensual a al per");
const OTHER = wordSet("otra otro outra");

/** "la quincena", "la próxima quincena", "primera quincena de enero": when people here are paid. */
export function payDay({ tokens, at, context }: Cursor): Found | undefined {
  const half = halfOfMonth(tokens, at, context.today, context.payDays);
  if (half) return half;
  const isPayDay =
    QUINCENA.has(wordAt(tokens, at)) || (wordAt(tokens, at) === "pay" && wordAt(tokens, at + 1) === "day");
  const before = wordAt(tokens, at - 1);
  if (!isPayDay || NO_DAY.has(before) || /^\d/.test(before)) return undefined;
  const end = wordAt(tokens, at) === "pay" ? at + 2 : at + 1;

  const { today } = context;
  // "La quincena del 30" says which.
  const said = OF_HALF.has(wordAt(tokens, end)) ? dayNumber(tokens, end + 1) : undefined;
  const saidOn = said && !countsElse(tokens, said.end) ? nextDayOfMonth(today, said.day) : undefined;
  if (said && saidOn) return { on: saidOn, end: said.end, gone: lastDayOfMonth(addDays(today, -1), said.day) };
  const days = [-1, 0, 1, 2].flatMap((ahead) => paidIn(monthOf(today, ahead), context.payDays)).sort();
  const [next, later, latest] = days.filter((day) => day >= today);
  const gone = days.filter((day) => day < today).at(-1);
  if (!next) return undefined;
  const tail = nextAfter(tokens, end);
  const isOther = OTHER.has(before);
  const isDoubtful = isNext(before) || tail !== undefined;
  if (isOther && later) return { on: later, end: tail ?? end, alternatives: [next], gone };
  if (next === today)
    return { on: later ?? next, end: tail ?? end, alternatives: [today, isDoubtful ? latest : undefined], gone };
  return { on: next, end: tail ?? end, alternatives: isDoubtful ? [later] : [], gone };
}

function paidIn(month: Month, payDays: readonly number[]): IsoDate[] {
  return payDays.map((day) => dayWithin(month, day)).sort();
}

const OF_HALF = wordSet("de del do da");

/** "primera quincena de enero", "la segunda quincena": half a month, at whose end people are paid. */
function halfOfMonth(
  tokens: readonly Token[],
  at: number,
  today: IsoDate,
  payDays: readonly number[],
): Found | undefined {
  const place = ordinalNumber(tokens, at);
  if (!place || place.count > 2 || !QUINCENA.has(wordAt(tokens, place.end))) return undefined;
  const end = place.end + 1;
  const said = OF_HALF.has(wordAt(tokens, end)) ? monthNamed(tokens, end, today) : undefined;
  const named: MonthNamed = said ?? {
    months: [monthOf(today), monthOf(today, 1)],
    gone: monthOf(today, -1),
    end,
    named: false,
  };
  const half = (month: Month) => {
    const range =
      place.count === 1
        ? { from: dayWithin(month, 1), to: dayWithin(month, 15) }
        : { from: dayWithin(month, 16), to: lastOf(month) };
    return { range, on: paidIn(month, payDays).find((day) => day >= range.from && day <= range.to) ?? range.to };
  };
  const halves = named.months.map(half);
  const found = halves.find(({ range }) => range.to >= today) ?? halves[0];
  if (!found) return undefined;
  const from = found.range.from < today ? today : found.range.from;
  return {
    on: found.on < from ? found.range.to : found.on,
    end: named.end,
    gone: half(named.gone).on,
    ambiguous: true,
    range: { from, to: found.range.to },
    alternatives: [from, found.range.to],
  };
}
