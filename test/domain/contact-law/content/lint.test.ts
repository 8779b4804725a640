import { describe, expect, it } from "vitest";
import { lint, mayBeSaid } from "../../../../src/domain/contact-law/content/lint.ts";

const rulesIn = (text: string, country = "CO") => lint(text, country).map(({ rule }) => rule);
const forbiddenIn = (text: string) =>
  lint(text, "CO").flatMap(({ rule, severity }) => (severity === "forbidden" ? [rule] : []));

describe("asking why it was not paid (Colombia, Ley 2300 art. 7)", () => {
  it.each([
    "¿Por qué no has pagado?",
    "¿POR QUE NO HA PAGADO LA CUOTA?",
    "Hola Ana, ¿por qué usted no canceló en la fecha?",
    "por que no pagaste la cuota de octubre",
    "¿Por qué\nno pudo cumplir con el acuerdo?",
    "¿Por qué se atrasó?",
    "¿Por qué está en mora?",
    "por qué dejaste de pagar",
    "porque no pagó?",
    "¿Porque no ha pagado su cuota?",
    "xq no has pagado",
    "¿Cuál es el motivo de tu atraso?",
    "¿Cuál fue la razón por la que no ha pagado?",
    "Indíquenos la causa del no pago",
    "Cuéntanos el motivo de la mora",
    "¿A qué se debe el retraso en tu pago?",
    "¿Qué te impide pagar hoy?",
    "¿Qué pasó que no pagaste?",
    "Por que você não pagou?",
    "Por que o senhor não quitou a parcela?",
    "Qual o motivo do atraso?",
    "Qual foi a razão da inadimplência?",
    "O que te impediu de pagar?",
    "Why haven't you paid?",
    "Why have you not paid yet?",
    "Why are you late with the payment?",
    "What is the reason for the delay?",
    "Please tell us the reason for your missed payment",
    "What's stopping you from paying?",
  ])("is forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("reason_for_default");
  });

  it.each([
    "¿Por qué medio quieres pagar?",
    "¿Por qué canal prefieres recibir el recibo?",
    "¿Por cuál medio quieres pagar tu cuota?",
    "Te escribimos porque tienes un saldo con nosotros.",
    "No te preguntamos por qué no pagaste: queremos darte opciones.",
    "¿Qué día puedes pagar?",
    "¿Cómo te queda mejor pagar: hoy o en cuotas?",
    "Puedes pagar por PSE o en efectivo.",
    "No podemos ver tu pago todavía. ¿Nos envías el comprobante?",
    "Por que meio você quer pagar?",
    "Não perguntamos por que você não pagou.",
    "How would you like to pay?",
    "We are writing because you have a balance with us.",
    "Gracias por el pago. Por favor guarda este recibo.",
    "¿Cuál opción prefieres?",
    "Si ya pagaste, ignora este mensaje.",
    "Entiendo. ¿Qué propones para ponerte al día?",
  ])("is not asked by: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    "¿Qué pasó con tu pago?",
    "¿Y por qué?",
    "¿Cuál es el motivo?",
    "¿Perdiste el empleo?",
    "¿Tuviste algún problema para pagar?",
  ])("may be meant by, and is doubtful: %s", (text) => {
    expect(lint(text, "CO").map(({ rule, severity }) => [rule, severity])).toEqual([["reason_hint", "doubtful"]]);
  });

  it("is a Colombian rule, with its article", () => {
    expect(lint("¿Por qué no has pagado?", "CO")[0]?.clause).toMatchObject({ article: "art. 7", standing: "law" });
    expect(rulesIn("¿Por qué no has pagado?", "MX")).toEqual([]);
  });
});

describe("threats", () => {
  it.each([
    "Procederemos con el embargo de tus bienes",
    "Vamos a embargar su salario.",
    "Iniciaremos un proceso judicial en su contra",
    "Tu deuda pasa a cobro jurídico mañana",
    "Tomaremos acciones legales",
    "Lo vamos a llevar a juicio",
    "Vamos a presentar una demanda",
    "Serás demandado",
    "Lo demandaremos por la deuda",
    "Nuestros abogados te contactarán",
    "Pasamos tu caso al abogado",
    "Puede ir a la cárcel",
    "Atenerse a las consecuencias legales",
    "Vamos rematar su casa",
    "Seu nome irá para cobrança judicial",
    "Vamos penhorar seus bens",
    "Você será processado",
    "We will take legal action",
    "We will sue you",
    "Our lawyers will call",
    "Your wages may be garnished",
  ])("are forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("threat");
  });

  it.each([
    "Sin embargo, puedes pagar en cuotas.",
    "Por la alta demanda, la respuesta tarda un poco.",
    "Esto puede demandar unos días.",
    "A juicio de nuestro equipo la opción es buena.",
    "Puedes hablar con tu abogado si quieres.",
    "We will issue a receipt.",
    "Vamos processar o pagamento hoje.",
    "Tu pago está en proceso.",
    "Hubo un error legible en la foto.",
  ])("are not seen in other senses: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    "Un abogado puede ayudarte.",
    "Si te amenazan, llama a la policía.",
    "Es la última oportunidad",
    "Lo revisa nuestra área jurídica",
  ])("are doubted where a word has two senses: %s", (text) => {
    expect(lint(text, "CO").map(({ rule, severity }) => [rule, severity])).toEqual([["threat_hint", "doubtful"]]);
  });

  it("are policy where no law was verified, and forbidden in every country", () => {
    for (const country of ["CO", "MX", "XX"]) {
      expect(lint("Nuestros abogados te demandarán", country)[0]?.clause.standing).toBe("policy");
    }
  });
});

