import { describe, expect, test } from "vitest";
import type { Context, Meaning } from "../../../../src/domain/understanding/reading.ts";
import { cop, heard, MENU, meaningsOf } from "../support.ts";

// Today is Sunday, 22 November 2026.
const DAYS = { friday: "2026-11-27", tuesday: "2026-11-24", saturday: "2026-11-28", fifteenth: "2026-12-15" };
const BRAZIL: Partial<Context> = { country: "BR", currency: "BRL", language: "pt-BR" };

const promiseIn = (body: string, context: Partial<Context> = {}): Meaning | undefined =>
  meaningsOf(body, context).find(({ type }) => type === "promise");

describe("a day to pay, said unasked", () => {
  test.each<[string, string]>([
    ["el viernes le consigno sin falta", DAYS.friday],
    ["ahí le deposito el viernes", DAYS.friday],
    ["el viernes te lo mando, palabra", DAYS.friday],
    ["el viernes de ley le cancelo", DAYS.friday],
    ["el sábado estoy depositando", DAYS.saturday],
    ["el martes te yapeo", DAYS.tuesday],
    ["el martes os hago la transferencia", DAYS.tuesday],
    ["el martes le hago el depósito", DAYS.tuesday],
    ["me comprometo a efectuar el pago el 15", DAYS.fifteenth],
    ["hoy no puedo, pero el viernes sí le pago", DAYS.friday],
    ["hoy ya no alcanzo, mañana a primera hora", "2026-11-23"],
    ["el 15 me pagan y le cancelo", DAYS.fifteenth],
    ["cuando cobre el 30 te pago", "2026-11-30"],
    ["mi hermana me gira el 15, y ahí le consigno", DAYS.fifteenth],
    ["se lo paso el martes, no, mejor el viernes", DAYS.friday],
    ["no le fallo: el viernes le abono", DAYS.friday],
    ["si Dios quiere el viernes le pago", DAYS.friday],
    ["el 15 le pago, y escríbame el 14 para que no se me olvide", DAYS.fifteenth],
    ["yo si le pago el viernes", DAYS.friday],
    ["I'll pay on friday for sure", DAYS.friday],
  ])("%s", (body, on) => {
    expect(promiseIn(body)).toMatchObject({ on, ambiguous: false, intent: "promise" });
  });

  test.each<[string, string]>([
    ["dia 15 eu acerto", DAYS.fifteenth],
    ["na sexta eu faço o pix", DAYS.friday],
    ["sexta tá na conta", DAYS.friday],
    ["hoje não dá, na sexta eu pago sem falta", DAYS.friday],
    ["meu salário cai dia 15, no mesmo dia eu pago", DAYS.fifteenth],
    ["pago no dia 15", DAYS.fifteenth],
  ])("%s, in Portuguese, where «no» is no denial", (body, on) => {
    expect(promiseIn(body, BRAZIL)).toMatchObject({ on, ambiguous: false });
  });

  test("with an amount it is that amount", () => {
    expect(promiseIn("no le puedo dar todo hoy, pero el viernes le abono 300 mil")).toMatchObject({
      on: DAYS.friday,
      amount: cop(300_000n),
      ambiguous: false,
    });
  });
});

describe("a promise that has to be asked about", () => {
  test.each([
    "mañana no, pero la otra semana le pago",
    "el viernes le pago la mitad",
    "el viernes le abono algo",
    "le pago antes del 15",
    "le pago el viernes o el sábado",
    "le pago el viernes 28",
    "el viernes le mando 100 dólares",
  ])("%s", (body) => {
    expect(promiseIn(body)).toMatchObject({ ambiguous: true });
  });

  test("two days with a denial between them are no certain day", () => {
    expect(promiseIn("el 5 no el 12", { expects: "promise" })).toMatchObject({ on: "2026-12-12", ambiguous: true });
  });

  test("asking to be waited for is a day to ask about, where a day is awaited", () => {
    expect(promiseIn("espéreme hasta el viernes", { expects: "promise" })).toMatchObject({
      on: DAYS.friday,
      ambiguous: true,
    });
  });
});

describe("no promise", () => {
  test.each([
    ["denied", "el viernes no le puedo pagar"],
    ["denied", "no le voy a pagar el viernes"],
    ["denied", "ni hoy ni el viernes le pago"],
    ["past", "el viernes le consigné"],
    ["past", "mi señora pagó el viernes"],
    ["past", "la deuda fue cancelada el 10 del corriente"],
    ["past", "el pago se realizó el día 3"],
    ["past", "ya di un abono el viernes"],
    ["conditional", "si me pagan el viernes le consigno"],
    ["conditional", "el viernes le pago si me quitan los intereses"],
    ["conditional", "le pago el viernes siempre y cuando me den paz y salvo"],
    ["doubtful", "de pronto el viernes le pago"],
    ["doubtful", "a ver si el viernes le consigno"],
    ["doubtful", "creo que el viernes le pago"],
    ["doubtful", "ojalá el viernes le pueda pagar"],
    ["another's", "mi hijo le paga el viernes"],
    ["another's", "el viernes ella le deposita"],
    ["another's", "mi patrón va a pagar el viernes"],
    ["ironical", "sí, cómo no, el viernes le pago"],
    ["ironical", "claro, el viernes le pago 🙄"],
    ["ironical", "el viernes le pago, cuando las ranas críen pelo"],
    ["asked", "¿puedo pagar el viernes?"],
    ["a call", "escríbame el viernes y le digo"],
    ["only a pay day", "el viernes me pagan"],
    ["a noun", "el pago vence el viernes"],
  ])("%s: %s", (_why, body) => {
    expect(heard(body)).not.toContain("promise");
  });

  test.each(["se eu receber na sexta eu pago", "talvez na sexta eu pague", "na sexta ele paga", "não pago na sexta"])(
    "%s, in Portuguese",
    (body) => {
      expect(heard(body, BRAZIL)).not.toContain("promise");
    },
  );

  test("only a pay day is no answer either, unless it was the day that came first", () => {
    expect(heard("mi jefe me paga el viernes", { expects: "promise" })).not.toContain("promise");
    expect(promiseIn("el 15, que me cae la quincena", { expects: "promise" })).toMatchObject({ on: DAYS.fifteenth });
  });

  test.each(["si me pagan el viernes le consigno", "a ver si el viernes le pago", "¿me espera hasta el viernes?"])(
    "%s asks for time",
    (body) => {
      expect(meaningsOf(body)).toContainEqual(expect.objectContaining({ type: "options", intent: "request_time" }));
    },
  );

  test("a story of three hundred words commits to nothing", () => {
    expect(heard("le pago el viernes ".repeat(100), MENU)).not.toContain("promise");
  });
});
