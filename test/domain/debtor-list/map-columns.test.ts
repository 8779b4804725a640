import { describe, expect, it } from "vitest";
import type { ColumnUse } from "../../../src/domain/debtor-list/fields.ts";
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
