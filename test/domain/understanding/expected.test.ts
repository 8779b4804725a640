import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/domain/understanding/reading.ts";
import { understand } from "../../../src/domain/understanding/understand.ts";
import { COLOMBIA, cop, firstOf, heard, MENU, meaningsOf } from "./support.ts";

describe("a menu", () => {
  test("a tapped button is that option, whatever menu is on the screen now", () => {
    const { meanings } = understand({ kind: "choice", id: "offer:3:monthly", title: "3 cuotas" }, COLOMBIA);
    expect(meanings).toEqual([
      {
        type: "option",
        id: "offer:3:monthly",
        intent: "menu_choice",
        stage: "transport",
        confidence: 1,
        evidence: "3 cuotas",
      },
    ]);
  });

  test.each([
    ["1", "pay"],
    ["2", "options"],
    ["2.", "options"],
    ["2)", "options"],
    ["2️⃣", "options"],
    ["dos", "options"],
    ["la segunda", "options"],
    ["la opción 2 por favor", "options"],
    ["opcion dos", "options"],
    ["pagar ahora", "pay"],
    ["PAGAR", "pay"],
    ["ver opciones", "options"],
    ["Ver opciones de pago", "options"],
    ["the first one", "pay"],
    ["a segunda", "options"],
  ])("%s is the option %s", (body, id) => {
    expect(meaningsOf(body, MENU)).toContainEqual(expect.objectContaining({ type: "option", id }));
  });

  test.each(["5", "0", "22", "02", "1 o 2", "2?", "ya", "no", "de pago", "el 12"])(
    "%s is none of its options",
    (body) => {
      expect(heard(body, MENU)).not.toContain("option");
    },
  );

  test("a number means nothing when no menu was shown", () => {
    expect(heard("2", { expects: "menu", options: [] })).not.toContain("option");
  });

  test("any number from 1 on names the option in that place, and no other number names one", () => {
    const number = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), number, (count, said) => {
        const options = Array.from({ length: count }, (_, index) => ({
          id: `id-${index + 1}`,
          title: `Título ${"abcdefghij"[index]}`,
        }));
        const found = meaningsOf(String(said), { expects: "offer", options }).find(({ type }) => type === "option");
        if (said >= 1 && said <= count) expect(found).toMatchObject({ id: `id-${said}` });
        else expect(found).toBeUndefined();
      }),
    );
  });
});

describe("a yes that binds", () => {
  const confirmation: Partial<Context> = { expects: "confirmation" };

  test.each([
    "sí",
    "Si",
    "SÍ.",
    "Sí, acepto",
    "acepto",
    "Confirmo",
    "de acuerdo",
    "claro que sí",
    "sí por favor",
    "sim",
    "sim, confirmo",
    "yes",
    "I agree",
    "I confirm",
  ])("%s", (body) => {
    expect(firstOf(body, confirmation)).toEqual({ type: "yes", strict: true });
  });

  test.each([
    "👍",
    "ok",
    "ok?",
    "sí?",
    "sí, pero el viernes",
    "sí 👍",
    "sí, 100 mil",
    "sí, el 15",
    "sí, si me pagan",
    "sí…",
    "dale",
    "listo",
    "jaja sí",
    "sí no",
    "acepto si me bajan los intereses",
    "no acepto",
    "sim, mas só dia 10",
  ])("%s does not", (body) => {
    expect(meaningsOf(body, confirmation)).not.toContainEqual(expect.objectContaining({ type: "yes", strict: true }));
  });

  test.each(["no", "No gracias", "mejor no", "não", "👎", "nope"])("%s is a no", (body) => {
    expect(firstOf(body, confirmation)).toEqual({ type: "no" });
  });

  test("a new day instead of a yes is a promise to be asked about again", () => {
    expect(firstOf("mejor el 20 de diciembre", confirmation)).toEqual({
      type: "promise",
      on: "2026-12-20",
      ambiguous: false,
    });
  });
});

