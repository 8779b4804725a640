import { describe, expect, test } from "vitest";
import { ofUnits } from "../../../../src/domain/money.ts";
import type { Context } from "../../../../src/domain/understanding/reading.ts";
import { cop, heard, meaningsOf } from "../support.ts";

const AMOUNT: Partial<Context> = { expects: "amount" };
const COUNT: Partial<Context> = { expects: "instalments" };
const RECEIPT: Partial<Context> = { expects: "receipt" };
const PERU: Partial<Context> = { country: "PE", currency: "PEN" };

describe("an amount, where one was asked for", () => {
  test.each<[string, bigint]>([
    ["15", 15_000n],
    ["5", 5_000n],
    ["unos 80", 80_000n],
    ["solo 200", 200_000n],
    ["200 mil", 200_000n],
    ["puedo 150", 150_000n],
    ["máximo 60", 60_000n],
  ])("%s is thousands in Colombia", (body, units) => {
    expect(meaningsOf(body, AMOUNT)[0]).toMatchObject({
      type: "proposal",
      firstAmount: cop(units),
      intent: "counter_offer",
    });
  });

  test("elsewhere it is what it says", () => {
    expect(meaningsOf("15", { ...AMOUNT, ...PERU })[0]).toMatchObject({ firstAmount: ofUnits(15n, "PEN") });
    expect(meaningsOf("5", { ...AMOUNT, ...PERU })[0]).toMatchObject({ firstAmount: ofUnits(5n, "PEN") });
  });

  test("of two amounts none is chosen", () => {
    expect(meaningsOf("80 o 100", AMOUNT)[0]).toMatchObject({ type: "options", intent: "counter_offer" });
    expect(heard("80 o 100", AMOUNT)).not.toContain("proposal");
  });

  test.each(["no", "no tengo 80", "0"])("%s offers nothing", (body) => {
    expect(heard(body, AMOUNT)).not.toContain("proposal");
  });

  test("a day or a count that is said in full is one", () => {
    expect(meaningsOf("el viernes le pago", AMOUNT)[0]).toMatchObject({ type: "promise", on: "2026-11-27" });
    expect(meaningsOf("en 3 cuotas", AMOUNT)[0]).toMatchObject({ type: "proposal", instalments: 3 });
  });
});

describe("a number of instalments, where one was asked for", () => {
  test.each([
    ["3", 3],
    ["en tres", 3],
    ["máximo 6", 6],
    ["ponle diez", 10],
    ["12x", 12],
    ["en 4 meses", 4],
    ["doce", 12],
  ])("%s", (body, instalments) => {
    expect(meaningsOf(body, COUNT)[0]).toMatchObject({ type: "proposal", instalments, intent: "propose_installments" });
  });

  test("as many as there are shows what there is", () => {
    expect(meaningsOf("las que más se pueda", COUNT)[0]).toMatchObject({
      type: "options",
      intent: "propose_installments",
    });
  });

  test.each(["no", "¿cuántas hay?", "3 o 4"])("%s is no number", (body) => {
    expect(heard(body, COUNT)).not.toContain("proposal");
  });

  test("an amount or a day that is said in full is one", () => {
    expect(meaningsOf("de a 50 mil mensuales", COUNT)[0]).toMatchObject({ each: cop(50_000n), frequency: "monthly" });
    expect(meaningsOf("el viernes le pago todo", COUNT)[0]).toMatchObject({ type: "promise" });
  });
});

describe("a receipt, where one was asked for", () => {
  test.each(["ya se lo mandé", "ahí va", "listo, enviado", "comprobante 88231940", "00231-AB7781", "segue aí", "sent"])(
    "%s",
    (body) => {
      expect(meaningsOf(body, RECEIPT)[0]?.intent).toBe("receipt");
      expect(heard(body, RECEIPT)).toContain("receipt");
    },
  );

  test.each(["no lo tengo", "mañana se lo mando", "¿a dónde lo mando?", "hola", "todavía no", "se me perdió"])(
    "%s is none",
    (body) => {
      expect(heard(body, RECEIPT)).not.toContain("receipt");
    },
  );

  test("elsewhere a number is no receipt", () => {
    expect(heard("88231940", { expects: "menu" })).not.toContain("receipt");
  });
});
