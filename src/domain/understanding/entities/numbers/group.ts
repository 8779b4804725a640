import { ONE } from "./digits.ts";
import type { Part, PartReader } from "./parts.ts";

/** A number without its scales, in millionths; `index` of the part after it, `end` of the token after it. */
export type Group = {
  readonly value: bigint;
  readonly index: number;
  readonly end: number;
  /** Written in digits. */
  readonly plain: boolean;
  /** A half or a quarter of the scale that follows: "medio millón". */
  readonly part: boolean;
  /** "Ciento y pico mil". */
  readonly more: boolean;
};

/** Below a thousand in words, any number in digits, or "medio" before a scale; with its decimals ("uno punto cinco"). */
export function groupAt(part: PartReader, at: number): Group | undefined {
  const group = partAt(part, at) ?? digitsAt(part, at) ?? zeroAt(part, at) ?? wordsAt(part, at);
  if (!group || group.part) return group;
  const whole = withHundred(group, part);
  return withHalf(whole, part) ?? withMore(whole, part) ?? withDecimals(whole, part) ?? whole;
}

/** "medio millón", "media luca", "half a million", "un cuarto de millón". */
function partAt(part: PartReader, at: number): Group | undefined {
  const found = part(at);
  if (found?.kind !== "part" || part(at + 1)?.kind !== "scale") return undefined;
  return { value: (found.quarters * ONE) / 4n, index: at + 1, end: found.end, plain: false, part: true, more: false };
}

function digitsAt(part: PartReader, at: number): Group | undefined {
  const found = part(at);
  return found?.kind === "digits" ? group(found.value, at + 1, found.end, true) : undefined;
}

function zeroAt(part: PartReader, at: number): Group | undefined {
  const found = part(at);
  return found?.kind === "zero" ? group(0n, at + 1, found.end, false) : undefined;
}

function group(value: bigint, index: number, end: number, plain: boolean): Group {
  return { value, index, end, plain, part: false, more: false };
}

function wordsAt(part: PartReader, from: number): Group | undefined {
  let total = 0n;
  let index = from;
  let end = 0;
  for (let at = from; ; ) {
    const found = part(at);
    if (found?.kind !== "word" || total % found.within !== 0n || endsInTeens(total, found, part(at - 1))) break;
    total += found.value;
    index = at + 1;
    ({ end } = found);
    const after = skipJoint(part, index, total);
    if (after === undefined) break;
    at = after;
  }
  if (index > from) return group(total, index, end, false);
  const first = part(from);
  return first?.kind === "hundred" ? group(100n * ONE, from + 1, first.end, false) : undefined;
}

/** "Dez" takes both last places; "vinte um" leaves one, and so does the "diez" of "diez y seis". */
function endsInTeens(total: bigint, { value }: Extract<Part, { kind: "word" }>, before: Part | undefined): boolean {
  const last = total % (100n * ONE);
  if (last < 10n * ONE || last >= 20n * ONE) return false;
  const isOldTeen = last === 10n * ONE && value >= 6n * ONE && before?.kind === "connector" && before.word !== "and";
  return !isOldTeen;
}

/**
 * Past a hyphen or a connector, where the language has one: "y" joins tens and ones alone ("treinta y dos"), or follows
 * "ciento", which cannot stand without; "entre cien y ciento veinte" are two numbers.
 */
function skipJoint(part: PartReader, at: number, total: bigint): number | undefined {
  const index = part(at)?.kind === "hyphen" ? at + 1 : at;
  const found = part(index);
  if (found?.kind !== "connector") return index;
  const next = part(index + 1)?.kind === "hyphen" ? index + 2 : index + 1;
  const following = part(next);
  const isOne = following?.kind === "word" && following.within === 10n * ONE;
  const isJoint = found.word === "y" || found.word === "i" ? isOne && total % (100n * ONE) !== 0n : true;
  return isJoint ? next : undefined;
}

/** "Two hundred and fifty", "twenty-five hundred": hundreds are counted, in English. */
function withHundred(counted: Group, part: PartReader): Group {
  const found = part(counted.index);
  if (found?.kind !== "hundred" || counted.value >= 100n * ONE) return withHundredsTail(counted, part);
  return withHundredsTail(
    { ...counted, value: counted.value * 100n, index: counted.index + 1, end: found.end, plain: false },
    part,
  );
}

function withHundredsTail(counted: Group, part: PartReader): Group {
  if (part(counted.index - 1)?.kind !== "hundred") return counted;
  const joint = part(counted.index);
  const from = joint?.kind === "connector" && joint.word === "and" ? counted.index + 1 : counted.index;
  const tail = wordsAt(part, from);
  if (!tail || tail.value >= 100n * ONE) return counted;
  return { ...tail, value: counted.value + tail.value };
}

/** "Dos y medio millones", "one and a half million": the half stands before the scale. */
function withHalf(counted: Group, part: PartReader): Group | undefined {
  const [joint, half, scale] = [part(counted.index), part(counted.index + 1), part(counted.index + 2)];
  if (joint?.kind !== "connector" || half?.kind !== "part" || scale?.kind !== "scale") return undefined;
  const value = counted.value + (half.quarters * ONE) / 4n;
  return { value, index: counted.index + 2, end: half.end, plain: false, part: false, more: false };
}

/** "Doscientos y pico mil". */
function withMore(counted: Group, part: PartReader): Group | undefined {
  const [joint, found, scale] = [part(counted.index), part(counted.index + 1), part(counted.index + 2)];
  if (joint?.kind !== "connector" || found?.kind !== "more" || scale?.kind !== "scale") return undefined;
  return { ...counted, index: counted.index + 2, end: found.end, plain: false, more: true };
}

/** "Uno punto cinco", "17 coma 42", "dos coma cero cinco": digits after the point are written one behind the other. */
function withDecimals(counted: Group, part: PartReader): Group | undefined {
  if (part(counted.index)?.kind !== "point" || counted.value % ONE !== 0n) return undefined;
  let digits = "";
  let { index, end } = counted;
  for (let at = counted.index + 1; digits.length < 7; ) {
    const next = digitsAt(part, at) ?? zeroAt(part, at) ?? wordsAt(part, at);
    if (!next || next.value % ONE !== 0n) break;
    digits += (next.value / ONE).toString();
    ({ index, end } = next);
    at = index;
  }
  if (digits === "" || digits.length > 6) return undefined;
  return { ...counted, value: counted.value + BigInt(digits.padEnd(6, "0")), index, end, plain: false };
}