describe("a credit-bureau report (Ley 1266 art. 12)", () => {
  it.each([
    "Te reportaremos a Datacrédito",
    "Serás reportado en las centrales de riesgo",
    "Su nombre aparecerá en DataCrédito",
    "Vamos dañar tu historial",
    "Vamos negativar seu nome no SPC",
    "We will report you to the credit bureau",
  ])("is forbidden without its notice steps: %s", (text) => {
    expect(forbiddenIn(text)).toContain("bureau_threat");
  });

  it("is only doubtful when the twenty days of notice are named", () => {
    const text = "Aviso previo, Ley 1266: pasados 20 días calendario se puede reportar a las centrales de riesgo.";
    expect(lint(text, "CO").map(({ rule, severity }) => [rule, severity])).toEqual([["bureau_threat", "doubtful"]]);
  });

  it.each(["No te reportamos a centrales de riesgo.", "Envíanos el reporte del banco.", "Resposta negativa do banco."])(
    "is not seen in: %s",
    (text) => {
      expect(rulesIn(text)).toEqual([]);
    },
  );
});

describe("other people (Ley 2300 art. 4)", () => {
  it.each([
    "Llamaremos a tu jefe",
    "Vamos a contactar a sus referencias",
    "Nos comunicaremos con su familia",
    "¿Me das el teléfono de un familiar?",
    "Tu empleador se enterará",
    "Publicaremos tu nombre",
    "We will call your employer",
    "Vamos ligar para sua família",
  ])("are never brought in: %s", (text) => {
    expect(forbiddenIn(text)).toContain("third_party");
  });

  it.each([
    "Si eres familiar de Ana, no podemos contarte más.",
    "Te contactaremos mañana.",
    "Gracias por avisar. Lamentamos tu pérdida y la de tu familia.",
    "Puedes venir con un amigo.",
    "¿Me das tu número de referencia?",
  ])("are not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe("a finding", () => {
  it.each(["Eres un moroso", "Que vergüenza", "Seu caloteiro", "You are a deadbeat"])("names shaming: %s", (text) => {
    expect(forbiddenIn(text)).toEqual(["shaming"]);
  });

  it("underlines the words in the original text, accents, case and line breaks as they were", () => {
    const text = "Hola 👋 Ana.\n¿POR  QUÉ\nno  pagó? Gracias";
    const [finding] = lint(text, "CO");
    expect(finding && text.slice(finding.span.start, finding.span.end)).toBe("POR  QUÉ\nno  pagó");
  });

  it("reads decomposed accents like composed ones", () => {
    const text = "¿Por qué no pagó?".normalize("NFD");
    const [finding] = lint(text, "CO");
    expect(finding && text.slice(finding.span.start, finding.span.end).normalize("NFC")).toBe("Por qué no pagó");
  });

  it("comes once for one place, in the order of the text, with what to do in three languages", () => {
    const findings = lint("Serás demandado. ¿Por qué no has pagado la cuota, por qué no pagas?", "CO");
    expect(findings.map(({ rule }) => rule)).toEqual(["threat", "reason_for_default", "reason_for_default"]);
    for (const { advice } of findings) expect(Object.keys(advice)).toEqual(["es", "pt-BR", "en"]);
  });

  it("is not found inside longer words", () => {
    expect(rulesIn("Tu presupuesto está en la prisionera carpeta; el deadbeatles club")).toEqual([]);
  });

  it("stops a message only when it is forbidden", () => {
    expect(mayBeSaid("Es la última oportunidad", "CO")).toBe(true);
    expect(mayBeSaid("Iremos a juicio", "CO")).toBe(false);
    expect(mayBeSaid("", "CO")).toBe(true);
  });

  it("takes the same time for hostile text: no pattern backtracks without end", () => {
    const hostile = `${"por que ".repeat(2_000)}${"no ".repeat(2_000)}`;
    expect(() => lint(hostile, "CO")).not.toThrow();
  });
});
