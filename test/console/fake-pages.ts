import type {
  DebtorLists,
  DebtorListView,
  LedgerEntries,
  ListContacts,
  ReceiptView,
  Statement,
  Suspense,
  TrialBalance,
} from "../../src/web/contract.ts";
import { ALLOWED, BLOCKED, NOW } from "./fake-people.ts";

export const STATEMENT: Statement = {
  byCurrency: [
    {
      balance: "COP 320000.00",
      lines: [
        {
          entryId: "entry-1",
          reference: "upload:1/row:1",
          kind: "debt raised",
          effectiveOn: "2026-09-06",
          recordedAt: NOW,
          description: "Factura FV-1009",
          account: "debt:1:principal",
          amount: "COP 480000.00",
          balance: "COP 480000.00",
        },
        {
          entryId: "entry-2",
          reference: "checkout:chk_0001",
          kind: "payment received",
          effectiveOn: "2026-11-20",
          recordedAt: NOW,
          description: null,
          account: "debt:1:principal",
          amount: "COP -160000.00",
          balance: "COP 320000.00",
        },
      ],
    },
  ],
};

export const LISTS: DebtorLists = {
  items: [
    {
      id: "list-check",
      fileName: "deudores-noviembre.csv",
      state: "staged",
      uploadedAt: NOW,
      uploadedBy: "Sistema de facturas de muestra",
      totalRows: 1204,
      committedRows: 0,
    },
    {
      id: "list-done",
      fileName: "cartera octubre.xlsx",
      state: "committed",
      uploadedAt: NOW,
      uploadedBy: null,
      totalRows: 412,
      committedRows: 412,
    },
  ],
  next: null,
};

export const ASKING: DebtorListView = {
  id: "list-ask",
  fileName: "deudores-noviembre.csv",
  sizeBytes: 120_000,
  state: "staged",
  isRepeat: false,
  uploadedAt: NOW,
  committedAt: null,
  failedBecause: null,
  format: { kind: "csv", encoding: "windows-1252", delimiter: ";", sheet: null, headerRow: 1 },
  columns: [
    {
      index: 0,
      header: "Nro Documento",
      use: "documentNumber",
      confidence: "sure",
      examples: ["1020304050", "52334455", "800123456"],
    },
    {
      index: 1,
      header: "Cliente",
      use: "name",
      confidence: "sure",
      examples: ["Persona de muestra 01", "Persona de muestra 02"],
    },
    { index: 2, header: "Celular", use: "phone", confidence: "sure", examples: ["300 555 1001", "3005551002"] },
    { index: 3, header: "Saldo", use: "balance", confidence: "guess", examples: ["480.000", "1.250.000"] },
    { index: 4, header: "Fecha Vto", use: "dueDate", confidence: "sure", examples: ["06/10/2026", "05/11/2026"] },
    { index: 5, header: "Zona", use: "extra", confidence: "none", examples: ["Norte", "Sur"] },
  ],
  settings: {},
  questions: [
    { code: "which-currency", blocks: true, rows: 1204 },
    {
      code: "date-order",
      blocks: true,
      column: {
        index: 4,
        header: "Fecha Vto",
        status: "ambiguous",
        format: undefined,
        examples: ["06/10/2026", "05/11/2026"],
      },
      suggestion: undefined,
    },
    { code: "permission-basis", blocks: false },
  ],
  dryRun: null,
  progress: { committedRows: 0, totalRows: 1204 },
};

export const CHECKED: DebtorListView = {
  ...ASKING,
  id: "list-check",
  questions: [{ code: "permission-basis", blocks: false }],
  dryRun: {
    outlook: { people: 902, limit: 250, days: 4, lastDay: "2026-11-27" },
    cost: {
      category: "utility",
      markets: [
        { market: "Colombia", messages: 880, each: "0.0008", amount: "0.704", rateCard: "2026-10-01" },
        { market: "Peru", messages: 20, each: "0.02", amount: "0.40", rateCard: "2026-01-01" },
        { market: "KR", messages: 2, each: null, amount: null, rateCard: null },
      ],
      amount: { amount: "1.104", currency: "USD" },
      priced: 900,
      unpriced: 2,
      rateCard: "2026-10-01",
    },
    rows: { new: 1100, changed: 62, same: 24, error: 18, skipped: 0 },
    money: [{ inFile: "COP 482100330.00", before: "COP 12000000.00", after: "COP 494100330.00" }],
    debtors: 940,
    problems: [
      {
        code: "phone-no-area-code",
        rows: 12,
        says: "El teléfono no tiene indicativo.",
        howToFix: "Escriba el número completo, con indicativo.",
        examples: [{ row: 14, column: "Celular", found: "555 1001" }],
      },
      {
        code: "not-a-date",
        rows: 6,
        says: "No es una fecha.",
        howToFix: "Escriba día, mes y año.",
        examples: [{ row: 77, column: "Fecha Vto", found: "31/02/2026" }],
      },
    ],
    warnings: [
      {
        code: "phone-landline",
        rows: 3,
        says: "Parece un teléfono fijo.",
        howToFix: "WhatsApp necesita un celular.",
        examples: [{ row: 9, column: "Celular", found: "601 555 1000" }],
      },
    ],
    judgedAt: NOW,
    contact: [
      {
        reason: "HOLIDAY",
        clause: BLOCKED.clause,
        debtors: 820,
        earliest: "2026-11-23T12:00:00.000Z",
        latest: "2026-11-24T12:00:00.000Z",
      },
      { reason: "NO_PERMISSION", clause: BLOCKED.clause, debtors: 31, earliest: null, latest: null },
      { reason: "NO_PHONE", clause: null, debtors: 4, earliest: null, latest: null },
      { reason: "OK", clause: ALLOWED.clause, debtors: 85, earliest: NOW, latest: NOW },
    ],
  },
};

