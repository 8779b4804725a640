import type { IsoDate } from "../../time.ts";
import { passesLuhn } from "../card-numbers.ts";
import { dayFrom, partsOf } from "../entities/calendar.ts";
import { NUMBER_WORDS } from "../entities/number-words.ts";
import { readDays } from "../entities/read-days.ts";
import type { DayContext } from "../entities/written-dates.ts";
import type { Text } from "../tokens.ts";

export type Proof = { readonly digits?: string; readonly birthDate?: IsoDate };

/** Younger people make no debts, older ones are a slip of the finger. Years. */
const AGES = { least: 10, most: 115 };

/**
 * The last four digits of a document, or a birth date. Of a whole document only its last four are kept; a card number is
 * never read. Eight digits that can be both are both.
 */
export function readIdentityProof(text: Text, context: DayContext): Proof | undefined {
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

/** The one number of the message: four digits if there is one of just four, else all groups together. */
function digitsIn({ words, raw }: Text): string | undefined {
  const numbers = words.filter(({ kind }) => kind === "number").map(({ word }) => word.replace(/\D/g, ""));
  const withCheckDigits = /\d[\d.]{4,}-\d{2}(?!\d)/.exec(raw);
  if (withCheckDigits) return withCheckDigits[0].replace(/\D/g, "");
  if (numbers.length === 0) return spokenDigits(words.map(({ word }) => word));
  const joined = numbers.join("");
  if (joined.length >= 13 && passesLuhn(joined)) return undefined;
  const ofFour = numbers.filter((number) => number.length === 4);
  if (ofFour.length === 1 && numbers.every((number) => number.length === 4 || number.length <= 1)) return ofFour[0];
  const isSpacedOut = numbers.every((number) => number.length <= 4);
  if (isSpacedOut) return joined;
  return numbers.find((number) => number.length >= 4);
}

/** "uno dos tres cuatro", "doce treinta y cuatro". */
function spokenDigits(words: readonly string[]): string | undefined {
  let digits = "";
  let tens = 0n;
  for (const word of words) {
    if (word === "cero" || word === "zero") digits += "0";
    const number = NUMBER_WORDS.get(word);
    if (!number) continue;
    if (number.value < 10n && tens > 0n) {
      digits = digits.slice(0, -1) + number.value.toString();
      tens = 0n;
      continue;
    }
    digits += number.value.toString();
    tens = number.value >= 20n && number.value < 100n && number.value % 10n === 0n ? number.value : 0n;
  }
  return digits.length === 4 ? digits : undefined;
}
