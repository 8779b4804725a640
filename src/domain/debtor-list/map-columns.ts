import { type ColumnProfile, profileColumn } from "./column-profile.ts";
import {
  AMOUNT_FIELDS,
  type ColumnUse,
  type Confidence,
  DATE_FIELDS,
  type Field,
  type MappedColumn,
  type Mapping,
  REPEATABLE,
} from "./fields.ts";
import { isAge, joinedHeader, NAMES_OF_FIELDS, normalizeHeader, OUR_COLUMNS } from "./header-words.ts";
import type { TableRow } from "./table.ts";

/**
 * Proposes what each column means, by its name in three languages and by what its values look like. Where one name means
 * two things ("Cliente" is a code in Aspel and a name in QuickBooks; "Documento" an invoice or a person's document) the
 * values decide. `chosen` holds what a person decided, now or for an earlier file, by header; it is never overruled.
 */
export function mapColumns(
  headers: readonly string[],
  sample: readonly TableRow[],
  { chosen = {} }: { chosen?: Readonly<Record<string, ColumnUse>> } = {},
): Mapping {
  const columns = new Map<number, MappedColumn>();
  const taken = new Set<Field>();
  const settle = (index: number, use: ColumnUse, confidence: Confidence) => {
    columns.set(index, { index, header: headers[index] ?? "", use, confidence });
    if (isField(use) && !REPEATABLE.has(use)) taken.add(use);
  };

  for (const [index, header] of headers.entries()) {
    const use = Object.hasOwn(chosen, header) ? chosen[header] : undefined;
    if (use !== undefined) settle(index, use, "chosen");
    else if (OUR_COLUMNS.some((ours) => ours === header)) settle(index, "ignore", "sure");
  }

  const profiles = headers.map((_, index) => profileColumn(sample.map((row) => row.cells[index] ?? "")));
  const proposals = headers.flatMap((header, index) =>
    columns.has(index) ? [] : propose({ index, header, profile: profiles[index] ?? profileColumn([]) }),
  );
  for (const { index, field, score } of proposals.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
    if (columns.has(index) || taken.has(field)) continue;
    settle(index, field, score >= SURE ? "sure" : "guess");
  }
  return headers.map((header, index) => columns.get(index) ?? { index, header, use: "extra", confidence: "none" });
}

type Proposal = { readonly index: number; readonly field: Field; readonly score: number };

const SURE = 0.9;

function isField(use: ColumnUse): use is Field {
  return use !== "extra" && use !== "ignore";
}

type Names = { readonly joined: readonly string[]; readonly tokens: readonly (readonly string[])[] };

const NAMES: ReadonlyMap<Field, Names> = new Map(
  [...NAMES_OF_FIELDS].map(([field, names]) => [
    field,
    { joined: names.map(joinedHeader), tokens: names.map(significant).filter(({ length }) => length >= 2) },
  ]),
);

/** How many fields share a header's name: an exact name that means two things is worth less than one that means one. */
const SHARED = new Map<string, number>();
for (const name of [...NAMES.values()].flatMap(({ joined }) => joined)) SHARED.set(name, (SHARED.get(name) ?? 0) + 1);

function propose({ index, header, profile }: { index: number; header: string; profile: ColumnProfile }): Proposal[] {
  const proposals: Proposal[] = [];
  if (isAge(header)) return proposals;
  const joined = joinedHeader(header);
  const tokens = new Set(significant(normalizeHeader(header)));
  for (const [field, names] of NAMES) {
    const byName = nameScore({ joined, tokens }, names);
    const byValues = fits(field, profile);
    if (byValues === 0) {
      if (byName === EXACT && STUBBORN.has(field) && profile.document < 0.5)
        proposals.push({ index, field, score: 0.45 });
      continue;
    }
    // "Documento" over figures as long as a person's document is the person's, unless another column already is.
    const rather = field === "debtReference" && (SHARED.get(joined) ?? 1) > 1 && profile.document > 0.8 ? 0.1 : 0;
    if (byName > 0) proposals.push({ index, field, score: byName * (0.6 + 0.4 * byValues) - rather });
    else if (sniffed(field, profile)) proposals.push({ index, field, score: 0.4 });
  }
  return proposals;
}

