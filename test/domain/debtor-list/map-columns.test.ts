import { describe, expect, it } from "vitest";
import type { ColumnUse } from "../../../src/domain/debtor-list/fields.ts";
import { findHeader } from "../../../src/domain/debtor-list/find-header.ts";
import { isAge, joinedHeader, NAMES_OF_FIELDS, normalizeHeader } from "../../../src/domain/debtor-list/header-words.ts";
import { mapColumns } from "../../../src/domain/debtor-list/map-columns.ts";
import { onlyDebt, surveyed, tableOf } from "../../support/lists/judge-list.ts";

function uses(headers: string[], rows: string[][] = []): Record<string, ColumnUse> {
  const sample = rows.map((cells, index) => ({ number: index + 2, cells }));
  return Object.fromEntries(mapColumns(headers, sample).map(({ header, use }) => [header, use]));
}

describe("columns of the exports people bring", () => {
  it.each([
    [
      ["RFC", "Cliente", "Nombre_Cliente", "Factura", "Fecha_Venc", "Total$", "TELEFONO"],
      ["documentNumber", "debtorReference", "name", "debtReference", "dueDate", "amount", "phone"],
    ],
    [
      ["CCODIGOCLIENTE", "CRAZONSOCIAL", "CFECHA", "CFECHAVENCIMIENTO", "CTOTAL", "CPENDIENTE"],
      ["debtorReference", "name", "issueDate", "dueDate", "amount", "balance"],
    ],
    [
      ["NIT", "DV", "Razón social", "Consecutivo", "Fecha vencimiento", "Débito"],
      ["documentNumber", "checkDigit", "name", "debtReference", "dueDate", "amount"],
    ],
    [
      ["Customer Name", "Voucher No", "Due Date", "Invoiced Amount", "Outstanding Amount", "Currency"],
      ["name", "debtReference", "dueDate", "amount", "balance", "currency"],
    ],
    [
      ["ContactName", "EmailAddress", "InvoiceNumber", "DueDate", "InvoiceAmountDue"],
      ["name", "email", "debtReference", "dueDate", "balance"],
    ],
    [
      ["Sacado", "CPF/CNPJ", "Nota Fiscal", "Data de Vencimento", "Saldo devedor", "Telefone"],
      ["name", "documentNumber", "debtReference", "dueDate", "balance", "phone"],
    ],
    [
      ["rut_deudor", "razon_social", "telefono_contacto", "numero_factura", "monto_total"],
      ["documentNumber", "name", "phone", "debtReference", "amount"],
    ],
    [
      ["Autoriza WhatsApp", "Fecha autorización", "Texto autorización", "Fecha de nacimiento"],
      ["permission", "permissionDate", "permissionWording", "birthDate"],
    ],
  ])("%j", (headers, expected) => {
    expect(Object.values(uses(headers))).toEqual(expected);
  });
});

describe("a header written without spaces", () => {
  it.each([
    ["customerid", "debtorReference"],
    ["invoicenumber", "debtReference"],
    ["invoicedate", "issueDate"],
    ["duedate", "dueDate"],
    ["invoiceamount", "amount"],
    ["invoiceamountdue", "balance"],
    ["montofactura", "amount"],
    ["contactname", "name"],
    ["emailaddress", "email"],
    ["INVOICEAMOUNTDUE", "balance"],
    ["fechavencimiento", "dueDate"],
    ["C.C.", "documentNumber"],
    ["N.I.T.", "documentNumber"],
    ["E-mail", "email"],
    ["Whats App", "phone"],
    ["opt-in", "permission"],
  ])("%s is the field %s", (header, field) => {
    expect(uses([header])).toEqual({ [header]: field });
  });

  it("is found as a header under a title", () => {
    const rows = tableOf("Cartera de octubre\ncustomerid|duedate|invoiceamountdue\nfoo|bar|baz");
    expect(findHeader(rows)).toMatchObject({ row: 2 });
  });
});

