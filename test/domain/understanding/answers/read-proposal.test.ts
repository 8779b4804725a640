import { describe, expect, test } from "vitest";
import type { Context, Meaning } from "../../../../src/domain/understanding/reading.ts";
import { cop, firstOf, heard, meaningsOf } from "../support.ts";

// Today is Sunday, 22 November 2026.
const OFFER: Partial<Context> = { expects: "offer", owed: cop(1_000_000n) };
const TODAY = "2026-11-22";

const proposed = (body: string, context: Partial<Context> = {}): Meaning | undefined =>
  meaningsOf(body, context).find(({ type }) => type === "proposal");

describe("payments one by one", () => {
  test.each<[string, readonly object[]]>([
    [
      "200 hoy, 300 el 15 y 500 el 30 de diciembre",
      [
        { amount: cop(200_000n), on: TODAY },
        { amount: cop(300_000n), on: "2026-12-15" },
        { amount: cop(500_000n), on: "2026-12-30" },
      ],
    ],
    [
      "hoy 200 mil, el 15 otros 200 mil",
      [
        { amount: cop(200_000n), on: TODAY },
        { amount: cop(200_000n), on: "2026-12-15" },
      ],
    ],
    [
      "la mitad ahora y el resto el 15",
      [
        { amount: cop(500_000n), on: TODAY },
        { rest: true, amount: cop(500_000n), on: "2026-12-15" },
      ],
    ],
    [
      "40% el viernes y lo demás el 15",
      [
        { amount: cop(400_000n), on: "2026-11-27" },
        { rest: true, amount: cop(600_000n), on: "2026-12-15" },
      ],
    ],
  ])("%s", (body, parts) => {
    expect(proposed(body, OFFER)).toMatchObject({ parts });
  });

  test("a month without a day leaves the day out, and no rhythm is guessed for it", () => {
    const said = proposed("la mitad ahora y el resto en diciembre", OFFER);
    expect(said).toMatchObject({ parts: [{ on: TODAY }, { rest: true, amount: cop(500_000n) }] });
    expect(said).not.toHaveProperty("frequency");
    expect(said).not.toHaveProperty("parts.1.on");
  });

  test("a day before the last one was misread, and is left out", () => {
    // On the 22nd "el 15" is in December, and the end of this month comes before it.
    const said = proposed("200 hoy, 200 el 15 y 100 a fin de mes", OFFER);
    expect(said).toMatchObject({ parts: [{ on: TODAY }, { on: "2026-12-15" }, { amount: cop(100_000n) }] });
    expect(said).not.toHaveProperty("parts.2.on");
  });

  test("without knowing what is owed a share stays a share", () => {
    expect(proposed("la mitad ahora y el resto el 15")).toMatchObject({
      parts: [
        { basisPoints: 5_000, on: TODAY },
        { rest: true, on: "2026-12-15" },
      ],
    });
  });
});

describe("an amount instead of ours", () => {
  test.each<[string, bigint]>([
    ["le doy 600 y cerramos", 600_000n],
    ["te ofrezco 300 mil y quedamos en cero", 300_000n],
    ["déjemelo en 280", 280_000n],
    ["bájele a 400 y se lo pongo", 400_000n],
    ["solo tengo 300, ¿sirve?", 300_000n],
    ["¿y si le doy 350?", 350_000n],
    ["no, 300 no. 200 sí", 200_000n],
    ["80 es mucho, que sean 55", 55_000n],
    ["no acepto 90, acepto 70", 70_000n],
    ["400 y es mi última oferta", 400_000n],
  ])("%s", (body, units) => {
    expect(proposed(body, OFFER)).toMatchObject({ firstAmount: cop(units), intent: "counter_offer" });
  });

  test("that is to be the end of it is said to be", () => {
    expect(firstOf("le doy 100 mil y queda saldado", OFFER)).toEqual({
      type: "proposal",
      firstAmount: cop(100_000n),
      settles: true,
    });
    expect(proposed("puedo dar 100 mil", OFFER)).not.toHaveProperty("settles");
  });

  test("lowered to a day stays an offer, and lowers what is owed", () => {
    expect(proposed("bájele a 400 y se lo pongo el viernes", OFFER)).toMatchObject({
      firstAmount: cop(400_000n),
      firstOn: "2026-11-27",
    });
  });

  test("without an offer of ours a bare amount is none", () => {
    expect(heard("600", { expects: "menu" })).not.toContain("proposal");
  });
});

