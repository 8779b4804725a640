import type { IsoDate } from "../../time.ts";
import type { Token } from "../tokens.ts";
import { partsOf } from "./calendar.ts";
import { ORDINAL_DAYS, ORDINAL_WEEKDAYS, SHORT_WEEKDAYS, WEEKDAYS } from "./day-words.ts";
import { ONE, readNumber } from "./read-number.ts";

/** After a number, these say that it is no day. */
export const COUNTS_ELSE: ReadonlySet<string> = new Set([
  "mil",
  "k",
  "pesos",
  "soles",
  "reais",
  "%",
  "cuotas",
  "pagos",
  "millones",
  "de",
]);

type WeekdayWord = { readonly weekday: number; readonly end: number; readonly short: boolean };

/** Two digits are a year up to twenty years ahead, else one of the last century. */
export function fullYear(today: IsoDate, twoDigits: number): number {
  return 2000 + twoDigits > partsOf(today).year + 20 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** "2027", "de 85", "de mil novecientos noventa". */
export function yearNumber(
  tokens: readonly Token[],
  at: number,
  { today, afterConnector }: { today: IsoDate; afterConnector: boolean },
): { year: number; end: number } | undefined {
  const text = tokens[at]?.kind === "number" ? (tokens[at]?.word ?? "") : "";
  if (/^(19|20)\d{2}$/.test(text)) return { year: Number(text), end: at + 1 };
  if (!afterConnector) return undefined;
  if (/^\d{2}$/.test(text) && !COUNTS_ELSE.has(tokens[at + 1]?.word ?? ""))
    return { year: fullYear(today, Number(text)), end: at + 1 };
  const words = text === "" ? readNumber(tokens, at, "") : undefined;
  if (!words || words.millionths < 1_900n * ONE || words.millionths > 2_100n * ONE) return undefined;
  return { year: Number(words.millionths / ONE), end: words.end };
}

/** "de la próxima semana" (1), "de esta semana" (0), "da semana que vem" (1), "semana passada" (-1). */
export function weekAfter(tokens: readonly Token[], at: number): { weeks: number; end: number } | undefined {
  const start = skip(tokens, at, ["de", "da", "do", "la", "of", "en", "nesta", "the"]);
  const first = tokens[start]?.word ?? "";
  const isThis = ["esta", "desta", "dessa", "essa", "this", "nesta"].includes(first);
  const weekAt = isThis || isNext(first) ? start + 1 : start;
  if (!["semana", "week"].includes(tokens[weekAt]?.word ?? "")) return undefined;
  if (isThis) return { weeks: 0, end: weekAt + 1 };
  if (isNext(first)) return { weeks: 1, end: weekAt + 1 };
  if (["pasada", "passada"].includes(tokens[weekAt + 1]?.word ?? "")) return { weeks: -1, end: weekAt + 2 };
  const next = nextAfter(tokens, weekAt + 1);
  return next === undefined ? undefined : { weeks: 1, end: next };
}

/** "del próximo mes" (1), "de este mes" (0), "do mês que vem" (1). */
export function monthAfter(tokens: readonly Token[], at: number): { ahead: number; end: number } | undefined {
  const start = skip(tokens, at, ["de", "del", "do", "el", "of"]);
  const first = tokens[start]?.word ?? "";
  const isThis = ["este", "deste", "desse", "this"].includes(first);
  const monthAt = isThis || isNext(first) ? start + 1 : start;
  if (!["mes", "month"].includes(tokens[monthAt]?.word ?? "")) return undefined;
  if (isThis) return { ahead: 0, end: monthAt + 1 };
  if (isNext(first)) return { ahead: 1, end: monthAt + 1 };
  const next = nextAfter(tokens, monthAt + 1);
  return next === undefined ? undefined : { ahead: 1, end: next };
}

export function isNext(word: string): boolean {
  return ["proximo", "proxima", "next", "otro", "otra", "outra", "outro", "entrante", "siguiente"].includes(word);
}

/** The end of "que viene", "que vem", "próximo", "entrante" after a weekday, week or month. */
export function nextAfter(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.word === "que" && ["viene", "vem", "entra", "sigue"].includes(tokens[at + 1]?.word ?? ""))
    return at + 2;
  return isNext(tokens[at]?.word ?? "") ? at + 1 : undefined;
}

