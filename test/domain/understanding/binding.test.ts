import { describe, expect, test } from "vitest";
import { contextOf } from "../../../src/domain/understanding/classifier/example.ts";
import { type Context, isPlain } from "../../../src/domain/understanding/reading.ts";
import { understand } from "../../../src/domain/understanding/understand.ts";
import { goldenLines } from "../../eval/sets.ts";
import { COLOMBIA, heard } from "./support.ts";

const ECHO: Partial<Context> = {
  expects: "confirmation",
  options: [
    { id: "confirm:plan:3:monthly=1", title: "Sí, acepto" },
    { id: "no", title: "No, ver otras" },
    { id: "person", title: "Hablar con alguien" },
  ],
};

describe("an option that binds", () => {
  test.each(["Sí, acepto", "si acepto", "1"])("is chosen by its whole title or its number: %s", (words) => {
    expect(heard(words, ECHO)).toContain("option");
  });

  test.each([
    "si acepto pero en 5 cuotas",
    "sí acepto cuando me paguen",
    "si acepto solo 200 mil",
    "yo nunca dije si acepto",
    "si acepto. stop",
    "el primero",
    "primero",
    "sí entonces",
    "arriba",
    "sí, acepto?",
  ])("is not chosen by words that hold its title, or by a place: %s", (words) => {
    expect(heard(words, ECHO)).not.toContain("option");
  });
});

describe("the word that stops us, as our own messages tell it", () => {
  test.each([
    "STOP pago mañana",
    "pago mañana. STOP",
    "ya pagué. NO ESCRIBIR",
    "no escribir, ya pagué",
    "BAJA, ya pagué",
    "SAIR, já paguei",
    "stop, ¿cuánto debo?",
    "ok stop",
  ])("is heard beside anything: %s", (words) => {
    expect(heard(words)[0]).toBe("optOut");
  });

  // Each line with one of them: all lines with all four took 35 s and found nothing more.
  test.each([
    ["STOP", 0],
    ["NO ESCRIBIR", 1],
    ["BAJA", 2],
    ["SAIR", 3],
  ])("is carried out beside whatever else is said: %s", (keyword, nth) => {
    const lines = goldenLines().filter((_, index) => index % 4 === nth);
    const lost = lines.filter(({ text, ...line }) => {
      const { meanings } = understand({ kind: "text", body: `${text}. ${keyword}` }, contextOf(line));
      return !meanings.some((meaning) => meaning.type === "optOut" && isPlain(meaning));
    });
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  test.each(["no puedo parar de toser", "voy a salir temprano", "el pago baja mañana", "I can't stop now"])(
    "is not heard inside a sentence: %s",
    (words) => {
      expect(heard(words)).not.toContain("optOut");
    },
  );
});

describe("a picture with words under it", () => {
  const under = (caption: string, context: Partial<Context> = {}) =>
    understand({ kind: "media", mime: "image/jpeg", caption }, { ...COLOMBIA, ...context });

  test("does nothing about what its words only may say", () => {
    expect(under("y si lo vamos cuadrando").meanings.map(({ type }) => type)).toEqual(["receipt"]);
  });

  test("calls a person where they may be grave, who finds what they may be", () => {
    const { act, meanings } = under("estoy al límite, no sé qué voy a hacer");
    expect(act).toBe("human");
    expect(meanings.map(({ type }) => type)).toEqual(expect.arrayContaining(["crisis", "receipt"]));
  });
});

test.each([
  "my card was blocked",
  "my card got blocked and I can't pay",
  "un mensaje más y le mando el comprobante",
  "outra mensagem que eu já respondi",
  "que me dejen de llegar los recargos",
  "no me deje de escribir",
  "no deje de recordarme el 15",
  "não precisa parar de mandar",
  "don't stop texting me the reminders",
  "no me mande audios, mande escrito",
  "Please supply your company registration number",
])("the words of a stop that are none are not carried out: %s", (words) => {
  const { act, meanings } = understand({ kind: "text", body: words }, COLOMBIA);
  expect(act === "act" && meanings.some(({ type }) => type === "optOut")).toBe(false);
  expect(meanings.some((meaning) => meaning.type === "optOut" && isPlain(meaning))).toBe(false);
});

test.each([
  "mi marido me pega",
  "me quieren matar por esa plata",
  "os agiotas estão na porta com arma",
  "my husband beats me",
])("somebody whom others threaten is in danger: %s", (words) => {
  const { act, meanings } = understand({ kind: "text", body: words }, COLOMBIA);
  expect(["act", "human"]).toContain(act);
  expect(meanings.map(({ type }) => type)).toContain("crisis");
});

test.each([
  ["i'm not going to pay on friday", "en"],
  ["I will not pay you on Monday", "en"],
  ["no voy a pagar el viernes", "es"],
  ["el viernes no les pago nada", "es"],
  ["não vou pagar na sexta", "pt-BR"],
  ["nunca les voy a pagar, ni el 15 ni el 30", "es"],
  ["ni 50 al mes puedo pagar", "es"],
  ["nem 50 por mês eu consigo", "pt-BR"],
] as const)("a day or a figure that is denied binds nobody: %s", (words, language) => {
  for (const expects of ["nothing", "promise", "offer", "confirmation"] as const) {
    const { act, meanings } = understand({ kind: "text", body: words }, { ...COLOMBIA, language, expects });
    const first = meanings[0]?.type;
    expect([expects, act === "act" && (first === "promise" || first === "proposal" || first === "yes")]).toEqual([
      expects,
      false,
    ]);
  }
});
