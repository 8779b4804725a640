import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn, severitiesIn } from "./reading.ts";

describe("what looks or sounds like a court", () => {
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
    "NOTIFICACIÓN JUDICIAL: comuníquese hoy",
    "Le llegará una carta documento",
    "Esta es una citación extrajudicial",
    "Se pedirán medidas cautelares",
    "Seu nome irá para cobrança judicial",
    "Vamos penhorar seus bens",
    "Você será processado",
    "O oficial de justiça vai até você",
    "Você vai receber uma intimação judicial",
    "We will take legal action",
    "We will sue you",
    "Our lawyers will call",
    "Your wages may be garnished",
    "The bailiffs are coming",
    "You will get a court summons",
  ])("is forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("judicial");
  });

  it.each([
    "Sin embargo, puedes pagar en cuotas.",
    "Por la alta demanda, la respuesta tarda un poco.",
    "Esto puede demandar unos días.",
    "A juicio de nuestro equipo la opción es buena.",
    "Puedes hablar con tu abogado si quieres.",
    "Tu pago está en proceso.",
    "El proceso de pago es sencillo.",
    "La orden de compra llegó ayer.",
    "Le enviamos la notificación del pago.",
    "Vamos processar o pagamento hoje.",
    "A medida que pague, baja el saldo.",
    "É um processo simples.",
    "A ordem das parcelas está certa.",
    "We will issue a receipt.",
    "Of course, we can do that.",
    "The order of the payments is yours to choose.",
    "Sue from our team will answer you.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    "Un abogado puede ayudarte.",
    "Si te amenazan, llama a la policía.",
    "Es la última oportunidad",
    "Lo revisa nuestra área jurídica",
    "This is the final notice",
    "É a última chance",
  ])("is doubted where a word has two senses: %s", (text) => {
    expect(severitiesIn(text)).toEqual(["threat_hint: doubtful"]);
  });

  it.each([
    ["AR", "AR.judicial"],
    ["BR", "BR.dignity"],
    ["CL", "CL.judicial"],
    ["CO", "any.no-threats"],
    ["EC", "EC.threats"],
    ["ES", "ES.aggression"],
    ["GB", "GB.legal-position"],
    ["MX", "MX.threats"],
    ["PE", "PE.judicial"],
    ["US", "US.threats"],
    ["ZZ", "any.no-threats"],
  ])("is forbidden in %s by %s", (country, clause) => {
    expect(reading("Nuestros abogados te demandarán", { country })[0]?.clause.id).toBe(clause);
  });
});

describe("other threats", () => {
  it.each([
    "Puede ir a la cárcel",
    "Va a terminar en prisión",
    "Serás detenido",
    "Atenerse a las consecuencias",
    "Aténgase a las consecuencias.",
    "Le vamos a quitar su casa",
    "Vamos rematar su casa",
    "Bloquearemos tus cuentas",
    "Vamos a descontar de su salario",
    "Sabemos dónde trabajas",
    "Se va a arrepentir",
    "Você pode parar na cadeia",
    "Vamos tomar seus bens",
    "Sabemos onde você mora",
    "Você vai se arrepender",
    "You could go to prison",
    "You will be arrested",
    "We know where you live",
    "You'll regret this",
  ])("are forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("threat");
  });

  it.each([
    "Tu presupuesto está en la prisionera carpeta.",
    "Hubo un error legible en la foto.",
    "Puede tomar sus datos con calma.",
    "No quite su nombre de la lista de clientes.",
    "La consecuencia de pagar hoy es que se cierra el caso.",
    "Sabemos dónde quedó su pago.",
    "Su cuenta está al día.",
    "Você pode tomar seu tempo.",
    "A casa lotérica recebe o pagamento.",
    "Sabemos onde está o pagamento.",
    "We know where your payment is.",
    "You will be told when it arrives.",
    "The jailbird café is closed.",
  ])("are not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it("are forbidden in Argentina by the dignity of treatment, and elsewhere by policy", () => {
    expect(reading("Vas a ir a la cárcel", { country: "AR" })[0]?.clause.id).toBe("AR.dignity");
    expect(reading("Vas a ir a la cárcel", { country: "CL" })[0]?.clause.id).toBe("any.no-threats");
  });
});
