import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/domain/understanding/reading.ts";
import { understand } from "../../../src/domain/understanding/understand.ts";
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

  test("calls a person where they may be grave", () => {
    expect(under("estoy al límite, no sé qué voy a hacer").act).toBe("human");
  });
});
