import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { planFor } from "../../../src/domain/debtor-list/plan.ts";
import { debtsOf, questionsOf, surveyed, tableOf } from "../../support/lists/judge-list.ts";

const codes = (text: string, settings?: Parameters<typeof questionsOf>[1]) =>
  questionsOf(text, settings).map(({ code }) => code);

describe("what is asked about a file", () => {
  it("is country, currency and phones once, where the file does not say", () => {
    const list = "customerID|invoiceNumber|DueDate|InvoiceAmount|SettledDate\n0379-AAAA|001|2/25/2013|55.94|3/15/2013";
    expect(codes(list)).toEqual(["which-country", "which-currency", "no-phone-column", "permission-basis"]);
    expect(codes(list, { country: "CO", currency: "USD", withoutPhones: true })).toEqual(["permission-basis"]);
  });

  it("is nothing that the file says in every row", () => {
    const list = "NIT|Celular|Saldo|Moneda|País|Autoriza\n900123456|3005550101|5|COP|Colombia|sí";
    expect(codes(list)).toEqual([]);
    expect(codes(`${list}\n900123457|3005550102|6||Colombia|sí`)).toEqual(["which-currency"]);
  });

  it("is which column is meant, where nobody owes or nothing is owed", () => {
    expect(codes("Ciudad|Barrio\nBogotá|Centro", { country: "CO", currency: "COP", withoutPhones: true })).toEqual([
      "which-column-is-the-debtor",
      "which-column-is-the-amount",
      "permission-basis",
    ]);
  });

  it("is the order of day and month when every row fits both, with examples and what another column suggests", () => {
    const list = `NIT|Saldo|Fecha emisión|Vence
      900123456|5|25/01/2026|03/04/2026
      900123457|6|26/01/2026|05/06/2026
      900123458|7|27/01/2026|`;
    expect(questionsOf(list, { country: "CO", currency: "COP", withoutPhones: true })).toMatchObject([
      {
        code: "date-order",
        blocks: true,
        suggestion: "dmy",
        column: { header: "Vence", status: "ambiguous", examples: ["03/04/2026", "05/06/2026"] },
      },
      { code: "permission-basis" },
    ]);
  });

  it("is no longer the order once a single row fits only one", () => {
    const open = { country: "CO", currency: "COP", withoutPhones: true } as const;
    expect(codes("NIT|Saldo|Vence\n900123456|5|03/04/2026\n900123457|6|25/06/2026", open)).toEqual([
      "permission-basis",
    ]);
    expect(codes("NIT|Saldo|Vence\n900123456|5|04/25/2026\n900123457|6|25/06/2026", open)).toEqual([
      "date-order",
      "permission-basis",
    ]);
  });

  it("is the separator of decimals when every row fits both", () => {
    const open = { country: "CO", currency: "COP", withoutPhones: true } as const;
    expect(codes("NIT|Saldo\n900123456|1.234\n900123457|5.678", open)).toEqual(["amount-format", "permission-basis"]);
    expect(codes("NIT|Saldo\n900123456|1.234\n900123457|5.678,00", open)).toEqual(["permission-basis"]);
    expect(codes("NIT|Saldo\n900123456|1.234,00\n900123457|5,678.00", open)).toEqual([
      "amount-format",
      "permission-basis",
    ]);
  });
});

describe("an answer", () => {
  it("decides what a cell means", () => {
    const list = "NIT|Saldo|Vence\n900123456|1.234|03/04/2026";
    const base = { country: "CO", currency: "COP", withoutPhones: true } as const;
    const [bogota] = debtsOf(list, { ...base, amountFormats: { Saldo: "comma" }, dateOrders: { Vence: "dmy" } });
    const [mexico] = debtsOf(list, { ...base, amountFormats: { Saldo: "point" }, dateOrders: { Vence: "mdy" } });
    expect(bogota?.debt).toMatchObject({ owed: { minor: 123_400n }, dueOn: "2026-04-03" });
    expect(mexico?.debt).toMatchObject({ owed: { minor: 123n }, dueOn: "2026-03-04" });
  });

  it("must be there before a file is judged", () => {
    const file = surveyed(tableOf("NIT|Saldo\n900123456|5"));
    expect(() => planFor({ ...file, settings: { country: "CO" } })).toThrow(BrokenInvariant);
  });
});
