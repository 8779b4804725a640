import type { IsoDate } from "../../time.ts";
import type { Token } from "../tokens.ts";
import { type Month, monthOf, partsOf } from "./calendar.ts";
import {
  COUNTS_ELSE,
  MONEY_SIGNS,
  MONTH,
  MONTHS,
  ORDINAL_WEEKDAYS,
  ORDINALS,
  SHORT_WEEKDAYS,
  WEEK,
  WEEKDAYS,
  wordSet,
} from "./day-words.ts";
import { NUMBER_WORDS } from "./number-words.ts";

type WeekdayWord = { readonly weekday: number; readonly end: number; readonly short: boolean };
export type Ahead = { readonly ahead: number; readonly end: number };

export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? "";
}

/** Nobody puts more small words than this between two that matter; a limit keeps a long row of them linear. */
const MOST_SKIPPED = 5;

export function skip(tokens: readonly Token[], from: number, words: ReadonlySet<string>): number {
  let at = from;
  while (at < from + MOST_SKIPPED && words.has(wordAt(tokens, at))) at++;
  return at;
}

/**
 * Whether a token goes on with the sentence of the one before it. "El viernes. 20 mil" is no Friday the 20th, but a full
 * stop after a short word shortens it: "vie. 20", "15 dic. 2026".
 */
export function goesOn(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && (before.clause === token.clause || before.word.length <= 4);
}