const EXACT = 1;

/**
 * Columns whose name means one thing keep it when their values cannot be read: the rows are then wrong and say so, where
 * passing the column over would silently put the file's own currency, basis or nothing in its place.
 */
const STUBBORN: ReadonlySet<Field> = new Set<Field>([
  "balance",
  "currency",
  "dueDate",
  "birthDate",
  "permission",
  "permissionDate",
  "email",
]);

function nameScore(header: { joined: string; tokens: ReadonlySet<string> }, names: Names): number {
  const place = names.joined.indexOf(header.joined);
  // An earlier word of a field's list is the more usual one; the difference only breaks ties.
  if (place !== -1) return (SHARED.get(header.joined) ?? 1) > 1 ? 0.88 - place * 0.0005 : EXACT;
  let best = 0;
  for (const name of names.tokens) {
    const common = name.filter((token) => header.tokens.has(token)).length;
    const score = common / Math.max(name.length, header.tokens.size);
    if (score > best) best = score;
  }
  // Two of three words in common, or three of four.
  return best >= 0.66 ? 0.75 * best : 0;
}

function significant(name: string): string[] {
  return name.split(" ").filter((token) => token.length > 1 && !/^(?:de|del|la|el|los|do|da|the|of)$/.test(token));
}

/** How well values fit a field, from 0 (contradicted) to 1. A column without values contradicts nothing. */
function fits(field: Field, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.6;
  if (DATE_FIELDS.includes(field))
    return profile.date > 0.5 ? 1 : profile.amount > 0.9 && profile.document < 0.5 ? 0.3 : 0;
  if (AMOUNT_FIELDS.includes(field)) return profile.amount > 0.6 && profile.date < 0.5 ? 1 : 0;
  switch (field) {
    case "phone":
      return profile.phone > 0.5 ? 1 : 0;
    case "email":
      return profile.email > 0.5 ? 1 : 0;
    case "currency":
      return profile.currency > 0.6 ? 1 : 0;
    case "country":
      return profile.country > 0.6 ? 1 : 0;
    case "subdivision":
      return profile.subdivision > 0.6 ? 1 : 0;
    case "permission":
      return profile.yesNo > 0.6 ? 1 : profile.date > 0.6 ? 0.5 : 0;
    case "disputed":
      return profile.yesNo > 0.6 ? 1 : 0;
    case "status":
      // "Estado" is how a debt stands, but over SP, RJ and MG it is where its debtor lives.
      if (isSubdivision(profile)) return 0;
      return profile.distinct <= 0.5 || profile.yesNo > 0.8 || profile.words > 0.9 ? 1 : 0;
    case "documentNumber":
      return profile.document > 0.6 ? 1 : profile.code > 0.9 ? 0.4 : 0;
    case "name":
      return profile.words > 0.6 ? 1 : profile.code > 0.8 ? 0 : 0.3;
    case "lastName":
    case "contactName":
      return profile.words > 0.6 && profile.email < 0.2 ? 1 : 0;
    case "debtorReference":
      return profile.code > 0.7 && profile.date < 0.5 ? 1 : profile.words > 0.6 ? 0.1 : 0.5;
    case "debtReference":
      return profile.date > 0.5 ? 0 : profile.code > 0.6 || profile.distinct > 0.9 ? 0.3 + 0.7 * profile.distinct : 0.3;
    case "documentType":
    case "personOrCompany":
      return profile.words > 0.5 && profile.distinct <= 0.8 ? 1 : 0.5;
    default:
      return 1;
  }
}

/** Fields that values alone can suggest when the header says nothing. */
function sniffed(field: Field, profile: ColumnProfile): boolean {
  if (profile.filled === 0) return false;
  if (field === "email") return profile.email > 0.8;
  if (field === "phone") return profile.surePhone > 0.8;
  if (field === "currency") return profile.currency > 0.9;
  if (field === "subdivision") return isSubdivision(profile);
  return false;
}

/** All are parts of a country, and one at least can be nothing else: PA and PE alone may be "pagada" and "pendiente". */
function isSubdivision({ subdivision, surelySubdivision }: ColumnProfile): boolean {
  return subdivision > 0.9 && surelySubdivision > 0;
}
