import { type Currency, money } from "../money.ts";
import type { CountryCode } from "../phone.ts";
import type { IsoDate } from "../time.ts";
import { type CellReader, cellReader } from "./cell-reader.ts";
import { debtReferenceOf } from "./columns.ts";
import type { Field } from "./fields.ts";
import { judgeContacts } from "./judge-contacts.ts";
import { judgeCountry, judgeDebtor } from "./judge-debtor.ts";
import { judgeCurrency, judgeMoney, type RowMoney } from "./judge-money.ts";
import { judgePermission } from "./judge-permission.ts";
import type { JudgedRow, ListedDebt, WrongRow } from "./judged-row.ts";
import type { Plan } from "./plan.ts";
import { skipReason } from "./skip-row.ts";
import type { TableRow } from "./table.ts";
import { saysYesOrNo } from "./yes-no.ts";

/**
 * A row of the business's file as a debt, as something that is nobody's debt, or with all that is wrong with it at once. The
 * dry run and the import are both this function. An invoice on several rows is judged where it stands first (`Repeat`).
 */
export function judgeRow(row: TableRow, plan: Plan): JudgedRow {
  if (row.malformed) return malformed(row);
  const skipped = skipReason(row, plan);
  if (skipped) return { kind: "skipped", row: row.number, because: skipped };
  const repeat = plan.repeats.get(row.number);
  if (repeat?.first === false) return { kind: "skipped", row: row.number, because: "repeated-line", of: repeat.of };

  const reader = cellReader(row, plan);
  const spill = row.cells.slice(plan.mapping.length).filter((cell) => cell !== "");
  if (spill.length > 0) reader.problem("too-many-cells", { column: "", found: spill.join(" ") });
  const country = judgeCountry(reader);
  const currency = country && judgeCurrency(reader, country);
  if (!country || !currency) return wrong(reader);

  const debtor = judgeDebtor(reader, country);
  const contacts = judgeContacts(reader, debtor);
  const permission = judgePermission(reader);
  const debt = judgeDebt(reader, { currency, country });
  if (debt === undefined || reader.problems.length > 0) return wrong(reader);
  if (debt.owed.minor < 0n) return { kind: "skipped", row: row.number, because: "credit-balance" };
  const extra = extraOf(reader);
  return { kind: "debt", row: row.number, debtor, contacts, debt, permission, extra, warnings: reader.warnings };
}

function malformed(row: TableRow): WrongRow {
  const code = row.malformed === "too-long" ? "row-too-long" : "quote-not-closed";
  const found = (row.cells[0] ?? "").slice(0, 80);
  return { kind: "error", row: row.number, problems: [{ code, column: "", found }], together: [] };
}

function wrong({ row, problems, plan }: CellReader): WrongRow {
  const repeat = plan.repeats.get(row.number);
  return { kind: "error", row: row.number, problems, together: repeat?.first ? repeat.others : [] };
}

function judgeDebt(
  reader: CellReader,
  { currency, country }: { currency: Currency; country: CountryCode },
): ListedDebt | undefined {
  const own = judgeMoney(reader, currency);
  const issuedOn = day(reader, "issueDate");
  const dueOn = day(reader, "dueDate");
  const settledOn = day(reader, "settledDate");
  if (own === undefined) return undefined;

  const repeat = reader.plan.repeats.get(reader.row.number);
  const others = repeat?.first ? otherLines(reader, { lines: repeat.others, currency, country }) : [];
  if (others.length > 0) reader.warn("lines-summed", "debtReference");
  else if (repeat?.first) reader.warn("lines-counted-once", "debtReference");
  const lines = [{ money: own, dueOn }, ...others];
  const owed = money(
    lines.reduce((total, line) => total + line.money.owed.minor, 0n),
    currency,
  );
  const earliest = lines.flatMap((line) => line.dueOn ?? []).toSorted()[0];
  if (earliest === undefined && reader.plan.columns.dueDate && owed.minor > 0n)
    reader.warn("due-date-missing", "dueDate");

  const settled = lines.every((line) => line.money.settled);
  return {
    reference: debtReferenceOf(reader.row, reader.plan.columns) || madeReference(reader, dueOn),
    description: reader.text("description") || undefined,
    currency,
    principal: money(
      lines.reduce((total, line) => total + line.money.principal.minor, 0n),
      currency,
    ),
    owed,
    issuedOn,
    dueOn: earliest,
    settled,
    settledOn: settled ? settledOn : undefined,
    disputed: saysYesOrNo(reader.text("disputed")) === "yes",
    lines: repeat?.first ? repeat.rows : 1,
  };
}

function day(reader: CellReader, field: Field): IsoDate | undefined {
  const read = reader.date(field);
  if (read === undefined && reader.text(field) !== "") reader.problem("not-a-date", field);
  return read;
}

/** The invoice's other rows, whose problems become the first one's: half an invoice is not imported. */
function otherLines(
  reader: CellReader,
  { lines, currency, country }: { lines: readonly TableRow[]; currency: Currency; country: CountryCode },
): { money: RowMoney; dueOn: IsoDate | undefined }[] {
  return lines.flatMap((line) => {
    const other = cellReader(line, reader.plan);
    if (judgeCurrency(other, country) !== currency) other.problem("other-currency", "currency");
    const read = judgeMoney(other, currency);
    const dueOn = day(other, "dueDate");
    reader.problems.push(...other.problems);
    return read ? [{ money: read, dueOn }] : [];
  });
}

/** Without an invoice number a debt is told from the debtor's others by its due day, else by its words, else it is the only one. */
function madeReference(reader: CellReader, dueOn: IsoDate | undefined): string {
  if (reader.plan.columns.debtReference) reader.warn("reference-made", "debtReference");
  return dueOn ?? (reader.text("description") || "1");
}

function extraOf({ plan, row }: CellReader): Readonly<Record<string, string>> {
  // From entries, because a header may be any text, "__proto__" too.
  return Object.fromEntries(
    plan.extras.flatMap(({ header, index }) => {
      const cell = row.cells[index] ?? "";
      return cell === "" ? [] : [[header, cell] as const];
    }),
  );
}