/** What the first rule opens to, a page at a time. */
export const CONTACTS: Readonly<Record<"first" | "second", ListContacts>> = {
  first: { items: [contactOf("01", "2026-11-23T12:00:00.000Z")], next: "second" },
  second: { items: [contactOf("02", "2026-11-24T12:00:00.000Z")], next: null },
};

function contactOf(number: string, mayWriteAt: string): ListContacts["items"][number] {
  const [name, reference] = [`Persona de muestra ${number}`, `CL-10${number}`];
  return { verdict: 0, name, reference, owed: "COP 480000.00", mayWriteAt };
}

export const LOADING: DebtorListView = {
  ...CHECKED,
  id: "list-loading",
  state: "committing",
  progress: { committedRows: 610, totalRows: 1204 },
};

export const LOADED: DebtorListView = {
  ...CHECKED,
  id: "list-done",
  state: "committed",
  isRepeat: true,
  committedAt: NOW,
  progress: { committedRows: 1186, totalRows: 1204 },
};

export const RECEIPTS: readonly ReceiptView[] = [
  {
    id: "receipt-1",
    debtor: { id: "debtor-1", name: "Persona de muestra 01", reference: "CL-1001" },
    conversationId: "conversation-1",
    claimedAt: "2026-11-22T15:20:30.000Z",
    state: "to_verify",
    pictureUrl: "/api/pictures/receipt",
    pictureMime: "image/png",
    owed: ["COP 480000.00"],
    amount: "COP 150000.00",
    paidOn: "2026-11-21",
    reference: "00012345",
    sameAs: { id: "receipt-2", state: "settled", debtorId: "debtor-2" },
    decidedBy: null,
    decidedAt: null,
    refusedBecause: null,
  },
  {
    id: "receipt-3",
    debtor: { id: "debtor-3", name: "Persona de muestra 03", reference: "CL-1003" },
    conversationId: "conversation-3",
    claimedAt: "2026-11-22T14:20:30.000Z",
    state: "to_verify",
    pictureUrl: null,
    pictureMime: null,
    owed: ["COP 1250000.00"],
    amount: null,
    paidOn: null,
    reference: null,
    sameAs: null,
    decidedBy: null,
    decidedAt: null,
    refusedBecause: null,
  },
];

export const TRIAL: TrialBalance = {
  asOf: null,
  lines: [
    { code: 1100, name: "debt:{}:principal", debits: "COP 494100330.00", credits: "COP 160000.00" },
    { code: 1200, name: "provider:{}:clearing", debits: "COP 160000.00", credits: "COP 0.00" },
    { code: 3000, name: "opening", debits: "COP 0.00", credits: "COP 494100330.00" },
  ],
  totals: [{ debits: "COP 494260330.00", credits: "COP 494260330.00" }],
};

export const ENTRIES: LedgerEntries = {
  items: [
    {
      id: "entry-2",
      reference: "checkout:chk_0001",
      kind: "payment received",
      effectiveOn: "2026-11-20",
      recordedAt: NOW,
      description: null,
      reverses: null,
      actor: "system",
      source: null,
      postings: [
        { account: "provider:test_checkout:clearing", debit: "COP 160000.00", credit: null },
        { account: "debt:1:principal", debit: null, credit: "COP 160000.00" },
      ],
    },
    {
      id: "entry-1",
      reference: "upload:1/row:1",
      kind: "debt raised",
      effectiveOn: "2026-09-06",
      recordedAt: NOW,
      description: "Factura FV-1009",
      reverses: null,
      actor: "import",
      source: null,
      postings: [
        { account: "debt:1:principal", debit: "COP 480000.00", credit: null },
        { account: "opening", debit: null, credit: "COP 480000.00" },
      ],
    },
  ],
  next: null,
};

export const UNPLACED: Suspense = {
  items: [
    {
      id: "payment-7",
      provider: "stripe",
      reference: "R-2BCDFGH · stripe:pi_3QsampleSample0007",
      amount: "COP 80000.00",
      paidOn: "2026-11-18",
      recordedAt: "2026-11-18T15:00:00.000Z",
      isMarked: false,
    },
    {
      id: "payment-8",
      provider: "stripe",
      reference: "R-3BCDFGH · stripe:pi_3QsampleSample0008",
      amount: "USD 25.00",
      paidOn: null,
      recordedAt: "2026-11-19T15:00:00.000Z",
      isMarked: true,
    },
  ],
};