describe("a number of instalments", () => {
  test.each<[string, object]>([
    ["3x", { instalments: 3 }],
    ["divídelo en 4", { instalments: 4 }],
    ["a 6 meses", { instalments: 6, frequency: "monthly" }],
    ["a dos años", { instalments: 24, frequency: "monthly" }],
    ["cinco de 120 mil", { instalments: 5, each: cop(120_000n) }],
    ["dos pagos quincenales de 80 mil", { instalments: 2, each: cop(80_000n), frequency: "quincenal" }],
    ["media docena de cuotas", { instalments: 6 }],
    ["baja a 5 cuotas", { instalments: 5 }],
    ["1+5", { instalments: 6 }],
    ["te hago 150 mil por semana", { each: cop(150_000n), frequency: "weekly" }],
    ["40 mil todos los viernes", { each: cop(40_000n), frequency: "weekly" }],
    ["en vez de 8 hagámoslo en 12", { instalments: 12 }],
    ["en vez de 6 cuotas de 150 mil, 9 de 100 mil", { instalments: 9, each: cop(100_000n) }],
  ])("%s", (body, terms) => {
    expect(proposed(body, OFFER)).toMatchObject(terms);
  });

  test.each([
    "dos o tres cuotas",
    "de 3 a 6 cuotas",
    "entre 100 mil y 150 mil por semana",
    "en 3 cuotas o en 6 cuotas",
  ])("of %s nothing is chosen: what is possible is shown", (body) => {
    expect(meaningsOf(body, OFFER)[0]).toMatchObject({ type: "options" });
    expect(heard(body, OFFER)).not.toContain("proposal");
  });

  test.each([
    "debo 3 letras, no 5",
    "me faltan 2 cuotas",
    "le pago las dos cuotas que debo el viernes",
    "ya pagué 3 cuotas",
  ])("%s names instalments that there are", (body) => {
    expect(heard(body)).not.toContain("proposal");
  });

  test.each(["de a poquito se lo voy pagando", "¿se podría en cuotitas?", "¿puedo pagar mensual?"])(
    "%s asks for some, without a number",
    (body) => {
      expect(meaningsOf(body)).toContainEqual(
        expect.objectContaining({ type: "options", intent: "propose_installments" }),
      );
    },
  );
});

describe("what was said with it", () => {
  test.each<[string, Partial<Context>, string]>([
    ["en 6 cuotas", {}, "propose_installments"],
    ["en 6 cuotas", { expects: "offer" }, "propose_installments"],
    ["en 6 cuotas de 50 mil", { expects: "offer" }, "counter_offer"],
    ["con 6 no puedo, con 9 cuotas sí", { expects: "offer" }, "counter_offer"],
    ["en vez de 6 cuotas, 9 cuotas", { expects: "offer" }, "counter_offer"],
    ["acepto las 3 cuotas", { expects: "offer" }, "accept"],
    ["acepto en 5 cuotas", { expects: "offer" }, "accept"],
    ["acepto si son 5 cuotas", { expects: "offer" }, "counter_offer"],
    ["100 mil quincenales", {}, "propose_installments"],
  ])("%s (%o) is %s", (body, context, intent) => {
    expect(meaningsOf(body, context)[0]?.intent).toBe(intent);
  });

  test("terms said back with their figures are repeated: they bind nothing", () => {
    const meanings = meaningsOf("acepto en 5 cuotas", { expects: "confirmation" });
    expect(meanings[0]).toMatchObject({ type: "proposal", instalments: 5 });
    expect(meanings).not.toContainEqual(expect.objectContaining({ type: "yes", strict: true }));
  });

  test.each(["si me pagan le doy 200 mil", "yo no dije 300 mil", "ya di 300 mil", "el 30 de febrero le doy 300 mil"])(
    "%s offers nothing",
    (body) => {
      expect(heard(body, OFFER)).not.toContain("proposal");
    },
  );
});