describe("the names of all fields", () => {
  const spelt = [...NAMES_OF_FIELDS].flatMap(([field, names]) => names.map((name) => ({ field, name })));
  const sameJoined = Map.groupBy(spelt, ({ name }) => joinedHeader(name));

  it("never become one by having their spaces taken out", () => {
    const collisions = [...sameJoined.values()].filter((same) => new Set(same.map(({ name }) => name)).size > 1);
    expect(collisions).toEqual([]);
  });

  it("stand once under a field, as headers are compared", () => {
    const doubled = [...sameJoined.values()].filter(
      (same) => new Set(same.map(({ field }) => field)).size < same.length,
    );
    expect(doubled).toEqual([]);
    expect(spelt.filter(({ name }) => normalizeHeader(name) !== name)).toEqual([]);
  });

  it("are found with spaces, underscores, hyphens and nothing between their words, in capitals and not", () => {
    expect(spelt.length).toBeGreaterThan(500);
    for (const { name } of spelt) {
      for (const glue of [" ", "_", "-", ""]) {
        const header = name.replaceAll(" ", glue);
        for (const written of [header, header.toUpperCase()])
          expect(uses([written])[written], written).not.toBe("extra");
      }
    }
  });

  it("say nothing of how long something has been due", () => {
    expect(spelt.filter(({ name }) => isAge(name))).toEqual([]);
  });
});

describe("a column of how long a debt has been due", () => {
  const HEADERS = [
    "days overdue",
    "Days past due",
    "Days past due date",
    "invoice due date days",
    "días de mora",
    "Días en mora",
    "Días vencidos",
    "Días atraso",
    "Días fecha vencimiento",
    "Saldo vencido (días)",
    "dias_em_atraso",
    "Dias em aberto",
    "aging",
    "Aging bucket",
    "bucket",
    "DPD",
    "Rango de mora",
    "Edad de la cartera",
    "Faixa de atraso",
  ];
  const VALUES = [
    ["45", "12", "0", "130"],
    ["-3", "60,0", "90", "1.020"],
    ["45678", "46012", "45200", "45001"],
    ["31-60", "1-30", "120+", "1-30"],
    ["45 días", "3 días", "1 día", "200 días"],
    ["Corriente", "31 a 60", "61 a 90", "Más de 120"],
  ];

  it.each(HEADERS)("%s is neither a date nor an amount, whatever stands in it and whatever else is there", (header) => {
    for (const values of VALUES) {
      const alone = values.map((value, index) => [`Tienda de muestra ${"ABCD"[index]}`, value]);
      expect(uses(["Cliente", header], alone)[header], values.join()).toBe("extra");
      const among = alone.map(([name = "", value = ""]) => [name, value, "120.000", "31/08/2026"]);
      expect(uses(["Cliente", header, "Saldo", "Vence"], among)).toEqual({
        Cliente: "name",
        [header]: "extra",
        Saldo: "balance",
        Vence: "dueDate",
      });
    }
  });

  it("is kept beside the debt as it was written, and changes nothing of it", () => {
    const without = onlyDebt("NIT|Saldo|Vence\n900123456|1.120.000|31/08/2026");
    const row = onlyDebt("NIT|Saldo|Vence|Días en mora|Bucket\n900123456|1.120.000|31/08/2026|45|31-60");
    expect(row).toEqual({ ...without, extra: { "Días en mora": "45", Bucket: "31-60" } });
    expect(row.debt).toMatchObject({ dueOn: "2026-08-31", owed: { minor: 112_000_000n } });
  });

  it("is what a person says it is, when one does", () => {
    const mapping = mapColumns(["Rango"], [], { chosen: { Rango: "description" } });
    expect(mapping.map(({ use }) => use)).toEqual(["description"]);
  });
});

