import { describe, expect, it } from "vitest";
import { MESSAGE_KINDS } from "../../../../src/domain/outreach/holds.ts";
import { reading, rulesIn } from "./reading.ts";

const WHOLE = {
  es: "Hola, Ana. Soy el asistente de Muebles Ñandú. Le escribo por un asunto de su cuenta. Escriba PERSONA o NO ESCRIBIR.",
  "pt-BR": "Olá, Ana. Sou o assistente da Móveis Ñandú. Escrevo sobre sua conta. Escreva PESSOA ou PARAR.",
  en: "Hello, Ana. This is Ñandú Furniture, about your account with us. Write PERSON or STOP.",
} as const;
const first = { kind: "opening", verified: false } as const;
const missingIn = (text: string, reader: Parameters<typeof rulesIn>[1] = first) =>
  rulesIn(text, reader).filter((rule) => rule.startsWith("missing_"));

describe("a first message", () => {
  it.each(Object.values(WHOLE))(
    "that says who, what for, how to stop and how to reach a person lacks nothing: %s",
    (text) => {
      for (const country of ["CO", "MX", "US", "ZZ"]) expect(rulesIn(text, { ...first, country })).toEqual([]);
    },
  );

  it.each([
    ["missing_creditor", "Hola, Ana. Un asunto de su cuenta. Escriba PERSONA o NO ESCRIBIR."],
    ["missing_creditor", "Olá, Ana. Um assunto da sua conta. Escreva PESSOA ou PARAR."],
    ["missing_creditor", "Hello, Ana. A matter of your account. Write PERSON or STOP."],
    ["missing_purpose", "Hola, soy el asistente de Ñandú. ¿Es usted Ana? Escriba PERSONA o NO ESCRIBIR."],
    ["missing_purpose", "Olá, sou o assistente da Ñandú. É a Ana? Escreva PESSOA ou PARAR."],
    ["missing_purpose", "Hello, this is Ñandú. Is that Ana? Write PERSON or STOP."],
    ["missing_stop", "Hola, soy el asistente de Ñandú, por un asunto de su cuenta. Escriba PERSONA."],
    ["missing_stop", "Olá, sou o assistente da Ñandú, sobre sua conta. Escreva PESSOA."],
    ["missing_stop", "Hello, this is Ñandú, about your account. Write PERSON. Stop by our shop."],
    ["missing_person", "Hola, soy el asistente de Ñandú, por un asunto de su cuenta. Escriba NO ESCRIBIR."],
    ["missing_person", "Olá, sou o assistente da Ñandú, sobre sua conta. Escreva PARAR."],
    ["missing_person", "Hello, this is Ñandú, about your account. Write STOP. A personal matter."],
  ])("is told what it lacks: %s", (rule, text) => {
    expect(missingIn(text)).toEqual([rule]);
    expect(reading(text, first).find((finding) => finding.rule === rule)?.span).toBeNull();
  });

  it.each([
    "Responda BAJA para no recibir más mensajes",
    "Escriba stop si no quiere más",
    "No me escriban",
    "Puede darse de baja aquí",
    "Responda PARAR",
    "Não me escrevam",
    "Para descadastrar, toque aqui",
    "Envie SAIR",
    "Reply STOP to end this",
    "Stop messages",
    "You can unsubscribe here",
    "You may opt out at any time",
  ])("may say in many ways how to stop: %s", (text) => {
    expect(missingIn(text)).not.toContain("missing_stop");
  });

  it.each([
    "¿Quiere hablar con alguien?",
    "Escriba PERSONA y le atendemos",
    "Llame al 601 000 0000",
    "Para hablar con un asesor, toque aquí",
    "Responda AGENTE",
    "Falar com alguém",
    "Escreva PESSOA",
    "Ligue 0800 000 000",
    "Um atendente pode ajudar: escreva ATENDENTE",
    "Talk to a person",
    "Write HUMAN",
    "Call us on 555 0100",
  ])("may say in many ways how to reach a person: %s", (text) => {
    expect(missingIn(text)).not.toContain("missing_person");
  });

  it("names the business by its own name where that is known, however it is written", () => {
    const named = (creditor: string) => missingIn(WHOLE.es, { ...first, creditor });
    expect(named("MUEBLES  NANDU")).toEqual([]);
    expect(named("Otra Casa S.A.S.")).toEqual(["missing_creditor"]);
  });

  it("rests on the law where one asks for it", () => {
    const clausesIn = (country: string) => reading("Hola.", { ...first, country }).map(({ clause }) => clause.id);
    expect(clausesIn("MX")[0]).toBe("MX.first-contact");
    expect(clausesIn("BR")[0]).toBe("BR.supplier");
    expect(clausesIn("US")[2]).toBe("US.opt-out-notice");
    expect(new Set(clausesIn("CO"))).toEqual(new Set(["any.first-message"]));
  });
});

describe("later messages", () => {
  it("say in the United States, each of them, how to stop, or that this was the last", () => {
    for (const kind of MESSAGE_KINDS) {
      expect(missingIn("Soy Ñandú.", { kind, country: "US" })).toContain("missing_stop");
      expect(
        missingIn("Soy Ñandú. Esta es la última: no le enviará más mensajes.", { kind, country: "US" }),
      ).not.toContain("missing_stop");
    }
    expect(missingIn("Gracias.", { kind: "answer" })).toEqual([]);
  });

  it("say who writes when we begin, and need not when they answer", () => {
    const silent = MESSAGE_KINDS.filter((kind) => missingIn("Gracias.", { kind }).includes("missing_creditor"));
    expect(silent).toEqual(["opening", "reminder", "nudge", "promise_reminder", "instalment_reminder", "notice"]);
  });
});
