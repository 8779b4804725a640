import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../../../src/domain/debtor-list/fields.ts";
import { judgeRow } from "../../../src/domain/debtor-list/judge-row.ts";
import { planFor } from "../../../src/domain/debtor-list/plan.ts";
import { startSurvey } from "../../../src/domain/debtor-list/survey.ts";
import type { TableRow } from "../../../src/domain/debtor-list/table.ts";
import { COLOMBIA } from "../../support/lists/judge-list.ts";

const MAPPING = FIELDS.map((use, index) => ({ index, header: use, use, confidence: "chosen" as const }));

/** Cells that real files hold, in columns where they do not belong, and rubbish. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc.constantFrom(
    "0",
    "1.234",
    "1,234.56",
    "(5)",
    "$ 5",
    "31/08/2026",
    "02/03/2026",
    "46000",
    "+57 300 555 0101",
    "5.73E+11",
  ),
  fc.constantFrom(
    "Sí",
    "no",
    "Pagada",
    "Total",
    "MOSTR",
    "COP",
    "Colombia",
    "N/A",
    "800.197.268-4",
    "S.A.S.",
    "a@b.co",
    "_",
  ),
  fc.string({ maxLength: 12 }),
);
const rows = fc
  .array(fc.array(cell, { minLength: 0, maxLength: FIELDS.length + 2 }), { minLength: 1, maxLength: 8 })
  .map((lines): TableRow[] => lines.map((cells, index) => ({ number: index + 2, cells })));

function judgeAll(file: readonly TableRow[]) {
  const survey = startSurvey(MAPPING);
  for (const row of file) survey.observe(row);
  const facts = survey.facts();
  const answers = {
    ...COLOMBIA,
    dateOrders: Object.fromEntries(facts.dates.map(({ header }) => [header, "dmy" as const])),
    amountFormats: Object.fromEntries(facts.amounts.map(({ header }) => [header, "comma" as const])),
  };
  const plan = planFor({ mapping: MAPPING, facts, settings: answers });
  return file.map((row) => judgeRow(row, plan));
}

describe("whatever a file holds", () => {
  it("every row is judged, in order, and none breaks the judge", () => {
    fc.assert(
      fc.property(rows, (file) => {
        expect(judgeAll(file).map(({ row }) => row)).toEqual(file.map(({ number }) => number));
      }),
      { numRuns: 1_500 },
    );
  });

  it("a debt has somebody who owes, never owes less than nothing, and owes nothing once settled", () => {
    fc.assert(
      fc.property(rows, (file) => {
        for (const judged of judgeAll(file)) {
          if (judged.kind !== "debt") continue;
          expect(judged.debtor.key).not.toBe("");
          expect(judged.debt.reference).not.toBe("");
          expect(judged.debt.owed.minor).toBeGreaterThanOrEqual(0n);
          if (judged.debt.settled) expect(judged.debt.owed.minor).toBe(0n);
          if (judged.debtor.kind === "company") expect(judged.debtor.canVerify).toBe(false);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it("a wrong row says at least one thing that is wrong", () => {
    fc.assert(
      fc.property(rows, (file) => {
        for (const judged of judgeAll(file))
          if (judged.kind === "error") expect(judged.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it("a repeated line points to the row that carries its invoice", () => {
    fc.assert(
      fc.property(rows, (file) => {
        const judged = judgeAll(file);
        for (const row of judged) {
          if (row.kind !== "skipped" || row.because !== "repeated-line") continue;
          const first = judged.find((other) => other.row === row.of);
          expect(first?.row).toBeLessThan(row.row);
          expect(first?.kind === "skipped" && first.because === "repeated-line").toBe(false);
        }
      }),
    );
  });
});