describe("a name that means two things", () => {
  it("is decided by the values: Cliente as a code or as a name", () => {
    expect(
      uses(
        ["Cliente", "Saldo"],
        [
          ["00017", "5"],
          ["00018", "6"],
        ],
      ),
    ).toMatchObject({ Cliente: "debtorReference" });
    expect(
      uses(
        ["Cliente", "Saldo"],
        [
          ["Tienda de muestra", "5"],
          ["Ferretería de muestra", "6"],
        ],
      ),
    ).toMatchObject({ Cliente: "name" });
  });

  it("is decided by the values: Documento as an invoice or as a person's document", () => {
    const rows = (values: string[]) => values.map((value) => [value, "10.000"]);
    expect(uses(["Documento", "Saldo"], rows(["FV-1", "FV-2", "FV-3"]))).toMatchObject({ Documento: "debtReference" });
    expect(uses(["Documento", "Saldo"], rows(["52000001", "1020000002", "79000003"]))).toMatchObject({
      Documento: "documentNumber",
    });
  });

  it("is not taken at its word when the values contradict it", () => {
    expect(
      uses(
        ["País", "Saldo"],
        [
          ["391", "5"],
          ["406", "6"],
        ],
      ),
    ).toMatchObject({ País: "extra" });
    expect(
      uses(
        ["Teléfono", "Saldo"],
        [
          ["Bogotá", "5"],
          ["Cali", "6"],
        ],
      ),
    ).toMatchObject({ Teléfono: "extra" });
  });

  it("prefers the balance to the total for what is owed, and keeps both", () => {
    expect(uses(["Valor", "Saldo"], [["10", "5"]])).toEqual({ Valor: "amount", Saldo: "balance" });
  });
});

describe("a column without a known name", () => {
  it("is guessed from values that can be little else, and kept as extra otherwise", () => {
    const mapping = mapColumns(
      ["X1", "X2", "X3"],
      [
        { number: 2, cells: ["+57 300 555 0101", "tienda01@example.com", "Bogotá"] },
        { number: 3, cells: ["300 555 0102", "tienda02@example.com", "Cali"] },
      ],
    );
    expect(mapping.map(({ use, confidence }) => [use, confidence])).toEqual([
      ["phone", "guess"],
      ["email", "guess"],
      ["extra", "none"],
    ]);
  });
});

describe("a mapping", () => {
  it("is sure where a single name and the values agree", () => {
    const { mapping } = surveyed(tableOf("NIT|Saldo|Celular\n900123456|10.000|3005550101"));
    expect(mapping.map(({ confidence }) => confidence)).toEqual(["sure", "sure", "sure"]);
  });

  it("never overrules what a person chose, and gives the field to no other column", () => {
    const mapping = mapColumns(["Saldo", "Saldo mes pasado"], [], {
      chosen: { "Saldo mes pasado": "balance", Saldo: "ignore" },
    });
    expect(mapping.map(({ use, confidence }) => [use, confidence])).toEqual([
      ["ignore", "chosen"],
      ["balance", "chosen"],
    ]);
  });

  it("gives a field to one column, except telephones and addresses", () => {
    expect(uses(["Saldo", "Saldo actual"], [["5", "6"]])).toEqual({ Saldo: "balance", "Saldo actual": "extra" });
    expect(uses(["Teléfono 1", "Celular"], [["3005550101", "3105550101"]])).toEqual({
      "Teléfono 1": "phone",
      Celular: "phone",
    });
  });

  it("reads past the columns of our own errors file", () => {
    expect(uses(["Cliente", "Saldo", "_row", "_problem"], [["Tienda de muestra", "5", "7", "…"]])).toMatchObject({
      _row: "ignore",
      _problem: "ignore",
    });
  });

  it("does not trip over a header that every object has", () => {
    expect(uses(["constructor", "__proto__", "Saldo"], [["a", "b", "5"]])).toMatchObject({ Saldo: "balance" });
    const row = onlyDebt("NIT|constructor|__proto__|Saldo\n900123456|a|b|5");
    expect(Object.entries(row.extra)).toEqual([
      ["constructor", "a"],
      ["__proto__", "b"],
    ]);
  });
});