/** Two digits are a year up to twenty years ahead, else one of the last century. */
export function fullYear(today: IsoDate, twoDigits: number): number {
  return 2000 + twoDigits > partsOf(today).year + 20 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** "2027", "de 85", "de mil novecientos noventa", "nineteen eighty six". */
export function yearNumber(
  tokens: readonly Token[],
  at: number,
  { today, afterConnector }: { today: IsoDate; afterConnector: boolean },
): { year: number; end: number } | undefined {
  const text = tokens[at]?.kind === "number" ? wordAt(tokens, at) : "";
  if (/^(19|20)\d{2}$/.test(text)) return countsElse(tokens, at + 1) ? undefined : { year: Number(text), end: at + 1 };
  if (afterConnector && /^\d{2}$/.test(text) && !countsElse(tokens, at + 1))
    return { year: fullYear(today, Number(text)), end: at + 1 };
  return text === "" ? yearInWords(tokens, at) : undefined;
}

const THOUSANDS: ReadonlyMap<string, number> = new Map([
  ["mil", 1],
  ["thousand", 1],
]);

function yearInWords(tokens: readonly Token[], at: number): { year: number; end: number } | undefined {
  const two = wordAt(tokens, at) === "dos" || wordAt(tokens, at) === "dois" || wordAt(tokens, at) === "two";
  const thousandAt = two ? at + 1 : at;
  if (THOUSANDS.has(wordAt(tokens, thousandAt))) {
    const rest = smallCount(tokens, skip(tokens, thousandAt + 1, AND));
    const year = (two ? 2000 : 1000) + (rest?.count ?? 0);
    return year >= 1900 && year < 2100 ? { year, end: rest?.end ?? thousandAt + 1 } : undefined;
  }
  const century = wordAt(tokens, at) === "nineteen" ? 1900 : wordAt(tokens, at) === "twenty" ? 2000 : undefined;
  const rest = century === undefined ? undefined : smallCount(tokens, at + 1);
  return century !== undefined && rest && rest.count >= 10 && rest.count < 100
    ? { year: century + rest.count, end: rest.end }
    : undefined;
}

const OF_WEEK = wordSet("de da do la of en in nesta the na no on");
const THIS = wordSet("esta este desta deste dessa desse essa esse this nesta neste nessa nesse");

/** "de la próxima semana" (1), "de esta semana" (0), "da semana que vem" (1), "semana passada" (-1). */
export function weekAfter(tokens: readonly Token[], at: number): Ahead | undefined {
  return spanAhead(tokens, skip(tokens, at, OF_WEEK), WEEK);
}

const OF_MONTH = wordSet("de del do da el la o of in en no the");

/** "del próximo mes" (1), "de este mes" (0), "do mês que vem" (1), "del mes pasado" (-1). */
export function monthAfter(tokens: readonly Token[], at: number): Ahead | undefined {
  return spanAhead(tokens, skip(tokens, at, OF_MONTH), MONTH);
}

/** "esta semana", "próximo mes", "mes que viene": how many of them from the one that is. */
export function spanAhead(tokens: readonly Token[], at: number, units: ReadonlySet<string>): Ahead | undefined {
  const first = wordAt(tokens, at);
  const isThis = THIS.has(first);
  const isOver = OVER.has(first);
  const unitAt = isThis || isOver || isNext(first) ? at + 1 : at;
  if (!units.has(wordAt(tokens, unitAt))) return undefined;
  const next = nextAfter(tokens, unitAt + 1);
  if (isThis && next === undefined) return { ahead: 0, end: unitAt + 1 };
  if (isOver) return { ahead: -1, end: unitAt + 1 };
  if (isNext(first)) return { ahead: 1, end: next ?? unitAt + 1 };
  if (OVER.has(wordAt(tokens, unitAt + 1))) return { ahead: -1, end: unitAt + 2 };
  return next === undefined ? undefined : { ahead: 1, end: next };
}

/** "pasado", "last": before or after what is gone. */
export const OVER = wordSet("pasado pasada passado passada last previous anterior");

const NEXT = wordSet("proximo proxima next otro otra outro outra entrante siguiente seguinte following coming");

export function isNext(word: string): boolean {
  return NEXT.has(word);
}

const COMES = wordSet("viene vienen vem entra sigue");

/** The end of "que viene", "que vem", "próximo", "entrante" after a weekday, week or month. */
export function nextAfter(tokens: readonly Token[], at: number): number | undefined {
  if (wordAt(tokens, at) === "que" && COMES.has(wordAt(tokens, at + 1))) return at + 2;
  return isNext(wordAt(tokens, at)) && goesOn(tokens, at) ? at + 1 : undefined;
}

/** The month that words from `at` on name: "de diciembre de 2027", "del próximo mes", "del mes". */
export type MonthNamed = {
  /** In the order in which they are likely; the first that is not over is meant. */
  readonly months: readonly Month[];
  /** The one before, which a verb of the past means. */
  readonly gone: Month;
  readonly end: number;
  /** A word for a month, not just "mes". */
  readonly named: boolean;
};

const YEAR_LEADS = wordSet("de del do da ano - of");

export function monthNamed(tokens: readonly Token[], from: number, today: IsoDate): MonthNamed | undefined {
  const at = skip(tokens, from, OF_MONTH);
  const month = MONTHS.get(wordAt(tokens, at));
  if (month !== undefined) {
    const yearAt = skip(tokens, at + 1, YEAR_LEADS);
    const year = yearNumber(tokens, yearAt, { today, afterConnector: yearAt > at + 1 });
    if (year)
      return { months: [{ month, year: year.year }], gone: { month, year: year.year }, end: year.end, named: true };
    const now = partsOf(today).year;
    const gone = { month, year: month < partsOf(today).month ? now : now - 1 };
    return { months: [0, 1].map((ahead) => ({ month, year: now + ahead })), gone, end: at + 1, named: true };
  }
  const ahead = spanAhead(tokens, at, MONTH);
  if (ahead) {
    const only = monthOf(today, ahead.ahead);
    return { months: [only], gone: only, end: ahead.end, named: false };
  }
  if (!MONTH.has(wordAt(tokens, at))) return undefined;
  return { months: [monthOf(today), monthOf(today, 1)], gone: monthOf(today, -1), end: at + 1, named: false };
}

const PORTUGUESE_LEADS = wordSet("na nessa nesta ate essa esta proxima outra");
const WEEKDAY_LEADS = wordSet(
  "na no nessa nesta nesse neste ate essa esta este el on proxima proximo outra this next para",
);
/** What makes a Portuguese weekday's name an ordinal again: "a segunda parcela", "terça parte". */
const ORDERED =
  wordSet(`parcela parte vez opcao opcion via quinzena quincena prestacao cuota metade mitad semana fatura factura
  proposta propuesta tentativa pessoa persona divida deuda conta cuenta`);
const OPTION_LEADS = wordSet("la a opcao opcion cuota parcela");

/** `bare`: Portuguese weekdays without "feira" count, where Spanish would hear an ordinal. */
export function weekdayWord(tokens: readonly Token[], at: number, bare: boolean): WeekdayWord | undefined {
  const word = wordAt(tokens, at);
  const whole = WEEKDAYS.get(word);
  if (whole !== undefined) {
    const isName = word === "domingo" && ["santo", "san", "don", "sr", "senor"].includes(wordAt(tokens, at - 1));
    return isName ? undefined : { weekday: whole, end: at + 1, short: false };
  }

  const ordinal = ORDINAL_WEEKDAYS.get(word) ?? ordinalFeira(tokens, at);
  if (ordinal !== undefined) {
    const feiraAt = skip(tokens, at + 1, FEIRA_JOINTS);
    if (["feira", "f"].includes(wordAt(tokens, feiraAt))) return { weekday: ordinal, end: feiraAt + 1, short: false };
    const before = wordAt(tokens, at - 1);
    const isDay = bare ? !OPTION_LEADS.has(before) || isFollowed(tokens, at) : PORTUGUESE_LEADS.has(before);
    const isOrdered = ORDERED.has(wordAt(tokens, at + 1));
    if (tokens[at]?.kind === "word" && isDay && !isOrdered) return { weekday: ordinal, end: at + 1, short: false };
  }
  const short = SHORT_WEEKDAYS.get(word);
  return short === undefined ? undefined : { weekday: short, end: at + 1, short: true };
}

/** "a segunda que vem", "a quarta da próxima semana", "de segunda a sexta": what stands around says that it is a day. */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const from = wordAt(tokens, at - 2);
  const isRange = WEEKDAYS.has(from) || ORDINAL_WEEKDAYS.has(from) || from === "feira";
  return isRange || nextAfter(tokens, at + 1) !== undefined || weekAfter(tokens, at + 1) !== undefined;
}