describe("is it you?", () => {
  const identity: Partial<Context> = { expects: "identityAnswer" };

  test.each([
    "sí soy yo",
    "con ella",
    "soy yo",
    "sí, con él habla",
    "sim sou eu",
    "eu mesma",
    "yes its me",
    "al habla",
    "sí, dígame",
    "soy Marta",
    "ok",
    "👍",
  ])("%s is a yes", (body) => {
    expect(firstOf(body, identity)).toMatchObject({ type: "yes" });
  });

  test.each([
    "no soy Juan, se equivocó",
    "no soy yo",
    "soy el hijo",
    "número equivocado",
    "soy su esposa, ¿qué necesita?",
  ])("%s is somebody else", (body) => {
    expect(firstOf(body, identity)).toEqual({ type: "wrongPerson" });
  });

  test("a death told here is the debtor's", () => {
    expect(heard("mi esposo falleció hace un mes", identity)[0]).toBe("deceased");
    expect(heard("mi esposo falleció hace un mes", MENU)[0]).toBe("hardship");
  });
});

describe("a proof of identity", () => {
  const proof: Partial<Context> = { expects: "identityProof" };

  test.each([
    ["4321", "4321"],
    ["43 21", "4321"],
    ["4 3 2 1", "4321"],
    ["termina en 4321", "4321"],
    ["los últimos 4 son 4321", "4321"],
    ["cuatro tres dos uno", "4321"],
    ["1.098.764.321", "4321"],
    ["mi cédula es 1098764321", "4321"],
    ["123.456.789-09", "8909"],
  ])("%s gives the last four, %s", (body, digits) => {
    expect(firstOf(body, proof)).toEqual({ type: "identityProof", digits });
  });

  test.each([
    ["15/03/1985", "1985-03-15"],
    ["15-03-1985", "1985-03-15"],
    ["1985-03-15", "1985-03-15"],
    ["15/3/85", "1985-03-15"],
    ["15 de marzo de 1985", "1985-03-15"],
    ["nací el 15 de marzo del 85", "1985-03-15"],
    ["15 de março de 1985", "1985-03-15"],
    ["March 15, 1985", "1985-03-15"],
  ])("%s is the birth date %s", (body, birthDate) => {
    expect(firstOf(body, proof)).toEqual({ type: "identityProof", birthDate });
  });

  test("eight digits that are a date as well are kept as both", () => {
    expect(firstOf("15031985", proof)).toEqual({ type: "identityProof", digits: "1985", birthDate: "1985-03-15" });
  });

  test.each(["soy yo", "sí", "sou eu", "it's me"])("%s says who, and still proves nothing", (body) => {
    expect(firstOf(body, proof)).toMatchObject({ type: "yes" });
  });

  test.each(["123", "4111 1111 1111 1111", "hola", "no sé", "no me acuerdo"])("%s proves nothing", (body) => {
    expect(heard(body, proof)).not.toContain("identityProof");
  });
});

test.each([
  ["FV-2034", "FV-2034"],
  ["mi factura es la 10293", "10293"],
  ["referencia: ab12/7.", "ab12/7"],
])("a stranger's reference is read from %s", (body, text) => {
  expect(firstOf(body, { expects: "reference" })).toEqual({ type: "reference", text });
});

describe("a promise", () => {
  const awaited: Partial<Context> = { expects: "promise" };

  test.each([
    ["el viernes", "2026-11-27"],
    ["el viernes te pago", "2026-11-27"],
    ["mañana", "2026-11-23"],
    ["pasado mañana sin falta", "2026-11-24"],
    ["15", "2026-12-15"],
    ["pago el 30", "2026-11-30"],
    ["a fin de mes", "2026-11-30"],
    ["en 3 días", "2026-11-25"],
    ["la quincena", "2026-11-30"],
    ["amanhã eu pago", "2026-11-23"],
    ["dia 10 eu acerto", "2026-12-10"],
    ["i will pay on friday", "2026-11-27"],
  ])("%s is the day %s", (body, on) => {
    expect(firstOf(body, awaited)).toEqual({ type: "promise", on, ambiguous: false });
  });

  test("carries the amount that was said with it", () => {
    expect(firstOf("el viernes le consigno 200 mil", MENU)).toEqual({
      type: "promise",
      on: "2026-11-27",
      amount: cop(200_000n),
      ambiguous: false,
    });
  });

  test.each([
    "el domingo",
    "el 22",
    "el próximo viernes",
    "el viernes 28",
    "el 15 o el 16",
    "la otra semana",
    "ayer",
    "el 31",
    "mañana o el viernes",
    "el viernes 100 dólares",
  ])("%s has to be asked about", (body) => {
    expect(firstOf(body, awaited)).toMatchObject({ type: "promise", ambiguous: true });
  });

  test.each([
    "no puedo pagar el viernes",
    "si me pagan el viernes le consigno",
    "pagué el viernes",
    "¿y si no pago el viernes?",
    "mi hermano paga el viernes",
    "tal vez el viernes",
    "não vou pagar na sexta",
    "quizás pague mañana",
    "mi jefe me paga el viernes",
    "mándeme un mensaje mañana",
    "call me tomorrow",
    "el viernes no voy a pagar",
  ])("%s is none", (body) => {
    expect(heard(body, awaited)).not.toContain("promise");
  });

  test("nothing is promised while nobody knows who is there", () => {
    expect(heard("pago el viernes 200 mil", { expects: "identityAnswer" })).not.toContain("promise");
  });
});

