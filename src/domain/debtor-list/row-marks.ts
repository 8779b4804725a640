import { type CountryCode, toE164 } from "../phone.ts";
import { cellOf, debtorKeyOf } from "./columns.ts";
import { readCountry } from "./countries.ts";
import { readDocument } from "./documents.ts";
import { apart } from "./judge-contacts.ts";
import type { Plan } from "./plan.ts";
import type { TableRow } from "./table.ts";

/**
 * Whom a row speaks of although it is wrong, whatever is wrong with it: `ref:…`, `doc:…` and `tel:…` (the WhatsApp key, or the
 * digits of a number that cannot be read), or the name where a list knows its debtors by nothing else. In a line that could
 * not be cut into cells every long run of digits may be either.
 */
export function marksOfRow(row: TableRow, { columns, settings }: Plan): string[] {
  if (row.malformed) return digitsIn(row.cells.join(" ")).flatMap((digits) => [`doc:${digits}`, `tel:${digits}`]);
  const country = readCountry(cellOf(row, columns, "country")) ?? settings.country;
  const marks = new Set([debtorKeyOf(row, columns)]);
  const number = cellOf(row, columns, "documentNumber");
  const document = readDocument(
    { type: cellOf(row, columns, "documentType"), number, checkDigit: cellOf(row, columns, "checkDigit") },
    country,
  );
  if (document) marks.add(`doc:${document.number}`);
  for (const index of columns.phone ?? [])
    for (const found of apart(row.cells[index] ?? ""))
      for (const mark of marksOfNumber(found, country)) marks.add(mark);
  marks.delete("");
  return [...marks];
}

function marksOfNumber(text: string, country: CountryCode | undefined): string[] {
  const phone = country && toE164(text, country);
  if (phone && "key" in phone) return [`tel:${phone.key}`];
  return digitsIn(text.replace(/[\s().+\-/]/g, "")).map((digits) => `tel:${digits}`);
}

/** Runs as long as a number or a document can be. */
function digitsIn(text: string): string[] {
  return text.match(/\d{5,15}/g) ?? [];
}