/** A shortened weekday is one after what leads to a day, and not as a word among others: "no mar", "una vie". */
export function leadsToAWeekday(tokens: readonly Token[], at: number): boolean {
  return WEEKDAY_LEADS.has(wordAt(tokens, at - 1)) && !["mar", "ma", "sun", "mon", "dom"].includes(wordAt(tokens, at));
}

const FEIRA_JOINTS = wordSet("- a ª");

/** "2ª feira". */
function ordinalFeira(tokens: readonly Token[], at: number): number | undefined {
  const digit = /^[2-6]$/.test(wordAt(tokens, at)) ? Number(wordAt(tokens, at)) : undefined;
  const feiraAt = skip(tokens, at + 1, FEIRA_JOINTS);
  return digit !== undefined && wordAt(tokens, feiraAt) === "feira" ? digit - 1 : undefined;
}

const AND = wordSet("y e and -");
const SUFFIXES = wordSet("° º o a ª st nd rd th ro er mo vo to avo");

export type DayNumber = {
  readonly day: number;
  readonly end: number;
  /** Digits, digits with an ending ("15th", "1º"), a word for a number, or a word for a place in a row. */
  readonly written: "digits" | "suffix" | "words" | "ordinal";
};

/** A number from 1 to 31, in digits or words, with its "º" or "th". */
export function dayNumber(tokens: readonly Token[], at: number): DayNumber | undefined {
  const ordinal = ordinalNumber(tokens, at);
  if (ordinal) return ordinal.count <= 31 ? { day: ordinal.count, end: ordinal.end, written: "ordinal" } : undefined;
  const token = tokens[at];
  if (token?.kind === "number") {
    if (!/^\d{1,2}$/.test(token.word)) return undefined;
    const day = Number(token.word);
    if (day < 1 || day > 31) return undefined;
    const suffix = tokens[at + 1];
    // "3.er": the point is no token, but it parts the two.
    const isSuffixed =
      suffix !== undefined && suffix.start - token.end <= (suffix.word === "er" ? 1 : 0) && SUFFIXES.has(suffix.word);
    return isSuffixed ? { day, end: at + 2, written: "suffix" } : { day, end: at + 1, written: "digits" };
  }
  const number = smallCount(tokens, at);
  return number && number.count >= 1 && number.count <= 31
    ? { day: number.count, end: number.end, written: "words" }
    : undefined;
}

