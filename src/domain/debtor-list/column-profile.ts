import { amountEvidence } from "./amounts.ts";
import { isBlankWord } from "./blank-words.ts";
import { readCountry } from "./countries.ts";
import { readCurrency } from "./currencies.ts";
import { dateEvidence } from "./dates.ts";
import { isSurelySubdivision, readSubdivision } from "./subdivisions.ts";
import { saysYesOrNo } from "./yes-no.ts";

/** What the values of a column look like: shares from 0 to 1 of the cells that hold something. */
export type ColumnProfile = {
  readonly filled: number;
  readonly phone: number;
  /** Phones that can be little else: with +, or a mobile's length and start in one of our countries. */
  readonly surePhone: number;
  readonly email: number;
  readonly date: number;
  readonly amount: number;
  readonly document: number;
  readonly code: number;
  readonly words: number;
  readonly yesNo: number;
  readonly currency: number;
  readonly country: number;
  /** Parts of a country, by letters or name; `surelySubdivision` are those that can mean nothing else. */
  readonly subdivision: number;
  readonly surelySubdivision: number;
  /** Different values among the filled ones: 1 when none repeats. */
  readonly distinct: number;
};

/** @param values the cells of one column, of at most a few hundred rows. */
export function profileColumn(values: readonly string[]): ColumnProfile {
  const filled = values.filter((value) => value !== "" && (!isBlankWord(value) || /^0+$/.test(value)));
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: values.length === 0 ? 0 : filled.length / values.length,
    phone: share(looksLikePhone),
    surePhone: share((value) => SURE_PHONE.test(value.replace(/[\s().-]/g, ""))),
    email: share((value) => EMAIL.test(value)),
    date: share((value) => DATE_SHAPE.test(value) && dateEvidence(value) !== "no-date"),
    amount: share((value) => amountEvidence(value) !== "no-amount"),
    document: share((value) => DOCUMENT.test(value.replace(/[\s.]/g, ""))),
    code: share((value) => /\d/.test(value) && /^[\p{L}\d][\p{L}\d./_-]{0,30}$/u.test(value)),
    words: share((value) => /\p{L}{2}/u.test(value) && !/\d{3}/.test(value) && !EMAIL.test(value)),
    yesNo: share((value) => saysYesOrNo(value) !== undefined),
    currency: share(
      (value) =>
        /^(?:\$|pesos?|moneda nacional|m\.?n\.?)$/i.test(value) || readCurrency(value, undefined) !== undefined,
    ),
    country: share((value) => readCountry(value) !== undefined),
    subdivision: share((value) => (readSubdivision(value, "BR") ?? readSubdivision(value, "GB")) !== undefined),
    surelySubdivision: share(isSurelySubdivision),
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
  };
}

const EMAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+/;
const SURE_PHONE = /^(?:\+\d{8,15}|(?:57)?3\d{9}|(?:55)?[1-9]{2}9\d{8}|(?:521?)[1-9]\d{9}|569\d{8}|51?9\d{8})$/;
const DOCUMENT =
  /^(?:\d{6,14}(?:-?[\dkK])?|\d{2,3}-?\d{7,8}-?\d|\d{9}-?\d{2}|\d{8}\/?\d{4}-?\d{2}|[A-Za-z&Ñ]{3,4}\d{6}[A-Za-z\d]{3})$/;
// A serial number is a date only in a column named one; here a date has separators, month names or eight figures.
const DATE_SHAPE = /[/-].*[/-]|\p{L}{3}|^(?:19|20)\d{6}(?:\.0)?$|^\d{1,2}[. ]\d{1,2}[. ]\d{2,4}/u;

function looksLikePhone(value: string): boolean {
  const first = value.split(/[/;,|]/)[0] ?? "";
  const digits = first.replace(/\D/g, "");
  return (
    (digits.length >= 7 && digits.length <= 15 && /^[+(\d][\d\s().+-]*$/.test(first.trim())) ||
    /^\d[.,]\d+E\+?\d+$/i.test(value)
  );
}
