import type { CountryCode } from "../phone.ts";
import { isBlankWord } from "./blank-words.ts";
import type { CellReader } from "./cell-reader.ts";
import { debtorKeyOf } from "./columns.ts";
import { readCountry } from "./countries.ts";
import { type Document, readDocument } from "./documents.ts";
import type { ListedDebtor } from "./judged-row.ts";
import { readSubdivision } from "./subdivisions.ts";

/** Who owes. Problems are noted on the reader; what comes back is then of no use. */
export function judgeDebtor(reader: CellReader, country: CountryCode): ListedDebtor {
  const { row, plan } = reader;
  const key = debtorKeyOf(row, plan.columns);
  if (key === "") reader.problem("debtor-missing", "name");

  const document = readDocument(
    {
      type: reader.text("documentType"),
      number: blankless(reader.text("documentNumber")),
      checkDigit: reader.text("checkDigit"),
    },
    country,
  );
  if (document?.checkDigit === "wrong") reader.warn("check-digit-wrong", "documentNumber");
  const birthDate = reader.date("birthDate");
  if (birthDate === undefined && reader.text("birthDate") !== "") reader.warn("birth-date-unreadable", "birthDate");

  const reference = reader.text("debtorReference");
  const name = [reader.text("name"), reader.text("lastName")].filter((part) => part !== "").join(" ");
  if (name === "" && plan.columns.name) reader.warn("name-missing", "name");
  const kind = kindOf({ said: reader.text("personOrCompany"), name, document });
  return {
    key,
    reference: reference === "" ? undefined : reference,
    kind,
    name: name || reference || document?.number || "",
    document,
    birthDate,
    country,
    livesIn: reader.text("country") === "" && plan.countryIsAssumed ? undefined : country,
    subdivision: readSubdivision(reader.text("subdivision"), country),
    zone: zoneOf(reader.text("zone")),
    emails: emailsOf(reader),
    canVerify: kind === "person" && (document?.verifies === true || birthDate !== undefined),
  };
}

/** The row's country, or the file's; `undefined` (and a problem) when the cell names none we know. */
export function judgeCountry(reader: CellReader): CountryCode | undefined {
  const text = reader.text("country");
  if (text === "") return reader.plan.settings.country;
  const country = readCountry(text);
  if (country === undefined) reader.problem("unknown-country", "country");
  return country;
}

function blankless(text: string): string {
  return isBlankWord(text) ? "" : text;
}

function kindOf(seen: { said: string; name: string; document: Document | undefined }): ListedDebtor["kind"] {
  if (
    /^(?:pj|j|e|jur[ií]dica|persona jur[ií]dica|pessoa jur[ií]dica|persona moral|moral|empresa|company|business|organization)$/i.test(
      seen.said,
    )
  )
    return "company";
  if (
    /^(?:pf|pn|n|f|natural|persona natural|persona f[ií]sica|f[ií]sica|pessoa f[ií]sica|persona|person|individual)$/i.test(
      seen.said,
    )
  )
    return "person";
  // A NIT is a company's most often, but a person who trades has one too: then only the name can tell.
  if (seen.document !== undefined && seen.document.type !== "NIT") return seen.document.company ? "company" : "person";
  if (COMPANY_NAME.test(seen.name)) return "company";
  return seen.document?.type === "NIT" && /^[89]/.test(seen.document.number) ? "company" : "person";
}

// Legal forms at the end of a name, as commercial registers of the region write them.
const COMPANY_NAME =
  /(?:^|\s|,)(?:s\.?\s?a\.?\s?s\.?|s\.?\s?a\.?|ltda\.?|limitada|s\.?\s?r\.?\s?l\.?|e\.?\s?i\.?\s?r\.?\s?l\.?|e\.?\s?u\.?|spa|s\.? de r\.?\s?l\.?(?: de c\.?\s?v\.?)?|s\.?\s?a\.? de c\.?\s?v\.?|s\.?\s?a\.?\s?c\.?|eireli|mei|epp|s\/a|inc\.?|llc|corp\.?|& c[ií]a\.?|cooperativa|fundaci[oó]n)$/i;

function zoneOf(text: string): string | undefined {
  return /^[A-Z][A-Za-z_]+\/[A-Za-z_/]+$/.test(text) ? text : undefined;
}

function emailsOf(reader: CellReader): string[] {
  const emails: string[] = [];
  for (const index of reader.plan.columns.email ?? []) {
    const cell = reader.row.cells[index] ?? "";
    if (cell === "" || isBlankWord(cell)) continue;
    for (const part of cell.split(/[;,\s]+/)) {
      if (part === "") continue;
      if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(part)) emails.push(part.toLowerCase());
      else reader.warn("email-unreadable", { column: reader.plan.mapping[index]?.header ?? "", found: part });
    }
  }
  return emails;
}
