import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRow } from "../../../src/domain/debtor-list/judge-row.ts";
import { planFor } from "../../../src/domain/debtor-list/plan.ts";
import { toText } from "../../../src/domain/money.ts";
import { COLOMBIA, debtsOf, judged, onlyDebt, problemsOf, surveyed, tableOf } from "../../support/lists/judge-list.ts";

const kinds = (text: string) => judged(text).map((row) => (row.kind === "skipped" ? row.because : row.kind));
const warnings = (text: string, settings = COLOMBIA) => onlyDebt(text, settings).warnings.map(({ code }) => code);

describe("a row that is a debt", () => {
  it("becomes debtor, contacts, debt and permission, and keeps the rest beside them", () => {
    const row = onlyDebt(
      `Código cliente|Nombre|Tipo documento|Número documento|Fecha nacimiento|Celular|Correo|Factura|Fecha factura|Vence|Valor|Saldo|Ciudad|Autoriza|Fecha autorización|Texto autorización
      C-07|Persona de muestra 03|CC|52.000.003|13/05/1990|300 555 0103|MUESTRA03@example.com|FV-103|15/07/2026|31/08/2026|1.200.000|850.000,50|Bogotá|Sí|15/01/2026|Autorizo que me escriban por WhatsApp`,
      COLOMBIA,
    );
    expect(row).toEqual({
      kind: "debt",
      row: 2,
      debtor: {
        key: "ref:C-07",
        reference: "C-07",
        kind: "person",
        name: "Persona de muestra 03",
        document: { type: "CC", number: "52000003", company: false, verifies: true, checkDigit: "unchecked" },
        birthDate: "1990-05-13",
        country: "CO",
        livesIn: "CO",
        subdivision: undefined,
        zone: undefined,
        emails: ["muestra03@example.com"],
        canVerify: true,
      },
      contacts: [
        {
          phone: { e164: "+573005550103", key: "573005550103", country: "CO", kind: "mobile" },
          name: undefined,
          role: undefined,
          recipient: "debtor",
        },
      ],
      debt: {
        reference: "FV-103",
        description: undefined,
        currency: "COP",
        principal: { minor: 120_000_000n, currency: "COP" },
        owed: { minor: 85_000_050n, currency: "COP" },
        issuedOn: "2026-07-15",
        dueOn: "2026-08-31",
        settled: false,
        settledOn: undefined,
        disputed: false,
        lines: 1,
      },
      permission: {
        kind: "given",
        wording: "Autorizo que me escriban por WhatsApp",
        on: "2026-01-15",
        channel: undefined,
        from: "row",
      },
      extra: { Ciudad: "Bogotá" },
      warnings: [],
    });
  });

  it("may be a company's, whose NIT verifies nobody", () => {
    const { debtor, contacts } = onlyDebt(
      `NIT|DV|Razón social|Contacto|Cargo|Teléfono 1|Teléfono 2|Factura|Saldo
      800197268|4|Comercial de muestra S.A.S.|Persona de muestra 09|Tesorería|300 555 0109|310 555 0109|FV-1|10`,
      COLOMBIA,
    );
    expect(debtor).toMatchObject({
      key: "doc:800197268",
      kind: "company",
      canVerify: false,
      document: { type: "NIT", verifies: false },
    });
    expect(contacts.map(({ phone, name, role }) => [phone.e164, name, role])).toEqual([
      ["+573005550109", "Persona de muestra 09", "Tesorería"],
      ["+573105550109", "Persona de muestra 09", "Tesorería"],
    ]);
  });

  it.each([
    ["Referencia personal", "reference", ["phone-third-party"]],
    ["Hermana", "relative", ["phone-third-party"]],
    ["Fiador", "guarantor", []],
    ["", "debtor", []],
  ])("whose contact is %j goes to a %s", (words, recipient, codes) => {
    const { contacts, warnings } = onlyDebt(
      `Nombre|Contacto|Relación|Celular|Factura|Saldo
      Persona de muestra 01|Contacto de muestra|${words}|300 555 0109|FV-1|10`,
      COLOMBIA,
    );
    expect(contacts).toMatchObject([{ recipient }]);
    expect(warnings.map(({ code }) => code).filter((code) => code.startsWith("phone"))).toEqual(codes);
  });

  it.each([
    ["Tienda de muestra 07", "", "person"],
    ["Ferretería de muestra Ltda.", "", "company"],
    ["Comercio de muestra S.A. de C.V.", "", "company"],
    ["Persona de muestra 01", "Jurídica", "company"],
    ["Muestra SAS", "Natural", "person"],
  ])("%s, said to be %j, is a %s", (name, said, kind) => {
    expect(onlyDebt(`Nombre|Tipo persona|Saldo\n${name}|${said}|5`).debtor.kind).toBe(kind);
  });

  it("is known by the business's code, else the document, else the name without its accents", () => {
    const key = (text: string) => onlyDebt(text).debtor.key;
    expect(key("Código cliente|Nombre|Saldo\n007|Tienda de muestra|5")).toBe("ref:007");
    expect(key("NIT|Nombre|Saldo\n800.197.268|Tienda de muestra|5")).toBe("doc:800197268");
    expect(key("Nombre|Saldo\nFerretería  Única|5")).toBe(key("Nombre|Saldo\nFERRETERIA UNICA|5"));
  });

  it("without an invoice number is told by its due day, so that a lower balance next time is the same debt", () => {
    const reference = (text: string) => onlyDebt(text).debt.reference;
    expect(reference("NIT|Saldo|Vence\n900123456|500000|25/08/2026")).toBe("2026-08-25");
    expect(reference("NIT|Saldo|Vence\n900123456|200000|25/08/2026")).toBe("2026-08-25");
    expect(reference("NIT|Saldo|Concepto\n900123456|5|Arriendo de muestra")).toBe("Arriendo de muestra");
    expect(reference("NIT|Factura|Cuota|Saldo\n900123456|FV-1|3|5")).toBe("FV-1/3");
  });
});

