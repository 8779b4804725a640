import { type IsoDate, weekdayOf } from "../../../src/domain/time.ts";

/** How a language spells months, weekdays and the numbers of a month; what is read is written here by itself. */
type Spelling = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly bareWeekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly number: (number: number) => string;
  readonly nth: (nth: number) => string;
  readonly yearWords: (year: number) => string;
};

const list = (words: string) => words.split(" ");

const SPANISH_NUMBERS = list(
  `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve
veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta`.replace(
    /\n/g,
    " ",
  ),
);

export const SPANISH: Spelling = {
  months: list("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
  shortMonths: list("ene feb mar abr may jun jul ago sep oct nov dic"),
  weekdays: list("lunes martes miércoles jueves viernes sábado domingo"),
  bareWeekdays: list("lunes martes miércoles jueves viernes sábado domingo"),
  shortWeekdays: list("lun mar mié jue vie sáb dom"),
  number: (number) => SPANISH_NUMBERS[number] ?? `treinta y ${SPANISH_NUMBERS[number - 30]}`,
  nth: (nth) => list("primer segundo tercer cuarto quinto")[nth - 1] ?? "",
  yearWords: (year) => `dos mil ${SPANISH_NUMBERS[year - 2000]}`,
};

const PORTUGUESE_NUMBERS = list(
  "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
);

function portugueseNumber(number: number): string {
  const tens = number < 30 ? "vinte" : "trinta";
  if (number < 20) return PORTUGUESE_NUMBERS[number] ?? "";
  return number % 10 === 0 ? tens : `${tens} e ${PORTUGUESE_NUMBERS[number % 10]}`;
}

export const PORTUGUESE: Spelling = {
  months: list("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
  shortMonths: list("jan fev mar abr mai jun jul ago set out nov dez"),
  weekdays: list("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
  bareWeekdays: list("segunda terça quarta quinta sexta sábado domingo"),
  shortWeekdays: list("seg ter qua qui sex sáb dom"),
  number: portugueseNumber,
  nth: (nth) => list("primeira segunda terceira quarta quinta")[nth - 1] ?? "",
  yearWords: (year) => `dois mil e ${portugueseNumber(year - 2000)}`,
};

const ENGLISH_NUMBERS = list(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`,
);
const ENGLISH_PLACES = list(
  `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth`.replace(/\n/g, " "),
);

function englishNumber(number: number): string {
  const tens = number < 30 ? "twenty" : "thirty";
  if (number < 20) return ENGLISH_NUMBERS[number] ?? "";
  return number % 10 === 0 ? tens : `${tens} ${ENGLISH_NUMBERS[number % 10]}`;
}

function englishPlace(number: number): string {
  if (number < 20) return ENGLISH_PLACES[number] ?? "";
  const tens = number < 30 ? "twenty" : "thirty";
  return number % 10 === 0 ? tens.replace("y", "ieth") : `${tens} ${ENGLISH_PLACES[number % 10]}`;
}

export const ENGLISH: Spelling = {
  months: list("January February March April May June July August September October November December"),
  shortMonths: list("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  weekdays: list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
  bareWeekdays: list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
  shortWeekdays: list("Mon Tue Wed Thu Fri Sat Sun"),
  number: englishNumber,
  nth: (nth) => englishPlace(nth),
  yearWords: (year) => `twenty ${englishNumber(year - 2000)}`,
};

const SPELLINGS = { es: SPANISH, "pt-BR": PORTUGUESE, en: ENGLISH } as const;

export type SpelledDay = ReturnType<typeof dayWords>;

/** All the pieces of a day that a phrase may be put together from. */
export function dayWords(on: IsoDate, language: keyof typeof SPELLINGS) {
  const spelling = SPELLINGS[language];
  const [year = "", mm = "", dd = ""] = on.split("-");
  const [m, d] = [Number(mm), Number(dd)];
  const weekday = weekdayOf(on) - 1;
  const ending = d % 10 > 3 || (d > 10 && d < 14) ? "th" : (["th", "st", "nd", "rd"][d % 10] ?? "th");
  return {
    year,
    yy: year.slice(2),
    mm,
    dd,
    m,
    d,
    th: `${d}${ending}`,
    words: language === "en" ? englishPlace(d) : spelling.number(d),
    month: spelling.months[m - 1] ?? "",
    short: spelling.shortMonths[m - 1] ?? "",
    weekday: spelling.weekdays[weekday] ?? "",
    weekdayBare: spelling.bareWeekdays[weekday] ?? "",
    weekdayShort: spelling.shortWeekdays[weekday] ?? "",
    yearWords: spelling.yearWords(Number(year)),
    nth: Math.ceil(d / 7),
  };
}
