import type { Token } from "../tokens.ts";
import { ONE } from "./numbers/digits.ts";
import { type Group, groupAt } from "./numbers/group.ts";
import { type Part, type PartReader, partsFrom } from "./numbers/parts.ts";

export { ONE };

const THOUSAND = 1_000n * ONE;
const MILLION = 1_000_000n * ONE;

export type NumberReading = {
  readonly millionths: bigint;
  /** Index after the last token. */
  readonly end: number;
  /** Written with digits only: no word, no scale. */
  readonly plain: boolean;
  /** A word such as `mil`, `k` or slang was part of it: it is about money or something as large. */
  readonly scaled: boolean;
  /** Slang for money was part of it. */
  readonly slang: boolean;
  /** What the first part was multiplied by, in millionths: a thousand in "150 mil". */
  readonly scale: bigint;
  /** "Ciento y pico": at least that much, and nobody knows how much more. */
  readonly more: boolean;
  /** What else it can mean: "50 lucas" of somebody whose country we do not know, "dos millones quinientos". */
  readonly others: readonly bigint[];
};

/** The longest number that starts at `from`: digits, words, scales ("1,5 millones"), halves ("dos y medio"). */
export function readNumber(tokens: readonly Token[], from: number, country: string): NumberReading | undefined {
  const part = partsFrom(tokens, from, country);
  const reading = sumAt(part, tokens, 0);
  if (!reading) return undefined;
  const others = [...reading.others];
  for (let choice = 1; choice < reading.choices; choice++) {
    const other = sumAt(part, tokens, choice);
    if (other && !others.includes(other.millionths)) others.push(other.millionths);
  }
  return { ...reading, others: others.filter((value) => value !== reading.millionths) };
}

type Term = {
  readonly value: bigint;
  /** What it was multiplied by, and the last scale of it: a million of "mil millones". */
  readonly factor: bigint;
  readonly last: bigint;
  readonly index: number;
  readonly end: number;
  readonly slang: boolean;
  readonly choices: number;
};

/** What has been read so far, and the smallest scale in it. */
type Sum = {
  readonly total: bigint;
  readonly low: bigint;
  readonly index: number;
  readonly end: number;
  readonly digits: boolean;
};

type Next = { readonly term: Term; readonly sum: Sum; readonly others: readonly bigint[] };

/** `choice` picks the value of slang that has several. */
function sumAt(
  part: PartReader,
  tokens: readonly Token[],
  choice: number,
): (NumberReading & { readonly choices: number }) | undefined {
  const first = groupAt(part, 0) ?? impliedOne(part, 0);
  if (!first) return undefined;
  const terms = [scaled(first, part, choice)];
  let [term] = terms as [Term];
  let sum: Sum = { ...term, total: term.value, low: term.last, digits: first.plain };
  let others: readonly bigint[] = [];
  while (sum.low > ONE && !first.part && !first.more) {
    const next = nextTerm(sum, part, tokens, choice);
    if (!next) break;
    ({ term, sum, others } = next);
    terms.push(term);
  }

  const isScaled = terms.some(({ factor }) => factor > ONE);
  const half = term.factor === ONE && isScaled ? undefined : halfAfter(part, sum.index);
  const pico = half ? undefined : moreAfter(part, sum.index);
  // The half of "un millón doscientos mil y medio" is of who knows what.
  const more = first.more || pico !== undefined || (half !== undefined && terms.length > 1);
  return {
    millionths: sum.total + (half ? (half.quarters * term.last) / 4n : 0n),
    end: half?.end ?? pico?.end ?? sum.end,
    plain: first.plain && terms.length === 1 && !isScaled && !half && !more,
    scaled: isScaled,
    slang: terms.some((each) => each.slang),
    scale: terms[0]?.factor ?? ONE,
    more,
    others,
    choices: Math.max(...terms.map((each) => each.choices)),
  };
}

/** "Mil", "millón y medio": one of them. */
function impliedOne(part: PartReader, index: number): Group | undefined {
  const found = part(index);
  if (found?.kind !== "scale") return undefined;
  const isHalved = found.slang && halfAfter(part, index + 1) !== undefined;
  return found.implies || isHalved
    ? { value: ONE, index, end: found.end, plain: false, part: false, more: false }
    : undefined;
}