describe("what is owed", () => {
  it("is the balance, else the amount less what was paid", () => {
    expect(toText(onlyDebt("NIT|Valor|Saldo\n900123456|100|40").debt.owed)).toBe("COP 40.00");
    expect(toText(onlyDebt("NIT|Valor|Abonos\n900123456|100|30").debt.owed)).toBe("COP 70.00");
    expect(toText(onlyDebt("NIT|Valor\n900123456|100").debt.owed)).toBe("COP 100.00");
  });

  it.each([
    ["Valor|Estado", "100|Pagada"],
    ["Valor|Estado", "100|ANULADA"],
    ["Valor|isOpen", "100|0"],
    ["Valor|Pagada", "100|sí"],
    ["Valor|Fecha pago", "100|25/09/2026"],
    ["Valor|Saldo", "100|0"],
    ["Valor|Abonos", "100|100"],
  ])("is nothing for a settled debt, which stays as history: %s %s", (headers, cells) => {
    expect(onlyDebt(`NIT|${headers}\n900123456|${cells}`).debt).toMatchObject({
      settled: true,
      owed: { minor: 0n },
      principal: { minor: 10_000n },
    });
  });

  it("is the balance where a paid day stands beside it: that was a part payment", () => {
    const row = onlyDebt("NIT|Saldo|Fecha pago\n900123456|40|25/09/2026");
    expect(row).toMatchObject({
      debt: { settled: false, settledOn: undefined, owed: { minor: 4_000n } },
      warnings: [{ code: "paid-date-but-owing" }],
    });
  });

  it("is asked of nobody whom the file also calls paid", () => {
    expect(problemsOf("NIT|Saldo|Estado\n900123456|40|Pagada")).toMatchObject([
      { code: "paid-and-owing", column: "Estado", found: "Pagada" },
    ]);
  });

  it("is not asked of a customer who has money to get back", () => {
    expect(kinds("NIT|Saldo\n900123456|(40)\n900123457|-40")).toEqual(["credit-balance", "credit-balance"]);
  });

  it("is in the row's currency, and in the country's where it says only pesos", () => {
    const owed = (cell: string, country: "CO" | "MX") =>
      toText(onlyDebt(`NIT|Saldo|Moneda\n900123456|40|${cell}`, { country, withoutPhones: true }).debt.owed);
    expect(owed("USD", "CO")).toBe("USD 40.00");
    expect(owed("Pesos", "CO")).toBe("COP 40.00");
    expect(owed("$", "MX")).toBe("MXN 40.00");
  });
});

