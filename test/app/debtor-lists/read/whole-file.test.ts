import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../../src/app/debtor-lists/read/read-table.ts";
import { judgeRow } from "../../../../src/domain/debtor-list/judge-row.ts";
import type { JudgedRow } from "../../../../src/domain/debtor-list/judged-row.ts";
import { mapColumns } from "../../../../src/domain/debtor-list/map-columns.ts";
import { planFor } from "../../../../src/domain/debtor-list/plan.ts";
import { questionsAbout } from "../../../../src/domain/debtor-list/questions.ts";
import type { ListSettings } from "../../../../src/domain/debtor-list/settings.ts";
import { startSurvey } from "../../../../src/domain/debtor-list/survey.ts";
import { writeXlsx } from "../../../support/lists/write-xlsx.ts";

/** The way of a real file: bytes, rows, mapping, survey, questions, judgement. */
async function judgeFile(bytes: Uint8Array, settings: ListSettings) {
  const table = await readTable({ path: "lista", bytes });
  const mapping = mapColumns(table.header.headers, table.sample);
  const survey = startSurvey(mapping);
  for await (const row of table.rows()) survey.observe(row);
  const facts = survey.facts();
  const questions = questionsAbout({ mapping, facts, settings: {} }).map(({ code }) => code);
  const plan = planFor({ mapping, facts, settings });
  const judged: JudgedRow[] = [];
  for await (const row of table.rows()) judged.push(judgeRow(row, plan));
  return { questions, judged, debts: judged.filter((row) => row.kind === "debt") };
}

/** Invoices of the shape of a well-known sample set: month before day, all settled, no name, phone or currency. */
function settledInvoices(headers: readonly string[]): string {
  const lines = Array.from({ length: 2_466 }, (_, index) => {
    const day = `${(index % 12) + 1}/${(index % 28) + 1}`;
    const customer = `${String(1000 + (index % 100))}-MUEST`;
    const invoice = String(611_365 + index * 7).padStart(10, "0");
    const disputed = index % 4 === 0 ? "Yes" : "No";
    return `${391 + (index % 3)},${customer},${day}/2012,${invoice},${day}/2013,${day}/2014,${(index % 90) + 5}.${10 + (index % 80)},${disputed},${day}/2014,Paper,${index % 40},0`;
  });
  return [headers.join(","), ...lines].join("\n");
}

const ENGLISH =
  "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate".split(
    ",",
  );
const SPANISH =
  "CodigoPais,IDCliente,FechaElectronica,NumeroFactura,FechaFactura,FechaVencimiento,MontoFactura,Disputa,FechaPago,FacturaElectronica,DiasPago,DiasTarde".split(
    ",",
  );

describe.each([
  ["in English", ENGLISH],
  ["in Spanish", SPANISH],
])("2,466 settled invoices of 100 customers, with headers %s", (_, headers) => {
  it("ask for country, currency and phones, and import whole as history with nothing owed", async () => {
    const bytes = Buffer.from(settledInvoices(headers));
    const { questions, debts } = await judgeFile(bytes, { country: "US", currency: "USD", withoutPhones: true });
    expect(questions).toEqual(["which-country", "which-currency", "no-phone-column", "permission-basis"]);
    expect(debts).toHaveLength(2_466);
    expect(new Set(debts.map(({ debtor }) => debtor.key)).size).toBe(100);
    expect(debts.every(({ debt }) => debt.settled && debt.owed.minor === 0n && debt.principal.minor > 0n)).toBe(true);
    expect(debts[24]).toMatchObject({
      debtor: { name: "1024-MUEST" },
      debt: { reference: "0000611533", issuedOn: "2013-01-25", settledOn: "2014-01-25", disputed: true },
      permission: { kind: "none" },
    });
  });
});

describe("an aging report with its title, groups and totals", () => {
  it("gives its invoices alone", async () => {
    const report = writeXlsx({
      "A/R Aging Detail": [
        ["Comercial de muestra", null, null, null, null, null],
        ["A/R Aging Detail", null, null, null, null, null],
        ["As of October 31, 2026", null, null, null, null, null],
        [null, null, null, null, null, null],
        ["Date", "Transaction type", "Num", "Customer", "Due date", "Open balance"],
        ["1 - 30 days past due", null, null, null, null, null],
        [{ serial: 46_251 }, "Invoice", "1001", "Tienda de muestra 07", { serial: 46_281 }, "$4,250.00"],
        [{ serial: 46_252 }, "Credit Memo", "1002", "Tienda de muestra 07", { serial: 46_282 }, "($120.00)"],
        ["Total for 1 - 30 days past due", null, null, null, null, "$4,130.00"],
        ["TOTAL", null, null, null, null, "$4,130.00"],
      ],
    });
    const { judged, debts } = await judgeFile(report, { country: "US", currency: "USD", withoutPhones: true });
    expect(judged.map((row) => (row.kind === "skipped" ? row.because : row.kind))).toEqual([
      "group-heading",
      "debt",
      "credit-balance",
      "total",
      "total",
    ]);
    expect(debts[0]).toMatchObject({
      debtor: { key: "name:tienda de muestra 07" },
      debt: { reference: "1001", owed: { minor: 425_000n }, dueOn: "2026-09-16" },
    });
  });
});

describe("the sample list of the demo", () => {
  it.each([
    { file: "deudores-colombia.csv", country: "CO", asks: ["which-country"], companies: 3, silent: ["C-014"] },
    { file: "deudores-mexico.csv", country: "MX", asks: [], companies: 2, silent: ["M-010"] },
  ] as const)("$file imports whole, asks only for what $country answers, and lacks one permission", async (sample) => {
    const bytes = await readFile(new URL(`../../../../samples/${sample.file}`, import.meta.url));
    const { questions, judged, debts } = await judgeFile(bytes, { country: sample.country });
    expect(questions).toEqual(sample.asks);
    expect(debts).toHaveLength(judged.length);
    expect(debts.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(
      debts.every(({ debt, contacts }) => debt.owed.minor > 0n && debt.dueOn !== undefined && contacts.length === 1),
    ).toBe(true);
    expect(debts.filter(({ debtor }) => debtor.kind === "person").every(({ debtor }) => debtor.canVerify)).toBe(true);
    expect(debts.filter(({ debtor }) => debtor.kind === "company")).toHaveLength(sample.companies);
    expect(debts.filter(({ permission }) => permission.kind === "none").map(({ debtor }) => debtor.reference)).toEqual(
      sample.silent,
    );
  });
});
