import type { Token } from "../../tokens.ts";

/** Numbers are counted in millionths, so that "2,5" and "1.234,56" stay exact. */
export const ONE = 1_000_000n;

/** Longer strings of digits are no number that anybody owes. Characters. */
const LONGEST = 21;

/** India's lakhs: "12,34,567.89". Nothing else is written like that. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,6})?$/;

/**
 * What people type between digits. One separator before three digits parts thousands, for no amount has three decimals;
 * with two kinds, the last is the decimal one. `1'500.000` is how Colombia writes millions.
 */
export function readDigits(text: string): bigint | undefined {
  if (text.length > LONGEST) return undefined;
  const separators = text.replace(/\d/g, "");
  if (separators === "") return BigInt(text) * ONE;
  if (LAKHS.test(text)) return fromParts(text.replace(/\..*$/, "").replaceAll(",", ""), text.split(".")[1] ?? "");

  const groups = text.split(/[.,']/);
  const last = groups.at(-1) ?? "";
  const kinds = new Set(separators);
  const isDecimal =
    separators.at(-1) !== "'" &&
    (last.length < 3 ||
      (kinds.size > 1 && last.length !== 3) ||
      (separators.length === 1 && groups[0] === "0") ||
      last.length > 3);
  const whole = isDecimal ? groups.slice(0, -1) : groups;
  if (whole.length > 1 && !whole.slice(1).every((group) => group.length === 3)) return undefined;
  if (whole.length > 1 && (whole[0]?.length ?? 0) > 3) return undefined;
  if (isDecimal && last.length > 6) return undefined;
  return fromParts(whole.join(""), isDecimal ? last : "");
}

/** As `readDigits`, where three digits after the one separator may be decimals: "4,800" of something counted is 4.8. */
export function readDigitsWith(text: string, decimalSeparator: "." | ","): bigint | undefined {
  const [whole = "", fraction, another] = text.split(decimalSeparator);
  const isLoneDecimal = fraction?.length === 3 && another === undefined && /^\d{1,3}$/.test(whole);
  return isLoneDecimal ? fromParts(whole, fraction) : readDigits(text);
}

function fromParts(whole: string, fraction: string): bigint {
  return BigInt(whole) * ONE + BigInt(fraction.padEnd(6, "0"));
}

/** Groups of three digits after one of up to three, each one space apart: "1 500 000", "1 234 567,89". */
export function digitGroupsFrom(tokens: readonly Token[], from: number): number {
  if (!/^\d{1,3}$/.test(tokens[from]?.word ?? "")) return 1;
  let count = 1;
  while (/^\d{3}$/.test(tokens[from + count]?.word ?? "") && isOneSpaceApart(tokens, from + count)) count++;
  const hasTail = /^\d{3}[.,]\d{1,2}$/.test(tokens[from + count]?.word ?? "") && isOneSpaceApart(tokens, from + count);
  return hasTail ? count + 1 : count;
}

/** Nothing but one character between the token and the one before: "200 000", and not "200, 000". */
export function isOneSpaceApart(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return (
    before !== undefined && token !== undefined && token.start - before.end === 1 && before.clause === token.clause
  );
}

/** 1_500_000n is "1.5": exact, without needless zeros. */
export function decimalOf(millionths: bigint): string {
  const sign = millionths < 0n ? "-" : "";
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -6)}${fraction === "" ? "" : `.${fraction}`}`;
}
