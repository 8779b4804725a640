import { expect, test } from "vitest";
import { columnsOf } from "../../../src/domain/debtor-list/columns.ts";
import type { ColumnUse } from "../../../src/domain/debtor-list/fields.ts";
import { mapColumns } from "../../../src/domain/debtor-list/map-columns.ts";
import type { Plan } from "../../../src/domain/debtor-list/plan.ts";
import { marksOfRow } from "../../../src/domain/debtor-list/row-marks.ts";

const USES: ColumnUse[] = ["debtorReference", "name", "documentNumber", "phone"];
const headers = USES.map((use) => `the ${use}`);
const chosen = Object.fromEntries(headers.map((header, index) => [header, USES[index] ?? "ignore"]));
const mapping = mapColumns(headers, [], { chosen });
const plan: Plan = {
  mapping,
  columns: columnsOf(mapping),
  settings: { country: "CO" },
  countryIsAssumed: false,
  amountFormats: new Map(),
  dateOrders: new Map(),
  repeats: new Map(),
  extras: [],
};

test.each<[string, string[], string[]]>([
  ["all three", ["C-1", "Persona", "1.020.300.001", "300 555 4001"], ["ref:C-1", "doc:1020300001", "tel:573005554001"]],
  [
    "two numbers in one cell",
    ["C-1", "", "", "3005554001 / 3005554002"],
    ["ref:C-1", "tel:573005554001", "tel:573005554002"],
  ],
  ["a number that cannot be read, by its digits", ["C-1", "", "", "300 555 400"], ["ref:C-1", "tel:300555400"]],
  ["nothing but a name: what the list knows them by", ["", "José  Pérez", "", ""], ["name:jose perez"]],
  ["nothing", ["", "", "", ""], []],
])("a wrong row is marked with %s", (_, cells, marks) => {
  expect(marksOfRow({ number: 2, cells }, plan)).toEqual(marks);
});

test("a line that could not be cut is marked with every long run of digits in it", () => {
  const row = { number: 2, cells: ['"C-1;Persona;1020300001;3005554001;12'], malformed: "quote-not-closed" } as const;
  expect(marksOfRow(row, plan)).toEqual(["doc:1020300001", "tel:1020300001", "doc:3005554001", "tel:3005554001"]);
});