describe("an invoice on several rows", () => {
  it("with the same amount on each is counted once: the total was repeated on every line item", () => {
    const rows = judged("NIT|Factura|Producto|Total\n900123456|FV-1|A|500\n900123456|FV-1|B|500\n900123456|FV-2|C|70");
    expect(rows).toMatchObject([
      {
        kind: "debt",
        debt: { reference: "FV-1", owed: { minor: 50_000n }, lines: 2 },
        warnings: [{ code: "lines-counted-once" }],
      },
      { kind: "skipped", because: "repeated-line", of: 2 },
      { kind: "debt", debt: { reference: "FV-2", owed: { minor: 7_000n }, lines: 1 } },
    ]);
  });

  it("with different amounts or due days is their sum, due on the earliest", () => {
    const [first] = judged(
      "NIT|Factura|Saldo|Vence\n900123456|FV-1|500|30/09/2026\n900123456|FV-1|500|31/08/2026\n900123456|FV-1|250|31/10/2026",
    );
    expect(first).toMatchObject({
      kind: "debt",
      debt: { owed: { minor: 125_000n }, dueOn: "2026-08-31", lines: 3 },
      warnings: [{ code: "lines-summed" }],
    });
  });

  it("of two debtors with the same number is two invoices", () => {
    expect(debtsOf("NIT|Factura|Saldo\n900123456|1|5\n900123457|1|6")).toHaveLength(2);
  });

  it("imports whole or not at all, and names its other rows", () => {
    const rows = judged("NIT|Factura|Saldo\n900123456|FV-1|500\n900123456|FV-1|ver nota");
    expect(rows[0]).toMatchObject({
      kind: "error",
      problems: [{ code: "not-an-amount", found: "ver nota" }],
      together: [{ number: 3 }],
    });
    expect(rows[1]).toMatchObject({ kind: "skipped", because: "repeated-line", of: 2 });
  });

  it("never asks for more than its rows add up to, and for no less than one of them", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (parts) => {
        const rows = judged(`NIT|Factura|Saldo\n${parts.map((part) => `900123456|FV-1|${part}`).join("\n")}`);
        const debts = rows.filter((row) => row.kind === "debt");
        expect(debts).toHaveLength(1);
        const owed = Number((debts[0]?.debt.owed.minor ?? 0n) / 100n);
        expect(owed).toBeLessThanOrEqual(parts.reduce((a, b) => a + b));
        expect(owed).toBeGreaterThanOrEqual(Math.max(...parts));
      }),
    );
  });
});

describe("rows that are nobody's debt", () => {
  it("are passed over with their reason: totals, headings of groups, the header again, the counter", () => {
    expect(
      kinds(`Cliente|Factura|Vence|Saldo
        1 - 30 días vencidos|||
        Tienda de muestra 01|FV-1|25/08/2026|500
        Total Tienda de muestra 01|||500
        Cliente|Factura|Vence|Saldo
        MOSTR|FV-2|25/08/2026|70
        TOTAL|||570`),
    ).toEqual(["group-heading", "debt", "total", "header-again", "counter-sales", "total"]);
  });

  it("do not hide a shop that is called Total", () => {
    expect(kinds("Cliente|Factura|Saldo\nTotal Repuestos de muestra|FV-1|500")).toEqual(["debt"]);
  });
});

