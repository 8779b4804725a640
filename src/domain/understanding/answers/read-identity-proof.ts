import type { IsoDate } from "../../time.ts";
import { passesLuhn } from "../card-numbers.ts";
import { dayFrom, partsOf } from "../entities/calendar.ts";
import { NUMBER_WORDS } from "../entities/number-words.ts";
import { readDays } from "../entities/read-days.ts";
import type { DayContext } from "../entities/written-dates.ts";
import type { Text, Token } from "../tokens.ts";
import { breathsOf } from "./breaths.ts";

export type Proof = { readonly digits?: string; readonly birthDate?: IsoDate };

/** Younger people make no debts, older ones are a slip of the finger. Years. */
const AGES = { least: 10, most: 115 };

/** "5-5-0-2", "4 3 2 1": four digits one by one, and no other number. */
const SPACED_OUT = /^\D*(?<!\d[-. ])(\d(?:[-. ]\d){3})(?![-. ]?\d)\D*$/;

/**
 * The last four digits of a document, or a birth date. Of a whole document only its last four are kept; a card number is
 * never read. Eight digits that can be both are both.
 */
export function readIdentityProof(text: Text, context: DayContext): Proof | undefined {
  const spaced = SPACED_OUT.exec(text.raw);
  if (spaced) return { digits: spaced[1]?.replace(/\D/g, "") ?? "" };
  const birthDate = birthDateIn(text, context);
  if (birthDate) return { birthDate };

  const digits = digitsIn(text);
  if (digits === undefined || digits.length < 4 || digits.length > 12) return undefined;
  const compact = digits.length === 8 ? compactDate(digits, context.today) : undefined;
  return { digits: digits.slice(-4), ...(compact && { birthDate: compact }) };
}

function birthDateIn({ tokens }: Text, context: DayContext): IsoDate | undefined {
  const candidates = readDays(tokens, context).filter(
    ({ on, ambiguous }) => !ambiguous && isBirthDate(on, context.today),
  );
  return candidates.length === 1 ? candidates[0]?.on : undefined;
}

function isBirthDate(on: IsoDate, today: IsoDate): boolean {
  const age = partsOf(today).year - partsOf(on).year;
  return age >= AGES.least && age <= AGES.most;
}

/** 15031985, 19850315. */
function compactDate(digits: string, today: IsoDate): IsoDate | undefined {
  const at = (from: number, to: number) => Number(digits.slice(from, to));
  const dayFirst = dayFrom({ day: at(0, 2), month: at(2, 4), year: at(4, 8) });
  const yearFirst = dayFrom({ year: at(0, 4), month: at(4, 6), day: at(6, 8) });
  return [dayFirst, yearFirst].find((on) => on !== undefined && isBirthDate(on, today));
}

/**
 * The one number of the message: four digits if there is one of just four, else all groups together; in words where there are
 * none. A number that is asked about or denied ("¿final 4821? el mío no es") proves nothing.
 */
function digitsIn(text: Text): string | undefined {
  const { raw } = text;
  const breaths = breathsOf(text);
  if (breaths.some(({ words }) => words.some(({ word }) => ["no", "nao", "not"].includes(word)) && hasDigits(words)))
    return undefined;
  const words = breaths
    .filter(({ asks, words: each }) => !asks || breaths.length === 1 || !hasDigits(each) || each.length <= 2)
    .flatMap((breath) => breath.words);
  const numbers = words.filter(({ kind }) => kind === "number").map(({ word }) => word.replace(/\D/g, ""));
  const withCheckDigits = /\d[\d.]{4,}-\d{2}(?!\d)/.exec(raw);
  if (withCheckDigits) return withCheckDigits[0].replace(/\D/g, "");
  const spoken = spokenDigits(words);
  if (numbers.length === 0 || (spoken !== undefined && numbers.every((number) => number.length <= 1)))
    return spoken ?? joinedOf(numbers);
  const joined = numbers.join("");
  if (joined.length >= 13 && passesLuhn(joined)) return undefined;
  const ofFour = new Set(numbers.filter((number) => number.length === 4));
  const [only] = ofFour;
  if (ofFour.size === 1 && numbers.every((number) => number.length === 4 || number.length <= 1)) return only;
  return ofFour.size > 1 ? undefined : joinedOf(numbers);
}

function hasDigits(words: readonly Token[]): boolean {
  return words.some(({ kind }) => kind === "number");
}

function joinedOf(numbers: readonly string[]): string | undefined {
  if (numbers.length === 0) return undefined;
  return numbers.every((number) => number.length <= 4)
    ? numbers.join("")
    : numbers.find((number) => number.length >= 4);
}

/** "uno dos tres cuatro", "doce treinta y cuatro", "meia zero dois sete": four digits in one run; "los últimos cuatro" is none. */
function spokenDigits(words: readonly Token[]): string | undefined {
  const runs: string[] = [];
  let digits = "";
  let tens = 0n;
  for (const { word } of [...words, END]) {
    const value = word === "cero" || word === "zero" ? 0n : word === "meia" ? 6n : NUMBER_WORDS.get(word)?.value;
    if (value === undefined && ["y", "e"].includes(word) && tens > 0n) continue;
    if (value === undefined || value > 99n) {
      runs.push(digits);
      digits = "";
      tens = 0n;
    } else if (value > 0n && value < 10n && tens > 0n) {
      digits = digits.slice(0, -1) + value.toString();
      tens = 0n;
    } else {
      digits += value.toString();
      tens = value >= 20n && value % 10n === 0n ? value : 0n;
    }
  }
  const ofFour = runs.filter((run) => run.length === 4);
  return ofFour.length === 1 ? ofFour[0] : undefined;
}

const END = { word: "" };
