import type { Currency, Money } from "../money.ts";
import type { IsoDate } from "../time.ts";
import { type ReadAmount, readAmount } from "./amounts.ts";
import { cellOf } from "./columns.ts";
import { readDate } from "./dates.ts";
import type { Field } from "./fields.ts";
import type { Problem, ProblemCode, Warning, WarningCode } from "./notes.ts";
import type { Plan } from "./plan.ts";
import type { TableRow } from "./table.ts";

/** One row under judgement: reads its cells in the file's formats and gathers what is wrong or worth a look. */
export type CellReader = {
  readonly row: TableRow;
  readonly plan: Plan;
  readonly problems: Problem[];
  readonly warnings: Warning[];
  text(field: Field): string;
  /** `undefined` when the cell is empty, or no amount: then a problem is noted. */
  amount(field: Field, currency: Currency): Money | undefined;
  /** `undefined` when the cell is empty or no day. What that means, the caller says. */
  date(field: Field): IsoDate | undefined;
  problem(code: ProblemCode, at: Field | { readonly column: string; readonly found: string }): void;
  warn(code: WarningCode, at: Field | { readonly column: string; readonly found: string }): void;
};

export function cellReader(row: TableRow, plan: Plan): CellReader {
  const { columns, mapping } = plan;
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const place = (at: Field | { readonly column: string; readonly found: string }) => {
    if (typeof at !== "string") return at;
    const index = columns[at]?.[0];
    return { column: index === undefined ? "" : (mapping[index]?.header ?? ""), found: cellOf(row, columns, at) };
  };
  const reader: CellReader = {
    row,
    plan,
    problems,
    warnings,
    text: (field) => cellOf(row, columns, field),
    amount(field, currency) {
      const text = cellOf(row, columns, field);
      if (text === "" || text === "-") return undefined;
      const format = plan.amountFormats.get(columns[field]?.[0] ?? -1) ?? "point";
      const read = readAmount(text, { format, currency });
      if ("problem" in read) {
        reader.problem(read.problem, field);
        return undefined;
      }
      noteReading(reader, field, read);
      return read.money;
    },
    date(field) {
      const text = cellOf(row, columns, field);
      if (text === "") return undefined;
      return readDate(text, { order: plan.dateOrders.get(columns[field]?.[0] ?? -1) ?? "dmy" });
    },
    problem: (code, at) => void problems.push({ code, ...place(at) }),
    warn: (code, at) => void warnings.push({ code, ...place(at) }),
  };
  return reader;
}

function noteReading(reader: CellReader, field: Field, { otherFormat, rounded }: ReadAmount): void {
  if (otherFormat) reader.warn("amount-other-format", field);
  if (rounded) reader.warn("amount-rounded", field);
}