describe("a row that cannot be used", () => {
  it("says all that is wrong with it at once, each with its column and cell", () => {
    expect(problemsOf("Nombre|Celular|Vence|Saldo\n|5.73E+11|31/02/2026|cien", COLOMBIA)).toEqual([
      { code: "debtor-missing", column: "Nombre", found: "" },
      { code: "phone-scientific", column: "Celular", found: "5.73E+11" },
      { code: "not-an-amount", column: "Saldo", found: "cien" },
      { code: "not-a-date", column: "Vence", found: "31/02/2026" },
    ]);
  });

  it.each([
    ["NIT|Saldo\n900123456|", "amount-missing"],
    ["NIT|Saldo\n900123456|US$ 5", "other-currency"],
    ["NIT|Saldo|Moneda\n900123456|5|XYZ", "unknown-currency"],
    ["NIT|Saldo\n900123456|5|sobra|algo", "too-many-cells"],
  ])("%j: %s", (text, code) => {
    expect(problemsOf(text)).toMatchObject([{ code }]);
  });

  it("is one whose only telephone cannot be read, and not one that has another", () => {
    expect(problemsOf("NIT|Celular|Saldo\n900123456|555 0101|5", COLOMBIA)).toMatchObject([
      { code: "phone-no-area-code" },
    ]);
    const mended = onlyDebt("NIT|Celular|Saldo\n900123456|555 0101 / 300 555 0101|5", COLOMBIA);
    expect(mended.contacts).toHaveLength(1);
    expect(mended.warnings).toMatchObject([{ code: "phone-left-out", found: "555 0101" }]);
  });

  it("is a line that a quotation mark swallowed, whose raw text is kept", () => {
    const file = surveyed(tableOf("NIT|Saldo\n900123456|5"));
    const plan = planFor({ ...file, settings: { ...COLOMBIA, withoutPhones: true } });
    expect(judgeRow({ number: 7, cells: ['900123457,"Tienda'], malformed: "quote-not-closed" }, plan)).toEqual({
      kind: "error",
      row: 7,
      problems: [{ code: "quote-not-closed", column: "", found: '900123457,"Tienda' }],
      together: [],
    });
  });
});

describe("what is worth a look and imports all the same", () => {
  it.each([
    ["NIT|Celular|Saldo\n900123456||5", "phone-missing"],
    ["NIT|Celular|Saldo\n900123456|no tiene|5", "phone-missing"],
    ["NIT|Celular|Saldo\n900123456|601 234 5678|5", "phone-landline"],
    ["NIT|DV|Celular|Saldo\n800197268|5|3005550101|5", "check-digit-wrong"],
    ["NIT|Nombre|Celular|Saldo\n900123456||3005550101|5", "name-missing"],
    ["NIT|Fecha nacimiento|Celular|Saldo\n900123456|31/02/1990|3005550101|5", "birth-date-unreadable"],
    ["NIT|Vence|Celular|Saldo\n900123456||3005550101|5", "due-date-missing"],
    ["NIT|Correo|Celular|Saldo\n900123456|nadie@|3005550101|5", "email-unreadable"],
    ["NIT|Celular|Saldo\n900123456|3005550101|5,00123", "amount-rounded"],
  ])("%j: %s", (text, code) => {
    expect(warnings(text)).toEqual([code]);
  });
});

