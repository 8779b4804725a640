import { type IsoDate, parseIsoDate } from "../time.ts";

/** Which figure of 03/04/2026 is the day. */
export type DateOrder = "dmy" | "mdy";

/** What a date's own writing says about the order: only one fits, both do, or it does not depend on it. */
export type DateEvidence = DateOrder | "either" | "neutral" | "no-date";

/** "03/04/2026" fits both orders; "25/04/2026" only one; "2026-04-03", "20260403.0", "3 abr 2026" and "04/04/2026" need none. */
export function dateEvidence(text: string): DateEvidence {
  const figures = SLASHED.exec(text);
  if (!figures) return readDate(text, { order: "dmy" }) === undefined ? "no-date" : "neutral";
  const first = Number(figures[1]);
  const second = Number(figures[2]);
  const order = second > 12 ? "mdy" : "dmy";
  if (readDate(text, { order }) === undefined) return "no-date";
  if (first === second) return "neutral";
  return first <= 12 && second <= 12 ? "either" : order;
}

/**
 * A day, however the file writes it: figures in the given order with / - . or spaces, ISO, `20190307` and `20190307.0`
 * (SAP), `15 Jul 2026` (Xero), `15 de julio de 2026`, or the serial number a spreadsheet keeps (days since 1900). A time
 * after it is dropped. Two-digit years up to 49 are of this century. `undefined` when it is no day between 1900 and 2100.
 */
export function readDate(text: string, { order }: { order: DateOrder }): IsoDate | undefined {
  const figures = SLASHED.exec(text);
  if (figures) {
    const [, first = "", second = "", year = ""] = figures;
    return order === "dmy" ? day({ year, month: second, day: first }) : day({ year, month: first, day: second });
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return day({ year: iso[1] ?? "", month: iso[2] ?? "", day: iso[3] ?? "" });
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0)?$/.exec(text);
  if (compact) return day({ year: compact[1] ?? "", month: compact[2] ?? "", day: compact[3] ?? "" });
  const serial = /^(\d{4,5})(?:[.,]\d+)?$/.exec(text);
  if (serial) return fromSerial(Number(serial[1]));
  return named(text);
}

const SLASHED = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})(?:[T ,]+\d{1,2}:.*)?$/;

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "ene jan enero janeiro january",
    "feb fev febrero fevereiro february",
    "mar marzo marco march",
    "abr apr abril april",
    "may mai mayo maio",
    "jun junio junho june",
    "jul julio julho july",
    "ago aug agosto august",
    "sep set sept septiembre setiembre setembro september",
    "oct out octubre outubro october",
    "nov noviembre novembro november",
    "dic dez dec diciembre dezembro december",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

function named(text: string): IsoDate | undefined {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const dayFirst = /^(\d{1,2})[\s-]*(?:de\s+|\/|\.)?([a-z]{3,10})\.?[\s/,-]*(?:de[l]?\s+)?(\d{4}|\d{2})$/.exec(plain);
  if (dayFirst) return day({ year: dayFirst[3] ?? "", month: monthOf(dayFirst[2]), day: dayFirst[1] ?? "" });
  const monthFirst = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(plain);
  if (monthFirst) return day({ year: monthFirst[3] ?? "", month: monthOf(monthFirst[1]), day: monthFirst[2] ?? "" });
  return undefined;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS[name ?? ""] ?? 0);
}

function day({ year, month, day }: { year: string; month: string; day: string }): IsoDate | undefined {
  const full = year.length === 2 ? (year <= "49" ? `20${year}` : `19${year}`) : year;
  if (full < "1900" || full > "2100") return undefined;
  return parseIsoDate(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Days since the last of December 1899, as Excel and LibreOffice count; 7,000 is 1919 and 73,000 is 2099. */
function fromSerial(serial: number): IsoDate | undefined {
  if (serial < 7_000 || serial > 73_000) return undefined;
  // Civil date from a day count (Howard Hinnant, "chrono-compatible low-level date algorithms"); 25,569 is 1 January 1970.
  const shifted = serial - 25_569 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return day({ year: String(year), month: String(month), day: String(dayOfMonth) });
}