describe("a proposal", () => {
  const offer: Partial<Context> = { expects: "offer", owed: cop(1_000_000n) };

  test.each<[string, object]>([
    ["200 mil hoy y el resto en 3", { firstAmount: cop(200_000n), firstOn: "2026-11-22", instalments: 4 }],
    ["200 mil hoy y el resto en 3 cuotas", { firstAmount: cop(200_000n), firstOn: "2026-11-22", instalments: 4 }],
    [
      "doy 300 mil el viernes y lo que falta en 2 quincenas",
      { firstAmount: cop(300_000n), firstOn: "2026-11-27", instalments: 3, frequency: "quincenal" },
    ],
    ["en 3 cuotas", { instalments: 3 }],
    ["la mitad el viernes", { firstAmount: cop(500_000n), firstOn: "2026-11-27" }],
    [
      "200 mil hoy y 200 mil el 15",
      { firstAmount: cop(200_000n), firstOn: "2026-11-22", instalments: 2, each: cop(200_000n) },
    ],
    ["¿lo puedo pagar en tres cuotas?", { instalments: 3 }],
    ["en 6 mensualidades", { instalments: 6, frequency: "monthly" }],
    ["100 mil quincenales", { each: cop(100_000n), frequency: "quincenal" }],
    ["pago 50 mil por semana", { each: cop(50_000n), frequency: "weekly" }],
    ["cuatro cuotas de 250 mil", { instalments: 4, each: cop(250_000n) }],
    [
      "50% ahora y el resto en 2 meses",
      { firstAmount: cop(500_000n), firstOn: "2026-11-22", instalments: 3, frequency: "monthly" },
    ],
    [
      "la mitad ahora y la otra mitad el otro mes",
      { firstAmount: cop(500_000n), firstOn: "2026-11-22", instalments: 2, frequency: "monthly" },
    ],
    ["solo puedo dar 300 mil", { firstAmount: cop(300_000n) }],
    ["consigo em 5x", { instalments: 5 }],
    ["i can pay in 4 installments", { instalments: 4 }],
  ])("%s", (body, expected) => {
    expect(firstOf(body, offer)).toEqual({ type: "proposal", ...expected });
  });

  test.each<[string, string]>([
    ["quincenal", "quincenal"],
    ["Mejor quincenal", "quincenal"],
    ["¿puede ser cada 15 días?", "quincenal"],
    ["no, por semana", "weekly"],
    ["quinzenal", "quincenal"],
    ["monthly please", "monthly"],
  ])("%s, said to a plan that was repeated, is the rhythm alone", (body, frequency) => {
    expect(firstOf(body, { expects: "confirmation" })).toEqual({ type: "proposal", frequency });
  });

  test.each(["no quiero quincenal", "sí, acepto"])("%s, said to a plan that was repeated, is no rhythm", (body) => {
    expect(heard(body, { expects: "confirmation" })).not.toContain("proposal");
  });

  test("a rhythm alone proposes nothing where no plan was repeated", () => {
    for (const expects of ["menu", "offer", "promise", "nothing", "identityProof"] as const)
      expect(heard("quincenal", { expects }), expects).not.toContain("proposal");
  });

  test.each([
    "no puedo en 3 cuotas",
    "ya pagué 3 cuotas",
    "en 3 días",
    "¿en cuántas cuotas?",
    "100 dólares en 3 cuotas",
  ])("%s is none", (body) => {
    expect(heard(body, offer)).not.toContain("proposal");
  });
});
