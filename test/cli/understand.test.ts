import { describe, expect, test } from "vitest";
import { meaningOf } from "../../src/cli/understand/meaning-of.ts";
import { readLine } from "../../src/cli/understand/read-line.ts";
import { isoDate } from "../../src/domain/time.ts";

/** A Monday. */
const TODAY = isoDate("2026-11-23");

function ask(text: string, rest: object = {}) {
  const read = readLine(JSON.stringify({ id: "m-1", text, lang: "es", region: "CO", ...rest }), TODAY);
  if ("error" in read) throw new Error(read.error);
  return meaningOf(read);
}
const wrong = (line: string) => readLine(line, TODAY);

describe("a message", () => {
  test("says what it means, what it names, and what may be done about it", () => {
    expect(ask("el viernes le abono 200 mil")).toMatchObject({
      id: "m-1",
      intent: "promise",
      act: "act",
      money: [{ amount: 200_000, currency: "COP", text: "200 mil" }],
      dates: [{ date: "2026-11-27", ambiguous: false, alternatives: [], mismatch: false, text: "viernes" }],
      instalments: null,
      frequency: null,
      percent: null,
      language: "es",
    });
  });

  test("is read on the day it is said, where it is said, of the debt it is about", () => {
    expect(ask("mañana la mitad", { ref: "2026-12-31", debt: { amount: 350_000, currency: "COP" } })).toMatchObject({
      dates: [{ date: "2027-01-01" }],
      money: [{ amount: 175_000, currency: "COP" }],
      percent: 50,
    });
    expect(ask("dos palos", { region: "AR" }).money).toMatchObject([{ amount: 2_000_000, currency: "ARS" }]);
    expect(ask("son R$ 1.200,50", { lang: "pt", region: "BR" }).money).toMatchObject([
      { amount: 1200.5, currency: "BRL" },
    ]);
  });

  test("without a place has only the currency that it names", () => {
    expect(ask("$ 1.500", { region: null }).money).toMatchObject([{ amount: 1500, currency: null }]);
    expect(ask("cien euros", { region: null }).money).toMatchObject([{ amount: 100, currency: "EUR" }]);
    expect(ask("20 dólares", { region: null }).money).toMatchObject([{ amount: 20, currency: "USD" }]);
  });

  test("that contradicts itself says so", () => {
    expect(ask("el sábado 27").dates).toMatchObject([{ ambiguous: true, mismatch: true }]);
  });

  test("that is just a number, an amount or a day is read as that", () => {
    expect(ask("tres millones y medio", { kind: "number" }).money).toEqual([
      { amount: 3_500_000, currency: null, text: "tres millones y medio" },
    ]);
    expect(ask("15 mil", { kind: "date" })).toMatchObject({ money: [], dates: [] });
    expect(ask("el 15", { kind: "currency" }).dates).toEqual([]);
  });

  test("answers what was asked, under any of the names a state has", () => {
    for (const state of ["identityProof", "identityDigits", "awaiting_identity_digits"])
      expect(ask("4412", { state }).intent, state).toBe("confirm_identity");
    expect(ask("si", { state: "identity" }).intent).toBe("confirm_identity");
    expect(ask("hola", { state: "mood" })).toMatchObject({
      intent: "greet",
      note: 'no state "mood": read as an answer to nothing',
    });
  });
});

describe("a line that cannot be read", () => {
  test.each([
    ["no JSON", "{", { id: null, error: expect.stringContaining("this line is no JSON") }],
    ["no text", '{"id": 7}', { id: 7, error: expect.stringContaining("text: ") }],
    [
      "a day that is none",
      '{"id": 7, "text": "a", "ref": "2026-13-01"}',
      { id: 7, error: expect.stringContaining("ref: must be a day") },
    ],
    [
      "a language we do not read",
      '{"id": 7, "text": "a", "lang": "fr"}',
      { id: 7, error: 'lang: "fr" is none of es, pt and en' },
    ],
    [
      "a debt in a currency that is not kept",
      '{"id": 7, "text": "a", "debt": {"amount": 5, "currency": "JPY"}}',
      { id: 7, error: "debt: 5 JPY is no amount of a currency that is kept" },
    ],
  ])("for %s says what is wrong with it", (_, line, expected) => {
    expect(wrong(line)).toEqual(expected);
  });
});
