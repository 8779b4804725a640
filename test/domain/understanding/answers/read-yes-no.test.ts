import { describe, expect, test } from "vitest";
import type { Context } from "../../../../src/domain/understanding/reading.ts";
import { heard, meaningsOf } from "../support.ts";

const OFFER: Partial<Context> = { expects: "offer" };
const CONFIRM: Partial<Context> = { expects: "confirmation" };
const IDENTITY: Partial<Context> = { expects: "identityAnswer" };
const BRAZIL: Partial<Context> = { country: "BR", currency: "BRL", language: "pt-BR" };

const intentOf = (body: string, context: Partial<Context>) => meaningsOf(body, context)[0]?.intent;

describe("agreement, by country", () => {
  test.each([
    ["CO", "hágale pues"],
    ["CO", "de una"],
    ["CO", "listo, me sirve"],
    ["CO", "bueno, anóteme ahí"],
    ["MX", "órale va"],
    ["MX", "sale y vale"],
    ["MX", "va, me late"],
    ["MX", "jalo"],
    ["AR", "dale que va"],
    ["AR", "dale, cerramos"],
    ["AR", "me copa"],
    ["CL", "ya, hagámoslo"],
    ["PE", "ya pe, acepto"],
    ["PE", "me conviene, apúntame"],
    ["EC", "ya, así hagamos"],
    ["ES", "venga, vale, trato hecho"],
    ["", "por mí bien"],
    ["", "no tengo ninguna objeción"],
    ["", "no es lo que yo quería, pero acepto"],
    ["", "quedamos así"],
    ["US", "you got a deal"],
    ["US", "works for me"],
    ["UK", "fair enough, go ahead"],
    ["", "👍"],
    ["", "listo"],
  ])("%s: %s", (_country, body) => {
    expect(meaningsOf(body, OFFER)[0]).toMatchObject({ type: "yes", strict: false, intent: "accept" });
  });

  test.each([
    "fechado",
    "fechou então",
    "tá combinado",
    "bora",
    "topo",
    "pode gerar o boleto que eu aceito",
    "por mim tudo bem",
    "demorou",
    "não vejo problema",
  ])("BR: %s", (body) => {
    expect(intentOf(body, { ...OFFER, ...BRAZIL })).toBe("accept");
  });
});

describe("a yes", () => {
  test.each([
    "sí",
    "sip",
    "simón",
    "claro",
    "ajá",
    "aham",
    "obvio que sí",
    "por supuesto",
    "así es",
    "sim",
    "yes",
    "sure",
  ])("%s", (body) => {
    expect(meaningsOf(body)[0]).toMatchObject({ type: "yes", intent: "yes" });
  });

  test.each([
    "sí, pero más adelante",
    "acepto, pero sin intereses",
    "listo pero el 20",
    "ok?",
    "sí claro 🙄",
    "sí, cómo no",
    "sí, cuando me paguen",
    "si me rebajan acepto",
    "acepto solo si me quitan la mora",
    "sí pero no",
    "buenos días",
    "hola",
    "qué hubo",
    "ya puse mi reclamo en el libro",
    "de hecho ya lo había dicho",
    "¿qué trato?",
    "de una deuda que yo no tengo",
  ])("%s is none", (body) => {
    for (const context of [OFFER, CONFIRM]) expect(heard(body, context)).not.toContain("yes");
  });

  test("condition and reservation hold in Portuguese too", () => {
    for (const body of [
      "se tirar a entrada eu aceito",
      "aceito, mas só dia 10",
      "só que não",
      "se começar em fevereiro eu topo",
    ])
      expect(heard(body, { ...OFFER, ...BRAZIL }), body).not.toContain("yes");
  });

  test.each([
    "👍",
    "ok",
    "dale",
    "listo",
    "de una",
    "sí señor, hágale",
    "sí, acepto en 5 cuotas",
    "acepto 👍",
    "sí, el 15",
  ])("%s agrees to nothing that binds", (body) => {
    expect(meaningsOf(body, CONFIRM)).not.toContainEqual(expect.objectContaining({ type: "yes", strict: true }));
  });
});

describe("a refusal", () => {
  test.each([
    "no me sirve",
    "no me cuadra esa cuota",
    "está muy caro",
    "así no",
    "ni a palos",
    "qué va",
    "nanay",
    "paso",
    "ninguna",
    "déjelo así",
    "me da pena, pero no",
    "no, gracias, no me conviene",
    "acepto que debo, pero ese plan no lo acepto",
    "no voy a firmar eso",
    "I'll pass",
    "no deal",
    "too expensive",
  ])("%s", (body) => {
    const [first] = meaningsOf(body, OFFER);
    expect(first).toMatchObject({ type: "no", intent: "reject" });
    expect(heard(body, OFFER)).not.toContain("yes");
  });

  test.each(["não rola", "tô fora", "nem pensar", "fica pra próxima", "agradeço, mas não vou aceitar", "muito caro"])(
    "%s, in Portuguese",
    (body) => {
      expect(intentOf(body, { ...OFFER, ...BRAZIL })).toBe("reject");
    },
  );

  test.each(["no", "nel", "nones", "nop", "para nada", "negativo", "👎", "no señor", "todavía no"])(
    "%s is a plain no",
    (body) => {
      expect(meaningsOf(body, CONFIRM)[0]).toMatchObject({ type: "no", intent: "no" });
    },
  );

  test.each(["no entiendo", "no me llega el link", "no hay problema", "no sé", "no es eso lo que pregunto"])(
    "%s is no answer",
    (body) => {
      expect(heard(body)).not.toContain("no");
    },
  );
});

describe("is it you?", () => {
  test.each([
    "con él habla",
    "el mismo que viste y calza",
    "a la orden",
    "soy yo pues",
    "yo mero",
    "sí, con ella, mande",
    "habla Persona de muestra 07",
    "le saluda la señora que usted busca",
    "no me diga señora, pero sí, esa soy",
    "this is she",
    "👍",
  ])("%s is a yes", (body) => {
    expect(meaningsOf(body, IDENTITY)).toContainEqual(
      expect.objectContaining({ type: "yes", intent: "confirm_identity" }),
    );
  });

  test.each(["sou eu mesma", "é ela", "comigo mesmo", "pode falar"])("%s is a yes, in Portuguese", (body) => {
    expect(meaningsOf(body, { ...IDENTITY, ...BRAZIL })[0]).toMatchObject({ type: "yes", intent: "confirm_identity" });
  });

  test.each([
    "no soy yo",
    "ese no soy",
    "no lo conozco",
    "yo soy de otra parte, no es aquí",
    "número equivocado",
    "ni idea quién es",
    "no",
    "hola",
    "buenas tardes",
    "¿quién habla?",
  ])("%s is none", (body) => {
    expect(heard(body, IDENTITY)).not.toContain("yes");
  });

  test("unasked, only in so many words", () => {
    expect(intentOf("soy yo, dígame", {})).toBe("confirm_identity");
    expect(heard("a la orden")).not.toContain("yes");
  });
});
