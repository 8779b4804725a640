import { type Money, money } from "../../money.ts";
import { type Cue, findCues } from "../entities/cues.ts";
import { MONTHS } from "../entities/day-words.ts";
import type { DayReading } from "../entities/read-days.ts";
import type { Entities } from "../entities/read-entities.ts";
import type { MoneyReading } from "../entities/read-money.ts";
import { ONE, readNumber } from "../entities/read-number.ts";
import type { Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import type { Part } from "./read-promise.ts";

/** A share of what is owed, in hundredths of a percent. */
export type Share = { readonly basisPoints: number; readonly first: number; readonly end: number };

/** What an offer is made of, without what the message denies, tells of the past or quotes from us. */
export type Figures = {
  readonly tokens: readonly Token[];
  readonly cues: readonly Cue[];
  readonly amounts: readonly MoneyReading[];
  readonly days: readonly DayReading[];
  readonly shares: readonly Share[];
  /** Two amounts with "o" or "a" between them: one of them would be chosen for the debtor. */
  readonly isRange: boolean;
};

/** These breaths put no figure forward. */
const UNMADE = ["denies", "past", "another", "callMe", "tooMuch"] as const;

/** The figures that are put forward: "no, 300 no, 200 sí" leaves 200, "en vez de 8 faz em 12" leaves 12. */
export function figuresOf(text: Text, parts: readonly Part[], entities: Entities, { language }: Context): Figures {
  const { tokens } = entities;
  const answered = parts.some(({ breath, cues }) => !breath.asks && hasFigure(breath.words) && isMade(cues));
  const made = parts.filter(({ breath, cues }) => isMade(cues) && !(answered && breath.asks && asksWhy(breath.words)));
  const replaced = replacedIn(tokens);
  const isPut = (at: number) => {
    const token = tokens[at];
    if (!token || replaced.has(at)) return false;
    return made.some(({ breath: { words } }) => {
      const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
      // A sign may lead: "$ 200" begins before the breath's first word.
      return token.start < to && (token.start >= from || (token.kind === "sign" && tokens[at + 1]?.start === from));
    });
  };
  const put = tokens.filter((_, at) => isPut(at));
  const placeOf = new Map(put.map((token, at) => [token, at]));
  const moved = <T extends { readonly first: number; readonly end: number }>(found: readonly T[]): T[] =>
    found.flatMap((each) => {
      const [first, last] = [tokens[each.first], tokens[each.end - 1]];
      const [from, to] = [first && placeOf.get(first), last && placeOf.get(last)];
      return from === undefined || to === undefined ? [] : [{ ...each, first: from, end: to + 1 }];
    });
  const words = text.words.filter((word) => placeOf.has(word));
  const amounts = moved(entities.amounts);
  return {
    tokens: put,
    cues: findCues(text, words, language),
    amounts,
    days: moved(entities.days),
    shares: sharesIn(put, amounts),
    isRange: amounts.some(({ end, range }, index) => range !== undefined || isBetween(put, end, amounts[index + 1])),
  };
}

function isMade(cues: Part["cues"]): boolean {
  // "Gano 1.800 a la semana" offers nothing of it.
  const isIncome = cues.has("income") && !cues.has("willPay") && !cues.has("offersAmount");
  return !isIncome && !UNMADE.some((says) => cues.has(says));
}

/** A number, in digits or words, or a half. */
export function hasFigure(words: readonly Token[]): boolean {
  return words.some(
    ({ kind, word }, at) => kind === "number" || word === "mitad" || readNumber(words, at, "") !== undefined,
  );
}

/** "¿Y por qué solo 2 cuotas? Hazlo en 5": the question quotes our figure. */
function asksWhy(words: readonly Token[]): boolean {
  return words.some(({ word }) => ["solo", "por", "cual", "qual", "only", "why"].includes(word));
}

/** The tokens of a figure that another takes the place of: "en vez de 8", "em vez de 6 de 150". */
function replacedIn(tokens: readonly Token[]): ReadonlySet<number> {
  const replaced = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (!isInstead(tokens, at)) continue;
    let end = at + 2;
    for (let next = end; next < tokens.length && next < end + 4 && tokens[next]?.clause === tokens[at]?.clause; ) {
      const number = readNumber(tokens, next, "");
      if (!number) {
        next++;
        continue;
      }
      end = number.end;
      // "6 de 150", "6 cuotas de 150".
      const joint = tokens[end]?.word === "de" || tokens[end]?.kind !== "word" ? end : end + 1;
      next = tokens[joint]?.word === "de" ? joint + 1 : tokens.length;
    }
    for (let struck = at; struck < end; struck++) replaced.add(struck);
  }
  return replaced;
}

function isInstead(tokens: readonly Token[], at: number): boolean {
  const [lead, noun] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  return (
    (["en", "em", "no", "ao"].includes(lead) && ["vez", "lugar", "inves"].includes(noun)) ||
    (lead === "instead" && noun === "of") ||
    (lead === "rather" && noun === "than")
  );
}

function isBetween(tokens: readonly Token[], end: number, next: MoneyReading | undefined): boolean {
  if (!next || next.first - end > 2) return false;
  const joints = tokens.slice(end, next.first).map(({ word }) => word);
  const isSpan = tokens.slice(Math.max(0, end - 4), end).some(({ word }) => ["entre", "between"].includes(word));
  return joints.some(
    (word) => ["o", "ou", "or", "a", "-"].includes(word) || (isSpan && ["y", "e", "and"].includes(word)),
  );
}

const SHARES: ReadonlyMap<string, number> = new Map([
  ["mitad", 5_000],
  ["metade", 5_000],
  ["half", 5_000],
  ["tercio", 3_333],
  ["terco", 3_333],
]);

/** "la mitad", "el 30 %", "cuarenta por ciento". */
function sharesIn(tokens: readonly Token[], amounts: readonly MoneyReading[]): Share[] {
  return tokens.flatMap(({ word }, at): Share[] => {
    const named = SHARES.get(word);
    if (named !== undefined) return [{ basisPoints: named, first: at, end: at + 1 }];
    if (amounts.some(({ first, end }) => at >= first && at < end)) return [];
    const number = readNumber(tokens, at, "");
    if (!number || (tokens[at - 1] && readNumber(tokens, at - 1, "")?.end === number.end)) return [];
    const end = percentAfter(tokens, number.end);
    if (end === undefined || number.millionths <= 0n || number.millionths > 100n * ONE) return [];
    return [{ basisPoints: Number((number.millionths * 100n) / ONE), first: at, end }];
  });
}

function percentAfter(tokens: readonly Token[], at: number): number | undefined {
  const [sign, noun] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  if (["%", "porciento", "porcento", "percent"].includes(sign)) return at + 1;
  return sign === "por" && ["ciento", "cento"].includes(noun) ? at + 2 : undefined;
}

/** Of what is owed, when that may be known here. Rounded down to the smallest unit. */
export function shareOf({ basisPoints }: Share, { owed }: Context): Money | undefined {
  return owed && money((owed.minor * BigInt(basisPoints)) / 10_000n, owed.currency);
}

/** "En diciembre", "para febrero", without a day of it. */
export function namesMonthAlone({ tokens, days }: Pick<Figures, "tokens" | "days">): boolean {
  return tokens.some(
    ({ word }, at) =>
      MONTHS.has(word) &&
      ["en", "em", "in", "para", "hasta", "y", "e", "entre", "de", "ate"].includes(tokens[at - 1]?.word ?? "") &&
      !days.some(({ first, end, ambiguous }) => at >= first && at < end && !ambiguous),
  );
}