/** "doscientos mil millones": scales multiply while they grow. */
function scaled(group: Group, part: PartReader, choice: number): Term {
  let { index, end } = group;
  let factor = ONE;
  let last = ONE;
  let slang = false;
  let choices = 1;
  for (let next = scaleAt(part, index); next && !slang; next = scaleAt(part, index)) {
    const own = next.factors[Math.min(choice, next.factors.length - 1)] ?? ONE;
    if (factor > ONE && own <= factor && !next.slang) break;
    factor = (factor * own) / ONE;
    ({ slang, end, index } = next);
    last = slang ? factor : own;
    choices = Math.max(choices, next.factors.length);
  }
  return { value: (group.value * factor) / ONE, factor, last, index, end, slang, choices };
}

function scaleAt(part: PartReader, at: number): (Extract<Part, { kind: "scale" }> & { index: number }) | undefined {
  const index = part(at)?.kind === "hyphen" ? at + 1 : at;
  const found = part(index);
  return found?.kind === "scale" ? { ...found, index: index + 1 } : undefined;
}

/** What follows a scale and is smaller: "un millón | doscientos mil | cincuenta". "Dos mil treinta mil" is two numbers. */
function nextTerm(sum: Sum, part: PartReader, tokens: readonly Token[], choice: number): Next | undefined {
  const start = afterConnector(sum, part);
  const group = start === undefined ? undefined : (groupAt(part, start) ?? impliedOne(part, start));
  if (!group || (group.plain && start !== sum.index)) return undefined;
  const term = scaled(group, part, choice);
  if (group.plain && term.factor === ONE && countsElse(tokens, group)) return undefined;
  const own = { low: term.last, index: term.index, end: term.end, digits: sum.digits || group.plain };
  // "Mil quinientos millones": what came before is multiplied too.
  if (!own.digits && sum.low === THOUSAND && term.factor >= MILLION && group.value < sum.low) {
    if (sum.total >= MILLION) return undefined;
    return { term, sum: { ...own, total: ((sum.total + group.value) * term.factor) / ONE }, others: [] };
  }
  if (term.value >= sum.low || term.factor >= sum.low) return undefined;
  const total = sum.total + term.value;
  return { term, sum: { ...own, total }, others: term.factor === ONE ? othersOf(sum, group) : [] };
}

/**
 * "Dos millones quinientos" is 2,000,500 by the book and 2,500,000 where people count in thousands; the 15 of "50 mil 15" may
 * be a day.
 */
function othersOf({ total }: Sum, { value, plain }: Group): bigint[] {
  if (value >= 100n * ONE && total % MILLION === 0n) return [total + value * 1_000n];
  return plain && value < 32n * ONE ? [total] : [];
}

/**
 * "Mil e quinhentos", "one thousand and five"; in Spanish no "y" stands there, and "200 mil y cien" are two amounts, but for
 * the "mil y quinientos" that people say.
 */
function afterConnector(sum: Sum, part: PartReader): number | undefined {
  const index = part(sum.index)?.kind === "hyphen" ? sum.index + 1 : sum.index;
  const found = part(index);
  if (found?.kind !== "connector") return index;
  if (found.word !== "y" && found.word !== "i") return index + 1;
  const next = part(index + 1);
  const isHundreds = next?.kind === "word" && next.within === THOUSAND;
  return isHundreds && sum.total < 10n * THOUSAND && !sum.digits ? index + 1 : undefined;
}

const COUNTS_ELSE: ReadonlySet<string> = new Set(
  `% / : ° º ª x cuota cuotas pagos parcelas vezes veces meses mes dias dia semanas quincenas am pm hs hrs h horas
  mensualidades abonos letras armadas plazos instalments installments payments months weeks days parcialidades`.split(
    /\s+/,
  ),
);

/** "200 mil 15 cuotas", "50 mil 15/12": the digits after the scale begin something else. */
function countsElse(tokens: readonly Token[], { end, value }: Group): boolean {
  const [before, next] = [tokens[end - 1], tokens[end]];
  const isDashed = next?.word === "-" && next.start === before?.end;
  const isShort = value < 100n * ONE && next !== undefined && next.clause === before?.clause;
  return isDashed || isShort || COUNTS_ELSE.has(next?.word ?? "");
}

/** The half of "dos y medio", "un palo y medio", "a million and a half"; a scale after it makes it a number of its own. */
function halfAfter(part: PartReader, at: number): { quarters: bigint; end: number } | undefined {
  const [joint, found, scale] = [part(at), part(at + 1), part(at + 2)];
  if (joint?.kind !== "connector" || found?.kind !== "part" || scale?.kind === "scale") return undefined;
  return { quarters: found.quarters, end: found.end };
}

function moreAfter(part: PartReader, at: number): { end: number } | undefined {
  const found = part(at)?.kind === "connector" ? part(at + 1) : undefined;
  return found?.kind === "more" ? { end: found.end } : undefined;
}