describe("permission to write", () => {
  const basis = { wording: "Contrato de muestra, cláusula 9", on: "2026-01-02", channel: "contrato" };
  const permission = (text: string, withBasis = false) => {
    const on = debtsOf("NIT|Saldo|Fecha\n900123456|5|2026-01-02")[0]?.debt.issuedOn;
    if (on === undefined) throw new Error("no day");
    return onlyDebt(text, {
      ...COLOMBIA,
      withoutPhones: true,
      ...(withBasis ? { permissionBasis: { ...basis, on } } : {}),
    }).permission;
  };

  it("is none where neither row nor file gives it", () => {
    expect(permission("NIT|Saldo\n900123456|5")).toEqual({ kind: "none" });
    expect(permission("NIT|Saldo|Autoriza\n900123456|5|")).toEqual({ kind: "none" });
  });

  it("is the file's for rows that say nothing", () => {
    expect(permission("NIT|Saldo|Autoriza\n900123456|5|", true)).toEqual({ kind: "given", ...basis, from: "file" });
  });

  it("is refused by a row's no, whatever the file's basis says", () => {
    expect(permission("NIT|Saldo|Autoriza\n900123456|5|no", true)).toEqual({ kind: "refused" });
  });

  it("of a row's yes keeps the row's own words, and the file's where it has none", () => {
    const own = "NIT|Saldo|Autoriza|Fecha autorización|Canal autorización\n900123456|5|Sí|25/02/2026|tienda";
    expect(permission(own)).toEqual({
      kind: "given",
      wording: "Autoriza: Sí",
      on: "2026-02-25",
      channel: "tienda",
      from: "row",
    });
    expect(permission("NIT|Saldo|Autoriza\n900123456|5|x", true)).toEqual({ kind: "given", ...basis, from: "row" });
  });

  it.each([
    ["Canal autorizado", "Correo electrónico", "others"],
    ["Canales autorizados", "SMS y llamada", "others"],
    ["Canais autorizados", "E-mail, ligação", "others"],
    ["Authorised channels", "email, phone", "others"],
    ["Autoriza contacto por", "Todos menos WhatsApp: SMS, correo", "others"],
    ["Canal autorizado", "Carta", "refused"],
    ["Canal autorizado", "No por WhatsApp", "refused"],
    ["Canal autorizado", "WhatsApp y correo", "given"],
    ["Canales autorizados", "Todos: correo, SMS, llamada", "given"],
    ["Canal autorizado", "Contrato", "given"],
    // Where they agreed, which says nothing of where they may be written to.
    ["Canal autorización", "Correo electrónico", "given"],
    ["Medio de autorización", "Llamada", "given"],
  ])("with %s: %s is %s", (header, cell, kind) => {
    const row = onlyDebt(`NIT|Saldo|Autoriza|Fecha autorización|${header}\n900123456|5|Sí|25/02/2026|${cell}`, {
      ...COLOMBIA,
      withoutPhones: true,
    });
    expect(row.permission.kind).toBe(kind);
    const warned = kind !== "given" ? [{ code: "permission-other-channels", column: header, found: cell }] : [];
    expect(row.warnings).toEqual(warned);
  });

  it.each([
    [
      "SMS y llamada",
      { kind: "others", wording: "Canales autorizados: SMS y llamada", on: "2026-02-25", others: ["sms", "voice"] },
    ],
    ["WhatsApp, correo, visita", { kind: "given", others: ["email", "visit"] }],
    ["Contrato", { kind: "given", others: undefined }],
  ])("keeps each channel that the row names: %s", (cell, expected) => {
    const permitted = permission(
      `NIT|Saldo|Autoriza|Fecha autorización|Canales autorizados\n900123456|5|Sí|25/02/2026|${cell}`,
    );
    expect({ others: undefined, ...permitted }).toMatchObject(expected);
  });

  it("is a no by every channel where the row's own word is no", () => {
    expect(permission("NIT|Saldo|Autoriza|Canales autorizados\n900123456|5|No|SMS, llamada")).toEqual({
      kind: "refused",
    });
  });

  it("is none, with a warning, where the word is not understood", () => {
    const row = onlyDebt("NIT|Saldo|Autoriza\n900123456|5|quizás", { ...COLOMBIA, withoutPhones: true });
    expect(row.permission).toEqual({ kind: "none" });
    expect(row.warnings).toMatchObject([{ code: "permission-unclear", found: "quizás" }]);
  });
});
