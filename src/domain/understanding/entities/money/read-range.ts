import type { Token } from "../../tokens.ts";
import { ONE } from "../numbers/digits.ts";
import { isNotMoney } from "./not-money.ts";
import { type MoneyPlace, type Said, saidAt } from "./said.ts";

/** Two amounts of which one is meant, or anything between them; both in millionths of the same unit. */
export type RangeReading = {
  readonly kind: "range" | "either";
  readonly from: Said;
  readonly to: Said;
};

const EITHER: ReadonlySet<string> = new Set(["o", "u", "ou", "or"]);
const UP_TO: ReadonlySet<string> = new Set(["a", "hasta", "ate", "to", "al", "-"]);
const BETWEEN: ReadonlySet<string> = new Set(["y", "e", "and", "i"]);
const ARTICLES: ReadonlySet<string> = new Set(["los", "las", "unos", "unas", "os", "as", "uns"]);

/** "entre 100 y 150 mil", "de 50 a 80", "100-150", "100 o 150": what the second is counted in, the first is as well. */
export function rangeAt(tokens: readonly Token[], at: number, place: MoneyPlace): RangeReading | undefined {
  const first = saidAt(tokens, at, place);
  const kind = first && jointAt(tokens, first.end, tokens[at - 1]?.word ?? "");
  if (!first || !kind) return undefined;
  const secondAt = ARTICLES.has(tokens[first.end + 1]?.word ?? "") ? first.end + 2 : first.end + 1;
  const second = saidAt(tokens, secondAt, place);
  if (!second || second.number.others.length > 0 || !isOneMoney(first, second)) return undefined;

  const isDashed = tokens[first.end]?.word === "-";
  const isExplicit = isSaidToBeMoney(first) || isSaidToBeMoney(second);
  if (isDashed && !isExplicit && !(isRound(first) && isRound(second))) return undefined;
  const from = inUnitsOf(first, second, kind);
  const marks = { ...(isDashed && { joined: true as const }) };
  const rejects = (said: Said) =>
    isNotMoney(tokens, { ...said, ...marks, named: said.unit !== undefined, explicit: isExplicit });
  if (rejects(from) || rejects(second)) return undefined;
  return kind === "range" && from.number.millionths >= second.number.millionths
    ? undefined
    : { kind, from, to: second };
}

function jointAt(tokens: readonly Token[], at: number, lead: string): RangeReading["kind"] | undefined {
  const joint = tokens[at];
  if (!joint || joint.clause !== tokens[at - 1]?.clause) return undefined;
  if (EITHER.has(joint.word)) return "either";
  const isBetween = BETWEEN.has(joint.word) && ["entre", "between"].includes(lead);
  return isBetween || UP_TO.has(joint.word) ? "range" : undefined;
}

function isOneMoney(first: Said, second: Said): boolean {
  return first.currency === undefined || second.currency === undefined || first.currency === second.currency;
}

function isSaidToBeMoney({ unit, number }: Said): boolean {
  return unit !== undefined || number.scaled || number.slang;
}

/** "100-150" is a range, "555-1234" a telephone. */
function isRound({ number }: Said): boolean {
  return number.plain && number.millionths % (5n * ONE) === 0n;
}

/** "100 o 150 mil" are a hundred thousand; "500 o mil" are five hundred. */
function inUnitsOf(first: Said, second: Said, kind: RangeReading["kind"]): Said {
  const currency = first.currency ?? second.currency;
  const unit = first.unit ?? second.unit;
  const { scale } = second.number;
  const counted = (first.number.millionths * scale) / ONE;
  const isLess = counted < second.number.millionths || (kind === "either" && counted < 10n * second.number.millionths);
  const isShared = scale > ONE && !first.number.scaled && first.unit === undefined && isLess;
  const number = isShared
    ? { ...first.number, millionths: counted, scaled: true, slang: second.number.slang }
    : first.number;
  return { ...first, number, ...(unit && { unit }), ...(currency && { currency }) };
}