/** `bare`: Portuguese weekdays without "feira" count, where Spanish would hear an ordinal. */
export function weekdayWord(tokens: readonly Token[], at: number, bare: boolean): WeekdayWord | undefined {
  const word = tokens[at]?.word ?? "";
  const whole = WEEKDAYS.get(word);
  if (whole !== undefined) return { weekday: whole, end: at + 1, short: false };

  const ordinal = ORDINAL_WEEKDAYS.get(word) ?? ordinalFeira(tokens, at);
  if (ordinal !== undefined) {
    const feiraAt = skip(tokens, at + 1, ["-", "a"]);
    if (tokens[feiraAt]?.word === "feira") return { weekday: ordinal, end: feiraAt + 1, short: false };
    const before = tokens[at - 1]?.word ?? "";
    const isOption = ["la", "a", "opcao", "opcion", "cuota", "parcela"].includes(before);
    const isDay =
      ["na", "nessa", "nesta", "ate", "essa", "esta", "proxima"].includes(before) && tokens[at]?.kind === "word";
    if (tokens[at]?.kind === "word" && !isOption && (bare || isDay))
      return { weekday: ordinal, end: at + 1, short: false };
  }
  const short = SHORT_WEEKDAYS.get(word);
  return short === undefined ? undefined : { weekday: short, end: at + 1, short: true };
}

/** "2ª feira". */
function ordinalFeira(tokens: readonly Token[], at: number): number | undefined {
  const digit = /^[2-6]$/.test(tokens[at]?.word ?? "") ? Number(tokens[at]?.word) : undefined;
  const feiraAt = skip(tokens, at + 1, ["-", "a"]);
  return digit !== undefined && tokens[feiraAt]?.word === "feira" ? digit - 1 : undefined;
}

/** A number from 1 to 31, in digits or words, with its "º" or "th". */
export function dayNumber(tokens: readonly Token[], at: number): { day: number; end: number } | undefined {
  const ordinal = ORDINAL_DAYS.get(tokens[at]?.word ?? "");
  if (ordinal !== undefined) return { day: ordinal, end: at + 1 };
  const token = tokens[at];
  if (token?.kind === "number") {
    if (!/^\d{1,2}$/.test(token.word)) return undefined;
    const day = Number(token.word);
    if (day < 1 || day > 31) return undefined;
    const suffix = tokens[at + 1];
    const isOrdinal =
      suffix?.start === token.end &&
      ["°", "o", "a", "st", "nd", "rd", "th", "ro", "er", "mo", "vo"].includes(suffix.word);
    return { day, end: isOrdinal ? at + 2 : at + 1 };
  }
  const number = readNumber(tokens, at, "");
  if (!number || number.scaled || number.millionths % ONE !== 0n) return undefined;
  const day = Number(number.millionths / ONE);
  return day >= 1 && day <= 31 ? { day, end: number.end } : undefined;
}

export function isHour(tokens: readonly Token[], at: number): boolean {
  return ["am", "pm", "hs", "hrs", ":", "horas", "h"].includes(tokens[at]?.word ?? "");
}

/** "en la mañana", "por la tarde", "temprano" after a day say when, not which. */
export function skipDayTime(tokens: readonly Token[], at: number): number {
  const start = skip(tokens, at, ["en", "por", "a", "de", "la", "na", "pela", "in", "the", "mismo"]);
  return ["manana", "tarde", "noche", "noite", "manha", "morning", "afternoon", "evening"].includes(
    tokens[start]?.word ?? "",
  )
    ? start + 1
    : at;
}

export function skip(tokens: readonly Token[], from: number, words: readonly string[]): number {
  let at = from;
  while (words.includes(tokens[at]?.word ?? "")) at++;
  return at;
}

export function isDateSeparator(token: Token | undefined): boolean {
  return token?.word === "/" || token?.word === "-";
}
