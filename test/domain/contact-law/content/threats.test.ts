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
    "Su caso será enviado a tribunales",
    "Será notificado por un juzgado",
    "Tribunal: 5 Juzgado Civil de Santiago, Rol C-1234-2026",
    "Causa Rol C-1234-2026",
    "REPÚBLICA DE CHILE – PODER JUDICIAL",
    "Cédula de notificación",
    "Estampado receptorial",
    "Notificación prejudicial",
    "El Estudio Jurídico de muestra se comunica con usted",
    "Se le intima al pago",
    "Pague hoy bajo apercibimiento",
    "Usted recibirá una intimación",
    "Su caso pasará a jurídico",
    "Se procederá legalmente en su contra",
    "Hay una orden de aprehensión",
    "Expediente judicial No. 12",
    "Vamos a iniciar un proceso en su contra",
    "Le abrirán un juicio coactivo",
    "Vamos entrar com uma ação contra você",
    "Vamos te processar",
    "Será ajuizada ação",
    "You will get a CCJ",
    "We will issue a claim against you in the High Court",
    "El juzgado lo citará",
    "Procederemos judicialmente",
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
    "Su comprobante será enviado al banco.",
    "Le notificaremos por este chat.",
    "Le enviamos el expediente de su crédito.",
    "Respetamos su intimidad.",
    "Vamos a iniciar el proceso de pago.",
    "El rol de la empresa es ayudarle.",
    "Su cédula de identidad, por favor.",
    "Hay una orden de pago a su nombre.",
    "Tiene razón en su contra propuesta.",
    "Vamos te ajudar a processar o pagamento.",
    "A ação promocional termina hoje.",
    "We will issue a refund claim number.",
    "The shop is on the high street.",
    "Bring the claim number.",
    "La corte de luz fue ayer.",
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

describe("passing for a public body", () => {
  it.each(["Somos del SAT", "Le habla la Fiscalía", "Soy agente del Ministerio Público", "Somos da Receita Federal"])(
    "is forbidden: %s",
    (text) => {
      expect(forbiddenIn(text, { country: "MX" })).toEqual(["official_name"]);
    },
  );

  it.each([
    "Somos de Muebles de muestra.",
    "Su factura la emite el SAT.",
    "Soy de su gobierno corporativo favorito.",
    "Somos una empresa registrada en Hacienda.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text, { country: "MX" })).toEqual([]);
  });

  it("is forbidden by name in Mexico, by our policy elsewhere; for a court by the laws that name courts", () => {
    const clausesOf = (text: string) =>
      ["MX", "AR", "CL", "PE", "CO", "US", "ZZ"].map((country) => reading(text, { country })[0]?.clause.id);
    const own = "any.own-name";
    expect(clausesOf("Somos del SAT")).toEqual(["MX.official-names", own, own, own, own, own, own]);
    const judicial = ["AR.judicial", "CL.judicial", "PE.judicial"];
    expect(clausesOf("Le habla el juzgado")).toEqual(["MX.official-names", ...judicial, own, own, own]);
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
