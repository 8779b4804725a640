import { type AmountFormat, amountEvidence } from "./amounts.ts";
import { cellOf, columnsOf, debtorKeyOf, debtReferenceOf } from "./columns.ts";
import { type DateOrder, dateEvidence } from "./dates.ts";
import { AMOUNT_FIELDS, type ColumnUse, DATE_FIELDS, type Mapping } from "./fields.ts";
import { skipReason } from "./skip-row.ts";
import type { TableRow } from "./table.ts";

/**
 * The format of one column over all of the file's rows. `known`: at least one row fits only this one. `any`: no row depends
 * on it. `ambiguous`: every row that depends on it fits both. `mixed`: rows contradict each other. The last two are asked.
 */
export type ColumnFormat<Format extends string> = {
  readonly index: number;
  readonly header: string;
  readonly status: "known" | "any" | "ambiguous" | "mixed";
  readonly format: Format | undefined;
  /** Up to five cells that fit both, for the question. */
  readonly examples: readonly string[];
};

/**
 * An invoice that stands on several rows. Told by its rows: where all show the same amounts and due day, it is the invoice's
 * total written on each line item and counts `once`; else they are its items or instalments, and their `sum` is owed. `others`
 * holds the rows to sum. Counting equal rows once can only ask for too little.
 */
export type Repeat =
  | { readonly first: true; readonly how: "once" | "sum"; readonly rows: number; readonly others: readonly TableRow[] }
  | { readonly first: false; readonly of: number };

export type FileFacts = {
  readonly rows: number;
  readonly amounts: readonly ColumnFormat<AmountFormat>[];
  readonly dates: readonly ColumnFormat<DateOrder>[];
  readonly repeats: ReadonlyMap<number, Repeat>;
  /** Rows whose currency or country cell is empty, when there is such a column. */
  readonly blank: { readonly currency: number; readonly country: number };
};

/** Looks at every row once before any is judged: formats and repeats are facts of the whole file. */
export function startSurvey(mapping: Mapping): { observe(row: TableRow): void; facts(): FileFacts } {
  const columns = columnsOf(mapping);
  const amounts = tallies<AmountFormat>(mapping, { fields: AMOUNT_FIELDS, formats: ["point", "comma"] });
  const dates = tallies<DateOrder>(mapping, { fields: DATE_FIELDS, formats: ["dmy", "mdy"] });
  const invoices = new Map<string, Invoice>();
  const blank = { currency: 0, country: 0 };
  let rows = 0;

  return {
    observe(row) {
      if (row.malformed || skipReason(row, { columns, mapping })) return;
      rows += 1;
      for (const tally of amounts) count(tally, row.cells[tally.index] ?? "", amountEvidence);
      for (const tally of dates) count(tally, row.cells[tally.index] ?? "", dateEvidence);
      if (cellOf(row, columns, "currency") === "") blank.currency += 1;
      if (cellOf(row, columns, "country") === "") blank.country += 1;

      const reference = debtReferenceOf(row, columns);
      const told = reference || cellOf(row, columns, "dueDate") || cellOf(row, columns, "description");
      const key = `${debtorKeyOf(row, columns)}\u001f${told}`;
      const said = SAID.map((field) => cellOf(row, columns, field)).join("\u001f");
      const invoice = invoices.get(key);
      if (!invoice) invoices.set(key, { first: row.number, said, same: true, others: [] });
      else {
        invoice.same &&= invoice.said === said;
        if (invoice.others.length === 0) invoice.others = [row];
        else invoice.others.push(row);
      }
    },
    facts: () => ({
      rows,
      amounts: amounts.map(formatOf),
      dates: dates.map(formatOf),
      repeats: repeatsIn(invoices),
      blank,
    }),
  };
}

/** What must agree on all rows of an invoice for its total to count once. */
const SAID = ["balance", "amount", "paidAmount", "dueDate"] as const;

type Invoice = { readonly first: number; readonly said: string; same: boolean; others: TableRow[] };

type Tally<Format extends string> = {
  readonly index: number;
  readonly header: string;
  readonly formats: readonly Format[];
  readonly seen: Set<Format>;
  readonly either: Set<string>;
  undecided: number;
};

function tallies<Format extends string>(
  mapping: Mapping,
  { fields, formats }: { fields: readonly ColumnUse[]; formats: readonly Format[] },
): Tally<Format>[] {
  return mapping
    .filter(({ use }) => fields.includes(use))
    .map(({ index, header }) => ({
      index,
      header,
      formats,
      seen: new Set<Format>(),
      either: new Set<string>(),
      undecided: 0,
    }));
}

function count<Format extends string>(tally: Tally<Format>, cell: string, evidence: (text: string) => string): void {
  if (cell === "") return;
  const says = evidence(cell);
  if (says === "either") {
    tally.undecided += 1;
    if (tally.either.size < 5) tally.either.add(cell);
  }
  const format = tally.formats.find((one) => one === says);
  if (format !== undefined) tally.seen.add(format);
}

function formatOf<Format extends string>(tally: Tally<Format>): ColumnFormat<Format> {
  const [only, second] = tally.seen;
  const status =
    second !== undefined ? "mixed" : only !== undefined ? "known" : tally.undecided > 0 ? "ambiguous" : "any";
  const format = status === "known" ? only : undefined;
  return { index: tally.index, header: tally.header, status, format, examples: [...tally.either] };
}

function repeatsIn(invoices: ReadonlyMap<string, Invoice>): ReadonlyMap<number, Repeat> {
  const repeats = new Map<number, Repeat>();
  for (const { first, same, others } of invoices.values()) {
    if (others.length === 0) continue;
    repeats.set(first, {
      first: true,
      how: same ? "once" : "sum",
      rows: others.length + 1,
      others: same ? [] : others,
    });
    for (const other of others) repeats.set(other.number, { first: false, of: first });
  }
  return repeats;
}