/** "primero", "vigésimo segundo", "twenty first". */
export function ordinalNumber(tokens: readonly Token[], at: number): { count: number; end: number } | undefined {
  const first = ORDINALS.get(wordAt(tokens, at));
  const tens = first ?? Number(NUMBER_WORDS.get(wordAt(tokens, at))?.value ?? 0n);
  const unitAt = wordAt(tokens, at + 1) === "-" ? at + 2 : at + 1;
  const unit = [10, 20, 30].includes(tens) ? ORDINALS.get(wordAt(tokens, unitAt)) : undefined;
  if (unit !== undefined && unit < 10) return { count: tens + unit, end: unitAt + 1 };
  return first === undefined ? undefined : { count: first, end: at + 1 };
}

/** A whole number below a thousand, in up to three digits or in words. */
export function smallCount(tokens: readonly Token[], from: number): { count: number; end: number } | undefined {
  if (tokens[from]?.kind === "number")
    return /^\d{1,3}$/.test(wordAt(tokens, from)) ? { count: Number(wordAt(tokens, from)), end: from + 1 } : undefined;
  let total = 0n;
  let end = from;
  for (let at = from; at < from + 6; at = end) {
    const start = at === from ? at : skip(tokens, at, AND);
    const word = NUMBER_WORDS.get(wordAt(tokens, start));
    // "dez" takes both last places; "vinte um" leaves one.
    if (!word || total % word.within !== 0n || (total % 100n >= 10n && total % 100n < 20n)) break;
    total += word.value;
    end = start + 1;
  }
  return end === from ? undefined : { count: Number(total), end };
}

/** Whether what follows a number says that it counts money, people, payments or hours. */
export function countsElse(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (MONEY_SIGNS.has(word)) return tokens[at + 1]?.kind !== "number";
  if (word === "por") return ["ciento", "cento"].includes(wordAt(tokens, at + 1));
  if (word === "x") return tokens[at]?.start === tokens[at - 1]?.end;
  if (OF.has(word)) return OWED.has(wordAt(tokens, skip(tokens, at + 1, ARTICLES)));
  return COUNTS_ELSE.has(word) && goesOn(tokens, at);
}

const OF = wordSet("de del da do of");
const ARTICLES = wordSet("la el lo los las a o the mi minha my");
const OWED = wordSet("total deuda divida debt saldo monto valor balance cuota cuotas parcelas pagos");

const HOUR_PARTS = wordSet("manana tarde noche noite manha madrugada");

/** "5 pm", "3 de la tarde", "8 y media", "9 en punto": the number before was an hour. */
export function isHour(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (["am", "pm", "hs", "hrs", ":", "horas", "hora", "h", "oclock"].includes(word)) return true;
  if (["a", "p"].includes(word) && wordAt(tokens, at + 1) === "m") return true;
  if (["y", "e"].includes(word)) return ["media", "meia", "cuarto", "quarto", "pico"].includes(wordAt(tokens, at + 1));
  if (word === "en" || word === "em") return ["punto", "ponto"].includes(wordAt(tokens, at + 1));
  const hour = Number(wordAt(tokens, at - 1));
  return (
    ["de", "da"].includes(word) &&
    !(hour > 12) &&
    HOUR_PARTS.has(wordAt(tokens, at + (wordAt(tokens, at + 1) === "la" ? 2 : 1)))
  );
}

const DAY_TIME_LEADS = wordSet("en por a al de la na no pela pelo in the mismo mesmo temprano cedo primera hora");
const DAY_TIMES = wordSet("manana tarde noche noite manha mediodia madrugada morning afternoon evening night");
const EXACTLY = wordSet("mismo mesmo mesma misma temprano cedo tempranito");

/** "en la mañana", "por la tarde", "temprano" after a day say when, not which. */
export function skipDayTime(tokens: readonly Token[], at: number): number {
  const start = skip(tokens, at, DAY_TIME_LEADS);
  if (DAY_TIMES.has(wordAt(tokens, start)) && goesOn(tokens, at)) return start + 1;
  return EXACTLY.has(wordAt(tokens, at)) ? at + 1 : at;
}
