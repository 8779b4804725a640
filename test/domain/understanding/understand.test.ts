import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/domain/understanding/reading.ts";
import { understand } from "../../../src/domain/understanding/understand.ts";
import { COLOMBIA, cop, heard, MENU, meaningsOf } from "./support.ts";

describe("what people want", () => {
  test.each([
    ["quiero pagar", "pay"],
    ["mándame el link", "pay"],
    ["me manda o boleto", "pay"],
    ["how can i pay", "pay"],
    ["¿cuánto debo?", "balance"],
    ["quanto eu devo?", "balance"],
    ["SALDO", "balance"],
    ["BALANCE", "balance"],
    ["whats my balance", "balance"],
    ["qué opciones tengo", "options"],
    ["me hacen un descuento", "options"],
    ["dá pra parcelar?", "options"],
    ["¿esto es una estafa?", "howToVerify"],
    ["cómo sé que son ustedes", "howToVerify"],
    ["quem está falando?", "howToVerify"],
    ["no quiero pagar", "refusal"],
    ["no les voy a pagar nada", "refusal"],
    ["não vou pagar", "refusal"],
    ["hola buenas tardes", "greeting"],
    ["muchas gracias", "thanks"],
    ["asdfgh", "unclear"],
    ["¿?", "unclear"],
    ["", "unclear"],
    ["constructor", "unclear"],
  ])("%s: %s", (body, type) => {
    expect(heard(body)[0]).toBe(type);
  });
});

describe("what is no text", () => {
  const media = (mime: string, caption?: string) =>
    understand({ kind: "media", mime, ...(caption && { caption }) }, COLOMBIA).meanings.map(({ type }) => type);

  test("a picture or a PDF may be a receipt, a sticker or a voice message cannot be read", () => {
    expect(media("image/jpeg")).toEqual(["receipt"]);
    expect(media("application/pdf")).toEqual(["receipt"]);
    expect(media("image/webp")).toEqual(["unreadable"]);
    expect(media("audio/ogg; codecs=opus")).toEqual(["unreadable"]);
  });

  test("the words under a picture are read as well, and what protects comes first", () => {
    expect(media("image/jpeg", "no me escriban más")).toEqual(["optOut", "receipt"]);
    expect(media("audio/ogg", "ya pagué")).toEqual(["alreadyPaid"]);
  });

  test("what the channel cannot deliver is unreadable", () => {
    expect(understand({ kind: "unsupported", what: "location" }, COLOMBIA).meanings[0]?.type).toBe("unreadable");
  });
});

test.each([
  ["hola, quiero saber cuánto debo", "es"],
  ["oi, quanto eu devo?", "pt-BR"],
  ["how much do i owe you", "en"],
  ["ok", undefined],
  ["200", undefined],
])("the language of %s is %s", (body, language) => {
  expect(understand({ kind: "text", body }, COLOMBIA).language).toBe(language);
});

describe("whatever is written", () => {
  const context = fc.record({
    expects: fc.constantFrom<Context["expects"][]>(
      "identityAnswer",
      "identityProof",
      "reference",
      "menu",
      "offer",
      "promise",
      "confirmation",
      "amount",
      "instalments",
      "receipt",
      "nothing",
    ),
    language: fc.constantFrom<Context["language"][]>("es", "pt-BR", "en"),
    country: fc.constantFrom("CO", "PE", "US", "XX"),
    owed: fc.constantFrom(cop(0n), cop(1_000_000n)),
  });
  const debtorish = fc
    .array(
      fc.constantFrom(
        "no",
        "me",
        "escriban",
        "pago",
        "el",
        "15",
        "31/02",
        "de",
        "mil",
        "$",
        "1.2.3",
        "viernes",
        "y",
        "medio",
        "cuotas",
        "?",
        "😀",
        "%",
        "-",
        "hoy",
        "k",
        "en",
        "99999999999999999999",
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(" "));

  test("nothing throws, something is always meant, and its evidence stands in the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), debtorish), context, (body, chosen) => {
        const meanings = meaningsOf(body, chosen);
        expect(meanings.length).toBeGreaterThan(0);
        for (const { evidence } of meanings) expect(body).toContain(evidence);
      }),
      { numRuns: 2_000 },
    );
  });

  test("an opt-out is heard in every state, in capitals, without accents and among other words", () => {
    const around = fc.constantFrom("", "buenas tardes. ", "ya pagué, ", "sí acepto. ", "2. ", "mi esposo falleció, ");
    const asked = fc.constantFrom(
      "no me escriban más",
      "NO ME ESCRIBAN MÁS",
      "no me escriban mas",
      "não me mandem mais mensagens",
      "stop texting me",
    );
    fc.assert(
      fc.property(around, asked, context, (before, stop, chosen) => {
        expect(heard(`${before}${stop}`, { ...MENU, ...chosen })[0]).toBe("optOut");
      }),
    );
  });

  test("the longest message takes no longer than a blink", () => {
    for (const body of ["no me escriban ", "1 ", "el 15 o ", "a", "1.", "mil millones y "].map((piece) =>
      piece.repeat(4_096 / piece.length),
    )) {
      const start = performance.now();
      meaningsOf(body, { expects: "promise" });
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
